"""Fits the pooling model: a logistic regression of claims on the reports of their articles.

The mean log-odds of the independent reports has the weight 1, as the score of one article has. The
penalty pulls the weights of the other features to 0.
"""

import numpy as np
import pandas as pd
from scipy.special import expit

from credscore import pooling
from credscore.model import Model
from credscore.scorer import Scorer
from credscore.signals import Floats
from credscore.training.fitting.bounded_logistic import solve
from credscore.training.fitting.folds import grouped_folds, unseen
from credscore.training.fitting.linear import rounded
from credscore.training.fitting.recipe import fit
from credscore.training.judging.evaluate import multiplicities
from credscore.training.judging.metrics import balanced

CORPUS = "emergent"  # the only corpus with many articles on a claim
PENALTY = {"agreement": 0.02, "number": 20.0, "debunking": 0.02, "spread": 20.0}
"""On half the square of a weight, per standard deviation of its feature.

How often a claim is reported, and by how different outlets, tells of the corpus too: those two are
held near 0 (benchmarks/quality/pooling.py)."""
_FIXED = 1e9  # the penalty that fixes the weight of the mean at 1
_DRAWS = 200
_EXTREME = 0.1


def claims_of(model: Model, frame: pd.DataFrame) -> pd.DataFrame:
    """The label, mean log-odds and pooling.FEATURES of each claim, from scores of its articles."""
    claims, scorer = {}, Scorer(model)
    for name, rows in frame.groupby("group"):
        articles = map(pooling.Article, rows["text"], rows["title"], rows["publisher"])
        pool = pooling.Selection(pooling.read_articles(scorer, list(articles))).pool()
        claims[str(name)] = int(rows["label"].iloc[0]), pool.mean, *pool.features()
    return pd.DataFrame.from_dict(claims, "index", columns=["label", "mean", *pooling.FEATURES])


def unseen_claims(training: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The claims of all articles, each scored by a fit of `training` without that claim."""
    parts = []
    for _, out in grouped_folds(articles):
        rows = articles.iloc[out]
        seen = training[~training["group"].isin(rows["group"])].reset_index(drop=True)
        parts.append(claims_of(fit(seen, interval=False), rows))
    return pd.concat(parts).sort_index()


def fit_pooling(claims: pd.DataFrame) -> pooling.PoolingModel:
    """The pooling model of claims whose articles were scored by fits that had not seen them."""
    ranges = np.percentile(claims[list(pooling.FEATURES)], [1, 99], axis=0)
    low, high = np.minimum(ranges[0], 0.0), np.maximum(ranges[1], 0.0)
    clipped = claims.assign(**claims[list(pooling.FEATURES)].clip(low, high))
    weights = _weights(clipped)
    draws = multiplicities(claims.index, _DRAWS)
    both = [draw for draw in draws if claims["label"][draw > 0].nunique() == 2]
    moved = np.array([_weights(clipped, draw) for draw in both])
    factor = np.linalg.cholesky(np.cov(moved.T) + 1e-9 * np.eye(len(pooling.FEATURES))).T
    columns = map(rounded, (weights, low, high))
    return pooling.PoolingModel(
        model_id="fitted",
        created="1970-01-01",
        weights=tuple(
            pooling.PoolingWeight(feature=name, weight=weight, low=least, high=most)
            for name, weight, least, most in zip(pooling.FEATURES, *columns, strict=True)
        ),
        limits=_limits(claims),
        uncertainty=tuple(map(rounded, factor)),
    )


def _weights(claims: pd.DataFrame, times: Floats | None = None) -> Floats:
    """The weights of the features; the mean has the weight 1."""
    features = claims[list(pooling.FEATURES)].to_numpy(float)
    deviation = np.maximum(features.std(axis=0), 1e-9)
    columns = np.column_stack([claims["mean"], features / deviation])
    start = np.append(1.0, np.zeros(len(deviation)))
    penalty = np.append(_FIXED, [PENALTY[name] for name in pooling.FEATURES])
    weight = balanced(claims["label"], times)
    fitted = solve(columns, claims["label"], weight, penalty, start, np.zeros(len(start)))
    return np.asarray(fitted[1:] / deviation, float)


def pooled(train: pd.DataFrame, test: pd.DataFrame) -> Floats:
    """The pooled log-odds of the claims of `test` by a fit to `train`, without limits."""
    return (test["mean"] + test[list(pooling.FEATURES)] @ _weights(train)).to_numpy(float)


def _limits(claims: pd.DataFrame) -> tuple[float, float]:
    """The shares of true claims in the extreme tenths, with half a claim of each class added."""
    order = np.argsort(expit(unseen(claims.assign(group=claims.index), pooled)), kind="stable")
    size = max(1, round(_EXTREME * len(order)))
    weight = balanced(claims["label"])
    true = weight * claims["label"].to_numpy()
    low, high = rounded(
        (true[end].sum() + 0.5) / (weight[end].sum() + 1) for end in (order[:size], order[-size:])
    )
    return low, high
