"""Fits a logistic regression that pulls weights towards given ones, each within bounds.

It minimises, by Newton's method on the weights that are not at a bound,

    sum of weight * log loss + sum of penalty / 2 * (w - start)^2    subject to    low <= w <= high
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit

from credscore.signals import Floats

_STEPS = 100
_PRECISION = 1e-9


def solve(
    columns: Floats, labels: ArrayLike, weight: Floats, penalty: Floats, start: Floats,
    signs: ArrayLike, floor: float = 0.0, ceiling: ArrayLike = np.inf,
) -> Floats:  # fmt: skip
    """The weights of columns of shape (rows, columns); for an intercept, add a column of ones.

    A weight is at least `floor` in the direction of its sign; with a sign of 0 it is free. No
    weight is larger than its `ceiling`, which is one number, or one for each column.
    """
    y, sign = np.asarray(labels, float), np.asarray(signs)
    most = np.broadcast_to(np.asarray(ceiling, float), sign.shape)
    low = np.where(sign > 0, floor, -most)
    high = np.where(sign < 0, -floor, most)

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
