"""Splits a string into words and marks, all at once, with NumPy.

A token is a word or a single mark. Apostrophes and hyphens join letters, full stops join initials
(U.S.), commas and points join digits; the genitive 's is a token of its own.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.characters import (
    APOSTROPHE,
    CAPITALS,
    COMMA,
    DIGIT,
    DOT,
    ED,
    HYPHEN,
    IGNORED,
    ING,
    LOWER,
    LY,
    NAME,
    NUMBER,
    PARAGRAPH,
    PLAIN,
    PLURAL,
    SPACE,
    UPPER,
    YEAR,
    tables,
)

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]

_HEADING_SPACES = 8  # a line of at most this many spaces before a capital is a heading
_LONGEST_LINE = 400
_ENDS_LINE = np.zeros(1 << 16, np.bool_)
_ENDS_LINE[[ord(mark) for mark in '.!?:;"”’)…']] = True
_OPENS_LINE = np.zeros(1 << 16, np.bool_)
_OPENS_LINE[[ord(mark) for mark in "-*•"]] = True


class Tokens(NamedTuple):
    """Arrays with one entry per token, and `shapes`, a string with one character per token."""

    starts: Ints
    ends: Ints
    hashes: npt.NDArray[np.uint64]
    words: Bools
    capital: Bools
    shape_codes: npt.NDArray[np.uint16]
    shapes: str


def tokenise(source: str, borders: Ints | None = None) -> Tokens:
    """The tokens of a string, in time proportional to its length.

    `borders` are places of characters that part one piece of the string from the next: each is a
    token of its own, a paragraph's end. The string must begin with one.

    >>> tokenise("\\0The U.S. envoy’s reply: “No.”").shapes
    '\\nNX.wwl:“N.”'
    """
    codes: Codes = np.frombuffer(source.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = tables().kinds.take(codes)
    borders = np.zeros(1, np.intp) if borders is None else borders
    word = (kinds >= LOWER) & (kinds <= IGNORED)
    genitives = _join(codes, kinds, word)
    mark = ~word & (kinds >= APOSTROPHE)
    mark[borders] = True
    mark[_paragraph_breaks(codes, kinds, borders)] = True
    size = len(codes)
    edge = np.zeros(size + 1, np.bool_)
    edge[:size] = word
    edge[1:] ^= word
    starting = edge[:size] & word
    ending = edge[1:] & word
    starting |= mark
    ending |= mark
    starting[genitives] = True
    ending[genitives - 1] = True
    starts, ends = np.flatnonzero(starting), np.flatnonzero(ending) + 1
    hashes = _hash(codes, kinds, starts, ends)
    words = word[starts]
    capital = kinds[starts] == UPPER
    shape = _shape(codes, kinds, words, capital, starts, ends)
    return Tokens(starts, ends, hashes, words, capital, shape, shape.tobytes().decode("utf-16-le"))


def _join(codes: Codes, kinds: Kinds, word: Bools) -> Ints:
    """Marks in `word` what joins letters or digits; returns where a genitive 's begins."""
    inner = np.flatnonzero((kinds >= APOSTROPHE) & (kinds <= COMMA))
    inner = inner[(inner > 0) & (inner < len(kinds) - 1)]
    here, before, after = kinds[inner], kinds[inner - 1], kinds[inner + 1]
    joined = word[inner - 1] & word[inner + 1]
    further = kinds[inner - 2]
    initial = (before == UPPER) & ((further < LOWER) | (further == DOT))
    digits = (before == DIGIT) & (after == DIGIT)
    joined &= (here <= HYPHEN) | digits | ((here == DOT) & initial)
    word[inner[joined]] = True
    apostrophes = inner[joined & (here == APOSTROPHE)]
    ess = (codes[apostrophes + 1] | 32) == ord("s")
    last = apostrophes + 2 >= len(word)
    last |= ~word[np.minimum(apostrophes + 2, len(word) - 1)]
    found: Ints = apostrophes[ess & last]
    return found


