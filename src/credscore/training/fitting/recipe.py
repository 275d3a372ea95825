"""Fits the shipped model: a calibrated logistic regression whose weights have fixed signs.

The fit has one intercept for each corpus; these are dropped afterwards. The penalty pulls every
weight to the same small weight in its expected direction. Slope and intercept of the sigmoid are
then multiplied into the weights. docs/explanation/model.md tells how this was chosen.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

from credscore.features import FEATURES, FLAG, NAMES
from credscore.model import Linear, Model
from credscore.signals import Floats
from credscore.training.data.corpora import calibration_weights, row_weights, values_of
from credscore.training.fitting.bounded_logistic import solve
from credscore.training.fitting.folds import by_corpus, unseen
from credscore.training.fitting.linear import DIRECTIONS, as_model, rounded, scale_of, scores_of
from credscore.training.fitting.uncertainty import covariance_factor

PRIOR_WEIGHT = 0.2
"""The weight of every feature before the data, in log-odds per standard deviation."""
PENALTY = 8.0
"""Times the root of the number of rows: the penalty on squared distances from PRIOR_WEIGHT."""
FLOOR = 0.02  # the least weight of a feature in its direction, in log-odds per standard deviation
HALF_WORDS = 50
"""A body of so many words says half as much as a long one (chosen in docs/explanation/model.md)."""
STYLE_CAP = 0.35
"""By how many log-odds the style of writing moves a score at most, before the sigmoid."""
FLAG_CEILING = 0.6
"""By how many log-odds a feature that is 0 or 1 moves a score at most, before the sigmoid."""
_INTERCEPT_PENALTY = 1e-3
_LEAST_DEVIATION = 1e-3  # a feature that varies less gets no weight
_REPLACED = frozenset((
    "anonymous_sources_rate", "anonymous_sources_lead", "official_denials_rate",
    "official_denials_lead", "official_denials_title", "unverifiable_media_lead",
    "unverifiable_media_title", "hedges_rate", "hedges_title", "named_sources_rate",
    "named_sources_lead", "named_sources_title", "specifics_rate", "specifics_lead",
    "specifics_title", "sensationalism_rate", "sensationalism_lead", "second_hand_rate",
    "second_hand_lead", "second_hand_title",
))  # fmt: skip
"""Coarse features, of whose signals finer ones say more."""
_ARE_FLAGS = np.array([feature.unit == FLAG for feature in FEATURES])
FITTED = tuple(name for name in NAMES if name not in _REPLACED)  # the features of the model


def fit_linear(
    frame: pd.DataFrame, names: Sequence[str] = FITTED, prior_weight: float = PRIOR_WEIGHT,
    penalty: float = PENALTY, weigh: Callable[[pd.DataFrame], Floats] = row_weights,
    half_words: float = HALF_WORDS, flag_ceiling: float = FLAG_CEILING,
) -> Linear:  # fmt: skip
    """Fit the weights of the features `names`, each with the sign of its direction."""
    weight, values = weigh(frame), values_of(frame)
    scale = scale_of(values, np.array([NAMES.index(n) for n in names], np.intp), weight, half_words)
    offsets = scale(values)
    mass = (~np.isnan(values[:, scale.columns]) * weight[:, None]).sum(0)
    deviation = np.sqrt((offsets**2 * weight[:, None]).sum(0) / np.maximum(mass, 1e-12))
    varying = np.flatnonzero(deviation > _LEAST_DEVIATION)
    deviation = deviation[varying]
    linear = Linear(deviation, scale.of(varying), style_cap=STYLE_CAP)
    intercepts = pd.get_dummies(frame["corpus"]).to_numpy(float)
    signs = np.append(DIRECTIONS[linear.scale.columns], np.zeros(intercepts.shape[1])).astype(float)
    pull = np.full(len(signs), penalty * np.sqrt(len(frame)))
    pull[len(varying) :] = _INTERCEPT_PENALTY
    columns = np.hstack([offsets[:, varying] / deviation, intercepts])
    ceiling = np.full(len(signs), np.inf)
    flags = _ARE_FLAGS[linear.scale.columns]
    ceiling[: len(varying)][flags] = flag_ceiling * deviation[flags]
    start = prior_weight * signs
    weights = solve(columns, frame["label"], weight, pull, start, signs, FLOOR, ceiling)
    return replace(linear, weight=weights[: len(varying)] / deviation)


def sigmoid(log_odds: Floats, labels: Any, weight: Floats) -> tuple[float, float]:
    """Slope and intercept that calibrate log-odds (Platt 1999).

    If the log-odds separate the classes, no finite slope is the likeliest. Then, as in Platt's
    targets, each class gets one more row of the other label, spread over its rows.
    """
    x, y = log_odds[:, None], np.asarray(labels, int)
    false, true = log_odds[y == 0], log_odds[y == 1]
    if false.max() < true.min() or true.max() < false.min():
        unsure = weight / (np.bincount(y, minlength=2)[y] + 2)
        x, y, weight = np.vstack([x, x]), np.append(y, 1 - y), np.append(weight - unsure, unsure)
    model = LogisticRegression(C=1e6).fit(x, y, sample_weight=weight)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def fit(frame: pd.DataFrame, interval: bool = True) -> Model:
    """The model of a frame of features with label, corpus and group; its id and date are not set.

    Without `interval` it has no uncertainty, and the fit is quicker.
    """
    linear, weight = fit_linear(frame), calibration_weights(frame)
    unseen_log_odds = unseen(frame, log_odds_by_recipe, by_corpus(frame))
    slope, intercept = sigmoid(unseen_log_odds, frame["label"], weight)
    weights, cap = linear.weight * slope, STYLE_CAP * abs(slope)
    model = as_model(replace(linear, weight=weights, intercept=intercept, style_cap=cap))
    if not interval:
        return model
    factor = covariance_factor(model, frame, partial(fit, interval=False))
    return model.changed(uncertainty=tuple(map(rounded, factor)))


def log_odds_by_recipe(train: pd.DataFrame, test: pd.DataFrame) -> Floats:
    """The uncalibrated log-odds of `test` by a fit to `train`."""
    return fit_linear(train).log_odds(values_of(test))


def scores_by_recipe(train: pd.DataFrame, test: pd.DataFrame) -> Floats:
    """The probabilities of `test` by a fit of the recipe to `train`."""
    return scores_of(fit(train, interval=False), test)
