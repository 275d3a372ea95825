"""How well the recipe ranks and calibrates: by corpus, in grouped folds and with it left out.

    python -m benchmarks.quality.accuracy

Three schemes: `in` (five grouped folds of one corpus alone), `folds` (five grouped folds of the
training corpora together) and `out` (trained on the other training corpora). Beside the recipe
stand TF-IDF with a logistic regression and one answer for all texts, in the same run and on the
same rows; intervals and paired differences are bootstraps over claims or publishers. Controls:
fakes, whose label does not depend on style, and labels shuffled inside each corpus. Near-duplicates
across corpora are removed first. Writes results/accuracy.json and accuracy.png.
"""

import time
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from sklearn.metrics import roc_auc_score

from benchmarks import JOBS, RESULTS, options, write_results
from credscore.features import FEATURES, NAMES
from credscore.picture import draw_reliability
from credscore.training.data import corpora
from credscore.training.fitting.folds import Recipe, grouped_folds, tfidf_scores
from credscore.training.fitting.recipe import log_odds_by_recipe, scores_by_recipe
from credscore.training.judging.evaluate import Judged, interval, judge, mean_of, multiplicities

Frame = pd.DataFrame
BASE = list(corpora.TRAINING)
SIX = list(corpora.SIX)
CONTROL = "fakes"
POLITIFACT = "fakenewsnet_politifact"
SIGNALS = sorted({feature.signal for feature in FEATURES})
ORDER_DRAWS = 10_000
GAPS = (("true", "unverified"), ("unverified", "false"))
NAME = r"(?<=[a-z,] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
"""A capitalised word, or several, behind a word in lower case."""
LENGTH = [feature.name for feature in FEATURES if "length" in feature.name]


def blind(frame: Frame, names: Iterable[str]) -> Frame:
    """The frame with some features the same for all texts, so that no fit can use them."""
    chosen = [*names]
    return frame.assign(**frame[chosen].median())


def nameless(frame: Frame) -> Frame:
    """The frame with its texts without capitalised words inside sentences: outlets, people, places.

    >>> nameless(pd.DataFrame({"text": ["The ship of Nora Vale sank."]}))["text"][0]
    'The ship of  sank.'
    """
    return frame.assign(text=frame["text"].str.replace(NAME, "", regex=True))


def shuffled(frame: Frame) -> Frame:
    """Labels permuted inside each corpus."""
    random = np.random.default_rng(0)
    labels = frame.groupby("corpus")["label"].transform(lambda y: random.permutation(y.to_numpy()))
    return frame.assign(label=labels)


