"""Shouting, exclamations and loaded words; see lexicons/sensationalism.toml."""

from collections.abc import Iterator
from operator import attrgetter

from credscore.characters import CAPITALS, NAME
from credscore.extractor import Finding
from credscore.reading import Reading

_SHORT = 3 * CAPITALS
_UNKNOWN = frozenset(NAME + CAPITALS)
_LONG = 5


def find(reading: Reading) -> list[Finding]:
    """Cues of the lexicon, and runs of three or more words in capitals.

    A short run without any word that the lexicons know may be names and acronyms.
    """
    cues = reading.cues("sensationalism")
    loud = [
        Finding(start, end, "sensationalism", "shouting", "capitals")
        for start, end in _runs(reading.text.shapes)
        if end - start >= _LONG or not _UNKNOWN.issuperset(reading.tape[start:end])
    ]
    return sorted(loud + cues, key=attrgetter("start")) if loud else cues


def _runs(shapes: str) -> Iterator[tuple[int, int]]:
    """Runs of three or more words in capitals."""
    start = shapes.find(_SHORT)
    while start >= 0:
        end = start + len(_SHORT)
        while shapes.startswith(CAPITALS, end):
            end += 1
        yield start, end
        start = shapes.find(_SHORT, end)
