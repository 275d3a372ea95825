"""How well group_articles finds the articles on one claim, on Emergent, VeritasCorpus and others.

    python -m benchmarks.quality.grouping

Settings are chosen on one half of Emergent's claims (`chosen_on`, by a hash of claim_id), by the
mean of three figures: the adjusted Rand index on that half; the pairwise F1 on small collections,
all articles of 1, 2, 5 or 20 claims drawn from it; and the adjusted Rand index on that half when it
is grouped together with the articles of all other corpora. `held_back` is the other half. All
articles with a claim_id count, those of unverified and unlabelled claims too. `near_claims` says
what is lost where two claims are about one story: pairs of articles of two claims in one group, and
how many of them have claims whose own sentences are alike. `by_parts` is what connected parts alone
would give, without average linkage. Writes results/grouping.json.
"""

import hashlib
import json
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.metrics import adjusted_rand_score, v_measure_score
from sklearn.metrics.cluster import pair_confusion_matrix

from benchmarks import SHARED, options, write_results
from credscore import group_articles
from credscore.grouping import SIMILARITY
from credscore.grouping.groups import clusters_of
from credscore.grouping.linkage import components
from credscore.grouping.vectors import OTHERS, TERMS, vectors

Labels = npt.NDArray[Any]
Articles = list[tuple[str, str]]
SIMILARITIES = (0.16, 0.18, 0.2, 0.22, 0.24)
SETTINGS = ((40, 10), (20, 10), (80, 10), (40, 0))
"""Words kept of an article, other articles thought beside each."""
SMALL = {1: 16, 2: 8, 5: 4, 20: 2}
"""Small collections: so many draws of so many claims."""


def read(name: str) -> pd.DataFrame:
    """A corpus whose every row has a text, without exact copies."""
    frame = pd.read_csv(SHARED / "corpora" / f"{name}.csv.gz", low_memory=False)
    frame = frame.astype({"title": object}).fillna({"title": "", "text": ""})
    return frame[frame["text"] != ""].drop_duplicates(["title", "text"])


def articles(frame: pd.DataFrame) -> Articles:
    return list(zip(frame["title"], frame["text"], strict=True))


def halves(claims: pd.Series) -> npt.NDArray[np.bool_]:
    """Which rows are of the half that settings are chosen on.

    >>> halves(pd.Series(["a", "b", "a"])).tolist()
    [False, True, False]
    """
    return np.array(
        [hashlib.blake2b(str(claim_id).encode()).digest()[0] % 2 == 0 for claim_id in claims]
    )


def small_collections(claims: Labels) -> list[Labels]:
    """Rows of small collections: all articles of a few claims, drawn with a fixed seed."""
    draw = np.random.default_rng(0)
    names = np.unique(claims)
    sizes = [size for size, count in SMALL.items() for _ in range(count)]
    drawn = [draw.choice(names, size, replace=False) for size in sizes]
    return [np.flatnonzero(np.isin(claims, chosen)) for chosen in drawn]


def pair_figures(tables: list[Labels]) -> dict[str, float]:
    """Precision, recall and F1 of the pairs of articles in one group, over all tables.

    >>> pair_figures([pair_confusion_matrix([1, 1, 2], [1, 1, 1])])["recall"]
    1.0
    """
    (_, wrong), (missed, right) = np.sum(tables, axis=0)
    return {
        "precision": round(float(right / max(1, right + wrong)), 3),
        "recall": round(float(right / max(1, right + missed)), 3),
        "f1": round(float(2 * right / max(1, 2 * right + wrong + missed)), 3),
    }


def figures(claims: Labels, labels: Labels) -> dict[str, Any]:
    return {
        "articles": len(claims),
        "claims": len(np.unique(claims)),
        "groups": len(np.unique(labels)),
        "ari": round(float(adjusted_rand_score(claims, labels)), 3),
        "v_measure": round(float(v_measure_score(claims, labels)), 3),
        "pairs": pair_figures([pair_confusion_matrix(claims, labels)]),
    }


