"""Syndicated copies and near-duplicates, by the sequences of words that texts share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from credscore.blocks import Block, in_blocks
from credscore.text import Text

SHINGLE = 8
SKETCH = 16
SHARED = 10  # a text is a copy of an earlier one if so many of the SKETCH numbers are the same

_FACTORS = np.array([pow(0x9E3779B97F4A7C15, n + 1, 1 << 64) for n in range(SHINGLE)], np.uint64)
_MOST = 8  # earlier texts are kept for one number: a sentence that all texts share tells nothing
_NEWEST = 50_000  # numbers of the newest texts, before they are sorted

Numbers = npt.NDArray[np.uint64]
Texts = npt.NDArray[np.uint32]


def sketches(texts: Iterable[str]) -> Iterator[tuple[int, ...]]:
    """Of each text the SKETCH smallest hashes of its sequences of SHINGLE words (bottom-k MinHash).

    Two texts share about so many of them, in proportion, as they share sequences; the same text
    gives the same sketch in every process. Words are those of Text: case does not count.
    """
    return (tuple(numbers[:SKETCH].tolist()) for numbers in shingles(texts))


def shingles(texts: Iterable[str]) -> Iterator[Numbers]:
    """Of each text the hashes of its sequences of SHINGLE words, each once, in ascending order."""
    return chain.from_iterable(in_blocks(_of_block, texts, None, 1))


def _of_block(block: Block) -> list[Numbers]:
    text = Text(block.texts, block.titles)
    bounds = zip(text.body_starts, text.body_ends, strict=True)
    return [_shingles(text.hashes[start:end][text.words[start:end]]) for start, end in bounds]


def _shingles(words: Numbers) -> Numbers:
    if not len(words):
        return words
    words = np.pad(words, (0, max(SHINGLE - len(words), 0)))
    mixed = sliding_window_view(words, SHINGLE) @ _FACTORS  # modulo 2 ** 64
    mixed ^= mixed >> np.uint64(29)
    mixed *= _FACTORS[0]
    mixed ^= mixed >> np.uint64(32)
    return np.unique(mixed)


class Originals:
    """The texts seen so far, by their sketches: about 0.3 KB for each.

    The numbers of the newest texts are in a table; those of older ones in sorted arrays, each at
    least twice as long as the next, so that each number is sorted anew few times.
    """

    def __init__(self, newest: int = _NEWEST) -> None:
        self._room = newest
        self._count = 0
        self._newest: dict[int, list[int]] = defaultdict(list)
        self._older: list[tuple[Numbers, Texts]] = []

    def numbers(self, sketches: Sequence[Sequence[int]]) -> list[int | None]:
        """The number of the text that each sketch is a copy of; None: it is remembered."""
        older = self._look_up(sketches)
        copied = [self._copied(of, texts) for of, texts in zip(sketches, older, strict=True)]
        if len(self._newest) >= self._room:
            self._sort()
        return copied

    def _look_up(self, sketches: Sequence[Sequence[int]]) -> list[dict[int, list[int]]]:
        """Of each sketch the numbers that older texts have, and these texts."""
        numbers = np.fromiter(chain.from_iterable(sketches), np.uint64)
        owners = np.repeat(np.arange(len(sketches)), [len(sketch) for sketch in sketches])
        matches: list[dict[int, list[int]]] = [defaultdict(list) for _ in sketches]
        for older, texts in self._older:
            first = np.searchsorted(older, numbers)
            shared = np.flatnonzero(older.take(first, mode="clip") == numbers)
            last = np.searchsorted(older, numbers[shared], side="right")
            for at, start, end in zip(shared.tolist(), first[shared], last, strict=True):
                matches[owners[at]][int(numbers[at])] += texts[start:end].tolist()
        return matches

    def _copied(self, of: Sequence[int], older: dict[int, list[int]]) -> int | None:
        texts_of = [older.get(number, []) + self._newest.get(number, []) for number in of]
        votes = Counter(chain.from_iterable(texts_of))
        most = max(votes.values(), default=0)
        if votes and most * SKETCH >= SHARED * len(of):
            return min(text for text, shared in votes.items() if shared == most)
        for number, texts in zip(of, texts_of, strict=True):
            if len(texts) < _MOST:
                self._newest[number].append(self._count)
        self._count += 1
        return None

    def _sort(self) -> None:
        """Make the newest an array, and one of it and those that are not twice as long."""
        pairs = [(number, text) for number, texts in self._newest.items() for text in texts]
        numbers = np.array([number for number, _ in pairs], np.uint64)
        texts = np.array([text for _, text in pairs], np.uint32)
        self._newest.clear()
        while self._older and len(self._older[-1][0]) < 2 * len(numbers):
            more, others = self._older.pop()
            numbers, texts = np.concatenate([more, numbers]), np.concatenate([others, texts])
        order = np.argsort(numbers, kind="stable")
        self._older.append((numbers[order], texts[order]))
