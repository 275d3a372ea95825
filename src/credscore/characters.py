"""What every Unicode code point is to credscore: its class, its folded letter, its tape mark.

Tables with one entry per code point fold case, accents, curly apostrophes, every kind of hyphen
and zero-width characters without moving a single offset. A word is known by a 64-bit polynomial
hash of its folded letters (`word_hash`), which lexicon.py looks up.
"""

import functools
import sys
import unicodedata
from itertools import chain

import numpy as np
import numpy.typing as npt

SPACE, LOWER, UPPER, DIGIT, IGNORED, APOSTROPHE, HYPHEN, DOT, COMMA, MARK = range(10)

# Shape letters: what stands on the tape for a word that no lexicon knows: any other lower-case
# word, one in -ly, -ed, -ing or -s, a capitalised word, one all in capitals, a number, a year.
PLAIN, LY, ED, ING, PLURAL, NAME, CAPITALS, NUMBER, YEAR = "wlegsNX0Y"
PARAGRAPH = "\n"
MAX_TOKEN_POSITIONS = 1_000_064  # hashes can be computed for strings up to this length

_FOLDED_MARKS = {
    "“": "“„‟«″〝",
    "”": "”»〞",
    '"': '"＂',
    "'": "'’‘‛ʼ`´＇",
    "—": "—―–‒−",
    "(": "(（",
    ")": ")）",
    "…": "…",
    "!": "!！‼",
    "?": "?？⁉",
    ".": ".。．",
    ",": ",，",
}
_APOSTROPHES = frozenset("'’‘ʼ`´＇‛")
_HYPHENS = frozenset("-‐‑\u00ad\ufe63\uff0d")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u200e\u200f")
_PRIME = 0x9E3779B97F4A7C15
_INVERSE = pow(_PRIME, -1, 1 << 64)
_WORD = (1 << 64) - 1

Uint64 = npt.NDArray[np.uint64]


def _letter_value(folded: str) -> int:
    code = ord(folded)
    return ((code * 0xD6E8FEB86659FD93) ^ (code << 17)) & _WORD


def _fold(character: str) -> str:
    """The base letter in lower case: 'É' -> 'e', 'İ' -> 'i'; one character, always."""
    return unicodedata.normalize("NFKD", character)[0].lower()[0]


def word_hash(word: str) -> int:
    """The hash of a lower-case word of letters, digits, apostrophes and hyphens.

    >>> word_hash("denied") == word_hash("denied"), word_hash("denied") == word_hash("denies")
    (True, False)
    """
    total, power = 0, 1
    for character in word:
        folded = character if character in "'-.," else _fold(character)
        total = (total + _letter_value(folded) * power) & _WORD
        power = (power * _PRIME) & _WORD
    return total


class Tables:
    """What every code point is: its class, its folded letter's value, its tape character."""

    def __init__(self) -> None:
        size = sys.maxunicode + 1
        self.kinds = np.zeros(size, np.uint8)
        self.values = np.zeros(size, np.uint64)
        self.marks = np.zeros(size, np.uint16)
        folded_mark = {c: m for m, characters in _FOLDED_MARKS.items() for c in characters}
        # Han, kana and hangul are words that no lexicon knows; above them stand pictures.
        self.kinds[0x3000:0xD800] = LOWER
        self.kinds[0xD800:0xE000] = SPACE
        self.kinds[0x10000:] = MARK
        self.marks[:] = ord("¤")
        for code in chain(range(0x3000), range(0xF900, 0x10000)):
            self._describe(code, chr(code), folded_mark)
        self.powers = _powers(_PRIME)
        self.inverse_powers = _powers(_INVERSE)

    def _describe(self, code: int, character: str, folded_mark: dict[str, str]) -> None:
        kind, value = MARK, 0
        category = unicodedata.category(character)
        if character in _INVISIBLE or category in ("Mn", "Me"):
            kind = IGNORED
        elif character in _APOSTROPHES:
            kind, value = APOSTROPHE, _letter_value("'")
        elif character in _HYPHENS:
            kind, value = HYPHEN, _letter_value("-")
        elif character.isdigit():
            kind, value = DIGIT, _letter_value(_fold(character))
        elif character.isalpha():
            kind = UPPER if category in ("Lu", "Lt") else LOWER
            value = _letter_value(_fold(character))
        elif character.isspace() or category in ("Cc", "Cs", "Cf"):
            kind = SPACE
        elif character == ".":
            kind, value = DOT, _letter_value(".")
        elif character == ",":
            kind, value = COMMA, _letter_value(",")
        self.kinds[code] = kind
        self.values[code] = value
        plain = character if " " < character < "\x7f" else "¤"
        self.marks[code] = ord(folded_mark.get(character, plain))


def _powers(base: int) -> Uint64:
    return np.cumprod(
        np.concatenate([[np.uint64(1)], np.full(MAX_TOKEN_POSITIONS, base, np.uint64)]),
        dtype=np.uint64,
    )


@functools.cache
def tables() -> Tables:
    """The tables, built once."""
    return Tables()
