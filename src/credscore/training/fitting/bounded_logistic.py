"""Logistic regression drawn towards given weights of given signs, solved exactly.

It minimises

    sum of weight * log loss + penalty / 2 * |w - start|^2    subject to    sign * w >= floor

over the weights w of the columns and one intercept a group, by Newton's method on the weights that
are off their bounds. The minimum is unique, so that it is the same on every machine.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit

Floats = npt.NDArray[np.float64]

_INTERCEPT_PENALTY = 1e-3
_STEPS = 100
_PRECISION = 1e-9


@dataclass(frozen=True)
class Bounds:
    """The smallest and largest weight of every column; infinite where there is none."""

    low: Floats
    high: Floats

    @classmethod
    def of_signs(cls, signs: npt.ArrayLike, floor: npt.ArrayLike = 0.0) -> "Bounds":
        """At least `floor` in the direction of each sign; free where the sign is 0."""
        sign = np.asarray(signs, int)
        least = np.broadcast_to(np.asarray(floor, float), sign.shape)
        return cls(np.where(sign > 0, least, -np.inf), np.where(sign < 0, -least, np.inf))


def solve(
    columns: Floats, labels: npt.ArrayLike, weight: Floats, penalty: float, start: Floats,
    groups: npt.ArrayLike, bounds: Bounds,
) -> Floats:  # fmt: skip
    """The weights, shape (columns,) as `start`; columns of shape (rows, columns).

    `groups` numbers the intercept of every row; the intercepts are not returned.
    """
    y = np.asarray(labels, float)
    members = np.eye(int(np.max(groups)) + 1)[np.asarray(groups, int)]
    table = np.hstack([columns, members])
    size, width = table.shape[1], columns.shape[1]
    held = np.append(np.full(width, penalty), np.full(size - width, _INTERCEPT_PENALTY))
    target = np.append(start, np.zeros(size - width))
    free = np.full(size - width, np.inf)
    low, high = np.append(bounds.low, -free), np.append(bounds.high, free)

    def loss(at: Floats) -> float:
        log_odds = table @ at
        lost = weight @ (np.logaddexp(0, log_odds) - y * log_odds)
        return float(lost + held @ (at - target) ** 2 / 2)

    at = np.clip(target, low, high)
    value = loss(at)
    for _ in range(_STEPS):
        scores = expit(table @ at)
        slope = table.T @ (weight * (scores - y)) + held * (at - target)
        moving = ~(((at <= low) & (slope > 0)) | ((at >= high) & (slope < 0)))
        part = table[:, moving]
        curve = (part * (weight * scores * (1 - scores))[:, None]).T @ part
        step = np.zeros(size)
        step[moving] = np.linalg.solve(curve + np.diag(held[moving]), slope[moving])
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
    found: Floats = at[:width]
    return found
