"""Turns fitted numbers into a model."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from credscore.errors import InputValueError
from credscore.features import FEATURES, NAMES
from credscore.model import FORMAT_VERSION, MAX_WEIGHT, Below, Linear, Model, Scale, Weight, expit
from credscore.signals import Floats, Ints
from credscore.training.data.corpora import values_of

DIRECTIONS = np.array([feature.direction for feature in FEATURES])
"""By place in NAMES the sign that a weight may have."""
_GRID = np.arange(1, 40) / 40
_LEAST_SHARE = 0.01
_EXTREME = 0.01
_PRIOR_TEXTS = 20


def as_model(linear: Linear) -> Model:
    """A model of these numbers, rounded; its id and date are not set.

    Raises InputValueError if a number is larger than a model may hold.
    """
    names = [NAMES[column] for column in linear.scale.columns]
    for name, value in [("intercept", linear.intercept), *zip(names, linear.weight, strict=True)]:
        if not abs(value) <= MAX_WEIGHT:
            raise InputValueError(
                f"The fit gives {name} a weight of {value:.4g}; a model may hold "
                f"-{MAX_WEIGHT:g} to {MAX_WEIGHT:g}. These texts are too few, or too alike within "
                "a label, to learn from: add rows of more groups, or start from the shipped model."
            )
    scale, cap = linear.scale, linear.style_cap
    columns = map(rounded, (linear.weight, scale.center, scale.low, scale.high))
    return Model(
        format_version=FORMAT_VERSION,
        model_id="fitted",
        created="1970-01-01",
        intercept=rounded([linear.intercept])[0],
        weights=tuple(
            Weight(feature=name, weight=weight, center=center, low=low, high=high)
            for name, weight, center, low, high in zip(names, *columns, strict=True)
        ),
        half_words=scale.half_words,
        style_cap=None if cap is None else rounded([cap])[0],
    )


def scores_of(model: Model, frame: pd.DataFrame) -> Floats:
    """The scores of a frame of features at a prior of 0.5."""
    return expit(model.linear.log_odds(values_of(frame)))


def scale_of(values: Floats, columns: Ints, weight: Floats, half_words: float = 0.0) -> Scale:
    """The scale of columns: the range of 99 of 100 rows, and the mean within it."""
    chosen = values[:, columns]
    chosen[:, np.isnan(chosen).all(axis=0)] = 0.0
    low, high = np.nanpercentile(chosen, 0.5, axis=0), np.nanpercentile(chosen, 99.5, axis=0)
    clipped = np.clip(chosen, low, high)
    mass = np.maximum((~np.isnan(clipped) * weight[:, None]).sum(0), 1e-12)
    center = np.nansum(clipped * weight[:, None], axis=0) / mass
    return Scale(columns, center, low, high, half_words)


def with_below(model: Model, labels: ArrayLike, scores: Floats, weight: Floats) -> Model:
    """The model with the shares of true and false claims that score at most 0.025, 0.05, ...

    Half a text is added to each class. Scores that few texts lie below are left out.
    """
    y = np.asarray(labels, int)
    within = scores[:, None] <= _GRID
    shares = np.array([
        np.average(within[y == label], axis=0, weights=weight[y == label]) for label in (0, 1)
    ])  # fmt: skip
    frequent = shares.max(axis=0) >= _LEAST_SHARE
    if not frequent.any():
        return model
    counts = np.bincount(y, minlength=2)[:, np.newaxis]
    shares = (shares[:, frequent] * counts + 0.5) / (counts + 1)
    score, false, true = map(rounded, (_GRID[frequent], *shares))
    return model.changed(below=Below(score=score, true=true, false=false))


def with_limits(model: Model, labels: ArrayLike, scores: Floats, weight: Floats) -> Model:
    """The model with limits: the true shares of the extreme hundredths of the scores.

    _PRIOR_TEXTS texts with their mean score are added to each share.
    """
    order = np.argsort(scores, kind="stable")
    y, mass = np.asarray(labels, float)[order], weight[order] / weight.sum()
    below = np.cumsum(mass)
    limits = []
    for end in (below <= _EXTREME, below > 1 - _EXTREME):
        texts = mass[end].sum() ** 2 / (mass[end] ** 2).sum()
        seen, expected = (np.average(of[end], weights=mass[end]) for of in (y, scores[order]))
        limits.append((texts * seen + _PRIOR_TEXTS * expected) / (texts + _PRIOR_TEXTS))
    return model.changed(limits=rounded(limits))


def rounded(values: Iterable[float]) -> tuple[float, ...]:
    """The values to six significant digits, so that a fit gives the same file on every machine."""
    return tuple(float(f"{value:.6g}") for value in values)
