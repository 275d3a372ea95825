"""Holds the weights of a model as arrays, and computes log-odds from features.

No sum is left to BLAS, which may add in another order when there are more rows. So the results of
an article depend on its own row alone, to the last bit.
"""

import math
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from credscore.features import FEATURES, NAMES, STYLE
from credscore.text import Floats, Ints

LOG_ODDS, SCORE, LOW, HIGH, EVEN = range(5)
"""The rows of Linear.figures; EVEN is the score at a prior of 0.5."""

_LENGTH = NAMES.index("length")
_OF_STYLE = np.array([feature.signal == STYLE for feature in FEATURES])
_OF_BODY = np.array([feature.where != "title" for feature in FEATURES], float)
Z90 = 1.6448536269514722  # 95th percentile of the standard normal distribution


def expit(log_odds: Floats | float) -> Floats:
    """The probabilities of log-odds, without overflow.

    >>> expit(np.array([0.0, -1000.0])).tolist()
    [0.5, 0.0]
    """
    odds = np.exp(-np.abs(log_odds))
    probabilities: Floats = np.where(log_odds >= 0, 1.0, odds) / (1 + odds)
    return probabilities


@dataclass(frozen=True)
class Scale:
    """Turns features into offsets: distances from the usual value, scaled by the text's length.

    `columns` are the features of the weights, as indexes of NAMES; each has a usual value `center`
    and was seen in training from `low` to `high`. A body of `half_words` words says half as much as
    a long one.
    """

    columns: Ints
    center: Floats
    low: Floats
    high: Floats
    half_words: float

    def __call__(self, features: Floats) -> Floats:
        """Offsets of features, shape (articles, features of NAMES); 0 where a value is missing."""
        values = features.take(self.columns, axis=1)
        offsets = np.minimum(np.maximum(values, self.low), self.high) - self.center
        if self.half_words:
            # A copy, because before 2.0 NumPy's last bit depends on the memory behind a column.
            words = np.exp(features[:, _LENGTH].copy()) - 1
            unread = self.half_words / (words + self.half_words)
            offsets *= 1 - unread[:, np.newaxis] * _OF_BODY[self.columns]
        offsets[np.isnan(values)] = 0.0
        return offsets

    def of(self, places: Ints) -> "Scale":
        """The scale of some of the weights."""
        ends = self.low[places], self.high[places]
        return Scale(self.columns[places], self.center[places], *ends, self.half_words)


@dataclass(frozen=True, eq=False)
class Linear:
    """The linear part of a model, for arrays of features of shape (articles, features of NAMES).

    `limits` are the least and the most log-odds of a text at an even prior. `factor` is a factor
    of the covariance of (intercept, weights), shape (any, 1 + weights).
    """

    weight: Floats
    scale: Scale
    intercept: float = 0.0
    style_cap: float | None = None
    limits: tuple[float, float] = (-math.inf, math.inf)
    factor: Floats = field(default_factory=lambda: np.zeros((0, 1)))

    @cached_property
    def _factor_of_weights(self) -> Floats:
        return self.factor[:, 1:].copy()

    def offsets(self, features: Floats) -> Floats:
        """The offsets of articles, shape (articles, weights); style is scaled down to its cap."""
        offsets = self.scale(features)
        if self.style_cap is None:
            return offsets
        style = _OF_STYLE[self.scale.columns]
        moved = np.abs(np.einsum("ij,j->i", offsets, self.weight * style))
        if not (moved > self.style_cap).any():
            return offsets
        factor = self.style_cap / np.maximum(moved, self.style_cap or 1.0)
        return np.where(style, offsets * factor[:, np.newaxis], offsets)

    def log_odds(self, features: Floats) -> Floats:
        """The log-odds of articles at an even prior, without limits."""
        return np.asarray(self.contributions(self.offsets(features)).sum(axis=1) + self.intercept)

    def contributions(self, offsets: Floats) -> Floats:
        """The log-odds that each feature adds to each article, shape (articles, weights)."""
        return offsets * self.weight + 0.0  # no -0.0

    def deviations(self, offsets: Floats) -> Floats:
        """The standard deviation of the log-odds of each article: |F [1, offset]|."""
        parts = np.einsum("ij,kj->ik", offsets, self._factor_of_weights) + self.factor[:, 0]
        return np.asarray(np.sqrt((parts * parts).sum(axis=1)))

    def figures(self, offsets: Floats, base: float, shift: float) -> tuple[Floats, Floats]:
        """The contributions of each article, and its figures, shape (5, articles).

        The log-odds are `base` plus the sum of the contributions. A part of `base` is `shift`, the
        log-odds of the prior. If the sum is beyond the limits, all contributions of an article are
        scaled by one factor, so that the sum is at the limit.
        """
        contributions = self.contributions(offsets)
        sums = _sums(contributions)
        low, high = (limit + shift for limit in self.limits)
        beyond = (base + sums < low) | (base + sums > high)
        if beyond.any():
            factor = (np.clip(base + sums[beyond], low, high) - base) / sums[beyond]
            contributions[beyond] *= factor[:, np.newaxis]
            sums[beyond] = _sums(contributions[beyond])
        middles = base + sums
        reaches = Z90 * self.deviations(offsets)
        starts = np.minimum(np.maximum(middles - reaches, low), middles)
        ends = np.maximum(np.minimum(middles + reaches, high), middles)
        figures = np.array([middles, middles, starts, ends, middles - shift])
        figures[1:] = expit(figures[1:])
        return contributions, figures

    def outside(self, features: Floats) -> Ints:
        """The number of features of each article outside the range seen in training."""
        values = features.take(self.scale.columns, axis=1)
        return np.asarray(((values < self.scale.low) | (values > self.scale.high)).sum(axis=1))


def _sums(rows: Floats) -> Floats:
    """The sum of each row, rounded only once."""
    return np.array([math.fsum(row) for row in rows.tolist()])
