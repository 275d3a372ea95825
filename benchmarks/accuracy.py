"""AUC, Brier score and ECE by corpus: grouped cross-validation and leave-one-corpus-out.

    python benchmarks/accuracy.py

Beside the signed logistic model stands TF-IDF with a logistic regression on the same rows in the
same run, the negative control (fakes) and a run with the labels shuffled inside each corpus.
Calibration is learnt on rows that were held out, never on those that are measured.
"""

import json
import os
import platform
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from credscore.training import corpora
from credscore.training.evaluate import metrics
from credscore.training.fit import fit_linear, out_of_corpus, sigmoid

RESULT = Path(__file__).parent / "results" / "accuracy.json"
BASE = list(corpora.TRAINING)
SIX = [*BASE, "veritas41"]
Frame = pd.DataFrame


def ours(train: Frame, test: Frame) -> np.ndarray:
    """Scores of the signed model, its sigmoid from corpora (or groups) left out of `train`."""
    linear = fit_linear(train)
    slope, intercept = sigmoid(out_of_corpus(train), train["label"], corpora.weights(train))
    return expit(intercept + slope * linear.log_odds(test))


def tfidf(train: Frame, test: Frame) -> np.ndarray:
    """Scores of TF-IDF (words) with logistic regression, the same row weights."""
    vectors = TfidfVectorizer(min_df=3, max_features=30_000, sublinear_tf=True)
    features = vectors.fit_transform(train["text"])
    model = LogisticRegression(C=1.0, max_iter=500)
    model.fit(features, train["label"], sample_weight=corpora.weights(train))
    return model.predict_proba(vectors.transform(test["text"]))[:, 1]


def grouped(frame: Frame, score, folds: int = 5) -> dict[str, float]:
    """Cross-validation inside one corpus; no claim or publisher on both sides."""
    scores = np.zeros(len(frame))
    split = StratifiedGroupKFold(folds, shuffle=True, random_state=0)
    for train, test in split.split(frame, frame["label"], frame["group"]):
        scores[test] = score(frame.iloc[train].reset_index(drop=True), frame.iloc[test])
    return metrics(frame["label"], scores)


def left_out(everything: Frame, corpus: str, score) -> tuple[dict[str, float], np.ndarray]:
    """Trained on the corpora of the shipped model without `corpus`, measured on it."""
    others = everything["corpus"].isin(BASE) & (everything["corpus"] != corpus)
    test = everything[everything["corpus"] == corpus]
    scores = score(everything[others].reset_index(drop=True), test)
    return metrics(test["label"], scores), scores


def shuffled(frame: Frame) -> Frame:
    """Labels permuted inside each corpus."""
    random = np.random.default_rng(0)
    labels = frame.groupby("corpus")["label"].transform(lambda y: random.permutation(y.to_numpy()))
    return frame.assign(label=labels)


def main() -> None:
    """Measure, print the table, write results/accuracy.json."""
    everything = corpora.read_all([*SIX, "fakes"])
    rows: dict[str, dict[str, dict[str, float]]] = {}
    for corpus in [*SIX, "fakes"]:
        here = everything[everything["corpus"] == corpus].reset_index(drop=True)
        row = {"in": grouped(here, ours), "in_tfidf": grouped(here, tfidf)}
        row["out"], scores = left_out(everything, corpus, ours)
        row["out_tfidf"], _ = left_out(everything, corpus, tfidf)
        if corpus == "emergent":
            relays = (here["stance"] != "against").to_numpy()
            row["out_without_against"] = metrics(here["label"][relays], scores[relays])
        rows[corpus] = row
        print(corpus, {k: round(v["auc"], 3) for k, v in row.items()}, flush=True)
    mixed = shuffled(everything)
    control = {corpus: left_out(mixed, corpus, ours)[0]["auc"] for corpus in SIX}

    def mean(kind: str, names: list[str], figure: str = "auc") -> float:
        return float(np.mean([rows[name][kind][figure] for name in names]))

    no_politifact = [name for name in SIX if name != "fakenewsnet_politifact"]
    result = {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "corpora": rows,
        "mean_six": {kind: mean(kind, SIX) for kind in ("in", "in_tfidf", "out", "out_tfidf")},
        "mean_without_politifact": {
            kind: mean(kind, no_politifact) for kind in ("out", "out_tfidf")
        },
        "mean_six_log_loss_out": mean("out", SIX, "log_loss"),
        "shuffled_labels_out": {**control, "mean": float(np.mean(list(control.values())))},
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=1) + "\n")
    print(f"{'corpus':26}{'in':>7}{'tfidf':>7}{'out':>7}{'tfidf':>7}{'Brier':>7}{'ECE':>7}")
    for corpus, row in rows.items():
        auc = "".join(f"{row[k]['auc']:7.3f}" for k in ("in", "in_tfidf", "out", "out_tfidf"))
        print(f"{corpus:26}{auc}{row['out']['brier']:7.3f}{row['out']['ece']:7.3f}")
    print("mean of six", result["mean_six"])
    print("without politifact", result["mean_without_politifact"])
    print("labels shuffled, left out", result["shuffled_labels_out"])


if __name__ == "__main__":
    main()