class Runs:
    """Fits wanted, each with the places of the rows that it scores; run together, once."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._wanted: list[tuple[str, Recipe, Frame, np.ndarray, np.ndarray]] = []

    def want(
        self, name: str, recipe: Any, train: np.ndarray, test: np.ndarray, frame: Any = None
    ) -> None:
        """Scores `name` of the rows `test` are to come from `recipe` fitted to the rows `train`."""
        self._wanted.append((name, recipe, self.frame if frame is None else frame, train, test))

    def left_out(self, name: str, recipe: Any, frame: Any = None) -> None:
        """Scores of each corpus by a fit on the others of the training corpora."""
        of = self.frame["corpus"].to_numpy()
        rest = ~np.isin(of, BASE)
        for corpus in BASE:
            train = np.isin(of, BASE) & (of != corpus)
            extra = rest & (self.frame["label"] < 0) if corpus == "emergent" else False
            self.want(name, recipe, train, (of == corpus) | extra, frame)
        self.want(name, recipe, np.isin(of, BASE), rest & (self.frame["label"] >= 0), frame)

    def folds(self, name: str, recipe: Any, rows: np.ndarray, extra: Any = None) -> None:
        """Scores of grouped folds of some rows; `extra` rows get the mean of all folds."""
        places = np.flatnonzero(rows)
        for train, test in grouped_folds(self.frame.iloc[places].reset_index(drop=True)):
            masks = [np.isin(np.arange(len(rows)), places[side]) for side in (train, test)]
            self.want(name, recipe, masks[0], masks[1] | (False if extra is None else extra))

    def run(self, n_jobs: int) -> dict[str, np.ndarray]:
        """All scores by name, shape (rows,); nan where none was wanted."""
        needless: dict[Recipe, list[str]] = {tfidf_scores: list(NAMES)}
        parts = Parallel(n_jobs=n_jobs)(
            delayed(_scored)(
                recipe, *(
                    frame[mask].drop(columns=needless.get(recipe, ["text", "title"]))
                    for mask in (train, test)
                ),
            )
            for _, recipe, frame, train, test in self._wanted
        )  # fmt: skip
        sums: dict[str, np.ndarray] = {}
        counts: dict[str, np.ndarray] = {}
        for (name, *_, test), scores in zip(self._wanted, parts, strict=True):
            sums.setdefault(name, np.zeros(len(self.frame)))[test] += scores
            counts.setdefault(name, np.zeros(len(self.frame)))[test] += 1
        with np.errstate(invalid="ignore"):
            return {name: total / counts[name] for name, total in sums.items()}


def _scored(recipe: Any, train: Frame, test: Frame) -> np.ndarray:
    return np.asarray(recipe(train.reset_index(drop=True), test), float)


def everything(n_jobs: int) -> Frame:
    """All corpora without copies, and the texts on claims never resolved (label -1)."""
    frame = corpora.read_all(corpora.ALL, n_jobs)
    raw = pd.read_csv(
        corpora.shared_folder() / "corpora" / "emergent.csv.gz", keep_default_na=False, dtype=str
    )
    raw = raw[(raw["label_raw"] == "unverified") & (raw["text"] != "")]
    raw = raw[~corpora.shares_shingles(raw["text"])].reset_index(drop=True)
    open_claims = pd.DataFrame(
        {"text": raw["text"], "title": raw["title"].where(raw["title"] != "", None), "label": -1,
         "group": "emergent:" + raw["claim_id"], "corpus": "unverified", "stance": raw["stance"]}
    )  # fmt: skip
    return pd.concat([frame, corpora.with_features(open_claims, n_jobs)], ignore_index=True)


def order(frame: Frame, scores: np.ndarray, chosen: Any = True) -> dict[str, Any]:
    """Mean scores of true, unverified and false claims in emergent, and the gaps between them.

    The statistic is the difference of the mean scores of the articles of two verdicts. Articles on
    one claim are not independent, so claims are drawn, each with all its articles (a bootstrap of
    clusters). A gap is significant where its two-sided 95 % interval leaves out 0. The order was
    stated beforehand, so the share of draws in which the gap is not positive is given as well: the
    one-sided p. Beside it stands the gap of the means of claims, each claim weighing the same. No
    fit has learnt from an unverified claim.
    """
    rows = frame["corpus"].isin(["emergent", "unverified"]).to_numpy() & chosen
    label, score = frame["label"].to_numpy()[rows], scores[rows]
    times = multiplicities(frame["group"][rows], draws=ORDER_DRAWS)
    each = 1 / frame["group"][rows].map(frame["group"][rows].value_counts()).to_numpy()
    masks = {"true": label == 1, "unverified": label == -1, "false": label == 0}
    gaps: dict[str, Any] = {
        name: {"rows": int(mask.sum()), "mean": float(score[mask].mean())}
        for name, mask in masks.items()
    }

    def means(weight: Any) -> dict[str, Any]:
        return {n: weight[..., m] @ score[m] / weight[..., m].sum(-1) for n, m in masks.items()}

    drawn, drawn_claims, of_claims = means(times), means(times * each), means(each)
    for high, low in GAPS:
        gap, of_claim = drawn[high] - drawn[low], drawn_claims[high] - drawn_claims[low]
        ends, ends_of_claim = interval(gap), interval(of_claim)
        gaps[f"{high}_minus_{low}"] = {
            "value": gaps[high]["mean"] - gaps[low]["mean"], "low": ends[0], "high": ends[1],
            "p_one_sided": float((gap <= 0).mean()),
            "of_claims": {
                "value": float(of_claims[high] - of_claims[low]), "low": ends_of_claim[0],
                "high": ends_of_claim[1], "p_one_sided": float((of_claim <= 0).mean()),
            },
        }  # fmt: skip
    return gaps


def main() -> None:
    """Measure, print a table, write the results."""
    options(__doc__).parse_args()
    begin = time.perf_counter()
    frame = everything(JOBS)
    of = frame["corpus"].to_numpy()
    labelled = (frame["label"] >= 0).to_numpy()
    runs = Runs(frame)
    for name, recipe in (("", scores_by_recipe), ("_tfidf", tfidf_scores)):
        runs.left_out(f"out{name}", recipe)
        runs.folds(f"folds{name}", recipe, np.isin(of, BASE), of == "unverified")
        for corpus in [*SIX, CONTROL]:
            runs.folds(f"in{name}", recipe, of == corpus)
    mixed = frame.copy()
    mixed.loc[labelled, "label"] = shuffled(frame[labelled])["label"]
    runs.left_out("shuffled", scores_by_recipe, mixed)
    runs.left_out("no_length", log_odds_by_recipe, blind(frame, LENGTH))
    runs.left_out("ranks", log_odds_by_recipe)
    runs.left_out("tfidf_without_names", tfidf_scores, nameless(frame))
    for signal in SIGNALS:
        of_signal = [feature.name for feature in FEATURES if feature.signal == signal]
        others = [name for name in NAMES if name not in of_signal]
        runs.left_out(f"without {signal}", log_odds_by_recipe, blind(frame, of_signal))
        runs.left_out(f"alone {signal}", log_odds_by_recipe, blind(frame, others))
    scores = runs.run(JOBS)
    result = report(frame, mixed, scores)
    result["seconds"] = round(time.perf_counter() - begin, 1)
    RESULTS.mkdir(exist_ok=True)
    write_results("accuracy", result)
    draw_reliability(
        {name: entry["out"]["reliability"] for name, entry in result["corpora"].items()},
        RESULTS / "accuracy.png",
    )
    show(result)


def report(frame: Frame, mixed: Frame, scores: dict[str, np.ndarray]) -> dict[str, Any]:
    """All figures from the scores."""

    def judged(scheme: str, rows: np.ndarray) -> Judged:
        sets = {"model": scores[scheme][rows], "tfidf": scores[f"{scheme}_tfidf"][rows]}
        sets["constant"] = np.full(rows.sum(), 0.5)
        return judge(frame["label"][rows], frame["group"][rows], sets)

    of, stance = frame["corpus"].to_numpy(), frame["stance"].to_numpy()
    table: dict[str, dict[str, Judged]] = {}
    for corpus in [*SIX, CONTROL]:
        schemes = ("in", "folds", "out") if corpus in BASE else ("in", "out")
        table[corpus] = {scheme: judged(scheme, of == corpus) for scheme in schemes}
    relays = (of == "emergent") & (stance != "against")
    headline = {scheme: judged(scheme, relays) for scheme in ("in", "folds", "out")}

    def means(names: list[str]) -> dict[str, Any]:
        return {
            scheme: mean_of([table[name][scheme] for name in names if scheme in table[name]])
            for scheme in ("in", "folds", "out")
        }

    def mean_auc(name: str, rows: Frame = frame) -> float:
        return float(np.mean([
            roc_auc_score(rows["label"][of == c], scores[name][of == c]) for c in SIX
        ]))  # fmt: skip

    def pooled(scheme: str, names: list[str]) -> dict[str, Any]:
        """All corpora together, each of the same weight."""
        rows = np.isin(of, names)
        sizes = frame["corpus"][rows].map(frame["corpus"][rows].value_counts())
        sets = {"model": scores[scheme][rows], "tfidf": scores[f"{scheme}_tfidf"][rows]}
        side = frame[rows]
        return judge(side["label"], side["group"], sets, weight=1 / sizes.to_numpy()).figures

    whole = mean_auc("ranks")
    return {
        "corpora": {n: {s: entry.figures for s, entry in row.items()} for n, row in table.items()},
        "emergent_without_against": {s: entry.figures for s, entry in headline.items()},
        "mean_six": means(SIX),
        "mean_without_politifact": means([name for name in SIX if name != POLITIFACT]),
        "pooled": {"folds": pooled("folds", BASE), "out": pooled("out", SIX)},
        "no_length_auc": mean_auc("no_length"),
        "length_features": LENGTH,
        "tfidf_without_names_auc": mean_auc("tfidf_without_names"),
        "shuffled_auc": mean_auc("shuffled", mixed),
        "shuffled_mean_score": float(np.nanmean(scores["shuffled"])),
        "order": {scheme: order(frame, scores[scheme]) for scheme in ("folds", "out")},
        "order_without_against": {
            scheme: order(frame, scores[scheme], stance != "against") for scheme in ("folds", "out")
        },
        "signals": {
            signal: {
                "alone": mean_auc(f"alone {signal}"),
                "lost_without": whole - mean_auc(f"without {signal}"),
                "emergent_without_against": float(
                    roc_auc_score(frame["label"][relays], scores[f"alone {signal}"][relays])
                ),
            }
            for signal in SIGNALS
        },
    }  # fmt: skip


def show(result: dict[str, Any]) -> None:
    """The main figures as text."""
    rows = result["corpora"] | {
        "emergent without against": result["emergent_without_against"],
        "mean of six": result["mean_six"],
        "pooled": result["pooled"],
        "without politifact": result["mean_without_politifact"],
    }
    for name, row in rows.items():
        for scheme, entry in row.items():
            figures = "  ".join(
                f"{key} {entry['model'][key]['value']:.3f}"
                for key in ("auc", "log_loss", "ece", "excess_ece", "slope")
            )
            gap = entry["minus_tfidf"]["auc"]
            print(f"{name:26}{scheme:6}{figures}  minus TF-IDF {gap['value']:+.3f} "
                  f"[{gap['low']:+.3f}, {gap['high']:+.3f}]")  # fmt: skip
    for key in (
        "no_length_auc",
        "tfidf_without_names_auc",
        "shuffled_auc",
        "shuffled_mean_score",
        "order",
        "order_without_against",
        "signals",
        "seconds",
    ):
        print(key, result[key])


if __name__ == "__main__":
    main()
