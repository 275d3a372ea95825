"""The weights of a model as arrays, and what they make of features.

Each article's results depend on its own row alone, to the last bit.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from credscore.features import FEATURES, NAMES
from credscore.model import _weigh as weigh

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]

_LENGTH = NAMES.index("length")
_OF_BODY = np.array([feature.where != "title" for feature in FEATURES], float)


@dataclass(frozen=True)
class Scale:
    """From features to offsets: how far each value lies from the usual one, by how much was read.

    clip(value, low, high) - center, 0 where missing; that of a body's feature times
    words / (words + half_words), so that a body of few words says little either way.
    """

    columns: Ints
    center: Floats
    low: Floats
    high: Floats
    half_words: float

    def __call__(self, features: Floats) -> Floats:
        """Offsets of features of shape (articles, features of NAMES): (articles, columns)."""
        offsets = np.empty((len(features), len(self.columns)))
        weigh.offset(
            features.data, self.columns.data, self.low.data, self.high.data, self.center.data,
            self._bodies.data, np.exp(features[:, _LENGTH]).data, self.half_words, offsets.data,
        )  # fmt: skip
        return offsets

    @cached_property
    def _bodies(self) -> Floats:
        return _OF_BODY[self.columns]

    def of(self, places: Ints) -> "Scale":
        """The scale of some of the columns."""
        ends = self.low[places], self.high[places]
        return Scale(self.columns[places], self.center[places], *ends, self.half_words)


class Terms:
    """The linear part of a model on arrays of features, shape (articles, features of NAMES).

    Parameters
    ----------
    weight
        The weights, shape (weights,).
    scale
        From features to offsets.
    factor
        A factor of the covariance of (intercept, weights), shape (any, 1 + weights).
    """

    def __init__(self, weight: Floats, scale: Scale, factor: Floats) -> None:
        self._weight, self.columns = weight, scale.columns
        self.offsets = scale
        """Offsets of arrays of features, shape (articles, weights)."""
        self._constant, self._factor = factor[:, 0].copy(), factor[:, 1:].copy()

    def contributions(self, offsets: Floats) -> Floats:
        """How much each feature moves the log-odds of each article. Shape (articles, weights)."""
        contributions: Floats = offsets * self._weight
        return contributions

    def deviations(self, offsets: Floats) -> Floats:
        """The standard deviation of each article's log-odds: |F [1, offset]|."""
        constants, factor = self._constant.data, self._factor.data
        return np.array([
            weigh.deviation(offsets.data, article, len(self.columns), constants, factor)
            for article in range(len(offsets))
        ])  # fmt: skip

    def figures(self, offsets: Floats, base: float, shift: float) -> tuple[Floats, Floats]:
        """The contributions, and the figures of weigh.judge, shape (5, articles)."""
        contributions, figures = np.empty(offsets.shape), np.empty((5, len(offsets)))
        weigh.judge(
            offsets.data, self._weight.data, self._constant.data, self._factor.data, base, shift,
            np.empty(weigh.PARTS).data, contributions.data, figures.data,
        )  # fmt: skip
        return contributions, figures

    def outside(self, features: Floats) -> Ints:
        """How many features of each article lie outside the range seen in training."""
        outside = np.empty(len(features), np.intp)
        weigh.count_outside(
            features.data, self.columns.data, self.offsets.low.data, self.offsets.high.data,
            outside.data,
        )  # fmt: skip
        return outside
