"""Whether caveats and intervals tell good scores from bad ones."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.report import CAVEATS, Report, Score
from credscore.signals import Floats
from credscore.training.judging.metrics import balanced, figures


def doubts(labels: npt.ArrayLike, scored: Sequence[Score | Report]) -> dict[str, Any]:
    """Figures of the rows with and without each caveat, and the area under risk-coverage curves.

    A curve is the risk (the class-balanced Brier score) of the rows that are kept, by the distance
    of the score from one half, by the narrowness of the interval, or by `reliable`.
    """
    y, p = np.asarray(labels, int), np.array([row.score for row in scored])
    even, losses = balanced(y), (p - y) ** 2
    splits = {"reliable": np.array([row.reliable for row in scored])}
    splits |= {name: np.array([name in row.caveats for row in scored]) for name in CAVEATS}
    orders = {
        "distance": np.abs(p - 0.5),
        "narrowness": np.array([row.interval[0] - row.interval[1] for row in scored]),
        "reliable": splits["reliable"].astype(float),
    }
    curves = {name: risk_coverage(losses, order, even) for name, order in orders.items()}
    return {
        "mean_risk": float(np.average(losses, weights=even)),
        "area_under_risk": {name: area_under(curve) for name, curve in curves.items()},
        "risk_coverage": {name: _ten_points(*curve) for name, curve in curves.items()},
        "splits": {
            name: {"with": _figures(y[mask], p[mask]), "without": _figures(y[~mask], p[~mask])}
            for name, mask in splits.items()
        },
    }


def risk_coverage(losses: npt.ArrayLike, certainty: npt.ArrayLike, weight: npt.ArrayLike) -> Floats:
    """Shares of the rows (coverage), the most certain first, and the mean loss of each (risk).

    Rows of equal certainty come in together.
    """
    loss, sure, w = (np.asarray(values, float) for values in (losses, certainty, weight))
    order = np.argsort(-sure, kind="stable")
    mass, total = np.cumsum(w[order]), np.cumsum((w * loss)[order])
    last = np.searchsorted(-sure[order], -sure[order], side="right") - 1
    return np.array([mass / w.sum(), total[last] / mass[last]])


def area_under(curve: Floats) -> float:
    """The mean risk over all coverages (AURC; Geifman et al. 2019): less is better."""
    shares, risks = curve
    return float((np.diff(shares, prepend=0.0) * risks).sum())


def _ten_points(shares: Floats, risks: Floats) -> list[list[float]]:
    at = np.minimum(np.searchsorted(shares, np.arange(1, 11) / 10 - 1e-9), len(shares) - 1)
    return [[round(float(shares[i]), 4), round(float(risks[i]), 4)] for i in at]


def _figures(labels: npt.NDArray[np.intp], scores: Floats) -> dict[str, float]:
    if len(set(labels.tolist())) < 2:  # one class has no figures
        return {"rows": len(labels)}
    values = figures(labels, scores)
    accuracy = float(np.average((scores > 0.5) == labels, weights=balanced(labels)))
    chosen = {name: values[name] for name in ("auc", "brier", "log_loss", "excess_ece")}
    return {"rows": len(labels), "accuracy": accuracy, **chosen}
