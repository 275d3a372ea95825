"""Sources that nobody can name, read off the attributions and the lexicon's own phrases."""

from credscore.attribution import STANCES
from credscore.extractor import Finding
from credscore.finding import Attribution
from credscore.reading import Reading

_KINDS = frozenset({"confidential", "unnamed", "hearsay"})


def find(reading: Reading) -> list[Finding]:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    phrases = reading.cues("anonymous_sources")
    sources = [
        Finding(a.source_start, a.source_end, "anonymous_sources", a.kind, a.cue)
        for a in reading.attributions
        if a.kind in _KINDS
        and (a.kind == "confidential" or (a.cue not in STANCES and not _is_title(reading, a)))
    ]
    found: list[Finding] = []
    for finding in sorted(phrases + sources, key=lambda f: (f.start, -f.end)):
        if not found or finding.start >= found[-1].end:
            found.append(finding)
    return found


def _is_title(reading: Reading, source: Attribution) -> bool:
    """Whether a word in capitals among others names an outlet: "PEOPLE confirmed"."""
    text, at = reading.text, source.source_start
    word = text.source[int(text.starts[at]) : int(text.ends[at])]
    if len(word) < 2 or not word.isupper() or source.source_end > at + 2:
        return False
    after = at + 1 if source.source_end > at + 1 else source.verb_start
    return not text.source[int(text.starts[after]) : int(text.ends[after])].isupper()
