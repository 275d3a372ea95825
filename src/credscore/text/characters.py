"""Tables of all Unicode code points: the class, the folded letter and the tape mark of each.

They fold case, accents, curly apostrophes, all kinds of hyphens and zero-width characters. Folding
moves no offset.
"""

import functools
import re
import sys
import unicodedata
from itertools import islice

import numpy as np
import numpy.typing as npt

SPACE, LOWER, UPPER, DIGIT, IGNORED, APOSTROPHE, HYPHEN, DOT, COMMA, AMPERSAND, MARK = range(11)

# A word that no lexicon holds has a shape letter on the tape. In this order: any other lower-case
# word, one in -ly, -ed, -ing or -s, a capitalised word, one all in capitals, a number, a year.
SHAPE_LETTERS = "wlegsNX0Y"
PLAIN, LY, ED, ING, PLURAL, NAME, CAPITALS, NUMBER, YEAR = tuple(SHAPE_LETTERS)
PARAGRAPH = "\n"
SHAPES = {
    "lower": PLAIN + PLURAL + LY + ED + ING, "ly": LY, "ed": ED, "ing": ING, "plural": PLURAL,
    "number": NUMBER + YEAR, "year": YEAR, "capitals": CAPITALS, "name": NAME + CAPITALS,
}  # fmt: skip
"""Shape letters by the class that they are of in patterns."""

STOP, CLOSER, BREAK, GOES_ON, DIGITS, OPENER, QUOTES = 1, 2, 4, 8, 16, 32, 64
"""Roles of a shape letter or mark. STOP ends a sentence. CLOSER may close it behind the stop. BREAK
ends a paragraph. GOES_ON shows that a sentence goes on. DIGITS is a number. OPENER opens a part of
a sentence. QUOTES opens or closes a quotation."""
UNLESS_OPENED, ANY_CASE = 128, 256
"""Bits of sentences.ABBREVIATIONS beside roles. UNLESS_OPENED: the next word must open no sentence.
ANY_CASE: the abbreviation may begin with a small letter."""
BEHIND_BRACKETS, BEHIND_WORDS, ANYWHERE = range(3)
"""Where a common word with a capital begins a sentence without a stop before it: only behind a
closing bracket; also behind a small word that opens no sentence; behind any word."""
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
    "“": "“„‟«″",
    "”": "”»",
    '"': '"＂',
    "'": "'’‘‛ʻʼ`´＇",
    "—": "—―–‒−",
    "(": "(（",
    ")": ")）",
    "…": "…",
    "!": "!！‼",
    "?": "?？⁉",
    ".": ".．",
    ",": ",，",
    "$": "$＄﹩¢¥₩₪₫₱₦₹₺₽฿",
    "£": "£￡",
    "€": "€",
}
_LOOK_ALIKES = dict(zip("аеорсухіјѕԁһӏαοινρτυκε", "aeopcyxijsdhlaoivptuke", strict=True))
_CLASSES = {
    "Ll": LOWER, "Lm": LOWER, "Lo": UPPER, "Lu": UPPER, "Lt": UPPER, "Nd": DIGIT,
    "Mn": IGNORED, "Me": IGNORED, "Zs": SPACE, "Zl": SPACE, "Zp": SPACE,
    "Cc": SPACE, "Cs": SPACE, "Cf": SPACE,
}  # fmt: skip
"""By Unicode's general category the class of a character; all others are marks.

Letters that have no case count as capitals: in English such words are names.
"""
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u200e\u200f"
_UNSEEN = "\r" + _HIDDEN
_UNUSUAL = re.compile("[^\x00-\xbf\u2000-\u206f]")
"""What may be a letter with an accent, or an accent: a wide range would compile slowly."""
_EXCEPTIONS = (
    (SPACE, PARAGRAPH, PARAGRAPH),
    (DOT, ".", "."),
    (COMMA, ",", ","),
    (AMPERSAND, "&", "&＆"),
    (APOSTROPHE, "'", "'’‘ʻʼ`´＇‛"),
    (HYPHEN, "-", "-‐‑\ufe63\uff0d"),
    (IGNORED, "\0", _HIDDEN),
)
"""Class, folded letter and the characters that have them, whatever their category."""

