"""Estimates how far another training corpus would move a score: the covariance in a model file.

Its shape is that of a jackknife (Efron and Tibshirani 1993, chapter 11; of groups: Kott 2001). The
fits lack one corpus, or a tenth of the claims or publishers; the latter count less, the more
corpora there are. Its width is calibrated (nested, as the jackknife+ of Barber et al. 2021): if a
corpus is added to a fit without it, nine tenths of its scores move within the interval.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from credscore.model import Z90, Model
from credscore.signals import Bools, Floats
from credscore.training.data.corpora import row_weights, values_of

Fit = Callable[[pd.DataFrame], Model]

TENTHS = 10
LEVEL = 0.9
COMPONENTS = 8
_LEAST = 1e-6


def covariance_factor(model: Model, frame: pd.DataFrame, fit: Fit) -> Floats:
    """F of shape (components, 1 + terms) for `model`, which `fit` made from `frame`."""
    corpora = list(pd.unique(frame["corpus"]))
    removed = [out for n in (1, 2) if n < len(corpora) for out in combinations(corpora, n)]
    refits = {out: _refit(fit, frame[~frame["corpus"].isin(out)]) for out in removed}
    without = {out: other for out, other in refits.items() if other}
    tenths = (_refit(fit, frame[rows]) for rows in _without_tenths(frame["group"]))
    of_groups = _rows(model, [other for other in tenths if other])
    of_groups *= np.sqrt((TENTHS - 1) / TENTHS / max(len(corpora) - 1, 1))
    single = [other for out, other in without.items() if len(out) == 1]
    of_corpora = _rows(model, single) / np.sqrt(max(len(single), 1))
    inflation = _inflation(model, frame, without, of_groups)
    return inflation * compressed(np.vstack([of_corpora, of_groups]))


def _refit(fit: Fit, rows: pd.DataFrame) -> Model | None:
    return fit(rows.reset_index(drop=True)) if rows["label"].nunique() == 2 else None


def compressed(rows: Floats) -> Floats:
    """At most COMPONENTS rows F, such that F'F is close to the sum of outer products of `rows`."""
    _, sizes, directions = np.linalg.svd(rows, full_matrices=False)
    return np.asarray(sizes[:COMPONENTS, None] * directions[:COMPONENTS], float)


def _without_tenths(groups: "pd.Series[str]") -> list[Bools]:
    """For each tenth of the groups, a mask of the rows of all other groups."""
    names = pd.unique(groups)
    order = np.random.default_rng(0).permutation(len(names))
    of_rows = groups.map(pd.Series(order % TENTHS, index=names)).to_numpy()
    return [of_rows != number for number in range(min(TENTHS, len(names)))]


def _rows(model: Model, others: Sequence[Model]) -> Floats:
    """The differences of the other models in (intercept, weights of the features of `model`)."""
    rows = np.zeros((len(others), 1 + len(model.weights)))
    for row, other in zip(rows, others, strict=True):
        theirs = {weight.feature: (weight.weight, weight.center) for weight in other.weights}
        row[0] = other.intercept - model.intercept
        for column, own in enumerate(model.weights, start=1):
            weight, center = theirs.get(own.feature, (0.0, own.center))
            row[column] = weight - own.weight
            row[0] += weight * (own.center - center)
    return rows


def _inflation(
    model: Model, frame: pd.DataFrame, without: dict[tuple[str, ...], Model], of_groups: Floats
) -> float:
    """The factor by which intervals hold nine tenths of the moves that an added corpus makes."""
    ratios, masses = [], []
    for name, rows in frame.groupby("corpus", sort=False):
        smaller = without.get((str(name),))
        pairs = [other for names, other in without.items() if len(names) == 2 and name in names]
        if smaller is None or not pairs:
            continue
        own = _rows(smaller, pairs) / np.sqrt(len(pairs))
        values = values_of(rows)
        sd = np.hypot(_deviations(smaller, own, values), _deviations(model, of_groups, values))
        moved = model.linear.log_odds(values) - smaller.linear.log_odds(values)
        ratios.append(np.abs(moved) / (Z90 * (sd + _LEAST)))
        masses.append(row_weights(rows) / len(rows))
    if not ratios:
        return 1.0
    level = 1 - (1 - LEVEL) * (1 - 1 / frame["corpus"].nunique())
    return weighted_quantile(np.concatenate(ratios), np.concatenate(masses), level)


def _deviations(model: Model, factor: Floats, values: Floats) -> Floats:
    return replace(model.linear, factor=factor).deviations(model.linear.offsets(values))


def weighted_quantile(values: Floats, weight: Floats, level: float) -> float:
    """The smallest value such that `level` of the weight is at most that value."""
    order = np.argsort(values)
    mass = np.cumsum(weight[order])
    rank = int(np.searchsorted(mass, level * mass[-1] * (1 - 1e-12)))
    return float(values[order][min(rank, len(values) - 1)])
