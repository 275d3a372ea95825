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
from credscore.hashes import codes_of, hashed, padded, read
from credscore.paragraphs import paragraph_breaks

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.uint8]


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
    codes = codes_of(source)
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
    letters = padded(entries)
    breaks = paragraph_breaks(codes, kinds, letters, borders, starts, ends)
    if len(breaks):
        following = starts.searchsorted(breaks)
        starts = np.insert(starts, following, breaks)
        ends = np.insert(ends, following, breaks + 1)
    words = word.take(starts)
    capital = kinds.take(starts) == UPPER
    shape = _shape(codes, kinds, letters, words, capital, starts, ends)
    hashes = hashed(letters, starts, ends)
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
    last = read(letters, ends - 4, "<u4")
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
