"""Bootstraps of whole groups: the articles of a claim or a publisher are drawn together."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit

from credscore.training.judging.metrics import BINS, EDGE, bins

Floats = npt.NDArray[np.float64]

DRAWS = 300
LEVEL = 0.95
_STEPS = 25
_LABEL_DRAWS = 5  # for each draw of rows


def multiplicities(groups: npt.ArrayLike, draws: int = DRAWS, seed: int = 0) -> Floats:
    """How often each row is drawn, shape (draws, rows): whole groups, with replacement.

    >>> multiplicities(["a", "a", "b"], draws=3).tolist()
    [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [0.0, 0.0, 2.0]]
    """
    _, members = np.unique(np.asarray(groups), return_inverse=True)
    number = int(members.max()) + 1
    drawn = np.random.default_rng(seed).multinomial(number, np.full(number, 1 / number), draws)
    return drawn[:, members].astype(float)


def interval(draws: npt.ArrayLike, level: float = LEVEL) -> list[float]:
    """The percentile interval (Efron 1979) of bootstrap draws; [nan, nan] of none.

    >>> [round(end, 9) for end in interval(range(101), 0.9)]
    [5.0, 95.0]
    """
    values = np.asarray(draws, float)
    finite = values[np.isfinite(values)]
    if not len(finite):
        return [float("nan"), float("nan")]
    rest = 50 * (1 - level)
    low, high = np.percentile(finite, [rest, 100 - rest])
    return [float(low), float(high)]


def with_intervals(point: Mapping[str, Any], draws: Mapping[str, Floats]) -> dict[str, Any]:
    """Figures as {name: {"value": ..., "low": ..., "high": ...}}."""
    rows = {}
    for name, value in point.items():
        low, high = interval(draws[name])
        rows[name] = {"value": value, "low": low, "high": high}
    return rows


def drawn_figures(
    labels: npt.ArrayLike, scores: npt.ArrayLike, times: Floats, seed: int = 0
) -> dict[str, Floats]:
    """The figures of `metrics.figures` under many row weights at once; nan if a class has none.

    Parameters
    ----------
    labels, scores
        Shape (rows,).
    times
        Row weights, shape (draws, rows).
    """
    y, p = np.asarray(labels, int), np.clip(np.asarray(scores, float), EDGE, 1 - EDGE)
    sums = np.stack([times[:, y == label].sum(1) for label in (0, 1)], axis=1)
    usable = (sums > 0).all(axis=1)
    w, sums = times[usable], sums[usable]
    even = w / sums[:, y] * w.sum(1, keepdims=True) / 2
    mass = even.sum(1)
    gaps = np.eye(BINS)[bins(p)] * (p - y)[:, None]
    measured = np.abs(even @ gaps).sum(1) / mass
    slope, intercept = _lines(y, logit(p), even)
    figures = {
        "auc": _areas(y, p, w),
        "brier": even @ (p - y) ** 2 / mass,
        "log_loss": even @ -np.log(np.where(y == 1, p, 1 - p)) / mass,
        "ece_as_sampled": np.abs(w @ gaps).sum(1) / w.sum(1),
        "ece": measured,
        "excess_ece": measured - _chance(y, p, w, seed),
        "slope": slope,
        "intercept": intercept,
    }
    rows = {name: np.full(len(times), np.nan) for name in figures}
    for name, values in figures.items():
        rows[name][usable] = values
    return rows


def _areas(labels: npt.NDArray[np.intp], scores: Floats, times: Floats) -> Floats:
    """AUC: how often a true claim's score is the larger, ties half."""
    order = np.argsort(scores)
    starts = np.flatnonzero(np.diff(scores[order], prepend=-1.0))
    true, false = (
        np.add.reduceat(times[:, order] * (labels[order] == label), starts, axis=1)
        for label in (1, 0)
    )
    below = np.cumsum(false, axis=1) - false / 2
    return np.asarray((true * below).sum(1) / true.sum(1) / false.sum(1), float)


def _lines(labels: npt.NDArray[np.intp], log_odds: Floats, even: Floats) -> tuple[Floats, Floats]:
    """Slopes and intercepts, by Newton's method on all draws together."""
    slope, intercept = np.zeros(len(even)), np.zeros(len(even))
    for _ in range(_STEPS):
        mean = expit(np.clip(intercept[:, None] + slope[:, None] * log_odds, -30, 30))
        error, curve = even * (labels - mean), even * mean * (1 - mean)
        a, b, c = curve.sum(1) + 1e-10, curve @ log_odds, curve @ log_odds**2 + 1e-10
        first, second = error.sum(1), error @ log_odds
        determinant = a * c - b * b
        steps = (
            np.clip((c * first - b * second) / determinant, -5, 5),
            np.clip((a * second - b * first) / determinant, -5, 5),
        )
        intercept, slope = intercept + steps[0], slope + steps[1]
        if max(np.abs(step).max(initial=0.0) for step in steps) < 1e-8:
            break
    return slope, intercept


def _chance(labels: npt.NDArray[np.intp], scores: Floats, times: Floats, seed: int) -> Floats:
    """The ECE to expect of a perfect model, as metrics.chance_calibration_error."""
    random = np.random.default_rng(seed)
    share = np.clip(times @ labels / times.sum(1), 1e-6, 1 - 1e-6)
    probability = expit(logit(scores) + logit(share)[:, None])
    places = np.eye(BINS)[bins(scores)]
    total = np.zeros(len(times))
    for _ in range(_LABEL_DRAWS):
        true = np.where(random.random(times.shape) < probability, times, 0.0)
        false = times - true
        true /= 2 * np.maximum(true.sum(1, keepdims=True), 1e-12)
        false /= 2 * np.maximum(false.sum(1, keepdims=True), 1e-12)
        total += np.abs(((true + false) * scores - true) @ places).sum(1)
    return np.asarray(total / _LABEL_DRAWS, float)
