"""How good probabilities are: pure functions of arrays, and the evaluation of a user's file."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from credscore.scorer import Scorer
from credscore.training.table import read_labelled

Floats = npt.NDArray[np.float64]


def expected_calibration_error(
    labels: Any, scores: Any, weight: Any = None, bins: int = 10
) -> float:
    """Mean gap between score and share of true claims over equal-width bins (Naeini et al. 2015).

    >>> expected_calibration_error([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5])
    0.0
    """
    y, p = np.asarray(labels, float), np.asarray(scores, float)
    w = np.ones_like(p) if weight is None else np.asarray(weight, float)
    which = np.minimum((p * bins).astype(int), bins - 1)
    gaps = np.bincount(which, w * (p - y), bins)
    return float(np.abs(gaps).sum() / w.sum())


def balanced(labels: Any) -> Floats:
    """Row weights under which both classes weigh the same."""
    y = np.asarray(labels)
    share = y.mean()
    return np.asarray(np.where(y == 1, 0.5 / share, 0.5 / (1 - share)), float)


def metrics(labels: Any, scores: Any) -> dict[str, float]:
    """AUC, and class-balanced Brier score, log loss and ECE of probabilities."""
    y, p = np.asarray(labels, int), np.asarray(scores, float)
    weight = balanced(y)
    return {
        "rows": len(y),
        "auc": float(roc_auc_score(y, p)),
        "brier": float(brier_score_loss(y, p, sample_weight=weight)),
        "log_loss": float(log_loss(y, p, sample_weight=weight)),
        "ece": expected_calibration_error(y, p, weight),
    }


def evaluate_csv(
    paths: list[Path], model: Path | None, text: str, label: str, title: str | None
) -> dict[str, float]:
    """The metrics of a model on users' labelled CSV files.

    Raises
    ------
    InputTableError
        Where a column is missing, a label is neither 0 nor 1, or only one class is there.
    """
    frame = read_labelled(paths, text, label, None, title)
    reports = Scorer.load(model).score_many(frame["text"], _titles(frame))
    scores = [report.score for report in reports]  # type: ignore[union-attr]
    return metrics(frame["label"], scores)


def _titles(frame: pd.DataFrame) -> list[str | None]:
    return [title if isinstance(title, str) else None for title in frame["title"]]
