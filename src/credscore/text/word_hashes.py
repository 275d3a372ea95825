"""Computes the hashes of words, and looks words up by their hashes."""

from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.text._passes import hash_of
from credscore.text.characters import tables


def hashes_of(words: Iterable[str]) -> list[int]:
    """The hashes of words, equal to those that `split` writes for words of a text.

    >>> denied, denies, capital = hashes_of(["denied", "denies", "Denied"])
    >>> denied == denies, denied == capital
    (False, True)
    """
    words = list(words)
    letters = np.frombuffer("".join(words).encode("utf-32-le"), "<u4")
    folded = tables().entries[letters].data
    ends = accumulate(map(len, words))
    return [hash_of(folded, end - len(word), end) for word, end in zip(words, ends, strict=True)]


class WordTable:
    """Looks up a number for each of many words by their hashes; 0 for all other words.

    >>> table = WordTable({"ship": 3})
    >>> table.of(np.array(hashes_of(["ship", "sea"]), np.uint64)).tolist()
    [3, 0]
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        by_hash = dict(zip(hashes_of(numbers), numbers.values(), strict=True))
        unused = 63  # how many bits of a hash are dropped; the others give each word its own slot
        while len({word_hash >> unused for word_hash in by_hash}) < len(by_hash):
            unused -= 1
        slots, size = [word_hash >> unused for word_hash in by_hash], 1 << 64 - unused
        self._unused, self._hashes = np.uint64(unused), np.zeros(size, np.uint64)
        self._hashes[slots] = list(by_hash)
        self._numbers = np.zeros(size, np.min_scalar_type(max(by_hash.values())))
        self._numbers[slots] = list(by_hash.values())

    def of(self, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.unsignedinteger[Any]]:
        """The number of each word; the result has the shape of `hashes`."""
        slots = (hashes >> self._unused).view(np.intp)
        numbers: npt.NDArray[np.unsignedinteger[Any]] = self._numbers.take(slots)
        numbers *= self._hashes.take(slots) == hashes
        return numbers


_ENDINGS = np.array(hashes_of("sde"), np.uint64)[:, np.newaxis]


def inflections(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The hashes of words with and without the endings s, d and ed, shape (7, words).

    If a word does not have an ending to drop, its entry is the hash of no word.

    >>> sink, sinks = np.array(hashes_of(["sink", "sinks"]), np.uint64)
    >>> bool((inflections(np.array([sink])) == sinks).any())
    True
    """
    left, right = np.uint64(5), np.uint64(59)
    longer = (hashes << left | hashes >> right) ^ _ENDINGS
    shorter = hashes ^ _ENDINGS[:2]
    shorter = shorter >> left | shorter << right
    with_e, without_d = longer[2:], shorter[1:] ^ _ENDINGS[2]
    with_ed = (with_e << left | with_e >> right) ^ _ENDINGS[1]
    without_ed = without_d >> left | without_d << right
    return np.concatenate([hashes[np.newaxis], longer[:2], shorter, with_ed, without_ed])
