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
_MOST = 8  # originals are kept for one number: a sentence that all texts share tells nothing

Numbers = npt.NDArray[np.uint64]


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


def originals(sketches: Sequence[Sequence[int]]) -> list[int | None]:
    """For each sketch the place of the earlier one that it is a copy of; None: it is an original.

    Of several originals it is that with which it shares most numbers, of equal ones the first.
    """
    every = np.fromiter(chain.from_iterable(sketches), np.uint64)
    numbers, times = np.unique(every, return_counts=True)
    shared = set(numbers[times > 1].tolist())
    having: dict[int, list[int]] = defaultdict(list)  # by number, the first originals that have it
    result: list[int | None] = []
    for place, sketch in enumerate(sketches):
        earlier = [having[number] for number in shared.intersection(sketch)]
        votes = Counter(chain.from_iterable(earlier))
        most = max(votes.values(), default=0)
        if votes and most * SKETCH >= SHARED * len(sketch):
            result.append(min(text for text, count in votes.items() if count == most))
            continue
        result.append(None)
        for texts in earlier:
            if len(texts) < _MOST:
                texts.append(place)
    return result
