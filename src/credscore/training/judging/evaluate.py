"""Judges the scores of labelled rows, with intervals from bootstraps of whole groups."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.stats import mannwhitneyu

from credscore.signals import Floats
from credscore.training.judging import metrics

Samples = Mapping[str, Mapping[str, Floats]]
"""By the name of the scores and by that of the figure: its value, then its bootstrap draws."""

DRAWS = 300
WRONG_LEVEL = 0.01
"""What is rarer among rows that scores don't tell apart is no chance: the labels are exchanged."""
_COMPARED = ("auc", "brier", "log_loss")


class Judged(NamedTuple):
    """The figures of sets of scores on the same rows, as JSON can hold them, with their samples."""

    figures: dict[str, Any]
    samples: Samples


def judge(
    labels: ArrayLike, groups: ArrayLike, scores: Mapping[str, ArrayLike], draws: int = DRAWS,
    weight: ArrayLike | None = None,
) -> Judged:  # fmt: skip
    """Judge sets of scores of the same rows, the model's first, with intervals over groups.

    `weight` lets corpora of different sizes count the same.
    """
    y = np.asarray(labels, int)
    sets = {name: np.asarray(values, float) for name, values in scores.items()}
    given = np.ones(len(y)) if weight is None else np.asarray(weight, float)
    times = multiplicities(groups, draws) * given
    samples: dict[str, dict[str, Floats]] = {}
    for name, values in sets.items():
        drawn = metrics.drawn_figures(y, values, times)
        whole = metrics.figures(y, values, given)
        samples[name] = {figure: np.append(whole[figure], drawn[figure]) for figure in whole}
    first, even = next(iter(sets.values())), metrics.balanced(y, given)
    table = {
        "rows": len(y),
        "groups": len(np.unique(np.asarray(groups))),
        "true_share": float(y.mean()),
        **_compared(samples),
        "extremes": metrics.extremes(y, first, even),
        "brier_parts": metrics.brier_parts(y, first, even),
        "reliability": metrics.reliability_bins(y, first, even),
    }
    return Judged(table, samples)


def judge_corpora(frame: pd.DataFrame, scores: Mapping[str, Floats]) -> dict[str, dict[str, Any]]:
    """The figures of each corpus of a frame with index 0 to rows - 1, from scores of all rows."""
    judged = {}
    for name, rows in frame.groupby("corpus", sort=False):
        here = {key: values[rows.index] for key, values in scores.items()}
        judged[str(name)] = judge(rows["label"], rows["group"], here).figures
    return judged


def mean_of(judged: Sequence[Judged]) -> dict[str, Any]:
    """The mean of the figures over corpora, with intervals and paired differences."""
    return _compared({
        name: {f: np.mean([corpus.samples[name][f] for corpus in judged], axis=0) for f in figures}
        for name, figures in judged[0].samples.items()
    })  # fmt: skip


def _compared(samples: Samples) -> dict[str, Any]:
    """Figures with intervals, then differences of the first set of scores from the others."""
    first, *others = samples
    result = {name: with_intervals(figures) for name, figures in samples.items()}
    for other in others:
        differences = {f: samples[first][f] - samples[other][f] for f in _COMPARED}
        result[f"minus_{other}"] = with_intervals(differences)
    return result


def multiplicities(groups: ArrayLike, draws: int = DRAWS) -> Floats:
    """How often each row is drawn, shape (draws, rows); whole groups are drawn with replacement."""
    _, members = np.unique(np.asarray(groups), return_inverse=True)
    number = int(members.max()) + 1
    drawn = np.random.default_rng(0).multinomial(number, np.full(number, 1 / number), draws)
    return drawn[:, members].astype(float)


def interval(draws: ArrayLike) -> list[float]:
    """The 95 % percentile interval (Efron 1979) of bootstrap draws; [nan, nan] without draws."""
    values = np.asarray(draws, float)
    finite = values[np.isfinite(values)]
    return list(np.percentile(finite, [2.5, 97.5]).tolist()) if len(finite) else [np.nan, np.nan]


def with_intervals(samples: Mapping[str, Floats]) -> dict[str, dict[str, float]]:
    """Figures with their intervals; a sample has the value of a figure, then its draws."""
    ends = {name: interval(sample[1:]) for name, sample in samples.items()}
    return {
        name: {"value": float(samples[name][0]), "low": low, "high": high}
        for name, (low, high) in ends.items()
    }


def is_wrong_way(labels: ArrayLike, groups: ArrayLike, scores: ArrayLike) -> bool:
    """Whether true claims score significantly lower, over rows and, by the AUC, over groups."""
    y, values = np.asarray(labels, float) >= 0.5, np.asarray(scores, float)
    if y.all() or not y.any():
        return False
    if mannwhitneyu(values[y], values[~y], alternative="less").pvalue >= WRONG_LEVEL:
        return False
    drawn = metrics.drawn_figures(y.astype(int), values, multiplicities(groups))
    return interval(drawn["auc"])[1] < 0.5


def wrong_way(frame: pd.DataFrame, scores: Floats) -> list[str]:
    """The corpora of a frame, index 0 to rows - 1, that the scores rank the wrong way."""
    return [
        str(name)
        for name, rows in frame.groupby("corpus", sort=False)
        if is_wrong_way(rows["label"], rows["group"], scores[rows.index])
    ]


def question(names: Iterable[str]) -> str:
    """What to ask about files that the shipped model ranks the wrong way."""
    return (
        f"{', '.join(names)}: the shipped model ranks these rows the wrong way, and not by chance. "
        "Are the labels exchanged? 1 must stand for true claims, 0 for false ones."
    )