def _paragraph_breaks(codes: Codes, kinds: Kinds, borders: Ints) -> Ints:
    """Where lines end a paragraph; a single break inside a sentence is only a space.

    A line ends a paragraph where it is followed by an empty one, or ends like a sentence, or is
    followed by an item of a list, or is short and followed by a capital.
    """
    lines = np.flatnonzero(codes == ord("\n"))
    if not len(lines):
        return lines
    solid = kinds != SPACE
    solid[borders] = True
    places = np.flatnonzero(solid)
    following = places.searchsorted(lines)
    groups = np.flatnonzero(np.diff(following, prepend=-1))
    several = np.diff(groups, append=len(lines)) > 1
    breaks, following = lines[groups], following[groups]
    last, first = places[following - 1], places.take(following, mode="clip")
    inside = (following < len(places)) & (kinds[last] != SPACE) & (kinds[first] != SPACE)
    begins = np.maximum(lines[groups - 1], borders[borders.searchsorted(breaks) - 1])
    begins[0] = 0
    begins = np.maximum(begins, breaks - _LONGEST_LINE)
    spaces = np.flatnonzero(codes == ord(" "))
    short = spaces.searchsorted(breaks) - spaces.searchsorted(begins) <= _HEADING_SPACES
    ends = _ENDS_LINE.take(codes[last], mode="clip") | (short & (kinds[first] == UPPER))
    ends |= _OPENS_LINE.take(codes[first], mode="clip")
    found: Ints = breaks[several | (inside & ends)]
    return found


def _hash(codes: Codes, kinds: Kinds, starts: Ints, ends: Ints) -> npt.NDArray[np.uint64]:
    known = tables()
    size = len(codes)
    total = np.zeros(size + 1, np.uint64)
    values = known.values.take(codes)
    if (kinds == IGNORED).any():
        position = np.arange(size + 1)
        position[1:] -= np.cumsum(kinds == IGNORED)
        values *= known.powers[position[:-1]]
        shift = known.inverse_powers[position[starts]]
    else:
        values *= known.powers[:size]
        shift = known.inverse_powers.take(starts)
    np.cumsum(values, out=total[1:])
    hashes = total.take(ends)
    hashes -= total.take(starts)
    hashes *= shift
    return hashes


def _shape(
    codes: Codes, kinds: Kinds, words: Bools, capital: Bools, starts: Ints, ends: Ints
) -> npt.NDArray[np.uint16]:
    firsts, length = codes.take(starts), ends - starts
    endings = _ENDING_LAST.take(codes.take(ends - 1), mode="clip")
    endings |= _ENDING_SECOND.take(codes.take(ends - 2, mode="clip"), mode="clip")
    endings |= _ENDING_THIRD.take(codes.take(ends - 3, mode="clip"), mode="clip")
    endings[length <= 3] = 0
    shape = _SHAPE_OF_ENDING.take(endings)
    shape[capital] = ord(NAME)
    second = kinds.take(starts + 1, mode="clip")
    loud = capital & (length > 1) & (kinds.take(ends - 1) == UPPER) & (second != LOWER)
    shape[loud] = ord(CAPITALS)
    numbers = np.flatnonzero(kinds.take(starts) == DIGIT)
    shape[numbers] = ord(NUMBER)
    year = (length[numbers] == 4) & (kinds[ends[numbers] - 1] == DIGIT)
    year &= (firsts[numbers] == ord("1")) | (firsts[numbers] == ord("2"))
    shape[numbers[year]] = ord(YEAR)
    marks = np.flatnonzero(~words)
    characters = tables().marks.take(firsts[marks])
    characters[kinds[starts[marks]] == SPACE] = ord(PARAGRAPH)
    shape[marks] = characters
    return shape


def _ending_table(places: dict[str, int]) -> Kinds:
    table = np.zeros(128, np.uint8)
    for letter, bit in places.items():
        table[[ord(letter), ord(letter.upper())]] = bit
    table[127] = 0
    return table


# The endings -s, -ly, -ed, -ing as sums of one bit for each letter at its place from the end.
_ENDING_LAST = _ending_table({"s": 1, "y": 2, "d": 3, "g": 4})
_ENDING_SECOND = _ending_table({"l": 8, "e": 16, "n": 24})
_ENDING_THIRD = _ending_table({"i": 32})
_SHAPE_OF_ENDING = np.full(64, ord(PLAIN), np.uint16)
for _bits in range(64):
    if _bits & 7 == 1:
        _SHAPE_OF_ENDING[_bits] = ord(PLURAL)
    elif _bits & 31 == 2 + 8:
        _SHAPE_OF_ENDING[_bits] = ord(LY)
    elif _bits & 31 == 3 + 16:
        _SHAPE_OF_ENDING[_bits] = ord(ED)
    elif _bits == 4 + 24 + 32:
        _SHAPE_OF_ENDING[_bits] = ord(ING)
