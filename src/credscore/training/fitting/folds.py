"""Scores of rows by models that had not seen them: grouped folds, and one corpus left out."""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.model_selection import StratifiedGroupKFold

Floats = npt.NDArray[np.float64]
Recipe = Callable[[pd.DataFrame, pd.DataFrame], Floats]
"""A function of rows to train on and rows to score that gives the scores of the latter."""

FOLDS = 5


def grouped_folds(
    frame: pd.DataFrame, folds: int = FOLDS, seed: int = 0
) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """For each fold the rows to train on and the rows to score; no group is in both.

    `frame` has columns label and group. If a label has fewer groups than `folds`, there are as
    many folds as the rarer label has groups.
    """
    rarest = int(frame.groupby("label")["group"].nunique().min())
    split = StratifiedGroupKFold(max(2, min(folds, rarest)), shuffle=True, random_state=seed)
    yield from split.split(frame, frame["label"], frame["group"])


def in_folds(frame: pd.DataFrame, recipe: Recipe, folds: int = FOLDS) -> Floats:
    """The score of every row by a fit that had not seen its group. Shape (rows,)."""
    scores = np.zeros(len(frame))
    for train, test in grouped_folds(frame, folds):
        scores[test] = recipe(frame.iloc[train].reset_index(drop=True), frame.iloc[test])
    return scores


def left_out(frame: pd.DataFrame, corpus: str, training: list[str], recipe: Recipe) -> Floats:
    """Scores of the rows of `corpus` by a fit on the other corpora of `training`."""
    others = frame["corpus"].isin(training) & (frame["corpus"] != corpus)
    test = frame[frame["corpus"] == corpus]
    return recipe(frame[others].reset_index(drop=True), test)
