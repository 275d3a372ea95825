"""A model judged on labelled files, beside simpler ones, and signal by signal."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.metrics import roc_auc_score

from credscore.errors import InputTableError
from credscore.report import Failure, Report
from credscore.scorer import Scorer
from credscore.training.data.labelled_files import originals, read_labelled, titles
from credscore.training.fitting.folds import in_folds
from credscore.training.judging.baseline import tfidf_scores
from credscore.training.judging.evaluate import Judged, doubts, judge, mean_of

Floats = npt.NDArray[np.float64]


def assess(
    paths: Sequence[Path],
    model: Path | None,
    text: str,
    label: str,
    group: str | None,
    title: str | None,
) -> dict[str, Any]:
    """Everything that `credscore evaluate` tells, as a dict that JSON can hold.

    Copies between files are left out but for the first. Each file is judged for itself, and their
    mean; beside the model stand TF-IDF with logistic regression, trained in grouped folds of the
    same file, and one probability for all texts. The model is taken as it is: where it has learnt
    from these very texts, its figures are too good.

    Raises
    ------
    InputTableError
        Where a column is missing, a text empty, a label neither 0 nor 1, or only one class there.
    ModelFileError
        Where the model is refused.
    """
    scorer = Scorer.load(model)
    table = read_labelled(paths, text, label, group, title)
    kept = _without_copies(table)
    reports = list(scorer.score_many(kept["text"], titles(kept)))
    frame = kept.assign(score=[_scored(report).score for report in reports])
    judged = {str(name): _judge(part) for name, part in frame.groupby("corpus", sort=False)}
    found = [_scored(report) for report in reports]
    result = {
        "model_id": scorer.model.model_id,
        "copies_left_out": len(table) - len(kept),
        "corpora": {name: one.as_dict() for name, one in judged.items()},
        "signals": by_signal(frame, found),
        "doubts": doubts(
            frame["label"], frame["score"], [report.caveats for report in found],
            [report.reliable for report in found],
            [report.interval[1] - report.interval[0] for report in found],
        ),
    }  # fmt: skip
    if len(judged) > 1:
        result["mean"] = mean_of(list(judged.values()))
    plain: dict[str, Any] = without_nan(result)
    return plain


def by_signal(frame: pd.DataFrame, reports: Sequence[Report]) -> dict[str, dict[str, float]]:
    """For each signal the AUC of its contributions alone, and what the AUC loses without them.

    Means over the corpora of the frame (columns label, corpus); no refit.
    """
    totals = np.array([report.log_odds for report in reports])
    parts: dict[str, Floats] = {}
    for row, report in enumerate(reports):
        for one in report.contributions:
            parts.setdefault(one.signal, np.zeros(len(reports)))[row] += one.log_odds
    corpora = [rows.to_numpy() for _, rows in frame.reset_index().groupby("corpus")["label"]]
    places = [np.asarray(rows) for rows in frame.reset_index().groupby("corpus").indices.values()]

    def mean_auc(values: Floats) -> float:
        pairs = zip(corpora, places, strict=True)
        return float(np.mean([roc_auc_score(labels, values[at]) for labels, at in pairs]))

    whole = mean_auc(totals)
    return {
        signal: {"alone": mean_auc(part), "lost_without": whole - mean_auc(totals - part)}
        for signal, part in sorted(parts.items())
    }


def without_nan(value: Any) -> Any:
    """The same with None for every number that JSON can't hold."""
    if isinstance(value, dict):
        return {key: without_nan(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [without_nan(one) for one in value]
    if isinstance(value, float) and not np.isfinite(value):
        return None
    return value


def _without_copies(table: pd.DataFrame) -> pd.DataFrame:
    """The table without the texts that are copies of one in an earlier file."""
    files = table["corpus"].to_numpy()
    of = originals(table["text"])
    copied = [place is not None and files[place] != here for place, here in zip(of, files)]  # noqa: B905
    kept = table[~np.array(copied, bool)].reset_index(drop=True)
    for name, part in table.groupby("corpus", sort=False):
        left = set(kept["label"][kept["corpus"] == name])
        if len(left) < 2 <= part["label"].nunique():
            raise InputTableError(
                f"{name}: without its copies of texts in earlier files it has not both labels any "
                "more. Evaluate it alone."
            )
    return kept


def _judge(part: pd.DataFrame) -> Judged:
    rows = part.reset_index(drop=True)
    sets = {"model": rows["score"].to_numpy(float)}
    if rows.groupby("label")["group"].nunique().min() >= 2:
        sets["tfidf"] = in_folds(rows, tfidf_scores)
    sets["constant"] = np.full(len(rows), 0.5)
    return judge(rows["label"], rows["group"], sets)


def _scored(report: Report | Failure) -> Report:
    if isinstance(report, Failure):
        raise InputTableError(f"Text {report.index + 1} can't be scored: {report.error}")
    return report
