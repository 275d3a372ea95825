"""Sources that nobody can name, read off the attributions and the lexicon's own phrases."""

from credscore.attribution import STANCES
from credscore.extractor import Finding
from credscore.reading import Reading

_KINDS = frozenset({"confidential", "unnamed", "hearsay"})


def find(reading: Reading) -> list[Finding]:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    phrases = reading.cues("anonymous_sources")
    sources = [
        Finding(a.source_start, a.source_end, "anonymous_sources", a.kind, a.cue)
        for a in reading.attributions
        if a.kind in _KINDS and (a.kind == "confidential" or a.cue not in STANCES)
    ]
    found: list[Finding] = []
    for finding in sorted(phrases + sources, key=lambda f: (f.start, -f.end)):
        if not found or finding.start >= found[-1].end:
            found.append(finding)
    return found
