"""Syndicated copies and near-duplicates, told by a small sketch of each text's word sequences."""

import re
from collections import Counter
from zlib import crc32

import numpy as np

SHINGLE = 8
SKETCH = 16
SHARED = 10
"""A text is a copy of an earlier one where so many of the SKETCH numbers are the same."""

_WORD = re.compile(r"\w+")
_FACTORS = np.array([pow(0x9E3779B97F4A7C15, n + 1, 1 << 64) for n in range(SHINGLE)], np.uint64)
_MOST = 8
"""So many earlier texts are kept for one number: a sentence that all texts share tells nothing."""


def sketch(text: str) -> tuple[int, ...]:
    """The SKETCH smallest hashes of all sequences of SHINGLE words (bottom-k MinHash).

    Two texts share about so many of them, in proportion, as they share sequences; the same text
    gives the same sketch in every process.

    >>> one = sketch("The mayor of the town said on Monday that she would not resign.")
    >>> len(one), one == sketch("the mayor of the town said, on Monday, that she would not resign")
    (6, True)
    """
    words = [crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.lower())]
    if not words:
        return ()
    words += [0] * (SHINGLE - len(words))
    codes = np.array(words, np.uint64)
    size = len(codes) - SHINGLE + 1
    mixed = np.zeros(size, np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed += codes[place : place + size] * factor
    mixed ^= mixed >> np.uint64(29)
    mixed *= _FACTORS[0]
    mixed ^= mixed >> np.uint64(32)
    return tuple(np.unique(mixed)[:SKETCH].tolist())


class Originals:
    """The texts seen so far, by their sketches: about 2 KB for each."""

    def __init__(self) -> None:
        self._texts: dict[int, list[int]] = {}
        self._count = 0

    def is_copy(self, of: tuple[int, ...]) -> bool:
        """Whether the sketch is that of a copy of an earlier text; if not, it is remembered."""
        votes = Counter(text for number in of for text in self._texts.get(number, ()))
        if votes and votes.most_common(1)[0][1] * SKETCH >= SHARED * len(of):
            return True
        for number in of:
            texts = self._texts.setdefault(number, [])
            if len(texts) < _MOST:
                texts.append(self._count)
        self._count += 1
        return False