_PLANE = 0x10000  # the tables end here; all code points above are of one class
FOREIGN = 1  # the folded letter of letters that no lexicon uses
FIRST_CODE = 0x2100
"""The first tape character of the words of lexicons; marks and shape letters lie below."""
KEEPS_MEANING, BESIDE_NUMBER, ALWAYS_NAME, ACRONYM = 1, 2, 4, 8
"""How a capitalised word of the lexicons is read inside a sentence. KEEPS_MEANING: as the word.
BESIDE_NUMBER: as the word beside a number only. ALWAYS_NAME: as a name, even if every word has a
capital. ACRONYM: as a name if only its own letters are all capitals. Without any of these bits it
is a name, unless every word has a capital."""
LONGEST_WORD = 24  # letters of the longest word that a lexicon may hold


class Tables:
    """Arrays by code point: in `entries` folded letter (high byte) and class, in `marks` the mark.

    `word_masks` has all bits set for the classes of letters and digits, none for other classes.
    """

    def __init__(self) -> None:
        size = sys.maxunicode + 1
        self.word_masks = np.zeros(MARK + 1, np.uint64)
        self.word_masks[LOWER : DIGIT + 1] = ~np.uint64(0)
        self.entries = np.zeros(size, np.uint16)
        self.marks = np.zeros(size, np.uint16)
        # Above the tables: Han, kana and hangul are read as names, then come pictures.
        self.entries[0x3000:0xD800] = UPPER | FOREIGN << 8
        self.entries[0xD800:0xE000] = SPACE
        self.entries[_PLANE:] = MARK
        self.marks[:] = ord("¤")
        self.marks[0x21:0x7F] = range(0x21, 0x7F)
        for mark, characters in _FOLDED_MARKS.items():
            self.marks[[ord(character) for character in characters]] = ord(mark)
        for codes in (range(0x3000), range(0xF900, _PLANE)):
            self.entries[codes.start : codes.stop] = [_entry(chr(code)) for code in codes]
        for kind, folded, characters in _EXCEPTIONS:
            for character in characters:
                self.entries[ord(character)] = kind | ord(folded) << 8


def _entry(character: str) -> int:
    """Class and folded letter of a character, exceptions aside.

    The folded letter is the base letter in lower case. A letter that looks like a Latin one counts
    as that one.
    """
    kind = _CLASSES.get(unicodedata.category(character), MARK)
    if kind == MARK and character.isdigit():  # such as ²
        kind = DIGIT
    if kind not in (LOWER, UPPER, DIGIT):
        return kind
    letter = unicodedata.normalize("NFKD", character)[0].lower()[0]
    letter = _LOOK_ALIKES.get(letter, letter)
    return kind | (ord(letter) if letter.isascii() else FOREIGN) << 8


def visible(source: str) -> str:
    """The text without invisible characters; the text itself if it has none."""
    for character in "\r" if source.isascii() else _UNSEEN:
        if character in source:  # faster than `replace` if there are none
            source = source.replace(character, "")
    return source


def unseen_places(source: str) -> npt.NDArray[np.intp]:
    """The places of the invisible characters of a source, in ascending order."""
    places = (re.finditer(character, source) for character in _UNSEEN if character in source)
    return np.sort(np.array([match.start() for matches in places for match in matches], np.intp))


def place_behind(source: str, count: int) -> int:
    """The place in a source behind its first `count` visible characters."""
    if visible(source) is source:
        return count
    return next(
        islice(
            (at for at, character in enumerate(source, 1) if visible(character)), count - 1, None
        )
    )


def without_accents(text: str) -> str:
    """The text with A or a in place of letters with accents; its length stays the same.

    So names of all languages are matched alike. A letter of a script without case counts as a
    capital.
    """
    return text if text.isascii() else _UNUSUAL.sub(_plain_letter, text)


def _plain_letter(letter: re.Match[str]) -> str:
    character = letter[0]
    if not ("\u00c0" <= character <= "\u1fff" or "\u3040" <= character <= "\ud7ff"):
        return character
    return "a" if character.islower() or not character.isalpha() else "A"


@functools.cache
def tables() -> Tables:
    return Tables()
