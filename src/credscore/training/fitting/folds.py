"""Scores rows by models that had not seen them, and by the baseline: TF-IDF."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, StratifiedGroupKFold

from credscore.signals import Floats, Ints
from credscore.training.data.corpora import row_weights

Recipe = Callable[[pd.DataFrame, pd.DataFrame], Floats]  # rows to train on, rows to score
Splits = Iterable[tuple[Ints, Ints]]  # pairs of rows to train on and to score

FOLDS = 5


def grouped_folds(frame: pd.DataFrame) -> Iterator[tuple[Ints, Ints]]:
    """The rows to train on and to score by fold; no more folds than each label has groups."""
    rarest = int(frame.groupby("label")["group"].nunique().min())
    split = StratifiedGroupKFold(max(2, min(FOLDS, rarest)), shuffle=True, random_state=0)
    yield from split.split(frame, frame["label"], frame["group"])


def by_corpus(frame: pd.DataFrame) -> Iterator[tuple[Ints, Ints]]:
    """Splits that hold out each corpus in turn; for a single corpus, its grouped folds."""
    alone = frame["corpus"].nunique() < 2
    yield from (
        grouped_folds(frame) if alone else LeaveOneGroupOut().split(frame, groups=frame["corpus"])
    )


def unseen(frame: pd.DataFrame, recipe: Recipe, splits: Splits | None = None) -> Floats:
    """The score of every row by a fit without it, over `splits` or grouped folds."""
    scores = np.zeros(len(frame))
    for train, test in grouped_folds(frame) if splits is None else splits:
        scores[test] = recipe(frame.iloc[train].reset_index(drop=True), frame.iloc[test])
    return scores


def tfidf_scores(train: pd.DataFrame, test: pd.DataFrame) -> Floats:
    """Probabilities for `test` by logistic regression on TF-IDF of words, fitted to `train`."""
    few = min(3, 1 + len(train) // 100)
    vectors = TfidfVectorizer(min_df=few, max_features=30_000, sublinear_tf=True)
    model = LogisticRegression(C=1.0, max_iter=500)
    model.fit(
        vectors.fit_transform(train["text"]), train["label"], sample_weight=row_weights(train)
    )
    return np.asarray(model.predict_proba(vectors.transform(test["text"]))[:, 1], float)
