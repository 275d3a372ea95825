"""What every Unicode code point is to credscore: its class, its folded letter, its tape mark.

Tables with one entry per code point fold case, accents, curly apostrophes, every kind of hyphen
and zero-width characters without moving a single offset.
"""

import functools
import sys
import unicodedata
from itertools import chain

import numpy as np

SPACE, LOWER, UPPER, DIGIT, IGNORED, APOSTROPHE, HYPHEN, DOT, COMMA, MARK = range(10)

# Shape letters: what stands on the tape for a word that no lexicon knows: any other lower-case
# word, one in -ly, -ed, -ing or -s, a capitalised word, one all in capitals, a number, a year.
SHAPE_LETTERS = "wlegsNX0Y"
PLAIN, LY, ED, ING, PLURAL, NAME, CAPITALS, NUMBER, YEAR = tuple(SHAPE_LETTERS)
PARAGRAPH = "\n"

STOP, CLOSER, BREAK, GOES_ON, DIGITS, OPENER, QUOTES = 1, 2, 4, 8, 16, 32, 64
"""What a shape letter or a mark can be to a sentence: its end, what closes it behind its end, the
end of a paragraph, what shows that it goes on, a number, what opens a part of it, a quotation."""
UNLESS_OPENED, ANY_CASE = 128, 256
"""What sentences.abbreviations asks beside roles: that the next word opens no sentence; nothing of
the abbreviation's own first letter."""
ROLES = np.zeros(1 << 16, np.uint8)
for _characters, _role in (
    (".!?…", STOP),
    ("\"”')]", CLOSER),
    (PARAGRAPH, BREAK),
    (NUMBER + YEAR, DIGITS),
    (PLAIN + LY + ED + ING + PLURAL + ",;:", GOES_ON),
    ('“":—(*-¤', OPENER),
    ('"“”', QUOTES),
):
    ROLES[[ord(character) for character in _characters]] |= _role

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
    "$": "$＄﹩",
    "£": "£￡",
    "€": "€",
}
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁһӏαοινρτυκε", "aeopcyxijsdhlaoivptuke")
_APOSTROPHES = frozenset("'’‘ʼ`´＇‛")
_HYPHENS = frozenset("-‐‑\u00ad\ufe63\uff0d")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u200e\u200f")

_PLANE = 0x10000  # code points beyond it need no table
FOREIGN = 1
"""The folded letter of every letter that no word of a lexicon has."""
LONGEST_WORD = 24
"""Letters of the longest word that a lexicon may hold."""


def _fold(character: str) -> str:
    """The base letter in lower case, one character, always: 'É' -> 'e', 'İ' -> 'i'.

    Cyrillic and Greek letters that look like Latin ones are taken for these: a hedge spelt with
    them is still a hedge.
    """
    folded = unicodedata.normalize("NFKD", character)[0].lower()[0]
    return folded.translate(_LOOK_ALIKES)


class Tables:
    """What every code point is: its class (low byte) and folded letter (high byte), its mark.

    `word_masks` are, by class, all bits for letters and digits, else none.
    """

    def __init__(self) -> None:
        size = sys.maxunicode + 1
        self.word_masks = np.zeros(MARK + 1, np.uint64)
        self.word_masks[LOWER : DIGIT + 1] = ~np.uint64(0)
        self.entries = np.zeros(size, np.uint16)
        self.marks = np.zeros(size, np.uint16)
        # Han, kana and hangul are words that no lexicon knows; above them stand pictures.
        self.entries[0x3000:0xD800] = LOWER | FOREIGN << 8
        self.entries[0xD800:0xE000] = SPACE
        self.entries[_PLANE:] = MARK
        self.marks[:] = ord("¤")
        folded_mark = {c: m for m, characters in _FOLDED_MARKS.items() for c in characters}
        for code in chain(range(0x3000), range(0xF900, _PLANE)):
            self._describe(code, chr(code), folded_mark)

    def _describe(self, code: int, character: str, folded_mark: dict[str, str]) -> None:
        kind, folded = MARK, "\0"
        category = unicodedata.category(character)
        if character in _INVISIBLE or category in ("Mn", "Me"):
            kind = IGNORED
        elif character in _APOSTROPHES:
            kind, folded = APOSTROPHE, "'"
        elif character in _HYPHENS:
            kind, folded = HYPHEN, "-"
        elif character.isdigit():
            kind, folded = DIGIT, _fold(character)
        elif character.isalpha():
            kind, folded = UPPER if category in ("Lu", "Lt") else LOWER, _fold(character)
        elif character.isspace() or category in ("Cc", "Cs", "Cf"):
            kind, folded = SPACE, PARAGRAPH if character == PARAGRAPH else folded
        elif character in ".,":
            kind, folded = DOT if character == "." else COMMA, character
        letter = ord(folded) if ord(folded) < 128 else FOREIGN
        self.entries[code] = kind | letter << 8
        plain = character if " " < character < "\x7f" else "¤"
        self.marks[code] = ord(folded_mark.get(character, plain))


@functools.cache
def tables() -> Tables:
    """The tables, built once."""
    return Tables()
