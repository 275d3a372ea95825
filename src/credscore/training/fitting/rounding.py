"""A model file of fitted numbers: rounded, so that it is the same on every machine."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.errors import InputValueError
from credscore.model import FORMAT_VERSION, MAX_WEIGHT, Below, Model, Weight
from credscore.signals import Floats

_GRID = np.arange(1, 40) / 40
_LEAST_SHARE = 0.01
_NUMBERS = ("weight", "center", "low", "high")


def rounded_model(
    model_id: str,
    created: str,
    intercept: float,
    weights: Iterable[tuple[str, float, float, float, float]],
    half_words: float = 0.0,
) -> Model:
    """A model of rows (feature, weight, center, low, high), with six significant digits.

    Raises InputValueError if a weight or the intercept is larger than a model file may hold.
    """
    weights = list(weights)
    for name, value in [("intercept", intercept), *((row[0], row[1]) for row in weights)]:
        if not abs(value) <= MAX_WEIGHT:
            raise InputValueError(
                f"The fit gives {name} a weight of {value:.4g}; a model may hold -{MAX_WEIGHT:g} "
                f"to {MAX_WEIGHT:g}. These texts are too few, or too alike within a label, to "
                "learn from: add rows of more groups, or start from the shipped model."
            )
    return Model(
        format_version=FORMAT_VERSION,
        model_id=model_id,
        created=created,
        intercept=_short(intercept),
        weights=tuple(
            Weight(feature=name, **dict(zip(_NUMBERS, map(_short, numbers), strict=True)))
            for name, *numbers in weights
        ),
        half_words=half_words,
    )


def with_uncertainty(model: Model, factor: Floats) -> Model:
    """The model with a factor of the covariance of (intercept, weights)."""
    rows = tuple(tuple(_short(value) for value in row) for row in factor)
    return changed(model, uncertainty=rows)


def with_below(model: Model, labels: npt.ArrayLike, scores: Floats, weight: Floats) -> Model:
    """The model with the shares of true and of false claims that score at most 0.025, 0.05, ...

    `scores` are of rows that the scoring fit had not seen. Half a text is added on either side, so
    that no share is 0 or 1. A score is left out if fewer than 1 % of both classes lie below it.
    """
    y = np.asarray(labels, int)
    within = scores[:, None] <= _GRID
    raw = [np.average(within[y == c], axis=0, weights=weight[y == c]) for c in (0, 1)]
    frequent = np.maximum(*raw) >= _LEAST_SHARE
    if not frequent.any():
        return model
    counts = np.bincount(y, minlength=2)
    false, true = (
        (share[frequent] * count + 0.5) / (count + 1)
        for share, count in zip(raw, counts, strict=True)
    )
    score, of_true, of_false = (
        tuple(_short(value) for value in column) for column in (_GRID[frequent], true, false)
    )
    return changed(model, below=Below(score=score, true=of_true, false=of_false))


def changed(model: Model, **changes: Any) -> Model:
    """The model with other values of some fields, checked anew."""
    fields = {name: getattr(model, name) for name in Model.model_fields}
    return Model(**(fields | changes))


def _short(value: float) -> float:
    return float(f"{value:.6g}")
