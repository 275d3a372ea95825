"""The hashes of the words of lexicons."""

from collections.abc import Iterable
from itertools import accumulate

import numpy as np

from credscore.text._passes import hash_of
from credscore.text.characters import tables


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
