"""A logistic fit to few labels, pulled towards the weights of another model.

It minimises log loss + strength / 2 * sum of ((w - w0) * s)^2, where s is the deviation of the
feature and w0 its weight in the other model (0 from scratch). The intercept is not pulled. No
weight has a sign that contradicts the direction of its feature. Classes are balanced, so that
probabilities hold at a prior of 0.5.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from credscore.errors import InputValueError
from credscore.features import FEATURES, NAMES
from credscore.model import Model, Scale
from credscore.training.fitting.bounded_logistic import Bounds, solve
from credscore.training.fitting.rounding import rounded_model, with_uncertainty
from credscore.training.fitting.uncertainty import compressed
from credscore.training.judging.metrics import balanced

Floats = npt.NDArray[np.float64]

START = ("shipped", "scratch")
STRENGTHS = (3.0, 10.0, 30.0, 100.0, 300.0, 3000.0)
"""How strongly weights may be pulled to the shipped ones: at 3 hardly, at 3000 they hardly move."""
_DIRECTIONS = {feature.name: feature.direction for feature in FEATURES}
_LEAST_DEVIATION = 1e-9


@dataclass(frozen=True)
class StartWeights:
    """Features with their scale and the weights to start from."""

    names: tuple[str, ...]
    weight: Floats
    scale: Scale
    intercept: float = 0.0

    @classmethod
    def of_model(cls, model: Model) -> "StartWeights":
        """The weights, scale and intercept of a model."""
        names = tuple(w.feature for w in model.weights)
        weight = np.array([w.weight for w in model.weights])
        return cls(names, weight, model.linear.offsets, model.intercept)

    @classmethod
    def of_rows(cls, values: Floats, weight: Floats) -> "StartWeights":
        """Weights of 0 for every feature that some row has; values of shape (rows, features)."""
        seen = np.flatnonzero(~np.isnan(values).all(axis=0))
        columns = values[:, seen]
        low, high = (np.nanpercentile(columns, share, axis=0) for share in (0.5, 99.5))
        clipped = np.clip(columns, low, high)
        mass = (~np.isnan(clipped) * weight[:, None]).sum(0)
        center = np.nansum(clipped * weight[:, None], axis=0) / mass
        scale = Scale(seen, center, low, high, 0.0)
        return cls(tuple(NAMES[i] for i in seen), np.zeros(len(seen)), scale)


def _solved(
    start: StartWeights, offsets: Floats, labels: npt.ArrayLike, strength: float, weight: Floats
) -> tuple[float, Floats]:
    """Intercept and weights, shape (terms,), of rows with `offsets` of shape (rows, terms)."""
    deviation = np.sqrt(np.average(offsets**2, axis=0, weights=weight))
    varying = deviation > _LEAST_DEVIATION
    deviation = deviation[varying]
    signs = [_DIRECTIONS[name] for name, varies in zip(start.names, varying, strict=True) if varies]
    solution = solve(
        np.column_stack([np.ones(len(offsets)), offsets[:, varying] / deviation]), labels, weight,
        np.append(0.0, np.full(len(deviation), strength)),
        np.append(start.intercept, start.weight[varying] * deviation), Bounds.of_signs([0, *signs]),
    )  # fmt: skip
    weights = start.weight.copy()
    weights[varying] = solution[1:] / deviation
    return float(solution[0]), weights


def fit_towards(
    base: Model | None,
    values: Floats,
    labels: npt.ArrayLike,
    strength: float,
    weight: Floats | None = None,
    groups: npt.ArrayLike | None = None,
    refits: int = 60,
) -> Model:
    """The model of labelled rows, pulled towards `base`; from scratch if that is None.

    It is called "fitted", of 1970-01-01: `rounding.named` gives it another id and date.

    Parameters
    ----------
    values
        Features of shape (rows, len(NAMES)), nan where missing; labels 0 or 1, shape (rows,).
    strength
        Of the pull, above 0: the penalty on weights of standardised features.
    weight, groups
        Of shape (rows,). The refits that the interval rests on draw whole groups.
    refits
        How many; with 0 the model has no uncertainty.

    Raises
    ------
    InputValueError
        If strength is not above 0 and finite, or a class has no rows.
    """
    if not 0 < strength < np.inf:
        raise InputValueError(f"strength must be above 0 and finite, got {strength!r}.")
    balance = balanced(labels, weight)
    start = StartWeights.of_model(base) if base else StartWeights.of_rows(values, balance)
    scale = start.scale
    offsets = scale(values)
    intercept, weights = _solved(start, offsets, labels, strength, balance)
    y = np.asarray(labels, int)
    refitted = [
        np.append(*_solved(drawn, offsets, y, strength, drawn_weight))
        for drawn, drawn_weight in _drawn(start, base, y, balance, groups, refits)
    ]
    rows = zip(start.names, weights, scale.center, scale.low, scale.high, strict=True)
    model = rounded_model("fitted", "1970-01-01", intercept, rows, scale.half_words)
    return with_uncertainty(model, _factor(refitted, 1 + len(weights)))


def _drawn(
    start: StartWeights, base: Model | None, labels: npt.NDArray[np.intp], weight: Floats,
    groups: npt.ArrayLike | None, refits: int,
) -> Iterator[tuple[StartWeights, Floats]]:  # fmt: skip
    """For each refit a start and row weights; none if the drawn rows lack a class.

    The groups are drawn with replacement, and the start from the uncertainty of the base, because
    the start is uncertain too.
    """
    random = np.random.default_rng(0)
    _, members = np.unique(
        np.arange(len(labels)) if groups is None else np.asarray(groups), return_inverse=True
    )
    number = int(members.max()) + 1
    spread = np.array(base.uncertainty, float) if base and base.uncertainty else None
    for _ in range(refits):
        times = np.bincount(random.integers(number, size=number), minlength=number)
        weights = times[members] * weight
        if not all((weights[labels == label] > 0).any() for label in (0, 1)):
            continue
        if spread is None:
            yield start, balanced(labels, weights)
            continue
        shift = random.standard_normal(len(spread)) @ spread
        shifted = replace(
            start, weight=start.weight + shift[1:], intercept=start.intercept + shift[0]
        )
        yield shifted, balanced(labels, weights)


def _factor(rows: Sequence[Floats], columns: int) -> Floats:
    """A factor of the covariance of rows (intercept, weights); empty of fewer than two."""
    if len(rows) < 2:
        return np.zeros((0, columns))
    return compressed((np.array(rows) - np.mean(rows, axis=0)) / np.sqrt(len(rows) - 1))
