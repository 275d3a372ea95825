"""A signed, calibrated logistic regression, folded into one linear model.

The fit has one intercept per corpus, dropped afterwards: what a corpus is does not score a text.
The feature whose weight contradicts its expected direction most is dropped and the rest fitted
again, until none contradicts. The slope and the intercept of the sigmoid come from scores of
corpora that the scoring fit had not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from credscore.features import FEATURES, NAMES
from credscore.model import Model
from credscore.training.corpora import weights
from credscore.training.finish import finished, with_uncertainty
from credscore.training.interval import covariance_factor

Floats = npt.NDArray[np.float64]

PENALTY = 0.01  # scikit-learn's C on standardised features; chosen by leave-one-corpus-out log loss
_CORPUS_SCALE = 10.0  # corpus intercepts are hardly penalised
_DIRECTIONS = {feature.name: feature.direction for feature in FEATURES}


@dataclass(frozen=True)
class Linear:
    """Weights on clipped features around their centers; log-odds of a text without intercept."""

    names: tuple[str, ...]
    weight: Floats
    center: Floats
    low: Floats
    high: Floats

    def log_odds(self, frame: pd.DataFrame) -> Floats:
        """sum of weight * (clip(value) - center); a missing value counts 0. Shape (rows,)."""
        values = frame[list(self.names)].to_numpy(float)
        offsets = np.clip(values, self.low, self.high) - self.center
        return np.asarray(np.nan_to_num(offsets) @ self.weight, float)


def fit_linear(
    frame: pd.DataFrame, names: Sequence[str] = NAMES, sample_weight: Floats | None = None
) -> Linear:
    """Fit on the features `names` of a frame with label and corpus, signs constrained."""
    weight = weights(frame) if sample_weight is None else sample_weight
    values = frame[list(names)].to_numpy(float, copy=True)
    values[:, np.isnan(values).all(axis=0)] = 0.0
    low, high = np.nanpercentile(values, 0.5, axis=0), np.nanpercentile(values, 99.5, axis=0)
    clipped = np.clip(values, low, high)
    present = ~np.isnan(clipped)
    filled = np.nan_to_num(clipped)
    mass = np.maximum((present * weight[:, None]).sum(0), 1e-12)
    center = (filled * weight[:, None]).sum(0) / mass
    offsets = np.where(present, clipped - center, 0.0)
    scale = np.sqrt((offsets**2 * weight[:, None]).sum(0) / mass)
    usable = scale > 1e-9
    scaled = offsets / np.where(usable, scale, 1.0)
    corpora = pd.get_dummies(frame["corpus"]).to_numpy(float) * _CORPUS_SCALE
    directions = np.array([_DIRECTIONS[name] for name in names])
    while True:
        columns = np.flatnonzero(usable)
        model = LogisticRegression(C=PENALTY, fit_intercept=False, max_iter=1000)
        model.fit(np.hstack([scaled[:, columns], corpora]), frame["label"], sample_weight=weight)
        found = model.coef_[0][: len(columns)]
        contrary = found * directions[columns]
        if not (contrary < 0).any():
            break
        usable[columns[contrary.argmin()]] = False
    return Linear(
        tuple(names[int(column)] for column in columns),
        found / scale[columns], center[columns], low[columns], high[columns],
    )  # fmt: skip


def out_of_corpus(frame: pd.DataFrame, names: Sequence[str] = NAMES) -> Floats:
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
    split = StratifiedGroupKFold(5, shuffle=True, random_state=0)
    for _, rows in split.split(frame, frame["label"], frame["group"]):
        mask = np.zeros(len(frame), bool)
        mask[rows] = True
        masks.append(mask)
    return masks


def unseen_scores(frame: pd.DataFrame) -> Floats:
    """The probability of every row by a fit, sigmoid included, that had not seen its corpus."""
    scores = np.zeros(len(frame))
    for out in held_out(frame):
        train = frame[~out].reset_index(drop=True)
        slope, intercept = sigmoid(out_of_corpus(train), train["label"], weights(train))
        scores[out] = expit(intercept + slope * fit_linear(train).log_odds(frame[out]))
    return scores


def sigmoid(log_odds: Floats, labels: Any, weight: Floats) -> tuple[float, float]:
    """Slope and intercept that calibrate log-odds (Platt 1999)."""
    model = LogisticRegression(C=1e6).fit(log_odds[:, None], labels, sample_weight=weight)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def fit(
    frame: pd.DataFrame, model_id: str, created: str, interval: bool = True,
    calibrate: bool = True, n_jobs: int = 1,
) -> Model:  # fmt: skip
    """The finished model of a frame of features with label, corpus and group.

    Without `interval` it has no uncertainty, without `calibrate` no sigmoid (its scores only rank
    texts): the quicker ways, for refits. `n_jobs` processes share the refits of the interval.
    """
    linear = fit_linear(frame)
    slope, intercept = 1.0, 0.0
    if calibrate:
        slope, intercept = sigmoid(out_of_corpus(frame), frame["label"], weights(frame))
    rows = zip(
        linear.names, linear.weight * slope, linear.center, linear.low, linear.high, strict=True
    )
    model = finished(model_id, created, intercept, rows)
    if not interval:
        return model
    return with_uncertainty(model, covariance_factor(model, frame, _refit, n_jobs))


def _refit(frame: pd.DataFrame) -> Model:
    return fit(frame, "refit", "1970-01-01", interval=False)
