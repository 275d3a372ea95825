"""The hashes of the words of lexicons."""

import functools
from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from credscore.text._passes import hash_of
from credscore.text.characters import tables

_HALF = np.uint64(32)


def hashes_of(words: Iterable[str]) -> list[int]:
    """The hashes of the words of a lexicon, as `split` writes them for words of a text.

    >>> denied, denies, capital = hashes_of(["denied", "denies", "Denied"])
    >>> denied == denies, denied == capital
    (False, True)
    """
    words = list(words)
    letters = np.frombuffer("".join(words).encode("utf-32-le"), "<u4")
    folded = tables().entries[letters].data
    ends = accumulate(map(len, words))
    return [hash_of(folded, end - len(word), end) for word, end in zip(words, ends, strict=True)]


def slotted(hashes: Sequence[int], empty: int = 0) -> tuple[npt.NDArray[np.uint64], list[int]]:
    """A table that has each hash in a slot of its own, `empty` elsewhere, and the slots.

    The slot of a hash is `slots_of` it; the size of the table is a power of two.
    """
    size = 1
    while len({word_hash >> 32 & size - 1 for word_hash in hashes}) < len(hashes):
        size *= 2
    slots = [word_hash >> 32 & size - 1 for word_hash in hashes]
    table = np.full(size, empty, np.uint64)
    table[slots] = hashes
    return table, slots


def slots_of(hashes: npt.NDArray[np.uint64], table: npt.NDArray[np.uint64]) -> npt.NDArray[np.intp]:
    """Where each hash stands in a table of `slotted`, if it does.

    >>> table, slots = slotted(hashes_of(["ship", "sea"]))
    >>> slots_of(table[slots], table).tolist() == slots
    True
    """
    slots: npt.NDArray[np.intp] = (hashes >> _HALF).view(np.intp) & (len(table) - 1)
    return slots


@functools.cache
def _endings() -> npt.NDArray[np.uint64]:
    return np.array(hashes_of("sde"), np.uint64)


def inflections(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The hashes of words with and without the endings s, d and ed, shape (7, words).

    A hash that has no such ending gives one that is the hash of no word.

    >>> sink, sinks = np.array(hashes_of(["sink", "sinks"]), np.uint64)
    >>> bool((inflections(np.array([sink])) == sinks).any())
    True
    """
    s, d, e = _endings()
    left, right = np.uint64(5), np.uint64(59)

    def longer(words: npt.NDArray[np.uint64], letter: np.uint64) -> npt.NDArray[np.uint64]:
        return (words << left | words >> right) ^ letter

    def shorter(words: npt.NDArray[np.uint64], letter: np.uint64) -> npt.NDArray[np.uint64]:
        words = words ^ letter
        return words >> left | words << right

    return np.stack([
        hashes, longer(hashes, s), shorter(hashes, s), longer(hashes, d), shorter(hashes, d),
        longer(longer(hashes, e), d), shorter(shorter(hashes, d), e),
    ])  # fmt: skip
