"""What 200 labels of one's own are worth: the shipped start, from scratch, and both together.

    python -m benchmarks.quality.own_labels

A corpus is left out of the start; some 200 of its rows (whole claims or publishers, drawn five
times) are the user's labels, the rest is scored: by the start as it is, by the recipe on the labels
alone, and by the start drawn to the labels as `credscore train` does it. Writes
results/own_labels.json; docs/explanation/evaluation.md shows it.
"""

import time
from typing import Any

import numpy as np
import pandas as pd
from joblib import Parallel, delayed

from benchmarks import JOBS, options, write_results
from credscore.model import Model
from credscore.training.data import corpora
from credscore.training.data.corpora import row_weights, values_of
from credscore.training.fitting.linear import scores_of
from credscore.training.fitting.recipe import fit
from credscore.training.fitting.towards import best_strength, fit_towards
from credscore.training.judging.metrics import figures

ROWS, DRAWS = 200, 5
WAYS = ("start", "scratch", "blended")
FIGURES = ("auc", "log_loss", "excess_ece")
Frame = pd.DataFrame


def drawn(frame: Frame, seed: int) -> np.ndarray:
    """A mask of about ROWS rows of whole groups; of the largest group at most half as many."""
    groups = frame["group"].to_numpy()
    names = np.random.default_rng(seed).permutation(pd.unique(groups))
    mask = np.zeros(len(frame), bool)
    for name in names:
        here = groups == name
        if here.sum() <= ROWS / 2 and mask.sum() + here.sum() <= ROWS:
            mask |= here
    return mask


def one_draw(frame: Frame, start: Model, seed: int) -> dict[str, Any] | None:
    """The figures of the three ways; None where the labels are of one class or two groups."""
    mask = drawn(frame, seed)
    labels, rest = frame[mask].reset_index(drop=True), frame[~mask]
    if labels.groupby("label")["group"].nunique().reindex([0, 1], fill_value=0).min() < 5:
        return None
    strength = best_strength(labels, start)
    blended = fit_towards(
        start, values_of(labels), labels["label"], strength,
        row_weights(labels), refits=0,
    )  # fmt: skip
    models = {"start": start, "scratch": fit(labels, interval=False)}
    entries: dict[str, Any] = {"rows": int(mask.sum()), "strength": strength}
    for way, model in (models | {"blended": blended}).items():
        reference = figures(rest["label"], scores_of(model, rest), draws=20)
        entries[way] = {name: reference[name] for name in FIGURES}
    return entries


def of_corpus(frame: Frame, corpus: str) -> dict[str, Any]:
    """Means over the draws."""
    of = frame["corpus"]
    training = frame[of.isin(corpora.TRAINING) & (of != corpus)].reset_index(drop=True)
    start = fit(training, interval=False)
    here = frame[of == corpus].reset_index(drop=True)
    draws = [draw for seed in range(DRAWS) if (draw := one_draw(here, start, seed))]
    return {
        "draws": len(draws),
        "rows": float(np.mean([draw["rows"] for draw in draws])),
        "strengths": [draw["strength"] for draw in draws],
        **{
            way: {name: float(np.mean([draw[way][name] for draw in draws])) for name in FIGURES}
            for way in WAYS
        },
        "blended_best_log_loss": sum(
            draw["blended"]["log_loss"] <= min(draw[way]["log_loss"] for way in WAYS)
            for draw in draws
        ),
    }


def main() -> None:
    """Measure, print, write the result."""
    options(__doc__).parse_args()
    begin = time.perf_counter()
    frame = corpora.read_all(corpora.ALL, JOBS)
    entries = Parallel(n_jobs=JOBS)(delayed(of_corpus)(frame, name) for name in corpora.SIX)
    result: dict[str, Any] = {
        "corpora": dict(zip(corpora.SIX, entries, strict=True)),
        "mean": {
            way: {name: float(np.mean([draw[way][name] for draw in entries])) for name in FIGURES}
            for way in WAYS
        },
        "seconds": round(time.perf_counter() - begin, 1),
    }  # fmt: skip
    write_results("own_labels", result)
    for name, draw in (result["corpora"] | {"mean": result["mean"]}).items():
        print(name, draw)


if __name__ == "__main__":
    main()
