"""Whether the interval holds, and what `reliable` and the caveats are worth.

    python -m benchmarks.quality.uncertainty

The interval: a corpus is left out, then added; the fuller model's score is to lie inside the
smaller model's 90 % interval for nine texts of ten. Asked of the texts of the corpus that was
added, of all training texts (corpora weighing the same) and of a corpus that neither has seen.
The doubts: each corpus scored by the model that had not seen it, with that model's caveats and
intervals. Writes results/uncertainty.json.
"""

import time
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from benchmarks import JOBS, options, write_results
from credscore.model import Z90, Model
from credscore.report import UNRELIABLE, Score
from credscore.scorer import Scorer
from credscore.training.data import corpora
from credscore.training.data.labelled_files import titles
from credscore.training.fitting.recipe import fit
from credscore.training.judging.assess import doubts
from credscore.training.judging.evaluate import interval, multiplicities
from credscore.training.judging.metrics import balanced

Frame = pd.DataFrame
BASE = list(corpora.TRAINING)
UNSEEN = "veritas41"


def coverage(smaller: Model, fuller: Model, frame: Frame) -> dict[str, float]:
    """How often the fuller model's score lies in the smaller one's interval; the median width."""
    values = corpora.values_of(frame)
    middle = smaller.linear.log_odds(values)
    reach = Z90 * smaller.linear.deviations(smaller.linear.offsets(values))
    inside = np.abs(fuller.linear.log_odds(values) - middle) <= reach
    widths = expit(middle + reach) - expit(middle - reach)
    return {
        "inside": float(inside.mean()),
        "median_width": float(np.median(widths)),
        "widest_tenth": float(np.quantile(widths, 0.9)),
    }


def by_number(labels: Any, scores: Any, numbers: Any, edges: list[float]) -> list[dict[str, Any]]:
    """AUC and balanced Brier score of texts between the edges of some number of theirs."""
    rows = []
    for low, high in pairwise(edges):
        mask = (numbers >= low) & (numbers < high)
        row: dict[str, Any] = {"from": low, "below": high, "rows": int(mask.sum())}
        y, p = labels[mask], scores[mask]
        if len(set(y.tolist())) == 2:
            row["auc"] = float(roc_auc_score(y, p))
            row["brier"] = float(np.average((p - y) ** 2, weights=balanced(y)))
        rows.append(row)
    return rows


def accuracy_gap(
    labels: np.ndarray, scores: np.ndarray, mask: np.ndarray, groups: np.ndarray
) -> dict[str, float]:
    """Class-balanced accuracy of the rows of a mask less that of the others, over groups.

    Arguments have shape (rows,); the interval is a bootstrap of whole groups, 95 %.
    """
    right = (scores > 0.5) == labels

    def gap(times: np.ndarray) -> np.ndarray:
        sides = []
        for side in (mask, ~mask):
            rows = [side & (labels == label) for label in (0, 1)]
            sides.append(np.mean([times @ (right & r) / (times @ r) for r in rows], axis=0))
        return np.asarray(sides[0] - sides[1], float)

    with np.errstate(invalid="ignore"):
        point = gap(np.ones((1, len(labels))))[0]
        low, high = interval(gap(multiplicities(groups)))
    return {"value": float(point), "low": low, "high": high}


def main() -> None:
    """Fit, measure, print, write."""
    options(__doc__).parse_args()
    begin = time.perf_counter()
    frame = corpora.read_all([*BASE, UNSEEN], JOBS)
    of = frame["corpus"].to_numpy()
    training = frame[np.isin(of, BASE)].reset_index(drop=True)
    rests = [training[training["corpus"] != corpus].reset_index(drop=True) for corpus in BASE]
    whole, *without = Parallel(JOBS)(delayed(fit)(rows) for rows in (training, *rests))
    rows: dict[str, dict[str, Any]] = {}
    scored: list[Score] = []
    judged: list[Frame] = []
    outside: list[np.ndarray] = []
    for corpus, smaller in zip(BASE, without, strict=True):
        here = frame[of == corpus]
        everywhere = [coverage(smaller, whole, frame[of == name])["inside"] for name in BASE]
        rows[corpus] = {
            "added": coverage(smaller, whole, here),
            "all": {"inside": float(np.mean(everywhere))},
            "unseen": coverage(smaller, whole, frame[of == UNSEEN]),
        }
        print(corpus, rows[corpus], flush=True)
        scored += [score for score in Scorer(smaller).scores(here["text"], titles(here))
                   if isinstance(score, Score)]  # fmt: skip
        judged.append(here)
        outside.append(smaller.linear.outside(corpora.values_of(here)) / len(smaller.weights))
    test = pd.concat(judged)
    labels, scores = test["label"].to_numpy(), np.array([score.score for score in scored])
    groups, words = test["group"].to_numpy(), test["text"].str.split().map(len).to_numpy()
    widths = [row["added"]["median_width"] for row in rows.values()]
    masks = {"reliable": np.array([score.reliable for score in scored])} | {
        name: np.array([name in score.caveats for score in scored]) for name in sorted(UNRELIABLE)
    }
    result: dict[str, Any] = {
        "coverage": rows,
        "mean_coverage": {
            where: float(np.mean([row[where]["inside"] for row in rows.values()]))
            for where in ("added", "all", "unseen")
        },
        "median_width": {
            "without_a_corpus": float(np.median(widths)),
            "shipped": coverage(whole, whole, training)["median_width"],
            "shipped_widest_tenth": coverage(whole, whole, training)["widest_tenth"],
        },
        "doubts": doubts(labels, scored),
        "accuracy_gap": {
            name: accuracy_gap(labels, scores, mask, groups) for name, mask in masks.items()
        },
        "by_words": by_number(labels, scores, words, [0, 25, 50, 100, 200, 400, 800, 10**9]),
        "by_share_outside": by_number(
            labels, scores, np.concatenate(outside), [0, 1e-9, 1 / 16, 1 / 8, 1 / 4, 2]
        ),
        "by_width": by_number(
            labels, scores, np.array([score.interval[1] - score.interval[0] for score in scored]),
            [0, 0.1, 0.15, 0.2, 0.3, 0.5, 1.1],
        ),
        "seconds": round(time.perf_counter() - begin, 1),
    }  # fmt: skip
    write_results("uncertainty", result)
    for key in ("mean_coverage", "median_width", "by_words", "by_share_outside", "by_width"):
        print(key, result[key])
    print("splits", result["doubts"]["splits"], result["doubts"]["area_under_risk"])


if __name__ == "__main__":
    main()
