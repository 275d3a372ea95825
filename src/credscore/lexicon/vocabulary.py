"""The numbered words of all lexicons, and the hash table that finds the words of a text in them."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from credscore.errors import LexiconError
from credscore.patterns import Arrays
from credscore.text import FIRST_CODE, LONGEST_WORD, hashes_of

_MOST_WORDS = 20_000  # two tape characters each, below the surrogates


class Vocabulary:
    """Words, numbered from 1 in the given order, with two tape characters each.

    The first character stands for the word in lower case, the second for the word with a capital.

    `slots` is a hash table of the numbers with linear probing. Its length is a power of two. The
    upper half of a hash gives the first slot; 0 marks a free slot. `hashes` has the hash of every
    number.

    >>> vocabulary = Vocabulary(["denied", "may"])
    >>> vocabulary.code("may") - vocabulary.code("denied")
    2
    """

    def __init__(self, words: Iterable[str], arrays: Arrays | None = None) -> None:
        forms = bytes(arrays["forms"]).decode().split() if arrays else words
        self.words = tuple(dict.fromkeys(forms))
        if len(self.words) > _MOST_WORDS:
            raise LexiconError(f"the lexicons hold {len(self.words)} words, at most {_MOST_WORDS}")
        self._numbers = {word: number for number, word in enumerate(self.words, 1)}
        longest = max(self.words, key=len, default="")
        if len(longest) > LONGEST_WORD:
            raise LexiconError(f"{longest!r} has more than {LONGEST_WORD} letters: remove it")
        self.size = FIRST_CODE + 2 * len(self.words)
        if arrays:
            self.hashes, self.slots = arrays["hashes"], arrays["slots"]
        else:
            self.hashes, self.slots = _table(self.words)

    def arrays(self) -> Arrays:
        """The arrays for `Vocabulary((), arrays)`, which then need not hash the words."""
        forms = np.frombuffer(" ".join(self.words).encode(), np.uint8)
        return {"forms": forms, "hashes": self.hashes, "slots": self.slots}

    def code(self, word: str) -> int:
        """The tape character of a word in lower case; the next one is the word with a capital."""
        return FIRST_CODE - 2 + 2 * self._numbers[word]

    def codes_of_ending(self, ending: str) -> list[int]:
        """The tape characters of all words with an ending, in lower case and with a capital."""
        codes = [self.code(word) for word in self.words if word.endswith(ending)]
        return codes + [code + 1 for code in codes]


def _table(words: tuple[str, ...]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint16]]:
    hashes = [0, *hashes_of(words)]
    if len(set(hashes)) != len(hashes):
        raise LexiconError("two words of the lexicons share a hash: remove one")
    last = (1 << (4 * len(hashes)).bit_length()) - 1
    slots = [0] * (last + 1)
    for number in range(1, len(hashes)):
        slot = hashes[number] >> 32 & last
        while slots[slot]:
            slot = slot + 1 & last
        slots[slot] = number
    return np.array(hashes, np.uint64), np.array(slots, np.uint16)
