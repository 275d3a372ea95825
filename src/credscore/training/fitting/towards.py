"""Fits a logistic model to few labels, pulled towards the weights of another model.

It minimises log loss + strength / 2 * sum of ((w - w0) * s)^2, where s is the deviation of the
feature and w0 its weight in the other model (0 from scratch). The intercept is not pulled. The
signs of weights are those of the shipped model. Style has no cap. Classes are balanced.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from credscore.errors import InputValueError
from credscore.model import Linear, Model, expit
from credscore.signals import Floats
from credscore.training.data.corpora import row_weights, values_of
from credscore.training.fitting.bounded_logistic import solve
from credscore.training.fitting.folds import grouped_folds
from credscore.training.fitting.linear import DIRECTIONS, as_model, rounded, scale_of
from credscore.training.fitting.uncertainty import compressed
from credscore.training.judging.metrics import balanced, figures

START = ("shipped", "scratch")
STRENGTHS = (3.0, 10.0, 30.0, 100.0, 300.0, 3000.0)
_LEAST_DEVIATION = 1e-9


def fit_towards(
    base: Model | None, values: Floats, labels: ArrayLike, strength: float,
    weight: ArrayLike | None = None, groups: ArrayLike | None = None, refits: int = 60,
) -> Model:  # fmt: skip
    """The model of labelled rows, pulled towards `base`; None fits from scratch.

    `values` have shape (rows, len(NAMES)), nan if missing. `strength` is the penalty on weights of
    standardised features. The interval rests on `refits`: in each, whole groups are drawn with
    replacement, and the start is drawn from its own uncertainty. With 0 refits there is none.

    Raises InputValueError if strength is not above 0 and finite, or if a class has no rows.
    """
    if not 0 < strength < np.inf:
        raise InputValueError(f"strength must be above 0 and finite, got {strength!r}.")
    y, balance = np.asarray(labels, int), balanced(labels, weight)
    start = replace(base.linear, style_cap=None) if base else _zero(values, balance)
    offsets = start.scale(values)
    linear = _solved(start, offsets, y, strength, balance)
    members = np.unique(np.arange(len(y)) if groups is None else groups, return_inverse=True)[1]
    random, number = np.random.default_rng(0), int(members.max()) + 1
    refitted = []
    for _ in range(refits):
        times = np.bincount(random.integers(number, size=number), minlength=number)
        drawn = times[members] * balance
        if all((drawn[y == label] > 0).any() for label in (0, 1)):
            first, *rest = random.standard_normal(len(start.factor)) @ start.factor
            moved = replace(start, weight=start.weight + rest, intercept=start.intercept + first)
            refit = _solved(moved, offsets, y, strength, balanced(y, drawn))
            refitted.append(np.append(refit.intercept, refit.weight))
    model = as_model(linear)
    if len(refitted) < 2:
        return model
    deviations = (np.array(refitted) - np.mean(refitted, axis=0)) / np.sqrt(len(refitted) - 1)
    return model.changed(uncertainty=tuple(map(rounded, compressed(deviations))))


def best_strength(frame: pd.DataFrame, base: Model) -> float:
    """The strongest pull whose log loss over grouped folds is as good as the best one's."""
    losses: dict[float, list[float]] = {strength: [] for strength in STRENGTHS}
    values, labels = values_of(frame), frame["label"].to_numpy()
    weight = row_weights(frame)
    for train, test in grouped_folds(frame):
        if len(set(labels[train])) < 2 or len(set(labels[test])) < 2:
            continue
        for strength in STRENGTHS:
            model = fit_towards(
                base, values[train], labels[train], strength, weight[train], refits=0
            )
            scores = expit(model.linear.log_odds(values[test]))
            loss = figures(labels[test], scores, weight[test], draws=1)["log_loss"]
            losses[strength].append(loss)
    return strongest_within_error(losses)


def strongest_within_error(losses: Mapping[float, Sequence[float]]) -> float:
    """The largest strength whose mean loss is within one standard error of the least mean.

    This is the one-standard-error rule (Breiman et al. 1984); the error is over the folds.

    >>> strongest_within_error({3.0: [0.6, 0.7], 30.0: [0.64, 0.74], 300.0: [0.8, 0.9]})
    30.0
    """
    if min(map(len, losses.values())) < 2:
        return max(losses)
    means = {strength: np.mean(folds) for strength, folds in losses.items()}
    least = min(means, key=lambda strength: means[strength])
    error = np.std(losses[least], ddof=1) / np.sqrt(len(losses[least]))
    return max(strength for strength, mean in means.items() if mean <= means[least] + error)


def _zero(values: Floats, weight: Floats) -> Linear:
    columns = np.flatnonzero(~np.isnan(values).all(axis=0))
    scale, none = scale_of(values, columns, weight), np.zeros((0, 1 + len(columns)))
    return Linear(np.zeros(len(columns)), scale, factor=none)


def _solved(
    start: Linear, offsets: Floats, labels: ArrayLike, strength: float, weight: Floats
) -> Linear:
    deviation = np.sqrt(np.average(offsets**2, axis=0, weights=weight))
    varying = deviation > _LEAST_DEVIATION
    deviation = deviation[varying]
    solution = solve(
        np.column_stack([np.ones(len(offsets)), offsets[:, varying] / deviation]),
        labels,
        weight,
        np.append(0.0, np.full(len(deviation), strength)),
        np.append(start.intercept, start.weight[varying] * deviation),
        np.append(0, DIRECTIONS[start.scale.columns[varying]]),
    )
    weights = start.weight.copy()
    weights[varying] = solution[1:] / deviation
    return replace(start, weight=weights, intercept=float(solution[0]))
