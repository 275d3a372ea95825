"""Shouting, exclamations and loaded words; see lexicons/sensationalism.toml."""

import re

from credscore.characters import CAPITALS
from credscore.extractor import Finding
from credscore.reading import Reading

_SHOUTED = re.compile(f"{CAPITALS}{{3,}}")


def find(reading: Reading) -> list[Finding]:
    """Cues of the lexicon, and runs of three or more words in capitals.

    Two capital words may be a name or an acronym; a run of three is neither, whatever the words.
    """
    loud = [
        Finding(*m.span(), "sensationalism", "shouting", "capitals")
        for m in _SHOUTED.finditer(reading.text.shapes)
    ]
    return sorted(loud + reading.cues("sensationalism"), key=lambda finding: finding.start)
