"""A signed, calibrated logistic regression, folded into one linear model.

The fit has one intercept per corpus, dropped afterwards: what a corpus is does not score a text.
No weight contradicts its feature's expected direction: each keeps at least FLOOR in it, so that a
rare signal is not lost. A feature is penalised the more, the more its corpora disagree on it. The
slope and the intercept of the sigmoid come from scores of corpora that the scoring fit had not
seen. docs/model.md tells how this was chosen.
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
from credscore.training.signed import Bounds, solve

Floats = npt.NDArray[np.float64]

PENALTY = 2.5
"""Times the root of the number of rows: the penalty on squared weights per standard deviation."""
FLOOR = 0.02
"""The least weight of a feature in its direction, in log-odds per standard deviation."""
_TRUST_AT_LEAST = 0.05
_DIRECTIONS = {feature.name: feature.direction for feature in FEATURES}
_REPLACED = frozenset(
    [
        "anonymous_sources_rate",
        "official_denials_rate",
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
    frame: pd.DataFrame, names: Sequence[str] = FITTED, sample_weight: Floats | None = None
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
    kept = np.flatnonzero(scale > 1e-9)
    columns = offsets[:, kept] / scale[kept]
    labels = frame["label"].to_numpy(int)
    _, corpora = np.unique(frame["corpus"], return_inverse=True)
    factors = distrust(effects(columns, labels, corpora))
    bounds = Bounds.of_signs([_DIRECTIONS[names[int(column)]] for column in kept], FLOOR)
    penalty = np.diag(PENALTY * np.sqrt(len(frame)) * factors)
    found = solve(columns, labels, weight, penalty, corpora, bounds)
    return Linear(
        tuple(names[int(column)] for column in kept),
        found / scale[kept], center[kept], low[kept], high[kept],
    )  # fmt: skip


@dataclass(frozen=True)
class Effects:
    """Standardised mean differences of true and false, shape (corpora, columns), and their
    variance by chance, shape (corpora,)."""

    difference: Floats
    chance: Floats


def effects(columns: Floats, labels: Floats, corpora: npt.NDArray[np.intp]) -> Effects:
    """How far each column parts true from false in each corpus that has both (Cohen's d)."""
    found, chance = [], []
    for corpus in np.unique(corpora):
        true, false = (columns[(corpora == corpus) & (labels == label)] for label in (1, 0))
        if min(len(true), len(false)) > 1:
            spread = np.sqrt((true.var(axis=0) + false.var(axis=0)) / 2) + 1e-6
            found.append((true.mean(axis=0) - false.mean(axis=0)) / spread)
            chance.append(1 / len(true) + 1 / len(false))
    return Effects(np.array(found).reshape(-1, columns.shape[1]), np.array(chance))


def distrust(seen: Effects) -> Floats:
    """How much more to penalise each column than the rest, by how its corpora disagree.

    The mean effect over corpora is set against its standard error, in which the variance between
    corpora counts (a random-effects meta-analysis, DerSimonian and Laird 1986). The geometric mean
    is 1; with fewer than two corpora all are 1.
    """
    corpora, columns = seen.difference.shape
    if corpora < 2:
        return np.ones(columns)
    mean, chance = seen.difference.mean(axis=0), float(seen.chance.mean())
    between = np.maximum(seen.difference.var(axis=0, ddof=1) - chance, 0.0)
    factors = 1 / (mean**2 / (mean**2 + (between + chance) / corpora) + _TRUST_AT_LEAST)
    return np.asarray(factors / np.exp(np.log(factors).mean()), float)


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
