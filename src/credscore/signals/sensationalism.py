"""Shouting, exclamations and loaded words; see lexicons/sensationalism.toml."""

from operator import attrgetter

from credscore.evidence import Finding
from credscore.signals.reading import Reading
from credscore.text import CAPITALS, NAME, find_runs

_UNKNOWN = frozenset(NAME + CAPITALS)
_SHORT, _LONG = 3, 5


def find(reading: Reading) -> list[Finding]:
    """Cues of the lexicon, and runs of three or more words in capitals.

    A short run without any word that the lexicons know may be names and acronyms.
    """
    cues, shapes = reading.cues("sensationalism"), reading.text.shapes
    if CAPITALS * _SHORT not in shapes:
        return cues
    loud = [
        Finding(start, end, "sensationalism", "shouting", "capitals")
        for start, end in find_runs(shapes, CAPITALS, _SHORT)
        if end - start >= _LONG or not _UNKNOWN.issuperset(reading.tape[start:end])
    ]
    return sorted(loud + cues, key=attrgetter("start"))
