"""How good the scores of labelled rows are: figures with intervals, differences, caveats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.report import CAVEATS
from credscore.training.judging.bootstrap import (
    DRAWS,
    drawn_figures,
    interval,
    multiplicities,
    with_intervals,
)
from credscore.training.judging.metrics import (
    area_under_risk,
    balanced,
    brier_parts,
    figures,
    reliability_bins,
    risk_coverage,
)

Floats = npt.NDArray[np.float64]

_COMPARED = ("auc", "brier", "log_loss")


@dataclass(frozen=True)
class Judged:
    """The figures of several sets of scores on the same rows, and their bootstrap draws."""

    rows: int
    groups: int
    true_share: float
    point: dict[str, dict[str, float]]
    draws: dict[str, dict[str, Floats]] = field(repr=False)
    bins: list[dict[str, float]]
    parts: dict[str, float]

    def as_dict(self) -> dict[str, Any]:
        """The figures as a dict; a difference is that of the first set from another one."""
        first, *others = self.point
        return {
            "rows": self.rows,
            "groups": self.groups,
            "true_share": self.true_share,
            **{name: with_intervals(self.point[name], self.draws[name]) for name in self.point},
            **{f"minus_{other}": self.difference(first, other) for other in others},
            "brier_parts": self.parts,
            "reliability": self.bins,
        }

    def difference(self, one: str, other: str) -> dict[str, dict[str, float]]:
        """Paired differences of AUC, Brier score and log loss, both on the same draws."""
        return _difference(self.point, self.draws, one, other)


def judge(
    labels: npt.ArrayLike,
    groups: npt.ArrayLike,
    scores: Mapping[str, npt.ArrayLike],
    draws: int = DRAWS,
    weight: npt.ArrayLike | None = None,
) -> Judged:
    """Judge named sets of scores of the same rows; intervals are over groups.

    Parameters
    ----------
    labels, groups
        Labels 0 or 1 (both must be there) and the claim or publisher, shape (rows,).
    scores
        Probabilities by the name of their model, each of shape (rows,); the first is ours.
    weight
        Row weights, shape (rows,), if corpora of different size are to count the same.
    """
    y = np.asarray(labels, int)
    sets = {name: np.asarray(values, float) for name, values in scores.items()}
    given = np.ones(len(y)) if weight is None else np.asarray(weight, float)
    times = multiplicities(groups, draws) * given
    first = next(iter(sets.values()))
    even = balanced(y, given)
    return Judged(
        rows=len(y),
        groups=len(np.unique(np.asarray(groups))),
        true_share=float(y.mean()),
        point={name: figures(y, values, given) for name, values in sets.items()},
        draws={name: drawn_figures(y, values, times) for name, values in sets.items()},
        bins=reliability_bins(y, first, even),
        parts=brier_parts(y, first, even),
    )


def mean_of(judged: Sequence[Judged]) -> dict[str, Any]:
    """The mean of the figures over corpora, with intervals and paired differences."""
    names = list(judged[0].point)
    point = {
        name: {
            figure: float(np.mean([corpus.point[name][figure] for corpus in judged]))
            for figure in judged[0].point[name]
        }
        for name in names
    }
    draws = {
        name: {
            figure: np.mean([corpus.draws[name][figure] for corpus in judged], axis=0)
            for figure in judged[0].point[name]
        }
        for name in names
    }
    return {
        **{name: with_intervals(point[name], draws[name]) for name in names},
        **{f"minus_{name}": _difference(point, draws, names[0], name) for name in names[1:]},
    }


def doubts(
    labels: npt.ArrayLike,
    scores: npt.ArrayLike,
    caveats: Sequence[tuple[str, ...]],
    reliable: npt.ArrayLike,
    widths: npt.ArrayLike,
) -> dict[str, Any]:
    """Whether `reliable`, the caveats and the interval tell good scores from bad ones.

    The result has the figures of the rows with and without each caveat (if both classes are
    there), and the area under the risk-coverage curve (risk: class-balanced Brier score) if rows
    are kept by the distance of the score from one half, by the narrowness of the interval, or by
    `reliable`.
    """
    y, p = np.asarray(labels, int), np.asarray(scores, float)
    trusted = np.asarray(reliable, bool)
    even = balanced(y)
    losses = (p - y) ** 2
    orders = {
        "distance": np.abs(p - 0.5),
        "narrowness": -np.asarray(widths, float),
        "reliable": trusted.astype(float),
    }
    splits = {"reliable": trusted} | {
        name: np.array([name in names for names in caveats], bool) for name in CAVEATS
    }
    return {
        "mean_risk": float(np.average(losses, weights=even)),
        "area_under_risk": {n: area_under_risk(losses, c, even) for n, c in orders.items()},
        "risk_coverage": {n: _curve(losses, c, even) for n, c in orders.items()},
        "splits": {
            name: {"with": _figures_of(y, p, mask), "without": _figures_of(y, p, ~mask)}
            for name, mask in splits.items()
        },
    }


def accuracy_gap(
    labels: npt.ArrayLike, scores: npt.ArrayLike, mask: npt.ArrayLike, groups: npt.ArrayLike
) -> dict[str, float]:
    """Class-balanced accuracy of the rows of a mask less that of the others, over groups.

    Arguments have shape (rows,); the interval is a bootstrap of whole groups, 95 %.

    >>> accuracy_gap([1, 0, 1, 0], [0.9, 0.1, 0.2, 0.8], [True, True, False, False], [1, 2, 3, 4])
    {'value': 1.0, 'low': 1.0, 'high': 1.0}
    """
    y, inside = np.asarray(labels, int), np.asarray(mask, bool)
    right = (np.asarray(scores, float) > 0.5) == y

    def gap(times: Floats) -> Floats:
        sides = []
        for side in (inside, ~inside):
            shares = [
                times @ (right & side & (y == label)) / (times @ (side & (y == label)))
                for label in (0, 1)
            ]
            sides.append(np.mean(shares, axis=0))
        return np.asarray(sides[0] - sides[1], float)

    with np.errstate(invalid="ignore"):
        point = gap(np.ones((1, len(y))))[0]
        low, high = interval(gap(multiplicities(groups)))
    return {"value": float(point), "low": low, "high": high}


def _figures_of(labels: Any, scores: Floats, mask: Any) -> dict[str, float]:
    y, p = labels[mask], scores[mask]
    if len(set(y.tolist())) < 2:
        return {"rows": len(y)}
    values = figures(y, p)
    accuracy = float(np.average((p > 0.5) == y, weights=balanced(y)))
    chosen = {name: values[name] for name in ("auc", "brier", "log_loss", "excess_ece")}
    return {"rows": len(y), "accuracy": accuracy, **chosen}


def _curve(losses: Floats, certainty: Floats, weight: Floats) -> list[list[float]]:
    """Ten points of the risk-coverage curve."""
    shares, risks = risk_coverage(losses, certainty, weight)
    at = np.minimum(np.searchsorted(shares, np.arange(1, 11) / 10 - 1e-9), len(shares) - 1)
    return [[round(float(shares[i]), 4), round(float(risks[i]), 4)] for i in at]


def _difference(
    point: Mapping[str, Mapping[str, float]],
    draws: Mapping[str, Mapping[str, Floats]],
    one: str,
    other: str,
) -> dict[str, dict[str, float]]:
    rows = {}
    for name in _COMPARED:
        low, high = interval(draws[one][name] - draws[other][name])
        rows[name] = {"value": point[one][name] - point[other][name], "low": low, "high": high}
    return rows
