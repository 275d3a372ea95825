"""The caller's strings as tokens, sentences and quotations."""

from credscore.text._sentences import count_up_to, find_runs
from credscore.text.characters import (
    CAPITALS,
    ED,
    ING,
    LONGEST_WORD,
    LY,
    NAME,
    NUMBER,
    OPENER,
    PLAIN,
    PLURAL,
    ROLES,
    YEAR,
    tables,
)
from credscore.text.text import MAX_CHARACTERS, Text
from credscore.text.word_hashes import hashes_of

__all__ = [
    "CAPITALS",
    "ED",
    "ING",
    "LONGEST_WORD",
    "LY",
    "MAX_CHARACTERS",
    "NAME",
    "NUMBER",
    "OPENER",
    "PLAIN",
    "PLURAL",
    "ROLES",
    "YEAR",
    "Text",
    "count_up_to",
    "find_runs",
    "hashes_of",
    "tables",
]
