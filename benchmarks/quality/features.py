"""Which features keep their direction from corpus to corpus, and how free the choice of them is.

    python -m benchmarks.quality.features

For every feature of the model: how far it parts true from false in each corpus (standardised mean
difference), how many of the six corpora agree with its expected direction, and the weight it ends
with. Then what the choices cost: features chosen by a rule, and the strength of the fit, each with
the corpus that is scored held out from the choice as well. Writes results/features.json;
docs/explanation/model.md shows it.
"""

import time
from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from sklearn.metrics import roc_auc_score

from benchmarks import JOBS, options, write_results
from credscore.features import FEATURES, NAMES
from credscore.model import Linear, Model, default_folder
from credscore.training.data import corpora
from credscore.training.fitting.recipe import FITTED, PENALTY, PRIOR_WEIGHT, fit_linear

SIZES = (len(FITTED), 28, 24, 20, 16)
SETTINGS = list(product((0.0, 0.1, PRIOR_WEIGHT, 0.4), (2.5, PENALTY, 25.0)))
Frame = pd.DataFrame


def effect(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """How far each column parts true from false (Cohen's d), shape (columns,)."""
    true, false = values[labels == 1], values[labels == 0]
    spread = np.sqrt((true.var(axis=0) + false.var(axis=0)) / 2) + 1e-6
    return np.asarray((true.mean(axis=0) - false.mean(axis=0)) / spread)


def by_feature(frame: Frame) -> dict[str, Any]:
    """The figures of every feature of the model."""
    of = frame["corpus"].to_numpy()
    values, labels = frame[list(FITTED)].to_numpy(float), frame["label"].to_numpy(int)
    filled = np.where(np.isnan(values), np.nanmean(values, axis=0), values)
    seen = {name: effect(filled[of == name], labels[of == name]) for name in corpora.ALL}
    weights = {entry.feature: entry.weight for entry in Model.load(default_folder()).weights}
    deviation = filled[np.isin(of, list(corpora.TRAINING))].std(axis=0)
    directions = {feature.name: feature.direction for feature in FEATURES}
    return {
        name: {
            "direction": directions[name],
            "effects": {corpus: float(entry[number]) for corpus, entry in seen.items()},
            "agree": sum(bool(seen[c][number] * directions[name] > 0) for c in corpora.SIX),
            "weight_per_deviation": weights.get(name, 0.0) * float(deviation[number]),
        }
        for number, name in enumerate(FITTED)
    }


def auc(linear: Linear, rows: Frame) -> float:
    """Of one corpus."""
    return float(roc_auc_score(rows["label"], linear.log_odds(corpora.values_of(rows))))


def others(frame: Frame, *without: str) -> Frame:
    """The rows of the training corpora but for some."""
    mask = frame["corpus"].isin(corpora.TRAINING) & ~frame["corpus"].isin(without)
    return frame[mask].reset_index(drop=True)


def least(frame: Frame, names: Sequence[str]) -> str:
    """The feature of the smallest weight per standard deviation."""
    linear = fit_linear(frame, names)
    sizes = np.abs(linear.weight) * linear.scale(corpora.values_of(frame)).std(axis=0)
    return NAMES[int(linear.scale.columns[np.argmin(sizes)])]


def chosen(frame: Frame, corpus: str) -> dict[int, float]:
    """AUC of a corpus by the number of features, chosen (all measured at first) without it."""
    train, test, names = others(frame, corpus), frame[frame["corpus"] == corpus], list(NAMES)
    aucs = {len(NAMES): auc(fit_linear(train, names), test)}
    while len(names) > min(SIZES):
        names.remove(least(train, names))
        if len(names) in SIZES:
            aucs[len(names)] = auc(fit_linear(train, names), test)
    return aucs


def set_up(frame: Frame, corpus: str) -> dict[str, Any]:
    """AUC of a corpus by the setting of the fit, and by the one that is best without it."""
    test = frame[frame["corpus"] == corpus]
    names = [name for name in corpora.TRAINING if name != corpus]
    outer = [
        auc(fit_linear(others(frame, corpus), prior_weight=weight, penalty=penalty), test)
        for weight, penalty in SETTINGS
    ]
    inner = [
        np.mean([
            auc(
                fit_linear(others(frame, corpus, name), prior_weight=weight, penalty=penalty),
                frame[frame["corpus"] == name],
            )
            for name in names
        ])
        for weight, penalty in SETTINGS
    ]  # fmt: skip
    best = int(np.argmax(inner))
    return {"auc": outer, "best": SETTINGS[best], "auc_of_best": outer[best]}


def main() -> None:
    """Measure, print, write the result."""
    options(__doc__).parse_args()
    begin = time.perf_counter()
    frame = corpora.read_all(corpora.ALL, JOBS)
    rows = by_feature(frame)
    work = Parallel(n_jobs=JOBS)
    by_number = work(delayed(chosen)(frame, corpus) for corpus in corpora.SIX)
    settings = work(delayed(set_up)(frame, corpus) for corpus in corpora.SIX)
    means = np.mean([entry["auc"] for entry in settings], axis=0)
    result = {
        "features": rows,
        "chosen_by_rule": {
            number: float(np.mean([entry[number] for entry in by_number]))
            for number in sorted(by_number[0], reverse=True)
        },
        "settings": [
            {"prior_weight": weight, "penalty": penalty, "auc": float(mean)}
            for (weight, penalty), mean in zip(SETTINGS, means, strict=True)
        ],
        "settings_chosen_without": {
            "best": {c: entry["best"] for c, entry in zip(corpora.SIX, settings, strict=True)},
            "auc": float(np.mean([entry["auc_of_best"] for entry in settings])),
        },
        "seconds": round(time.perf_counter() - begin, 1),
    }  # fmt: skip
    write_results("features", result)
    for name, row in rows.items():
        print(f"{name:40}{row['agree']} of 6 {row['weight_per_deviation']:+7.3f}")
    for key in ("chosen_by_rule", "settings", "settings_chosen_without", "seconds"):
        print(key, result[key])


if __name__ == "__main__":
    main()
