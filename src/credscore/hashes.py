"""Words as numbers: 64 bits of folded letters that tell the words of a text apart, all at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from credscore.characters import LONGEST_WORD, tables

Ints = npt.NDArray[np.intp]
Kinds = npt.NDArray[np.uint8]


def codes_of(source: str) -> Ints:
    return np.frombuffer(source.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)


def padded(entries: npt.NDArray[np.uint16]) -> Kinds:
    """The folded letters, with room on both sides to read several at a time from any place."""
    letters = np.zeros(len(entries) + 2 * LONGEST_WORD, np.uint8)
    letters[LONGEST_WORD:-LONGEST_WORD] = entries >> 8
    return letters


def read(letters: Kinds, places: Ints, dtype: str) -> npt.NDArray[np.uint64]:
    """As many letters as `dtype` has bytes, from each of some places; the first one lowest."""
    shape = (len(letters) - np.dtype(dtype).itemsize + 1,)
    everywhere = np.ndarray(shape, dtype, letters, strides=(1,))  # overlapping integers
    return everywhere.take(places + LONGEST_WORD)


def hashed(letters: Kinds, starts: Ints, ends: Ints) -> npt.NDArray[np.uint64]:
    """64 bits that tell words of up to LONGEST_WORD letters apart."""
    length = ends - starts
    hashes = read(letters, starts, "<u8")
    hashes &= _MASKS.take(length, mode="clip")
    hashes *= _FACTORS[0]
    for turn, shift in enumerate(range(8, LONGEST_WORD, 8), 1):
        longer = (length > shift).nonzero()[0]
        more = read(letters, starts[longer] + shift, "<u8")
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
    letters = padded(tables().entries.take(codes_of("".join(words))))
    ends = np.cumsum([len(word) for word in words], dtype=np.intp)
    return hashed(letters, np.concatenate([[0], ends[:-1]]), ends)
