"""Weights of scaled features: what every fit starts from and ends with, and models of them.

The numbers of a model are rounded to six significant digits, so that a fit gives the same file on
every machine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from credscore.errors import InputValueError
from credscore.features import FEATURES, NAMES
from credscore.model import FORMAT_VERSION, MAX_WEIGHT, Below, Model, Scale, Weight, within_cap
from credscore.signals import Floats

_DIRECTIONS = {feature.name: feature.direction for feature in FEATURES}
_GRID = np.arange(1, 40) / 40
_LEAST_SHARE = 0.01
_EXTREME = 0.01
_PRIOR_TEXTS = 20
"""So many texts do the mean score of an end count as, beside those that stand there."""


@dataclass(frozen=True)
class Linear:
    """An intercept, and weights of the offsets of features."""

    names: Sequence[str]
    weight: Floats
    scale: Scale
    intercept: float = 0.0
    style_cap: float | None = None

    @classmethod
    def of_model(cls, model: Model) -> "Linear":
        """The intercept, the weights and the scale of a model."""
        weight = np.array([weight.weight for weight in model.weights])
        names = [weight.feature for weight in model.weights]
        return cls(names, weight, model.linear.scale, model.intercept, model.style_cap)

    @property
    def directions(self) -> npt.NDArray[np.intp]:
        """The sign that each weight may have."""
        return np.array([_DIRECTIONS[name] for name in self.names], np.intp)

    def log_odds(self, frame: pd.DataFrame) -> Floats:
        """The log-odds of every row of a frame of features. Shape (rows,)."""
        offsets = self.scale(frame[list(NAMES)].to_numpy(float))
        capped = within_cap(offsets, self.weight, self.scale.columns, self.style_cap)
        return np.asarray(self.intercept + capped @ self.weight, float)

    def as_model(self, model_id: str = "fitted", created: str = "1970-01-01") -> Model:
        """A model of these numbers, rounded.

        Raises InputValueError if a weight or the intercept is larger than a model file may hold.
        """
        for name, value in (
            ("intercept", self.intercept),
            *zip(self.names, self.weight, strict=True),
        ):
            if not abs(value) <= MAX_WEIGHT:
                raise InputValueError(
                    f"The fit gives {name} a weight of {value:.4g}; a model may hold "
                    f"-{MAX_WEIGHT:g} to {MAX_WEIGHT:g}. These texts are too few, or too alike "
                    "within a label, to learn from: add rows of more groups, or start from the "
                    "shipped model."
                )
        scale = self.scale
        columns = map(rounded, (self.weight, scale.center, scale.low, scale.high))
        return Model(
            format_version=FORMAT_VERSION,
            model_id=model_id,
            created=created,
            intercept=rounded([self.intercept])[0],
            weights=tuple(
                Weight(feature=name, weight=weight, center=center, low=low, high=high)
                for name, weight, center, low, high in zip(self.names, *columns, strict=True)
            ),
            half_words=scale.half_words,
            style_cap=None if self.style_cap is None else rounded([self.style_cap])[0],
        )


def scale_of(
    values: Floats, columns: npt.NDArray[np.intp], weight: Floats, half_words: float = 0.0
) -> Scale:
    """The scale of some columns of features, of shape (rows, len(NAMES)).

    Values are clipped to the range of all but one in a hundred rows; the center is their mean.
    """
    chosen = values[:, columns]
    chosen[:, np.isnan(chosen).all(axis=0)] = 0.0
    low, high = np.nanpercentile(chosen, 0.5, axis=0), np.nanpercentile(chosen, 99.5, axis=0)
    clipped = np.clip(chosen, low, high)
    mass = np.maximum((~np.isnan(clipped) * weight[:, None]).sum(0), 1e-12)
    center = np.nansum(clipped * weight[:, None], axis=0) / mass
    return Scale(columns, center, low, high, half_words)


def with_uncertainty(model: Model, factor: Floats) -> Model:
    """The model with a factor of the covariance of (intercept, weights)."""
    return changed(model, uncertainty=tuple(map(rounded, factor)))


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
    shares = [
        (share[frequent] * count + 0.5) / (count + 1)
        for share, count in zip(raw, counts, strict=True)
    ]
    score, false, true = map(rounded, (_GRID[frequent], *shares))
    return changed(model, below=Below(score=score, true=true, false=false))


def with_limits(model: Model, labels: npt.ArrayLike, scores: Floats, weight: Floats) -> Model:
    """The model with limits: the shares of true claims among the extreme hundredths of texts.

    `scores` are of rows that the scoring fit had not seen. A score is little surer than what was
    seen: as few texts stand at the ends, each share counts as many texts as its weights are worth,
    and the mean score there counts as _PRIOR_TEXTS more.
    """
    order = np.argsort(scores, kind="stable")
    y, mass = np.asarray(labels, float)[order], weight[order] / weight.sum()
    below = np.cumsum(mass)
    limits = []
    for end in (below <= _EXTREME, below > 1 - _EXTREME):
        texts = mass[end].sum() ** 2 / (mass[end] ** 2).sum()
        seen, expected = (np.average(of[end], weights=mass[end]) for of in (y, scores[order]))
        limits.append((texts * seen + _PRIOR_TEXTS * expected) / (texts + _PRIOR_TEXTS))
    return changed(model, limits=rounded(limits))


def changed(model: Model, **changes: Any) -> Model:
    """The model with other values of some fields, checked anew."""
    fields = {name: getattr(model, name) for name in Model.model_fields}
    return Model(**(fields | changes))


def rounded(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(f"{value:.6g}") for value in values)
