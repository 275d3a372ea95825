"""How good probabilities are: pure functions of arrays of labels, scores and row weights.

Labels are 0 or 1, scores are probabilities, both of shape (rows,). A row weight says how often a
row counts: a bootstrap draws some rows twice and others never. "Class-balanced" figures multiply
the weights so that both classes weigh the same, because a score is meant at a prior of 0.5.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit
from sklearn.isotonic import isotonic_regression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from credscore.errors import InputValueError

Floats = npt.NDArray[np.float64]

BINS = 10
EDGE = 1e-9  # probabilities of 0 and 1 have no log-odds


def balanced(labels: npt.ArrayLike, weight: npt.ArrayLike | None = None) -> Floats:
    """Row weights under which both classes weigh the same; their sum is that of `weight`.

    >>> balanced([1, 0, 0, 0]).round(2).tolist()
    [2.0, 0.67, 0.67, 0.67]

    Raises
    ------
    InputValueError
        If a class has no weight.
    """
    y = np.asarray(labels, int)
    given = np.ones(len(y)) if weight is None else np.asarray(weight, float)
    sums = np.bincount(y, given, 2)
    if not (sums > 0).all():
        raise InputValueError("Both labels, 0 (false) and 1 (true), need rows of some weight.")
    return np.asarray(given / sums[y] * given.sum() / 2, float)


def expected_calibration_error(
    labels: npt.ArrayLike, scores: npt.ArrayLike, weight: npt.ArrayLike | None = None
) -> float:
    """Mean gap between score and share of true claims over 10 bins (ECE; Naeini et al. 2015).

    >>> expected_calibration_error([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5])
    0.0
    """
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    w = np.ones_like(p) if weight is None else np.asarray(weight, float)
    gaps = np.bincount(bins(p), w * (p - y), BINS)
    return float(np.abs(gaps).sum() / w.sum())


def chance_calibration_error(
    labels: npt.ArrayLike,
    scores: npt.ArrayLike,
    weight: npt.ArrayLike | None = None,
    draws: int = 100,
    seed: int = 0,
) -> float:
    """The class-balanced ECE to expect of a perfect model on these scores (Bröcker, Smith 2007).

    Labels are drawn from the model's own probabilities, at the share of true claims of the rows,
    then balanced as the measured ones are. A small sample has an ECE even of a perfect model.
    """
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    w = np.ones_like(p) if weight is None else np.asarray(weight, float)
    share = np.clip(np.average(y, weights=w), 1e-6, 1 - 1e-6)
    probability = expit(logit(np.clip(p, EDGE, 1 - EDGE)) + logit(share))
    drawn = np.random.default_rng(seed).random((draws, len(p))) < probability
    true = np.where(drawn, w, 0.0)
    false = w - true
    sums = true.sum(1, keepdims=True), false.sum(1, keepdims=True)
    usable = ((sums[0] > 0) & (sums[1] > 0)).ravel()
    if not usable.any():
        return float("nan")
    mass_true = true[usable] / sums[0][usable] / 2
    mass_false = false[usable] / sums[1][usable] / 2
    gaps = (mass_true + mass_false) * p - mass_true
    places = np.eye(BINS)[bins(p)]
    return float(np.abs(gaps @ places).sum(1).mean())


def calibration_line(
    labels: npt.ArrayLike, scores: npt.ArrayLike, weight: npt.ArrayLike | None = None
) -> tuple[float, float]:
    """Slope and intercept of the outcome's log-odds on those of the score (Cox 1958).

    A calibrated score has 1 and 0. A slope below 1 means that scores are too extreme.
    """
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    w = np.ones_like(p) if weight is None else np.asarray(weight, float)
    columns = np.column_stack([np.ones_like(p), logit(np.clip(p, EDGE, 1 - EDGE))])
    line = np.zeros(2)
    for _ in range(50):  # Newton's method on two parameters
        mean = expit(np.clip(columns @ line, -30, 30))
        curve = columns.T @ (columns * (w * mean * (1 - mean))[:, None]) + 1e-10 * np.eye(2)
        step = np.linalg.solve(curve, columns.T @ (w * (y - mean)))
        line += np.clip(step, -5, 5)
        if np.abs(step).max() < 1e-10:
            break
    return float(line[1]), float(line[0])


def brier_parts(
    labels: npt.ArrayLike, scores: npt.ArrayLike, weight: npt.ArrayLike | None = None
) -> dict[str, float]:
    """The Brier score = reliability - resolution + uncertainty, without bins.

    Each part is a difference of Brier scores, with the isotonic recalibration of the scores
    between (Dimitriadis, Gneiting and Jordan 2021): reliability is what recalibration would gain
    (0 is best), resolution what the recalibrated scores gain over the base rate (more is better).
    """
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    w = np.ones_like(p) if weight is None else np.asarray(weight, float)
    _, group = np.unique(p, return_inverse=True)
    mass, true = np.bincount(group, w), np.bincount(group, w * y)
    means = np.divide(true, mass, out=np.zeros_like(mass), where=mass > 0)
    again = isotonic_regression(means, sample_weight=mass, y_min=0, y_max=1)[group]
    rate = np.average(y, weights=w)
    score, recalibrated, constant = (
        float(np.average((q - y) ** 2, weights=w)) for q in (p, again, np.full(len(y), rate))
    )
    return {
        "reliability": score - recalibrated,
        "resolution": constant - recalibrated,
        "uncertainty": constant,
    }


def reliability_bins(
    labels: npt.ArrayLike, scores: npt.ArrayLike, weight: npt.ArrayLike | None = None
) -> list[dict[str, float]]:
    """Mean score, share of true claims and share of all rows of each bin that is not empty."""
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    w = np.ones_like(p) if weight is None else np.asarray(weight, float)
    which = bins(p)
    mass, score, true = (np.bincount(which, v, BINS) for v in (w, w * p, w * y))
    return [
        {"score": s / m, "true": t / m, "share": m / w.sum()}
        for m, s, t in zip(mass.tolist(), score.tolist(), true.tolist(), strict=True)
        if m > 0
    ]


def risk_coverage(losses: npt.ArrayLike, certainty: npt.ArrayLike, weight: Any = None) -> Floats:
    """Shares of the rows (coverage), the most certain first, and the mean loss of each (risk).

    Shape (2, rows). Rows of equal certainty come in together.

    >>> risk_coverage([0.0, 1.0], [2.0, 1.0]).tolist()
    [[0.5, 1.0], [0.0, 0.5]]
    """
    loss, sure = np.asarray(losses, float), np.asarray(certainty, float)
    w = np.ones_like(loss) if weight is None else np.asarray(weight, float)
    order = np.argsort(-sure, kind="stable")
    mass, total = np.cumsum(w[order]), np.cumsum((w * loss)[order])
    last = np.searchsorted(-sure[order], -sure[order], side="right") - 1
    return np.array([mass / w.sum(), total[last] / mass[last]])


def area_under_risk(losses: npt.ArrayLike, certainty: npt.ArrayLike, weight: Any = None) -> float:
    """The mean risk over all coverages (AURC; Geifman et al. 2019): less is better.

    A certainty that is unrelated to the losses has their mean.
    """
    shares, risks = risk_coverage(losses, certainty, weight)
    return float((np.diff(shares, prepend=0.0) * risks).sum())


def figures(
    labels: npt.ArrayLike, scores: npt.ArrayLike, weight: npt.ArrayLike | None = None,
    draws: int = 100,
) -> dict[str, float]:  # fmt: skip
    """All figures of one set of scores; class-balanced but for `auc` and `ece_as_sampled`."""
    y, p = np.asarray(labels, int), np.asarray(scores, float)
    given = np.ones(len(y)) if weight is None else np.asarray(weight, float)
    even = balanced(y, given)
    measured = expected_calibration_error(y, p, even)
    slope, intercept = calibration_line(y, p, even)
    return {
        "auc": float(roc_auc_score(y, p, sample_weight=given)),
        "brier": float(brier_score_loss(y, p, sample_weight=even)),
        "log_loss": float(log_loss(y, p, sample_weight=even)),
        "ece_as_sampled": expected_calibration_error(y, p, given),
        "ece": measured,
        "excess_ece": measured - chance_calibration_error(y, p, given, draws),
        "slope": slope,
        "intercept": intercept,
    }


def bins(scores: Floats) -> npt.NDArray[np.intp]:
    """The equal-width bin that each score is in, 0 to BINS - 1."""
    return np.minimum((scores * BINS).astype(np.intp), BINS - 1)
