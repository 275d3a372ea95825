"""Shouting, exclamations and loaded words; see lexicons/sensationalism.toml."""

import re

from credscore.characters import CAPITALS, NAME
from credscore.extractor import Finding
from credscore.reading import Reading

_SHOUTED = re.compile(f"{CAPITALS}{{3,}}")
_UNKNOWN = frozenset(NAME + CAPITALS)
_LONG = 5


def find(reading: Reading) -> list[Finding]:
    """Cues of the lexicon, and runs of three or more words in capitals.

    A short run without any word that the lexicons know may be names and acronyms.
    """
    loud = [
        Finding(*m.span(), "sensationalism", "shouting", "capitals")
        for m in _SHOUTED.finditer(reading.text.shapes)
        if len(m[0]) >= _LONG or not _UNKNOWN.issuperset(reading.tape[m.start() : m.end()])
    ]
    return sorted(loud + reading.cues("sensationalism"), key=lambda finding: finding.start)
