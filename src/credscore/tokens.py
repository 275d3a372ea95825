"""Splits a string into words and marks, all at once, with NumPy.

A token is a word or a single mark. Apostrophes and hyphens join letters, full stops join initials
(U.S.), commas and points join digits; the genitive 's is a token of its own.
"""

from collections.abc import Sequence
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
    LONGEST_WORD,
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

_HEADING_TOKENS = 10  # a line of at most this many words and marks before a capital is a heading
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
    codes = _codes(source)
    entries = tables().entries.take(codes)
    kinds = entries.astype(np.uint8)
    borders = np.zeros(1, np.intp) if borders is None else borders
    ignored = kinds == IGNORED
    visible = (~ignored).nonzero()[0] if ignored.any() else None
    if visible is not None:
        codes, entries, kinds = codes[visible], entries[visible], kinds[visible]
        borders = visible.searchsorted(borders)
    word = (kinds >= LOWER) & (kinds <= DIGIT)
    genitives = _join(codes, kinds, word)
    mark = ~word & (kinds >= APOSTROPHE)
    mark[borders] = True
    edge = np.zeros(len(codes) + 1, np.bool_)
    edge[:-1] = word
    edge[1:] ^= word
    starting = edge[:-1] & word
    starting |= mark
    starting[genitives] = True
    ending = edge[1:] & word
    ending |= mark
    ending[genitives - 1] = True
    starts, ends = starting.nonzero()[0], ending.nonzero()[0] + 1
    breaks = _paragraph_breaks(codes, kinds, borders, starts, ends)
    if len(breaks):
        following = starts.searchsorted(breaks)
        starts = np.insert(starts, following, breaks)
        ends = np.insert(ends, following, breaks + 1)
    words = word.take(starts)
    letters = _padded(entries)
    capital = kinds.take(starts) == UPPER
    shape = _shape(codes, kinds, letters, words, capital, starts, ends)
    hashes = _hashes(letters, starts, ends)
    if visible is not None:
        starts, ends = visible[starts], visible[ends - 1] + 1
    return Tokens(starts, ends, hashes, words, capital, shape, shape.tobytes().decode("utf-16-le"))


def _join(codes: Ints, kinds: Kinds, word: Bools) -> Ints:
    """Marks in `word` what joins letters or digits; returns where a genitive 's begins."""
    inner = ((kinds >= APOSTROPHE) & (kinds <= COMMA)).nonzero()[0]
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


def _paragraph_breaks(codes: Ints, kinds: Kinds, borders: Ints, starts: Ints, ends: Ints) -> Ints:
    """Where lines end a paragraph; a single break inside a sentence is only a space.

    A line ends a paragraph where it is followed by an empty one, or ends like a sentence, or is
    followed by an item of a list, or is short and followed by a longer one with a capital.
    """
    lines: Ints = (codes == ord("\n")).nonzero()[0]
    if not len(lines):
        return lines
    following = starts.searchsorted(lines)
    groups = np.diff(following, prepend=-1).nonzero()[0]
    several = np.diff(groups, append=len(lines)) > 1
    breaks, following = lines[groups], following[groups]
    last, first = ends[following - 1] - 1, starts.take(following, mode="clip")
    inside = (following < len(starts)) & (kinds[last] != SPACE) & (kinds[first] != SPACE)
    earlier = lines[groups - 1]
    earlier[0] = 0
    begins = np.maximum(earlier, borders[borders.searchsorted(breaks) - 1])
    begins = np.maximum(begins, breaks - _LONGEST_LINE)
    border = np.append(borders, len(codes))[borders.searchsorted(first, "right")]
    following_line = np.minimum(np.append(breaks[1:], len(codes)), border) - first
    heading = 3 * (last - begins) < 2 * following_line  # lines that were wrapped are alike
    heading &= following - starts.searchsorted(begins) <= _HEADING_TOKENS
    goes_on = _OPENS_LINE.take(codes[first], mode="clip") | (heading & (kinds[first] == UPPER))
    stops = _ENDS_LINE.take(codes[last], mode="clip")
    found: Ints = breaks[several | (inside & (stops | goes_on))]
    return found


