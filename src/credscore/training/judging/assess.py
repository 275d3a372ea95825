"""Measures a model on labelled files, and what its caveats and intervals are worth."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from sklearn.metrics import roc_auc_score

from credscore.citation import originals, sketches
from credscore.errors import InputTableError
from credscore.report import CAVEATS, Report, Score
from credscore.report import by_signal as of_signals
from credscore.scorer import Scorer, shipped
from credscore.signals import Floats, Ints
from credscore.training.data.labelled_files import Columns, read_labelled, titles
from credscore.training.data.trained_on import were_trained_on
from credscore.training.fitting.folds import tfidf_scores, unseen
from credscore.training.judging.evaluate import Judged, judge, mean_of, wrong_way
from credscore.training.judging.metrics import balanced, figures


def assess(
    paths: Sequence[Path], model: Path | None, columns: Columns, encoding: str | None = None
) -> dict[str, Any]:
    """The figures of a model on labelled files, as a dict for JSON.

    A text that is a copy of one in an earlier file is left out. The result has the figures of each
    file and their mean, for three sets of scores: the model; TF-IDF with logistic regression,
    trained in grouped folds of the same file; and one probability for all texts.

    Raises InputTableError if a file can't be used, ModelFileError if the model is refused.
    """
    scorer = Scorer.load(model)
    table = read_labelled(paths, columns, encoding)
    rows = _without_copies(table)
    answers = scorer.score_many(rows["text"], titles(rows))
    reports = [report for report in answers if isinstance(report, Report)]  # all are texts
    others = shipped().scores(rows["text"], titles(rows))
    of_shipped = [other.score for other in others if isinstance(other, Score)]
    frame = rows.assign(score=[report.score for report in reports])
    judged = {str(name): _judge(file) for name, file in frame.groupby("corpus", sort=False)}
    result = {
        "model_id": scorer.model.model_id,
        "copies_left_out": len(table) - len(rows),
        "trained_on": sum(were_trained_on(model, scorer.model, rows["text"])) if model else 0,
        "wrong_way": wrong_way(frame, np.array(of_shipped)),
        "corpora": {name: file.figures for name, file in judged.items()},
        "signals": by_signal(frame, reports),
        "doubts": doubts(frame["label"], reports),
    }
    if len(judged) > 1:
        result["mean"] = mean_of(list(judged.values()))
    return dict(json.loads(json.dumps(result), parse_constant=lambda nan: None))


def by_signal(frame: pd.DataFrame, reports: Sequence[Report]) -> dict[str, dict[str, float]]:
    """The AUC of each signal's contributions alone, and the loss of AUC without them."""
    totals = np.array([report.log_odds for report in reports])
    rows = [of_signals(report.contributions) for report in reports]
    signals = pd.DataFrame(rows).fillna(0.0).sort_index(axis=1)
    labels = frame["label"].to_numpy()
    corpora = frame.groupby("corpus").indices.values()

    def mean_auc(values: Floats) -> float:
        return float(np.mean([roc_auc_score(labels[rows], values[rows]) for rows in corpora]))

    whole = mean_auc(totals)
    return {
        str(name): {"alone": mean_auc(values), "lost_without": whole - mean_auc(totals - values)}
        for name, values in zip(signals, signals.to_numpy().T, strict=True)
    }


def _without_copies(table: pd.DataFrame) -> pd.DataFrame:
    """The table without copies of texts in an earlier file."""
    files = table["corpus"].to_numpy()
    pairs = zip(originals([*sketches(table["text"])]), files, strict=True)
    copied = [original is not None and files[original] != file for original, file in pairs]
    rest = table[~np.array(copied, bool)].reset_index(drop=True)
    for name, file in table.groupby("corpus", sort=False):
        labels = set(rest["label"][rest["corpus"] == name])
        if len(labels) < 2 <= file["label"].nunique():
            raise InputTableError(
                f"{name}: without its copies of texts in earlier files it does not have both "
                "labels. Evaluate it alone."
            )
    return rest


def _judge(file: pd.DataFrame) -> Judged:
    rows = file.reset_index(drop=True)
    sets = {"model": rows["score"].to_numpy(float)}
    if rows.groupby("label")["group"].nunique().min() >= 2:
        sets["tfidf"] = unseen(rows, tfidf_scores)
    sets["constant"] = np.full(len(rows), 0.5)
    return judge(rows["label"], rows["group"], sets)


def doubts(labels: ArrayLike, scored: Sequence[Score | Report]) -> dict[str, Any]:
    """Figures of the rows with and without each caveat, and areas under risk-coverage curves.

    A curve is the risk (class-balanced Brier score) of the rows that are not left out. Rows are
    ranked by the distance of the score from one half, by the width of the interval, or by
    `reliable`.
    """
    y, p = np.asarray(labels, int), np.array([row.score for row in scored])
    even, losses = balanced(y), (p - y) ** 2
    splits = {"reliable": np.array([row.reliable for row in scored])}
    splits |= {name: np.array([name in row.caveats for row in scored]) for name in CAVEATS}
    orders = {
        "distance": np.abs(p - 0.5),
        "narrowness": np.array([row.interval[0] - row.interval[1] for row in scored]),
        "reliable": splits["reliable"].astype(float),
    }
    curves = {name: risk_coverage(losses, order, even) for name, order in orders.items()}
    return {
        "mean_risk": float(np.average(losses, weights=even)),
        "area_under_risk": {name: area_under(curve) for name, curve in curves.items()},
        "risk_coverage": {name: _ten_points(*curve) for name, curve in curves.items()},
        "splits": {
            name: {"with": _figures(y[mask], p[mask]), "without": _figures(y[~mask], p[~mask])}
            for name, mask in splits.items()
        },
    }


def risk_coverage(losses: ArrayLike, certainty: ArrayLike, weight: ArrayLike) -> Floats:
    """Shares of rows (coverage), the surest first, equal ones together, and their mean losses."""
    loss, sure, w = (np.asarray(values, float) for values in (losses, certainty, weight))
    order = np.argsort(-sure, kind="stable")
    mass, total = np.cumsum(w[order]), np.cumsum((w * loss)[order])
    last = np.searchsorted(-sure[order], -sure[order], side="right") - 1
    return np.array([mass / w.sum(), total[last] / mass[last]])


def area_under(curve: Floats) -> float:
    """The mean risk over all coverages (AURC; Geifman et al. 2019); lower is better."""
    shares, risks = curve
    return float((np.diff(shares, prepend=0.0) * risks).sum())


def _ten_points(shares: Floats, risks: Floats) -> list[list[float]]:
    at = np.minimum(np.searchsorted(shares, np.arange(1, 11) / 10 - 1e-9), len(shares) - 1)
    return [[round(float(shares[i]), 4), round(float(risks[i]), 4)] for i in at]


def _figures(labels: Ints, scores: Floats) -> dict[str, float]:
    if len(set(labels.tolist())) < 2:  # one class has no figures
        return {"rows": len(labels)}
    values = figures(labels, scores)
    accuracy = float(np.average((scores > 0.5) == labels, weights=balanced(labels)))
    chosen = {name: values[name] for name in ("auc", "brier", "log_loss", "excess_ece")}
    return {"rows": len(labels), "accuracy": accuracy, **chosen}
