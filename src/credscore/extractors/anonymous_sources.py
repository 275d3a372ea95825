"""Sources that nobody can name, read off the attributions and the lexicon's own phrases."""

from operator import attrgetter

from credscore.attribution import STANCES, sourced
from credscore.characters import CAPITALS
from credscore.extractor import Finding
from credscore.finding import Attribution
from credscore.reading import Reading

_CAPITALS = ord(CAPITALS)
_KINDS = frozenset({"confidential", "unnamed", "hearsay"})


def find(reading: Reading) -> list[Finding]:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    unnamed = tuple(
        a
        for a in reading.attributions
        if a.kind in _KINDS
        and (a.kind == "confidential" or (a.cue not in STANCES and not _is_title(reading, a)))
    )
    sources = sourced(unnamed, "anonymous_sources", _KINDS)
    found: list[Finding] = []
    for finding in sorted(reading.cues("anonymous_sources") + sources, key=attrgetter("start")):
        if not found or finding.start >= found[-1].end:
            found.append(finding)
        elif finding.start == found[-1].start and finding.end > found[-1].end:
            found[-1] = finding
    return found


def _is_title(reading: Reading, source: Attribution) -> bool:
    """Whether a word in capitals among others names an outlet: "PEOPLE confirmed"."""
    shapes, at = reading.text.shape_codes, source.source_start
    if source.source_end > at + 2 or shapes[at] != _CAPITALS:
        return False
    after = at + 1 if source.source_end > at + 1 else source.verb_start
    return bool(shapes[after] != _CAPITALS)
