"""How the shipped model is fitted: a calibrated logistic regression whose weights have signs.

The fit has one intercept per corpus. They are dropped afterwards, because a text is not scored by
the corpus that it comes from. Before the fit sees data every feature has the same weight per
standard deviation, in its expected direction (improper linear models: Dawes 1979). The penalty is
on the distance from these weights, so that a rare signal is not lost and few corpora do not decide
alone. No weight contradicts its direction. The slope and the intercept of the sigmoid come from
scores of corpora that the scoring fit had not seen. Each corpus counts the same, except the two of
near-noise. Slope and intercept are then multiplied into the weights: the result is one linear
model. docs/explanation/model.md tells how this was chosen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from credscore.features import FEATURES, NAMES
from credscore.model import Model, Scale
from credscore.training.data.weights import calibration_weights, row_weights
from credscore.training.fitting.bounded_logistic import Bounds, solve
from credscore.training.fitting.folds import grouped_folds
from credscore.training.fitting.rounding import rounded_model, with_uncertainty
from credscore.training.fitting.uncertainty import covariance_factor

Floats = npt.NDArray[np.float64]

PRIOR_WEIGHT = 0.2
"""The weight of every feature before the data, in log-odds per standard deviation."""
PENALTY = 8.0
"""Times the root of the number of rows: the penalty on squared distances from PRIOR_WEIGHT."""
FLOOR = 0.02
"""The least weight of a feature in its direction, in log-odds per standard deviation."""
HALF_WORDS = 50
"""A body of so many words says half as much as a long one (chosen in docs/explanation/model.md)."""
_INTERCEPT_PENALTY = 1e-3
_LEAST_DEVIATION = 1e-3  # what varies less in few rows has no weight per standard deviation
_DIRECTIONS = {feature.name: feature.direction for feature in FEATURES}
_REPLACED = frozenset(
    [
        "anonymous_sources_rate",
        "anonymous_sources_lead",
        "official_denials_rate",
        "official_denials_lead",
        "official_denials_title",
        "unverifiable_media_lead",
        "unverifiable_media_title",
        "hedges_rate",
        "hedges_title",
        "named_sources_rate",
        "named_sources_lead",
        "named_sources_title",
        "specifics_rate",
        "specifics_lead",
        "specifics_title",
        "sensationalism_rate",
        "sensationalism_lead",
    ]
)
FITTED = tuple(name for name in NAMES if name not in _REPLACED)
"""The features of the model: a coarse feature is left out if finer ones of its signal say more."""


@dataclass(frozen=True)
class Linear:
    """Weights on offsets of features; log-odds of a text without intercept."""

    names: tuple[str, ...]
    weight: Floats
    scale: Scale

    def log_odds(self, frame: pd.DataFrame) -> Floats:
        """sum of weight * offset of every row of a frame of features. Shape (rows,)."""
        return np.asarray(self.scale(frame[list(NAMES)].to_numpy(float)) @ self.weight, float)


def fit_linear(
    frame: pd.DataFrame, names: Sequence[str] = FITTED, prior_weight: float = PRIOR_WEIGHT,
    penalty: float = PENALTY, weigh: Callable[[pd.DataFrame], Floats] = row_weights,
    half_words: float = HALF_WORDS,
) -> Linear:  # fmt: skip
    """Fit weights of the features `names`, each with the sign of its feature's direction.

    `frame` has columns label, corpus and one for each feature; `weigh` gives its row weights.
    """
    weight = weigh(frame)
    scale = _scale(frame, names, weight, half_words)
    offsets = scale(frame[list(NAMES)].to_numpy(float))
    mass = (frame[list(names)].notna().to_numpy() * weight[:, None]).sum(0)
    deviation = np.sqrt((offsets**2 * weight[:, None]).sum(0) / np.maximum(mass, 1e-12))
    varying = np.flatnonzero(deviation > _LEAST_DEVIATION)
    columns = offsets[:, varying] / deviation[varying]
    directions = [_DIRECTIONS[names[int(column)]] for column in varying]
    corpora = np.unique(frame["corpus"], return_inverse=True)[1]
    intercepts = np.eye(int(corpora.max()) + 1)[corpora]
    signs = np.append(directions, np.zeros(intercepts.shape[1]))
    pull = np.full(len(signs), penalty * np.sqrt(len(frame)))
    pull[len(varying) :] = _INTERCEPT_PENALTY
    weights = solve(
        np.hstack([columns, intercepts]), frame["label"], weight, pull, prior_weight * signs,
        Bounds.of_signs(signs, FLOOR),
    )[: len(varying)]  # fmt: skip
    fitted = tuple(names[int(column)] for column in varying)
    return Linear(fitted, weights / deviation[varying], scale.of(varying))


def _scale(frame: pd.DataFrame, names: Sequence[str], weight: Floats, half_words: float) -> Scale:
    """The mean of each feature, and the range that its values are clipped to."""
    values = frame[list(names)].to_numpy(float, copy=True)
    values[:, np.isnan(values).all(axis=0)] = 0.0
    low, high = np.nanpercentile(values, 0.5, axis=0), np.nanpercentile(values, 99.5, axis=0)
    clipped = np.clip(values, low, high)
    mass = np.maximum((~np.isnan(clipped) * weight[:, None]).sum(0), 1e-12)
    center = np.nansum(clipped * weight[:, None], axis=0) / mass
    columns = np.array([NAMES.index(name) for name in names], np.intp)
    return Scale(columns, center, low, high, half_words)


def out_of_corpus(frame: pd.DataFrame, names: Sequence[str] = FITTED) -> Floats:
    """The log-odds of every row by a fit that had not seen its corpus (of one corpus: its fold)."""
    result = np.zeros(len(frame))
    for out in held_out(frame):
        result[out] = fit_linear(frame[~out], names).log_odds(frame[out])
    return result


def held_out(frame: pd.DataFrame) -> list[npt.NDArray[np.bool_]]:
    """Masks of the rows to hold out in turn: each corpus, or of one corpus five folds of groups."""
    corpora = frame["corpus"].to_numpy()
    if len(set(corpora)) > 1:
        return [corpora == corpus for corpus in pd.unique(corpora)]
    masks = []
    for _, rows in grouped_folds(frame):
        mask = np.zeros(len(frame), bool)
        mask[rows] = True
        masks.append(mask)
    return masks


def unseen_scores(frame: pd.DataFrame) -> Floats:
    """The probability of every row by a fit and a sigmoid that had not seen its corpus."""
    scores = np.zeros(len(frame))
    for out in held_out(frame):
        train = frame[~out].reset_index(drop=True)
        slope, intercept = sigmoid(out_of_corpus(train), train["label"], calibration_weights(train))
        scores[out] = expit(intercept + slope * fit_linear(train).log_odds(frame[out]))
    return scores


def sigmoid(log_odds: Floats, labels: Any, weight: Floats) -> tuple[float, float]:
    """Slope and intercept that calibrate log-odds (Platt 1999).

    If the log-odds separate the classes, no finite slope is the likeliest (Albert and Anderson
    1984). Then each class gets one more row of the other label, spread over its rows, as in
    Platt's targets.
    """
    x, y = log_odds[:, None], np.asarray(labels, int)
    false, true = log_odds[y == 0], log_odds[y == 1]
    if false.max() < true.min() or true.max() < false.min():
        unsure = weight / (np.bincount(y, minlength=2)[y] + 2)
        x, y, weight = np.vstack([x, x]), np.append(y, 1 - y), np.append(weight - unsure, unsure)
    model = LogisticRegression(C=1e6).fit(x, y, sample_weight=weight)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def fit(
    frame: pd.DataFrame, model_id: str, created: str, interval: bool = True,
    calibrate: bool = True, n_jobs: int = 1, names: Sequence[str] = FITTED,
) -> Model:  # fmt: skip
    """The model of a frame of features with label, corpus and group.

    Without `interval` it has no uncertainty. Without `calibrate` it has no sigmoid: its scores
    only rank texts. Both are quicker, for refits. `n_jobs` processes share the refits of the
    interval.
    """
    linear = fit_linear(frame, names)
    slope, intercept = 1.0, 0.0
    if calibrate:
        slope, intercept = sigmoid(
            out_of_corpus(frame, names), frame["label"], calibration_weights(frame)
        )
    scale = linear.scale
    rows = zip(
        linear.names, linear.weight * slope, scale.center, scale.low, scale.high, strict=True
    )
    model = rounded_model(model_id, created, intercept, rows, scale.half_words)
    if not interval:
        return model
    return with_uncertainty(model, covariance_factor(model, frame, _refit, n_jobs))


def _refit(frame: pd.DataFrame) -> Model:
    return fit(frame, "refit", "1970-01-01", interval=False)
