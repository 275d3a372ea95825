"""From fitted numbers to a model file: short numbers, their covariance, measured shares."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.model import FORMAT_VERSION, Below, Model, Weight

Floats = npt.NDArray[np.float64]

_GRID = np.arange(1, 40) / 40
_LEAST_SHARE = 0.01


def finished(
    model_id: str, created: str, intercept: float,
    weights: Iterable[tuple[str, float, float, float, float]],
) -> Model:  # fmt: skip
    """A model of (feature, weight, center, low, high), with six significant digits.

    So short, the numbers are the same on every machine.
    """
    return Model(
        format_version=FORMAT_VERSION,
        model_id=model_id,
        created=created,
        intercept=_short(intercept),
        weights=tuple(
            Weight(
                feature=name, weight=_short(w), center=_short(c), low=_short(lo), high=_short(hi)
            )
            for name, w, c, lo, hi in weights
        ),
    )


def with_uncertainty(model: Model, factor: Floats) -> Model:
    """The model with a factor of the covariance of (intercept, weights)."""
    rows = tuple(tuple(_short(value) for value in row) for row in factor)
    return _changed(model, uncertainty=rows)


def with_below(model: Model, labels: npt.ArrayLike, scores: Floats, weight: Floats) -> Model:
    """The model with the shares of true and of false claims that score at most so much.

    `scores` are of rows that the scoring fit had not seen. Scores that fewer than 1 % of either
    class stay below are left out: such shares would rest on a handful of texts.
    """
    y = np.asarray(labels, int)
    within = scores[:, None] <= _GRID
    false, true = (np.average(within[y == c], axis=0, weights=weight[y == c]) for c in (0, 1))
    known = (np.minimum(false, true) >= _LEAST_SHARE) & (np.minimum(false, true) < 1)
    if not known.any():
        return model
    rows = (tuple(_short(value) for value in column[known]) for column in (_GRID, true, false))
    score, of_true, of_false = rows
    return _changed(model, below=Below(score=score, true=of_true, false=of_false))


def _changed(model: Model, **changes: Any) -> Model:
    kept = {name: getattr(model, name) for name in Model.model_fields}
    return Model(**(kept | changes))


def _short(value: float) -> float:
    return float(f"{value:.6g}")
