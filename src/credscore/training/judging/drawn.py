"""The figures of metrics.figures under many row weights at once: what a bootstrap needs."""

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit

from credscore.training.judging.metrics import BINS, EDGE, bins

Floats = npt.NDArray[np.float64]

_STEPS = 25
_CHANCES = 5  # draws of labels for each draw of rows


def drawn_figures(
    labels: npt.ArrayLike, scores: npt.ArrayLike, times: Floats, seed: int = 0
) -> dict[str, Floats]:
    """The figures under each row of `times`, nan where a class has no weight.

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
    found = {
        "auc": _areas(y, p, w),
        "brier": even @ (p - y) ** 2 / mass,
        "log_loss": even @ -np.log(np.where(y == 1, p, 1 - p)) / mass,
        "ece_as_sampled": np.abs(w @ gaps).sum(1) / w.sum(1),
        "ece": measured,
        "excess_ece": measured - _chance(y, p, w, seed),
        "slope": slope,
        "intercept": intercept,
    }
    rows = {name: np.full(len(times), np.nan) for name in found}
    for name, values in found.items():
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
    here = expit(logit(scores) + logit(share)[:, None])
    places = np.eye(BINS)[bins(scores)]
    total = np.zeros(len(times))
    for _ in range(_CHANCES):
        true = np.where(random.random(times.shape) < here, times, 0.0)
        false = times - true
        true /= 2 * np.maximum(true.sum(1, keepdims=True), 1e-12)
        false /= 2 * np.maximum(false.sum(1, keepdims=True), 1e-12)
        total += np.abs(((true + false) * scores - true) @ places).sum(1)
    return np.asarray(total / _CHANCES, float)
