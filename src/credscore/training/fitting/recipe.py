"""A signed, calibrated logistic regression, folded into one linear model.

The fit has one intercept per corpus, dropped afterwards: what a corpus is does not score a text.
Before it sees data every feature weighs the same, per standard deviation, in its expected
direction (improper linear models: Dawes 1979); the penalty is on what moves away from that, so
that a rare signal is not lost and what few corpora show does not decide. No weight contradicts its
direction. The slope and the intercept of the sigmoid come from scores of corpora that the scoring
fit had not seen, each corpus counting the same but for those of near-noise. docs/model.md tells how
this was chosen.
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
from credscore.training.data.corpora import even, weights
from credscore.training.fitting.bounded_logistic import Bounds, solve
from credscore.training.fitting.folds import grouped_folds
from credscore.training.fitting.rounding import finished, with_uncertainty
from credscore.training.fitting.uncertainty import covariance_factor

Floats = npt.NDArray[np.float64]

PRIOR_WEIGHT = 0.2
"""The weight of every feature before the data, in log-odds per standard deviation."""
PENALTY = 8.0
"""Times the root of the number of rows: the penalty on squared distances from PRIOR_WEIGHT."""
FLOOR = 0.02
"""The least weight of a feature in its direction, in log-odds per standard deviation."""
HALF_WORDS = 50
"""A body of so many words says half as much as a long one (chosen in docs/model.md)."""
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
"""The features of the model: those that every signal has are left out where finer ones say more."""


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
    penalty: float = PENALTY, weigh: Callable[[pd.DataFrame], Floats] = weights,
    half_words: float = HALF_WORDS,
) -> Linear:  # fmt: skip
    """Fit on the features `names` of a frame with label and corpus, signs constrained."""
    weight = weigh(frame)
    scale = _scale(frame, names, weight, half_words)
    offsets = scale(frame[list(NAMES)].to_numpy(float))
    mass = (frame[list(names)].notna().to_numpy() * weight[:, None]).sum(0)
    deviation = np.sqrt((offsets**2 * weight[:, None]).sum(0) / np.maximum(mass, 1e-12))
    kept = np.flatnonzero(deviation > _LEAST_DEVIATION)
    columns = offsets[:, kept] / deviation[kept]
    directions = np.array([_DIRECTIONS[names[int(column)]] for column in kept])
    found = solve(
        columns, frame["label"].to_numpy(int), weight, penalty * np.sqrt(len(frame)),
        prior_weight * directions, np.unique(frame["corpus"], return_inverse=True)[1],
        Bounds.of_signs(directions, FLOOR),
    )  # fmt: skip
    return Linear(
        tuple(names[int(column)] for column in kept), found / deviation[kept], scale.of(kept)
    )


def _scale(frame: pd.DataFrame, names: Sequence[str], weight: Floats, half_words: float) -> Scale:
    """The usual values of features, and the range that they are clipped to."""
    values = frame[list(names)].to_numpy(float, copy=True)
    values[:, np.isnan(values).all(axis=0)] = 0.0
    low, high = np.nanpercentile(values, 0.5, axis=0), np.nanpercentile(values, 99.5, axis=0)
    clipped = np.clip(values, low, high)
    mass = np.maximum((~np.isnan(clipped) * weight[:, None]).sum(0), 1e-12)
    center = np.nansum(clipped * weight[:, None], axis=0) / mass
    columns = np.array([NAMES.index(name) for name in names], np.intp)
    return Scale(columns, center, low, high, half_words)


def out_of_corpus(frame: pd.DataFrame, names: Sequence[str] = FITTED) -> Floats:
    """The log-odds of every row by a fit on the other corpora (or groups, of one corpus only)."""
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
    """The probability of every row by a fit, sigmoid included, that had not seen its corpus."""
    scores = np.zeros(len(frame))
    for out in held_out(frame):
        train = frame[~out].reset_index(drop=True)
        slope, intercept = sigmoid(out_of_corpus(train), train["label"], even(train))
        scores[out] = expit(intercept + slope * fit_linear(train).log_odds(frame[out]))
    return scores


def sigmoid(log_odds: Floats, labels: Any, weight: Floats) -> tuple[float, float]:
    """Slope and intercept that calibrate log-odds (Platt 1999).

    Where the log-odds part the classes wholly no finite slope is the likeliest (Albert and
    Anderson 1984): one more row of each class is then counted as unsure, as Platt's targets do.
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
    """The finished model of a frame of features with label, corpus and group.

    Without `interval` it has no uncertainty, without `calibrate` no sigmoid (its scores only rank
    texts): the quicker ways, for refits. `n_jobs` processes share the refits of the interval.
    """
    linear = fit_linear(frame, names)
    slope, intercept = 1.0, 0.0
    if calibrate:
        slope, intercept = sigmoid(out_of_corpus(frame, names), frame["label"], even(frame))
    scale = linear.scale
    rows = zip(
        linear.names, linear.weight * slope, scale.center, scale.low, scale.high, strict=True
    )
    model = finished(model_id, created, intercept, rows, scale.half_words)
    if not interval:
        return model
    return with_uncertainty(model, covariance_factor(model, frame, _refit, n_jobs))


def _refit(frame: pd.DataFrame) -> Model:
    return fit(frame, "refit", "1970-01-01", interval=False)
