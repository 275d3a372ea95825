"""What helps texts of corpora that no fit has seen: ways to train, and texts that come otherwise.

    python -m benchmarks.quality.transfer

Each way to train is judged by the mean AUC of the six corpora, each left out, and of five of them
in grouped folds of the training corpora; beside it the paired difference from the shipped way, with
whole claims or publishers drawn. What the corpora can choose is also chosen nested: for each corpus
by the others alone. Then the shipped way meets left-out texts without titles, cut short, and with a
dateline or the small print of a page, beside TF-IDF with logistic regression on the same texts.
Writes results/transfer.json; docs/explanation/model.md shows it.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from benchmarks import JOBS, options, write_results
from credscore.features import FEATURES, NAMES, STYLE
from credscore.training.data import corpora
from credscore.training.data.corpora import row_weights, values_of
from credscore.training.fitting.folds import tfidf_scores, unseen
from credscore.training.fitting.recipe import FITTED, HALF_WORDS, fit_linear
from credscore.training.judging.evaluate import interval, multiplicities
from credscore.training.judging.metrics import balanced, calibration_lines, drawn_figures

BASE, SIX = list(corpora.TRAINING), list(corpora.SIX)
INSIDE = [name for name in SIX if name in BASE]
CUTS = (500, 1000, 2000)
WORDS = (25, 100, 200, 400, 800, 10**9)
DATELINE = "SPRINGFIELD, March 3 (Newswire) - "
SMALL_PRINT = (
    "\n\nShare this story on social media. Sign up for our newsletter. Read more of our stories "
    "here.\n\nAll rights reserved. This material may not be published or rewritten."
)
REFUSALS = {
    "official_denials_party_lead", "official_denials_debunk_lead", "official_denials_outright_title"
}  # fmt: skip
"""Features that the shipped model has in place of official_denials_lead and _title."""
STYLED = {feature.name for feature in FEATURES if feature.signal == STYLE}
Frame = pd.DataFrame
Floats = np.ndarray
UNUSED = ("coaid", "fakehealth_release", "fakenewsnet_old_buzzfeed")
"""Corpora that were tried in training and gained nothing."""
Way = Callable[[Frame, Frame], Floats]
"""From rows to train on and rows to score, to the log-odds of the latter."""


def by_size(power: float) -> Callable[[Frame], Floats]:
    """Row weights: classes balanced in a corpus, corpora by a power of their size."""

    def weigh(frame: Frame) -> Floats:
        sizes = frame.groupby("corpus")["label"].transform("size").to_numpy(float)
        result = row_weights(frame) * sizes**power
        return np.asarray(result * len(frame) / result.sum())

    return weigh


def fitted(**settings: Any) -> Way:
    """The recipe with other settings of fit_linear."""
    return lambda train, test: fit_linear(train, **settings).log_odds(values_of(test))


def uncapped(train: Frame, test: Frame) -> Floats:
    """The recipe without a cap on the style of writing."""
    return replace(fit_linear(train), style_cap=None).log_odds(values_of(test))


def with_rows(extra: Callable[[Frame], Frame]) -> Way:
    """The recipe on more rows than it is given."""
    shipped = fitted()
    return lambda train, test: shipped(pd.concat([train, extra(train)], ignore_index=True), test)


def left_out(frame: Frame, way: Way, given: Mapping[str, Frame]) -> dict[str, Floats]:
    """Scores of the rows of SIX by fits without their corpus, for each version of the texts."""
    of, scores = frame["corpus"].to_numpy(), {n: np.full(len(frame), np.nan) for n in given}
    for corpus in SIX:
        here = of == corpus
        train = frame[np.isin(of, BASE) & ~here].reset_index(drop=True)
        predictions = way(train, pd.concat([texts[here] for texts in given.values()]))
        for name, scores_of_corpus in zip(given, np.split(predictions, len(given)), strict=True):
            scores[name][here] = scores_of_corpus
    return scores


def in_folds(frame: Frame, way: Way) -> Floats:
    """Scores of the training corpora by fits without their claims or publishers."""
    places, scores = np.flatnonzero(frame["corpus"].isin(BASE)), np.full(len(frame), np.nan)
    rows = frame.iloc[places].reset_index(drop=True)
    scores[places] = unseen(rows, way)
    return scores


def aucs(frame: Frame, scores: Floats, names: list[str]) -> dict[str, float]:
    """AUC by corpus."""
    of = frame["corpus"].to_numpy()
    return {n: float(roc_auc_score(frame["label"][of == n], scores[of == n])) for n in names}


def mean_auc(frame: Frame, scores: Floats, names: list[str]) -> float:
    """The mean over some corpora."""
    return float(np.mean([*aucs(frame, scores, names).values()]))


def difference(frame: Frame, first_scores: Floats, other: Floats) -> list[float]:
    """The interval of the mean difference of AUC over the six corpora, on the same draws."""
    total: Floats | float = 0.0
    for name in SIX:
        rows = (frame["corpus"] == name).to_numpy()
        labels, times = frame["label"][rows], multiplicities(frame["group"][rows])
        first, second = (
            drawn_figures(labels, expit(s[rows]), times)["auc"] for s in (first_scores, other)
        )
        total = total + np.nan_to_num(first - second) / len(SIX)
    return interval(total)


def slopes(frame: Frame, scores: Floats) -> list[float]:
    """The slope of the outcome on left-out log-odds by words, corpora weighing the same."""
    of = frame["corpus"].to_numpy()
    words = np.expm1(frame["length"].to_numpy(float))
    result = []
    for low, high in pairwise(WORDS):
        weight = np.zeros(len(frame))
        for name in SIX:
            rows = (of == name) & (words >= low) & (words < high)
            labels = frame["label"].to_numpy()[rows]
            if len(set(labels.tolist())) == 2:
                weight[rows] = balanced(labels) / rows.sum()
        used = weight > 0
        slope, _ = calibration_lines(frame["label"][used], scores[used], weight[np.newaxis, used])
        result.append(float(slope[0]))
    return result


def nested(frame: Frame, ways: Mapping[str, Way]) -> dict[str, Any]:
    """The way chosen for each corpus by the mean AUC of the other five, each left out in turn."""
    chosen, result = {}, {}
    for corpus in SIX:
        others = frame[frame["corpus"] != corpus].reset_index(drop=True)
        inner = {}
        for name, way in ways.items():
            aucs = []
            for test in (left for left in SIX if left != corpus):
                rows = others["corpus"] == test
                train = others[others["corpus"].isin(BASE) & ~rows].reset_index(drop=True)
                scores = way(train, others[rows])
                aucs.append(roc_auc_score(others["label"][rows], scores))
            inner[name] = float(np.mean(aucs))
        chosen[corpus] = max(inner, key=lambda name: inner[name])
        rows = frame["corpus"] == corpus
        train = frame[frame["corpus"].isin(BASE) & ~rows].reset_index(drop=True)
        scores = ways[chosen[corpus]](train, frame[rows])
        result[corpus] = float(roc_auc_score(frame["label"][rows], scores))
    return {"chosen": chosen, "auc": float(np.mean([*result.values()]))}


def versions(frame: Frame, n_jobs: int) -> dict[str, Frame]:
    """The same rows as they may come elsewhere."""
    bare = frame.drop(columns=list(NAMES))
    changed = {
        "as they are": frame,
        "without titles": bare.assign(title=None),
        **{f"cut at {cut:,} characters": bare.assign(text=bare["text"].str[:cut]) for cut in CUTS},
        "with a dateline": bare.assign(text=DATELINE + bare["text"]),
        "with small print": bare.assign(text=bare["text"] + SMALL_PRINT),
    }
    return {
        name: entry if entry is frame else corpora.with_features(entry, n_jobs)
        for name, entry in changed.items()
    }


def ways_to_train(unused: Frame, texts: Mapping[str, Frame]) -> dict[str, Way]:
    """What was tried; the first is the shipped one."""

    def added(names: list[str]) -> Way:
        rows = unused[unused["corpus"].isin(names)]
        return with_rows(lambda _: rows)

    def cut(train: Frame) -> Frame:
        numbers = set(train["row"])
        short = (texts[f"cut at {number:,} characters"] for number in (500, 2000))
        return pd.concat([entry[entry["row"].isin(numbers)] for entry in short])

    earlier = [name for name in FITTED if name not in REFUSALS]
    before = [*earlier, "official_denials_lead", "official_denials_title"]
    return {
        "as shipped": fitted(),
        "without style": fitted(names=[name for name in FITTED if name not in STYLED]),
        "style without a cap": uncapped,
        "refusals to comment count in title and lead": fitted(names=before),
        "corpora by the root of their size": fitted(weigh=by_size(0.5)),
        "corpora by their size": fitted(weigh=by_size(1.0)),
        "no ceiling of flags": fitted(flag_ceiling=np.inf),
        **{f"half at {n} words": fitted(half_words=n) for n in (0, 25, 100) if n != HALF_WORDS},
        **{f"{name} added": added([name]) for name in UNUSED},
        "all three added": added([*UNUSED]),
        "copies cut at 500 and 2,000 characters added": with_rows(cut),
    }


def main() -> None:
    """Measure, print, write the result."""
    options(__doc__).parse_args()
    begin = time.perf_counter()
    everything = corpora.read_all([*corpora.ALL, *UNUSED], JOBS)
    everything["row"] = np.arange(len(everything))
    rest = everything["corpus"].isin(list(UNUSED))
    frame, unused = everything[~rest].reset_index(drop=True), everything[rest]
    texts = versions(frame, JOBS)
    ways = ways_to_train(unused, texts)
    scores = {n: left_out(frame, way, {"": frame})[""] for n, way in ways.items()}
    shipped = scores["as shipped"]
    ours, theirs = (left_out(frame, way, texts) for way in (ways["as shipped"], tfidf_scores))
    choices = ("as shipped", "corpora by the root of their size", "corpora by their size")
    result: dict[str, Any] = {
        "ways": {
            name: {
                "out": mean_auc(frame, scores[name], SIX),
                "minus_shipped": difference(frame, scores[name], shipped),
                "folds": mean_auc(frame, in_folds(frame, way), INSIDE),
                "by_corpus": aucs(frame, scores[name], SIX),
            }
            for name, way in ways.items()
        },
        "words": list(WORDS),
        "slopes": {
            name: slopes(frame, scores[name])
            for name in ways if name == "as shipped" or name.startswith("half")
        },
        "nested": {
            "weights of corpora": nested(frame, {name: ways[name] for name in choices}),
            "half at so many words": nested(
                frame, {n: ways[n] for n in ways if n == "as shipped" or n.startswith("half")}
            ),
        },
        "texts": {
            name: {
                "model": mean_auc(frame, ours[name], SIX),
                "tfidf": mean_auc(frame, theirs[name], SIX),
            }
            for name in texts
        },
        "seconds": round(time.perf_counter() - begin, 1),
    }  # fmt: skip
    write_results("transfer", result)
    for key in ("ways", "slopes", "nested", "texts"):
        for name, entry in result[key].items():
            print(f"{name:46}", entry)
    print(result["seconds"])


if __name__ == "__main__":
    main()
