"""The words of all lexicons, and how every token of a text is looked up in them at once."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from credscore.characters import LONGEST_WORD
from credscore.errors import LexiconError
from credscore.hashes import hashes_of

Ints = npt.NDArray[np.intp]
Hashes = npt.NDArray[np.uint64]

FIRST_CODE = 0x2100
"""The first tape character of a vocabulary; marks and shape letters lie below."""
_BUCKETS = 1024
_MOST_TRIES = 1 << 16
_MOST_WORDS = 20_000  # two tape characters each, below the surrogates


class Vocabulary:
    """Words, numbered from 1 in alphabetical order, with two tape characters each.

    The first stands for the word in lower case, the second for the word with a capital.

    >>> vocabulary = Vocabulary(["denied", "may"])
    >>> vocabulary.find(hashes_of(["may", "mayor"])).tolist()
    [2, 0]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted(words))
        if len(self.words) > _MOST_WORDS:
            raise LexiconError(f"the lexicons hold {len(self.words)} words, at most {_MOST_WORDS}")
        self._numbers = {word: number for number, word in enumerate(self.words, 1)}
        longest = max(self.words, key=len, default="")
        if len(longest) > LONGEST_WORD:
            raise LexiconError(f"{longest!r} has more than {LONGEST_WORD} letters: remove it")
        self._hashes = np.concatenate([np.zeros(1, np.uint64), hashes_of(self.words)])
        if len(np.unique(self._hashes)) != len(self._hashes):
            raise LexiconError("two words of the lexicons share a hash: remove one")
        self.codes = (FIRST_CODE - 2 + 2 * np.arange(len(self._hashes))).astype(np.uint16)
        self.size = FIRST_CODE + 2 * len(self.words)
        self._build_table()

    def _build_table(self) -> None:
        """A hash table without collisions (hash and displace, Belazzougui et al. 2009).

        The low bits of a hash are its bucket; each bucket has the first odd factor that sends all
        of its words to free slots.
        """
        bits = max(10, (4 * len(self.words)).bit_length())
        self._shift = np.uint64(64 - bits)
        self._factors = np.ones(_BUCKETS, np.uint64)
        self._table = np.zeros(1 << bits, np.intp)
        hashes = self._hashes.tolist()
        buckets: dict[int, list[int]] = defaultdict(list)
        for number in range(1, len(hashes)):
            buckets[hashes[number] % _BUCKETS].append(number)
        taken: set[int] = set()
        for bucket, numbers in sorted(buckets.items(), key=lambda item: -len(item[1])):
            for factor in range(1, _MOST_TRIES, 2):
                slots = {hashes[n] * factor % (1 << 64) >> (64 - bits) for n in numbers}
                if len(slots) == len(numbers) and taken.isdisjoint(slots):
                    break
            else:
                raise LexiconError("the lexicons hold too many words for vocabulary.py")
            taken |= slots
            self._factors[bucket] = factor
            for number in numbers:
                self._table[hashes[number] * factor % (1 << 64) >> (64 - bits)] = number

    def _slots(self, hashes: Hashes) -> Ints:
        factors = self._factors.take((hashes % np.uint64(_BUCKETS)).view(np.intp))
        return ((hashes * factors) >> self._shift).view(np.intp)

    def find(self, hashes: Hashes) -> Ints:
        """The number of the word of every hash, 0 where it is no word of the vocabulary."""
        numbers = self._table.take(self._slots(hashes))
        numbers *= self._hashes.take(numbers) == hashes
        return numbers

    def marked(self, words: Iterable[str]) -> npt.NDArray[np.bool_]:
        """For every number, whether it is that of one of `words`."""
        marks = np.zeros(len(self._hashes), np.bool_)
        marks[[self._numbers[word] for word in words]] = True
        return marks

    def code(self, word: str) -> int:
        """The tape character of a word in lower case; the next one is the word with a capital."""
        return FIRST_CODE - 2 + 2 * self._numbers[word]
