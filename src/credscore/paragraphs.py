"""Tells the ends of paragraphs from lines that were only wrapped."""

import functools

import numpy as np
import numpy.typing as npt

from credscore.characters import HYPHEN, LOWER, SPACE, UPPER
from credscore.hashes import hashed, hashes_of

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.uint8]

TITLES = (
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj sr jr st vs no inc ltd co corp hon rev "
    "pres supt det insp"
)
"""Abbreviations after whose full stop a sentence goes on."""
_HEADING_TOKENS = 10  # a line of at most this many words and marks before a capital is a heading
_STOPS = np.zeros(1 << 16, np.bool_)
_STOPS[[ord(mark) for mark in ".!?…"]] = True
_CLOSES = np.zeros(1 << 16, np.bool_)
_CLOSES[[ord(mark) for mark in "\"”'’)]"]] = True
_OPENS_LINE = np.zeros(1 << 16, np.bool_)
_OPENS_LINE[[ord(mark) for mark in "-*•"]] = True


def paragraph_breaks(
    codes: Ints, kinds: Kinds, letters: Kinds, borders: Ints, starts: Ints, ends: Ints
) -> Ints:
    """Where lines end a paragraph; a single break inside a sentence is only a space.

    A line ends a paragraph where it is followed by an empty one, or ends like a sentence, or is
    followed by an item of a list, or is short and followed by a longer one with a capital. Lengths
    count tokens, so that neither names nor spaces matter.
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
    bounds = np.append(starts.searchsorted(borders), len(starts))
    piece = bounds.searchsorted(following, "right")
    length = following - np.maximum(np.append(0, following[:-1]), bounds[piece - 1] + 1)
    next_length = np.minimum(np.append(following[1:], len(starts)), bounds.take(piece, mode="clip"))
    next_length -= following
    heading = 3 * length <= 2 * next_length  # lines that were wrapped are alike
    heading &= (length <= _HEADING_TOKENS) & (kinds[first] == UPPER)
    ended = _ends_a_sentence(codes, kinds, letters, starts, following - 1, first)
    listed = kinds.take(first + 1, mode="clip") != HYPHEN  # an item; two hyphens are a dash
    ended |= _OPENS_LINE.take(codes[first], mode="clip") & listed
    ended = several | (inside & ended)
    # nor does a heading stand amid a paragraph
    heading[1:] &= (ended | heading)[:-1] | (piece[1:] > piece[:-1])
    found: Ints = breaks[ended | (inside & heading)]
    return found


def _ends_a_sentence(
    codes: Ints, kinds: Kinds, letters: Kinds, starts: Ints, final: Ints, first: Ints
) -> Bools:
    """Whether lines with these `final` tokens end in a stop, before marks that close at most.

    A full stop ends nothing before a `first` letter in lower case, nor after an initial or a title.
    """
    closed = np.zeros(len(final), np.intp)
    for _ in range(2):
        closed += _CLOSES.take(codes[starts[final - closed]], mode="clip")
    stops = codes[starts[final - closed]]
    before = starts[np.maximum(final - closed - 1, 0)]
    size = starts[final - closed] - before
    point = stops == ord(".")
    abbreviated = point & (closed == 0) & (kinds[before] == UPPER)
    named = (abbreviated & (size > 1)).nonzero()[0]
    hashes = hashed(letters, before[named], before[named] + size[named])
    abbreviated &= size == 1
    abbreviated[named] = np.isin(hashes, _titles())
    goes_on = abbreviated | ((kinds[first] == LOWER) & (point | (closed > 0)))
    found: Bools = _STOPS.take(stops, mode="clip") & ~goes_on
    return found


@functools.cache
def _titles() -> npt.NDArray[np.uint64]:
    return hashes_of(TITLES.split())
