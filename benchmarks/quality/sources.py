"""Rank agreement of the sources' scores with their factuality: allsides_mbfc.

    python -m benchmarks.quality.sources

Spearman's and Kendall's (tau-b) rank correlation and the AUC (high against mixed or low factuality)
over outlets, with
90 % percentile intervals of a bootstrap over outlets; for all outlets and for those with a rank.
"""

import numpy as np
import pandas as pd
from scipy.stats import kendalltau, spearmanr
from sklearn.metrics import roc_auc_score

import credscore
from benchmarks import options, write_results
from credscore.training.data.corpora import shared_folder

LEVELS = {"low": 0, "mixed": 1, "high": 2}
DRAWS = 2000


def agreement(score: np.ndarray, level: np.ndarray) -> dict[str, object]:
    """Correlation and AUC with bootstrap intervals."""
    rng = np.random.default_rng(1)
    high = level == LEVELS["high"]
    draws: list[tuple[float, float, float]] = []
    while len(draws) < DRAWS:
        rows = rng.integers(0, len(score), len(score))
        if 0 < high[rows].sum() < len(rows):
            draws.append(measures(score[rows], level[rows]))
    low, top = np.quantile(np.array(draws), [0.05, 0.95], axis=0)
    figures = measures(score, level)
    return {
        "outlets": len(score),
        "high": int(high.sum()),
        "spearman": figures[0],
        "spearman_interval": [low[0], top[0]],
        "kendall": figures[1],
        "kendall_interval": [low[1], top[1]],
        "auc": figures[2],
        "auc_interval": [low[2], top[2]],
    }


def measures(score: np.ndarray, level: np.ndarray) -> tuple[float, float, float]:
    """Spearman's and Kendall's correlation, and the AUC of high against the rest."""
    return (
        float(spearmanr(score, level).statistic),
        float(kendalltau(score, level).statistic),
        float(roc_auc_score(level == LEVELS["high"], score)),
    )


def main() -> None:
    """Measure, print, write results/sources.json."""
    options(__doc__).parse_args()
    df = pd.read_csv(shared_folder() / "corpora" / "allsides_mbfc.csv.gz")
    table = credscore.score_sources(df, "publisher", "text", title="title", n_jobs=2)
    levels = df.groupby("publisher")["label_raw"].first().map(LEVELS)
    table["level"] = table["publisher"].map(levels)
    table = table[table["articles"] > 0]
    ranked = table[table["rank"].notna()]
    result = {
        "articles": len(df),
        "copies": int(table["copies"].sum()),
        "debunks": int(table["debunks"].sum()),
        "interval": "90 %, bootstrap over outlets",
        "ranked": agreement(ranked["score"].to_numpy(), ranked["level"].to_numpy()),
        "all": agreement(table["score"].to_numpy(), table["level"].to_numpy()),
        "all_without_shrinkage": agreement(table["mean"].to_numpy(), table["level"].to_numpy()),
        "unnamed_share_alone": agreement(
            -ranked["unnamed_share"].fillna(1).to_numpy(), ranked["level"].to_numpy()
        ),
    }
    write_results("sources", result, shown=True)


if __name__ == "__main__":
    main()
