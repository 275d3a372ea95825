"""A model of a user's own labels: fitted towards the shipped one, or from scratch."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from credscore.errors import InputValueError
from credscore.model import Model, default_folder, expit
from credscore.signals import Floats
from credscore.training.data.corpora import row_weights, values_of
from credscore.training.fitting.folds import grouped_folds, in_folds, tfidf_scores
from credscore.training.fitting.linear import changed, with_below
from credscore.training.fitting.recipe import fit
from credscore.training.fitting.towards import START, STRENGTHS, fit_towards
from credscore.training.judging.direction import wrong_way
from credscore.training.judging.evaluate import judge, judge_corpora
from credscore.training.judging.metrics import figures


class OwnModel(NamedTuple):
    """A model of a user's labels, and how it and the shipped one do on rows held out from it."""

    model: Model
    judged: dict[str, dict[str, Any]]
    strength: float | None
    wrong_way: tuple[str, ...] = ()


def train_own(frame: pd.DataFrame, start: str, model_id: str, created: str) -> OwnModel:
    """Train on a frame of features with label, group and corpus.

    The rows are scored by fits that had not seen their groups, each with a strength of its own,
    and judged for each file, and for "all" if there are several.
    """
    if start not in START:
        raise InputValueError(f"start must be one of {', '.join(START)}, got {start!r}.")
    shipped = Model.load(default_folder())
    base = shipped if start == "shipped" else None
    scores = {
        "own": in_folds(frame, lambda train, test: scores_of(_fitted(train, base, 0)[0], test)),
        "shipped": scores_of(shipped, frame),
        "tfidf": in_folds(frame, tfidf_scores),
    }
    model, strength = _fitted(frame, base)
    model = changed(model, model_id=model_id, created=created)
    model = with_below(model, frame["label"], scores["own"], row_weights(frame))
    judged = judge_corpora(frame, scores)
    if len(judged) > 1:
        judged["all"] = judge(frame["label"], frame["group"], scores).figures
    return OwnModel(model, judged, strength, tuple(wrong_way(frame, scores["shipped"])))


def best_strength(frame: pd.DataFrame, base: Model) -> float:
    """The strongest pull that grouped folds can't tell from the best one, by log loss."""
    losses: dict[float, list[float]] = {strength: [] for strength in STRENGTHS}
    values, labels = values_of(frame), frame["label"].to_numpy()
    weight = row_weights(frame)
    for train, test in grouped_folds(frame):
        if len(set(labels[train])) < 2 or len(set(labels[test])) < 2:
            continue
        for strength in STRENGTHS:
            model = fit_towards(
                base, values[train], labels[train], strength, weight[train], refits=0
            )
            scores = expit(model.linear.log_odds(values[test]))
            loss = figures(labels[test], scores, weight[test], draws=1)["log_loss"]
            losses[strength].append(loss)
    return strongest_within_error(losses)


def strongest_within_error(losses: Mapping[float, Sequence[float]]) -> float:
    """The largest strength whose mean loss is within one standard error of the least mean.

    The one-standard-error rule (Breiman et al. 1984), the error being that of the least mean over
    the folds. With fewer than two folds the result is the largest strength.

    >>> strongest_within_error({3.0: [0.6, 0.7], 30.0: [0.64, 0.74], 300.0: [0.8, 0.9]})
    30.0
    """
    if min(map(len, losses.values())) < 2:
        return max(losses)
    means = {strength: np.mean(folds) for strength, folds in losses.items()}
    least = min(means, key=lambda strength: means[strength])
    error = np.std(losses[least], ddof=1) / np.sqrt(len(losses[least]))
    return max(strength for strength, mean in means.items() if mean <= means[least] + error)


def scores_of(model: Model, frame: pd.DataFrame) -> Floats:
    """The scores at a prior of 0.5 of a frame of features."""
    return expit(model.linear.log_odds(values_of(frame)))


def _fitted(
    frame: pd.DataFrame, base: Model | None, refits: int = 60
) -> tuple[Model, float | None]:
    """The model of the rows, and its strength."""
    if base is None:
        return fit(frame, interval=refits > 0), None
    strength, groups = best_strength(frame, base), frame["group"].to_numpy()
    values, weight = values_of(frame), row_weights(frame)
    return fit_towards(base, values, frame["label"], strength, weight, groups, refits), strength


def model_id_of(paths: Sequence[Path], start: str) -> str:
    """The id of a model of these files: letters, digits and hyphens."""
    stems = "-".join("".join(c if c.isalnum() else "-" for c in path.stem) for path in paths)
    return f"own-{stems}-from-{start}"[:100]
