"""Measures how good probabilities are, from arrays of labels, scores and row weights.

A row weight tells how often a row counts. "Class-balanced" figures scale the weights so that both
classes weigh the same, because scores are given at a prior of 0.5.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, logit
from sklearn.isotonic import isotonic_regression

from credscore.errors import InputValueError
from credscore.signals import Floats, Ints
from credscore.training.fitting.bounded_logistic import solve

FIGURES = {
    "auc": "AUC", "brier": "Brier score", "log_loss": "log loss", "ece": "ECE",
    "excess_ece": "excess ECE", "slope": "slope", "intercept": "intercept",
}  # fmt: skip
"""The figures that pages and cards show, and their titles."""
BINS = 10
EXTREMES = ((0.0, 0.1), (0.1, 0.2), (0.8, 0.9), (0.9, 1.0))
"""Bands of scores far from even: from (inclusive) and to (exclusive)."""
_EDGE = 1e-9  # probabilities of 0 and 1 have no log-odds


def balanced(labels: ArrayLike, weight: ArrayLike | None = None) -> Floats:
    """Row weights by which both classes weigh the same, with the same sum as `weight`.

    Raises InputValueError if a class has no weight.
    """
    y = np.asarray(labels, int)
    given = np.ones(len(y)) if weight is None else np.asarray(weight, float)
    sums = np.bincount(y, given, 2)
    if not (sums > 0).all():
        raise InputValueError("Both labels, 0 (false) and 1 (true), need rows of some weight.")
    return np.asarray(given / sums[y] * given.sum() / 2, float)


def figures(
    labels: ArrayLike, scores: ArrayLike, weight: ArrayLike | None = None, draws: int = 100
) -> dict[str, float]:
    """All figures of one set of scores; all but `auc` and `ece_as_sampled` are class-balanced.

    `excess_ece` is the ECE minus that of a perfect model, the mean over `draws` samples of labels.
    Raises InputValueError if a class has no weight.
    """
    times = np.ones(np.shape(labels)) if weight is None else np.asarray(weight, float)
    balanced(labels, times)
    rows = drawn_figures(labels, scores, times[np.newaxis], draws)
    return {name: float(values[0]) for name, values in rows.items()}


def drawn_figures(
    labels: ArrayLike, scores: ArrayLike, times: Floats, label_draws: int = 5
) -> dict[str, Floats]:
    """The same figures for each row weight of shape (draws, rows); nan if a class has no weight."""
    y, p = np.asarray(labels, int), np.asarray(scores, float)
    sums = np.stack([times[:, y == label].sum(1) for label in (0, 1)], axis=1)
    usable = (sums > 0).all(axis=1)
    w, sums = times[usable], sums[usable]
    even = w / sums[:, y] * w.sum(1, keepdims=True) / 2
    mass = even.sum(1)
    gaps = _in_bins(p) * (p - y)[:, None]
    error = np.abs(even @ gaps).sum(1) / mass
    log_odds = logit(np.clip(p, _EDGE, 1 - _EDGE))
    losses = -np.log(np.maximum(np.where(y == 1, p, 1 - p), np.finfo(float).eps))
    slope, intercept = calibration_lines(y, log_odds, even)
    values = {
        "auc": _areas(y, p, w),
        "brier": even @ (p - y) ** 2 / mass,
        "log_loss": even @ losses / mass,
        "ece_as_sampled": np.abs(w @ gaps).sum(1) / w.sum(1),
        "ece": error,
        "excess_ece": error - _chance(y, p, log_odds, w, label_draws),
        "slope": slope,
        "intercept": intercept,
    }
    result = np.full((len(values), len(times)), np.nan)
    result[:, usable] = list(values.values())
    return dict(zip(values, result, strict=True))


def calibration_lines(labels: ArrayLike, log_odds: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Slopes and intercepts of the outcome's log-odds on those of the score (Cox 1958).

    A slope below 1 means that scores are too extreme. `weight` has one row for each draw.
    """
    columns = np.column_stack([np.ones(len(log_odds)), log_odds])
    nothing, penalty = np.zeros(2), np.full(2, 1e-9)
    lines = [solve(columns, labels, row, penalty, nothing, nothing) for row in weight]
    intercept, slope = np.reshape(lines, (-1, 2)).T
    return slope, intercept