def _padded(entries: npt.NDArray[np.uint16]) -> Kinds:
    """The folded letters, with room on both sides to read several at a time from any place."""
    letters = np.zeros(len(entries) + 2 * LONGEST_WORD, np.uint8)
    letters[LONGEST_WORD:-LONGEST_WORD] = entries >> 8
    return letters


def _read(letters: Kinds, places: Ints, dtype: str) -> npt.NDArray[np.uint64]:
    """As many letters as `dtype` has bytes, from each of some places; the first one lowest."""
    shape = (len(letters) - np.dtype(dtype).itemsize + 1,)
    everywhere = np.ndarray(shape, dtype, letters, strides=(1,))  # overlapping integers
    return everywhere.take(places + LONGEST_WORD)


def _hashes(letters: Kinds, starts: Ints, ends: Ints) -> npt.NDArray[np.uint64]:
    """64 bits that tell words of up to LONGEST_WORD letters apart."""
    length = ends - starts
    hashes = _read(letters, starts, "<u8")
    hashes &= _MASKS.take(length, mode="clip")
    hashes *= _FACTORS[0]
    for turn, shift in enumerate(range(8, LONGEST_WORD, 8), 1):
        longer = (length > shift).nonzero()[0]
        more = _read(letters, starts[longer] + shift, "<u8")
        more &= _MASKS.take(length[longer] - shift, mode="clip")
        hashes[longer] += more * _FACTORS[turn]
    hashes[length > LONGEST_WORD] = 0
    return hashes


_MASKS = np.array([(1 << 8 * letters) - 1 for letters in range(9)], np.uint64)
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64)


def hashes_of(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """The hashes of the words of a lexicon, as Tokens have them for words of a text.

    >>> denied, denies, capital = hashes_of(["denied", "denies", "Denied"]).tolist()
    >>> denied == denies, denied == capital
    (False, True)
    """
    letters = _padded(tables().entries.take(_codes("".join(words))))
    ends = np.cumsum([len(word) for word in words], dtype=np.intp)
    return _hashes(letters, np.concatenate([[0], ends[:-1]]), ends)


def _codes(source: str) -> Ints:
    return np.frombuffer(source.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)


_S = ord("s")
_ENDINGS = [
    (8 * (4 - len(ending)), int.from_bytes(ending.encode(), "little"))
    for ending in ("ly", "ed", "ing")
]
_SHAPES = np.full(64, ord(CAPITALS), np.uint16)
_SHAPES[:32] = ord(NAME)
_SHAPES[:16] = ord(PLAIN)
_SHAPES[[1, 2, 4, 8]] = [ord(letter) for letter in (PLURAL, LY, ED, ING)]


def _shape(
    codes: Ints, kinds: Kinds, letters: Kinds, words: Bools, capital: Bools,
    starts: Ints, ends: Ints,
) -> npt.NDArray[np.uint16]:  # fmt: skip
    length = ends - starts
    last = _read(letters, ends - 4, "<u4")
    form = (last >> 24 == _S).view(np.uint8)
    for bit, (places, ending) in enumerate(_ENDINGS, 1):
        form |= (last >> places == ending).view(np.uint8) << bit
    form *= length > 3
    loud = kinds.take(starts + 1, mode="clip") != LOWER
    loud &= (kinds.take(ends - 1) == UPPER) & (length > 1)
    form |= capital.view(np.uint8) << 4
    form |= (capital & loud).view(np.uint8) << 5
    shape: npt.NDArray[np.uint16] = _SHAPES.take(form)
    numbers = (kinds.take(starts) == DIGIT).nonzero()[0]
    shape[numbers] = ord(NUMBER)
    digits = last[numbers].astype("<u4").view(np.uint8).reshape(-1, 4)
    year = (length[numbers] == 4) & (digits[:, 0] <= ord("2"))
    year &= ((digits >= ord("0")) & (digits <= ord("9"))).all(axis=1) & (digits[:, 0] > ord("0"))
    shape[numbers[year]] = ord(YEAR)
    marks = (~words).nonzero()[0]
    characters = tables().marks.take(codes[starts[marks]])
    characters[kinds[starts[marks]] == SPACE] = ord(PARAGRAPH)
    shape[marks] = characters
    return shape
