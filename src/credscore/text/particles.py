"""The words that join names of several words, in any language: "van den Berg", "Bank of Ghana"."""

import numpy as np
import numpy.typing as npt

from credscore.text.word_hashes import hashes_of, slots_of, slotted

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
    particles: npt.NDArray[np.bool_] = _TABLE.take(slots_of(hashes, _TABLE)) == hashes
    return particles


_TABLE, _ = slotted(hashes_of(PARTICLES))
