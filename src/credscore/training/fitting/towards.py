"""Few labels, a good start: a logistic fit pulled towards the weights of another model.

It minimises log loss + strength / 2 * sum of ((w - w0) * s)^2 with s the deviation of the
feature, w0 the weight of the model it starts from (0 from scratch), the intercept free, and no
weight of a sign that contradicts its feature's meaning. Classes are balanced, so that
probabilities hold at a prior of 0.5.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

from credscore.errors import InputValueError
from credscore.features import FEATURES, NAMES
from credscore.model import Model, Scale
from credscore.training.fitting.rounding import finished, with_uncertainty
from credscore.training.fitting.uncertainty import compressed

Floats = npt.NDArray[np.float64]

START = ("shipped", "scratch")
STRENGTHS = (3.0, 10.0, 30.0, 100.0, 300.0, 3000.0)
"""How hard the weights may be held to the shipped ones: from hardly to almost fixed."""
_DIRECTION = {feature.name: feature.direction for feature in FEATURES}
_SIGNED = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}


@dataclass(frozen=True)
class StartWeights:
    """Features with their scale and the weights to start from."""

    names: tuple[str, ...]
    weight: Floats
    scale: Scale
    intercept: float = 0.0

    @classmethod
    def of_model(cls, model: Model) -> "StartWeights":
        """Those of a model."""
        names = tuple(w.feature for w in model.weights)
        weight = np.array([w.weight for w in model.weights])
        return cls(names, weight, model.terms.offsets, model.intercept)

    @classmethod
    def of_rows(cls, values: Floats, weight: Floats) -> "StartWeights":
        """All features, with the ranges and means of rows: values of shape (rows, features)."""
        seen = np.flatnonzero(~np.isnan(values).all(axis=0))
        part = values[:, seen]
        low, high = np.nanpercentile(part, 0.5, axis=0), np.nanpercentile(part, 99.5, axis=0)
        clipped = np.clip(part, low, high)
        mass = (~np.isnan(clipped) * weight[:, None]).sum(0)
        center = np.nansum(clipped * weight[:, None], axis=0) / mass
        scale = Scale(seen, center, low, high, 0.0)
        return cls(tuple(NAMES[i] for i in seen), np.zeros(len(seen)), scale)


def balanced(labels: npt.ArrayLike, weight: Floats | None = None) -> Floats:
    """Row weights under which both classes weigh the same; their sum is that of the given weights.

    Raises
    ------
    InputValueError
        Where a class has no weight.
    """
    y = np.asarray(labels, int)
    given = np.ones(len(y)) if weight is None else np.asarray(weight, float)
    sums = np.bincount(y, given, 2)
    if not (sums > 0).all():
        raise InputValueError("Both labels, 0 (false) and 1 (true), need rows of some weight.")
    return np.asarray(given / sums[y] * given.sum() / 2, float)


def solve(
    terms: StartWeights, offsets: Floats, labels: npt.ArrayLike, strength: float, weight: Floats
) -> tuple[float, Floats]:
    """Intercept and weights, shape (terms,), of rows with `offsets` of shape (rows, terms)."""
    y = np.asarray(labels, float)
    scale = np.sqrt(np.average(offsets**2, axis=0, weights=weight))
    moved = scale > 1e-9
    columns = offsets[:, moved] / scale[moved]
    start = (terms.weight * scale)[moved]
    held = terms.intercept + offsets[:, ~moved] @ terms.weight[~moved]

    def loss(at: Floats) -> tuple[float, Floats]:
        log_odds = held + at[0] + columns @ at[1:]
        away = at[1:] - start
        error = weight * (expit(log_odds) - y)
        value = weight @ (np.logaddexp(0, log_odds) - y * log_odds)
        gradient = np.concatenate(([error.sum()], error @ columns + strength * away))
        return float(value + strength / 2 * away @ away), gradient

    names = [name for name, varies in zip(terms.names, moved, strict=True) if varies]
    bounds = [(None, None), *(_SIGNED[_DIRECTION[name]] for name in names)]
    found = minimize(loss, np.concatenate(([0.0], start)), jac=True, bounds=bounds).x
    weights = terms.weight.copy()
    weights[moved] = found[1:] / scale[moved]
    return float(terms.intercept + found[0]), weights


def fit_towards(
    base: Model | None,
    values: Floats,
    labels: npt.ArrayLike,
    strength: float,
    weight: Floats | None = None,
    groups: npt.ArrayLike | None = None,
    refits: int = 60,
    model_id: str = "fitted",
    created: str = "1970-01-01",
) -> Model:
    """The model of labelled rows, pulled towards `base` (from scratch where it is None).

    Parameters
    ----------
    values
        Features of shape (rows, len(NAMES)), nan where missing; labels 0 or 1, shape (rows,).
    strength
        Of the pull, above 0: the penalty on weights of standardised features.
    weight, groups
        Of shape (rows,); groups are drawn whole in the refits that the interval rests on.

    Raises
    ------
    InputValueError
        Where strength is not above 0 and finite, or a class has no rows.
    """
    if not 0 < strength < np.inf:
        raise InputValueError(f"strength must be above 0 and finite, got {strength!r}.")
    balance = balanced(labels, weight)
    terms = StartWeights.of_model(base) if base else StartWeights.of_rows(values, balance)
    offsets = terms.scale(values)
    intercept, weights = solve(terms, offsets, labels, strength, balance)
    factor = _uncertainty(base, terms, offsets, labels, strength, balance, groups, refits)
    scale = terms.scale
    rows = zip(terms.names, weights, scale.center, scale.low, scale.high, strict=True)
    model = finished(model_id, created, intercept, rows, scale.half_words)
    return with_uncertainty(model, factor)


def _uncertainty(
    base: Model | None, terms: StartWeights, offsets: Floats, labels: npt.ArrayLike,
    strength: float, weight: Floats, groups: npt.ArrayLike | None, refits: int,
) -> Floats:  # fmt: skip
    """A factor of the covariance of (intercept, weights) over refits.

    Each refit draws the groups anew and, as the start is uncertain itself, a start from the
    uncertainty of the base.
    """
    random = np.random.default_rng(0)
    y = np.asarray(labels, int)
    _, members = np.unique(
        np.arange(len(y)) if groups is None else np.asarray(groups), return_inverse=True
    )
    spread = np.array(base.uncertainty, float) if base and base.uncertainty else None
    draws = []
    for _ in range(refits):
        number = members.max() + 1
        drawn = np.bincount(random.integers(number, size=number), minlength=number)
        times = drawn[members] * weight
        if not all((times[y == label] > 0).any() for label in (0, 1)):
            continue
        start = terms
        if spread is not None:
            shift = random.standard_normal(len(spread)) @ spread
            start = StartWeights(
                terms.names, terms.weight + shift[1:], terms.scale, terms.intercept + shift[0]
            )
        intercept, weights = solve(start, offsets, y, strength, balanced(y, times))
        draws.append([intercept, *weights])
    if len(draws) < 2:
        return np.zeros((0, 1 + len(terms.names)))
    away = np.array(draws) - np.mean(draws, axis=0)
    return compressed(away / np.sqrt(len(draws) - 1))