def brier_parts(labels: ArrayLike, scores: ArrayLike, weight: ArrayLike) -> dict[str, float]:
    """The parts of the Brier score = reliability - resolution + uncertainty, without bins.

    Reliability is the gain of an isotonic recalibration of the scores; 0 is best. Resolution is the
    gain of the recalibrated scores over the base rate (Dimitriadis, Gneiting and Jordan 2021).
    """
    y, p, w = (np.asarray(values, float) for values in (labels, scores, weight))
    _, group = np.unique(p, return_inverse=True)
    mass, true = np.bincount(group, w), np.bincount(group, w * y)
    means = np.divide(true, mass, out=np.zeros_like(mass), where=mass > 0)
    again = isotonic_regression(means, sample_weight=mass, y_min=0, y_max=1)[group]
    rate = np.average(y, weights=w)
    score, recalibrated, constant = (
        float(np.average((q - y) ** 2, weights=w)) for q in (p, again, rate)
    )
    reliability, resolution = score - recalibrated, constant - recalibrated
    return {"reliability": reliability, "resolution": resolution, "uncertainty": constant}


def reliability_bins(
    labels: ArrayLike, scores: ArrayLike, weight: ArrayLike
) -> list[dict[str, float]]:
    """Mean score, share of true claims and share of all rows, for each bin that is not empty."""
    y, p, w = (np.asarray(values, float) for values in (labels, scores, weight))
    sums = np.array([w, w * p, w * y]) @ _in_bins(p)
    return [
        {"score": score / mass, "true": true / mass, "share": mass / float(w.sum())}
        for mass, score, true in sums.T.tolist()
        if mass > 0
    ]


def _in_bins(scores: Floats) -> Floats:
    """1 in the column of the score's bin, among BINS of equal width; else 0."""
    return np.eye(BINS)[np.minimum((scores * BINS).astype(np.intp), BINS - 1)]


def _areas(labels: Ints, scores: Floats, times: Floats) -> Floats:
    """The AUC: how often a true claim scores higher than a false one; ties count half."""
    order = np.argsort(scores)
    starts = np.flatnonzero(np.diff(scores[order], prepend=-1.0))
    true, false = (
        np.add.reduceat(times[:, order] * (labels[order] == label), starts, axis=1)
        for label in (1, 0)
    )
    below = np.cumsum(false, axis=1) - false / 2
    return np.asarray((true * below).sum(1) / true.sum(1) / false.sum(1), float)


def _chance(labels: Ints, scores: Floats, log_odds: Floats, times: Floats, draws: int) -> Floats:
    """The class-balanced ECE of a perfect model on these scores (Bröcker, Smith 2007)."""
    random, places = np.random.default_rng(0), _in_bins(scores)
    share = np.clip(times @ labels / times.sum(1), 1e-6, 1 - 1e-6)
    probability = expit(log_odds + logit(share)[:, None])
    errors = []
    with np.errstate(invalid="ignore"):  # a draw of one class only has no error
        for _ in range(draws):
            true = np.where(random.random(times.shape) < probability, times, 0.0)
            false = times - true
            true, false = (w / w.sum(1, keepdims=True) / 2 for w in (true, false))
            errors.append(np.abs(((true + false) * scores - true) @ places).sum(1))
        drawn = np.isfinite(errors)
        return np.asarray(np.where(drawn, errors, 0.0).sum(0) / drawn.sum(0), float)


def extremes(labels: ArrayLike, scores: ArrayLike, weight: Floats) -> list[dict[str, Any]]:
    """For each of EXTREMES the rows with such scores, and their share of true claims or None.

    >>> low, *_ = extremes([0, 0, 1], [0.05, 0.08, 0.09], np.ones(3))
    >>> low["rows"], round(low["true_share"], 2)
    (3, 0.33)
    """
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    bands = []
    for start, end in EXTREMES:
        within = (p >= start) & (p < end)
        share = float(np.average(y[within], weights=weight[within])) if within.any() else None
        bands.append({"from": start, "to": end, "rows": int(within.sum()), "true_share": share})
    return bands
