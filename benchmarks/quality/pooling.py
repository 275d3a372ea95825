"""How well the articles on one claim, pooled, tell true claims from false ones, on Emergent.

    python -m benchmarks.quality.pooling

Everything is in folds of whole claims: the articles of a claim are scored by a fit that had seen
none of them, and pooled by weights that had not seen the claim; the log-odds that these weights
learnt from come from folds inside their own claims. Beside it stand the mean log-odds of the same
articles, and TF-IDF with logistic regression in the same folds (mean log-odds of its articles).
`without_against` leaves out the articles that Emergent marks as against the claim. `interval` is
the share of claims whose pooled score by the shipped weights and model lies in the 90 % interval of
the fold's. The form of the features and the penalty were chosen on the same claims, by folds: the
figures are a little kind. Writes results/pooling.json.
"""

from typing import Any

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from benchmarks import options, write_results
from credscore.pooling import Article, PoolingModel, pool_articles, read_articles
from credscore.scorer import Scorer
from credscore.training.data import corpora
from credscore.training.fitting.folds import grouped_folds, tfidf_scores
from credscore.training.fitting.pooling import CORPUS, fit_pooling, unseen_claims
from credscore.training.fitting.recipe import fit
from credscore.training.judging.evaluate import judge

_EDGE = 1e-6


def pooled(scorer: Scorer, model: PoolingModel, rows: pd.DataFrame) -> dict[str, Any]:
    """By claim the report of its articles."""
    return {
        str(name): pool_articles(
            read_articles(
                scorer, [*map(Article, group["text"], group["title"], group["publisher"])]
            ),
            model, 0.5, str(name),
        )
        for name, group in rows.groupby("group")
    }  # fmt: skip


def in_folds(
    training: pd.DataFrame, articles: pd.DataFrame, interval: bool = False
) -> pd.DataFrame:
    """By claim: label, number of articles, scores, and the ends of the interval."""
    parts = []
    for train, out in grouped_folds(articles):
        rows, seen = articles.iloc[out], articles.iloc[train].reset_index(drop=True)
        others = training[~training["group"].isin(rows["group"])].reset_index(drop=True)
        weights = fit_pooling(unseen_claims(others, seen))
        words = logit(np.clip(tfidf_scores(others, rows), _EDGE, 1 - _EDGE))
        by_words = pd.Series(words, rows.index).groupby(rows["group"]).mean()
        reports = pooled(Scorer(fit(others, interval=interval)), weights, rows)
        labels = rows.groupby("group")["label"].first()
        for name, report in reports.items():
            scores = [member.score for member in report.members if member.voice is not None]
            parts.append({
                "claim": name, "label": labels[name], "articles": report.articles,
                "pooled": report.score, "low": report.interval[0], "high": report.interval[1],
                "mean_log_odds": float(expit(logit(scores).mean())),
                "tfidf": float(expit(by_words[name])), "reports": report.reports,
            })  # fmt: skip
    return pd.DataFrame(parts).sort_values("claim", ignore_index=True)


def told(table: pd.DataFrame) -> dict[str, Any]:
    """The figures of a table of claims."""
    scores = {name: table[name] for name in ("pooled", "mean_log_odds", "tfidf")}
    return {
        "claims": len(table),
        "articles": int(table["articles"].sum()),
        "independent_reports": int(table["reports"].sum()),
        **judge(table["label"], table["claim"], scores).figures,
    }


def measure() -> dict[str, Any]:
    """All figures."""
    training = corpora.read_all(corpora.TRAINING)
    articles = corpora.read(CORPUS)
    table = in_folds(training, articles, interval=True)
    shipped = pooled(Scorer.load(), PoolingModel.load(), articles)
    final = table["claim"].map({name: report.score for name, report in shipped.items()})
    inside = (table["low"] <= final) & (final <= table["high"])
    others = articles[articles["stance"] != "against"].reset_index(drop=True)
    return {
        "all": told(table),
        "interval": float(inside.mean()),
        "without_against": told(in_folds(training, others)),
    }


def main() -> None:
    """Measure, print, write."""
    options(__doc__).parse_args()
    result = measure()
    write_results("pooling", result)
    for subset in ("all", "without_against"):
        for name in ("pooled", "mean_log_odds", "tfidf"):
            row = {key: round(value["value"], 3) for key, value in result[subset][name].items()}
            print(subset, name, row)
    print("interval", round(result["interval"], 3))


if __name__ == "__main__":
    main()
