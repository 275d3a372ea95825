"""The words that join names of several words, in any language: "van den Berg", "Bank of Ghana"."""

import numpy as np
import numpy.typing as npt

from credscore.text.word_hashes import hashes_of

PARTICLES = (
    "the", "of", "and", "for", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le",
    "los", "las", "el", "al", "bin", "bint", "ibn", "ben", "abu", "van", "von", "der", "den",
    "ter", "ten", "zu", "y",
)  # fmt: skip
"""Words that stand inside names, of any language: they make no text longer."""


def are_particles(hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Whether each word is one of PARTICLES, by its hash; what has none (0) may count as one.

    >>> are_particles(np.array(hashes_of(["van", "ship"]), np.uint64)).tolist()
    [True, False]
    """
    slots = (hashes >> _HALF).view(np.intp) & (len(_SLOTS) - 1)
    particles: npt.NDArray[np.bool_] = _SLOTS.take(slots) == hashes
    return particles


def _slotted(hashes: list[int]) -> npt.NDArray[np.uint64]:
    """A table that has each hash at (hash >> 32) % its size, a power of two, and 0 elsewhere."""
    size = 1
    while len({word_hash >> 32 & size - 1 for word_hash in hashes}) < len(hashes):
        size *= 2
    table = np.zeros(size, np.uint64)
    for word_hash in hashes:
        table[word_hash >> 32 & size - 1] = word_hash
    return table


_HALF = np.uint64(32)
_SLOTS = _slotted(hashes_of(PARTICLES))
