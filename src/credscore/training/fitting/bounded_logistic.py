"""Logistic regression that is pulled towards given weights, each within its bounds.

It minimises

    sum of weight * log loss + sum of penalty / 2 * (w - start)^2    subject to    low <= w <= high

over the weights w of the columns. An intercept is a column of ones. The method is Newton's, on the
weights that are not at a bound. The minimum is unique, so it is the same on every machine.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit

Floats = npt.NDArray[np.float64]

_STEPS = 100
_PRECISION = 1e-9


@dataclass(frozen=True)
class Bounds:
    """The smallest and largest weight of every column, shape (columns,); may be infinite."""

    low: Floats
    high: Floats

    @classmethod
    def of_signs(cls, signs: npt.ArrayLike, floor: float = 0.0) -> "Bounds":
        """At least `floor` in the direction of each sign; no bounds if the sign is 0.

        >>> Bounds.of_signs([1, -1, 0], 0.5)
        Bounds(low=array([ 0.5, -inf, -inf]), high=array([ inf, -0.5,  inf]))
        """
        sign = np.asarray(signs, int)
        return cls(np.where(sign > 0, floor, -np.inf), np.where(sign < 0, -floor, np.inf))


def solve(
    columns: Floats, labels: npt.ArrayLike, weight: Floats, penalty: Floats, start: Floats,
    bounds: Bounds,
) -> Floats:  # fmt: skip
    """The weights of the columns, shape (columns,).

    Parameters
    ----------
    columns
        Shape (rows, columns).
    labels, weight
        0 or 1, and how much the row counts; shape (rows,).
    penalty, start
        How strongly each weight is pulled, and towards what; shape (columns,).
    bounds
        What the weights may be.

    Examples
    --------
    >>> ones, none = np.ones((4, 1)), Bounds.of_signs([0])
    >>> solve(ones, [1, 1, 1, 0], np.ones(4), np.zeros(1), np.zeros(1), none).round(6)
    array([1.098612])
    """
    y = np.asarray(labels, float)
    low, high = bounds.low, bounds.high

    def loss(at: Floats) -> float:
        log_odds = columns @ at
        of_rows = weight @ (np.logaddexp(0, log_odds) - y * log_odds)
        return float(of_rows + penalty @ (at - start) ** 2 / 2)

    at = np.clip(start, low, high)
    value = loss(at)
    for _ in range(_STEPS):
        scores = expit(columns @ at)
        slope = columns.T @ (weight * (scores - y)) + penalty * (at - start)
        moving = ~(((at <= low) & (slope > 0)) | ((at >= high) & (slope < 0)))
        free = columns[:, moving]
        curve = (free * (weight * scores * (1 - scores))[:, None]).T @ free
        step = np.zeros(len(at))
        step[moving] = np.linalg.solve(curve + np.diag(penalty[moving]), slope[moving])
        length = 1.0
        while True:
            tried = np.clip(at - length * step, low, high)
            new = loss(tried)
            if new <= value - 1e-4 * slope @ (at - tried) or length < 1e-8:
                break
            length /= 2
        moved = float(np.abs(tried - at).max())
        at, value = tried, min(new, value)
        if moved < _PRECISION:
            break
    return np.asarray(at, float)
