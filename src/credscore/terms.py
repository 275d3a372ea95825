"""The weights of a model as arrays, and what they make of features."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from credscore import weigh
from credscore.features import NAMES

Floats = npt.NDArray[np.float64]


class Terms:
    """The linear part of a model on arrays of features, shape (articles, features of NAMES).

    Each article's results depend on its own row alone, to the last bit.
    """

    COLUMNS = "weight", "center", "low", "high"
    """What is known of each feature, in this order."""

    def __init__(
        self, names: Sequence[str], columns: Iterable[Sequence[float]],
        uncertainty: Sequence[Sequence[float]],
    ) -> None:  # fmt: skip
        self.columns = np.array([NAMES.index(name) for name in names])
        self._weight, self._center, self._low, self._high = np.array([*columns], float)
        factor = np.array(uncertainty, float).reshape(-1, 1 + len(names))
        self._constant, self._factor = factor[:, 0].copy(), factor[:, 1:].copy()

    def offsets(self, features: Floats) -> Floats:
        """clip(value) - center of each of the model's features, 0 where it is missing."""
        offsets = np.empty((len(features), len(self.columns)))
        weigh.offset(
            features.data, self.columns.data, self._low.data, self._high.data,
            self._center.data, offsets.data,
        )  # fmt: skip
        return offsets

    def contributions(self, offsets: Floats) -> Floats:
        """How much each feature moves the log-odds of each article. Shape (articles, weights)."""
        contributions: Floats = offsets * self._weight
        return contributions

    def deviations(self, offsets: Floats) -> Floats:
        """The standard deviation of each article's log-odds: |F [1, value - center]|."""
        deviations = np.empty(len(offsets))
        weigh.deviate(
            offsets.data, len(self.columns), self._constant.data, self._factor.data,
            deviations.data,
        )  # fmt: skip
        return deviations

    def outside(self, features: Floats) -> npt.NDArray[np.intp]:
        """How many features of each article lie outside the range seen in training."""
        outside = np.empty(len(features), np.intp)
        weigh.count_outside(
            features.data, self.columns.data, self._low.data, self._high.data, outside.data
        )
        return outside