class Half:
    """One half of Emergent's claims, alone, in small collections and among all other corpora."""

    def __init__(self, frame: pd.DataFrame, others: Articles) -> None:
        self.claims = frame["claim_id"].to_numpy(str)
        self.alone = articles(frame)
        self.small = small_collections(self.claims)
        self.others = others

    def judge(self, terms: int, others: int, similarities: tuple[float, ...]) -> list[Any]:
        """Of each similarity: figures alone, of small collections and among all others."""
        chosen = [[self.alone[row] for row in rows] for rows in self.small]
        collections = [vectors(rows, terms, others) for rows in (self.alone, *chosen)]
        together = vectors(self.alone + self.others, terms, others)
        judged = []
        for similarity in similarities:
            alone, *small = (clusters_of(matrix, similarity) for matrix in collections)
            among = clusters_of(together, similarity)[: len(self.alone)]
            pairs = [
                pair_confusion_matrix(self.claims[rows], labels)
                for rows, labels in zip(self.small, small, strict=True)
            ]
            row = {
                "alone": figures(self.claims, alone),
                "small_collections": pair_figures(pairs),
                "among_all_corpora": figures(self.claims, among),
            }
            print(terms, others, similarity, *map(json.dumps, row.values()), flush=True)
            judged.append(row)
        return judged


def value(row: dict[str, Any]) -> float:
    """What settings are chosen by."""
    alone, among = row["alone"]["ari"], row["among_all_corpora"]["ari"]
    return float(alone + row["small_collections"]["f1"] + among) / 3


def near_claims(frame: pd.DataFrame, labels: Labels) -> dict[str, Any]:
    """The pairs of articles that are in one group and of two claims."""
    claims = frame.groupby("claim_id")["claim"].first().fillna("")
    matrix = vectors([("", claim) for claim in claims])
    positions = {name: row for row, name in enumerate(claims.index)}
    joined: dict[tuple[int, int], int] = {}
    for _, group in frame.groupby(labels):
        sizes = group["claim_id"].value_counts()
        for first, second in combinations(sorted(sizes.index), 2):
            pair = positions[first], positions[second]
            joined[pair] = joined.get(pair, 0) + int(sizes[first] * sizes[second])
    alike = {pair: (matrix[pair[0]] @ matrix[pair[1]].T).sum() >= SIMILARITY for pair in joined}
    return {
        "pairs_of_claims": len(joined),
        "of_them_alike": sum(map(bool, alike.values())),
        "pairs_of_articles": sum(joined.values()),
        "of_them_of_claims_alike": sum(count for pair, count in joined.items() if alike[pair]),
    }


def largest(labels: Labels) -> list[int]:
    """The sizes of the five largest groups."""
    return sorted(np.bincount(labels[labels >= 0]).tolist(), reverse=True)[:5]


def main() -> None:
    options(__doc__).parse_args()
    names = sorted(path.name.split(".")[0] for path in (SHARED / "corpora").glob("*.csv.gz"))
    corpora = {name: read(name) for name in names}
    emergent = corpora["emergent"]
    rest = [article for name in names if name != "emergent" for article in articles(corpora[name])]
    chosen_on = halves(emergent["claim_id"])
    first, second = (Half(emergent[rows], rest) for rows in (chosen_on, ~chosen_on))
    tried: dict[Any, dict[str, Any]] = {}
    for terms, others in SETTINGS:
        rows = first.judge(terms, others, SIMILARITIES)
        tried |= {(terms, others, s): row for s, row in zip(SIMILARITIES, rows, strict=True)}
    best = max(tried, key=lambda settings: value(tried[settings]))
    shipped = (TERMS, OTHERS, SIMILARITY)
    labels = group_articles(emergent["text"], emergent["title"])
    everything = articles(emergent) + rest
    together = group_articles([text for _, text in everything], [title for title, _ in everything])
    parts = components(vectors(everything), SIMILARITY)
    count = len(emergent)
    result = {
        "best_settings": dict(zip(("terms", "others", "similarity"), best, strict=True)),
        "settings": dict(zip(("terms", "others", "similarity"), shipped, strict=True)),
        "chosen_on": tried[shipped],
        "held_back": second.judge(TERMS, OTHERS, (SIMILARITY,))[0],
        "emergent": figures(emergent["claim_id"].to_numpy(str), labels),
        "near_claims": near_claims(emergent, labels),
        "all_corpora": {
            "emergent": figures(emergent["claim_id"].to_numpy(str), together[:count]),
            "articles": len(together),
            "groups": len(np.unique(together)),
            "largest": largest(together),
            "by_parts": {
                "largest": largest(parts),
                "emergent": figures(emergent["claim_id"].to_numpy(str), parts[:count]),
            },
        },
        "other_corpora": {
            name: figures(
                corpora[name]["claim_id"].to_numpy(str),
                group_articles(corpora[name]["text"], corpora[name]["title"]),
            )
            for name in ("veritas41", "perez_amt")
        },
        "tried": [
            {"terms": terms, "others": others, "similarity": s, "value": round(value(row), 3)}
            for (terms, others, s), row in tried.items()
        ],
    }
    write_results("grouping", result)


if __name__ == "__main__":
    main()
