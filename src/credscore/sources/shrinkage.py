"""Empirical-Bayes means of groups: the mean of few observations moves to that of all groups.

The one-way random model with groups of unequal size; its variances are estimated by the analysis
of variance (Searle, Casella and McCulloch, Variance Components, Wiley 1992), and taken as known.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_Z90 = 1.6448536269514722  # 95th percentile of the standard normal distribution


class Shrunk(NamedTuple):
    """Group means under y ~ N(group mean, within), group mean ~ N(centre, between)."""

    mean: Array
    low: Array
    high: Array
    centre: float
    within: float
    between: float


def shrink(count: Array, total: Array, squares: Array) -> Shrunk:
    """The shrunk mean of each group with its 90 % interval; an empty group gets the centre."""
    counted = count > 0
    if not counted.any():
        unknown, nan = np.full(len(count), np.nan), float("nan")
        return Shrunk(unknown, unknown, unknown, nan, nan, nan)
    means = np.divide(total, count, out=np.zeros_like(total), where=counted)
    size, groups = float(count.sum()), int(counted.sum())
    grand = float(total.sum()) / size
    inner = float((squares - count * means**2)[counted].sum())
    outer = float((count * (means - grand) ** 2).sum())
    if size > groups:
        within = max(inner / (size - groups), 0.0)
        spread = size - float((count**2).sum()) / size
        between = max((outer - (groups - 1) * within) / spread, 0.0) if spread > 0 else 0.0
    else:  # one observation in every group: nothing tells groups from chance
        within, between = outer / max(groups - 1, 1), 0.0
    noise = within / np.maximum(count, 1)
    spread_out = between + noise if within or between else 1 / np.maximum(count, 1)
    weight = np.where(counted, 1 / spread_out, 0.0)
    centre = float((weight * means).sum() / weight.sum())
    share = between / (between + noise) if between else np.zeros_like(noise)
    share = np.where(counted, share, 0.0)
    mean = centre + share * (means - centre)
    variance = share * noise + (1 - share) ** 2 / weight.sum() + np.where(counted, 0.0, between)
    reach = _Z90 * np.sqrt(variance)
    return Shrunk(mean, mean - reach, mean + reach, centre, within, between)
