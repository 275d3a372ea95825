"""How steady a score is: a headline as title or as first line, and one piece of evidence less.

    python -m benchmarks.quality.steadiness

Reads emergent, gossipcop and perez_amt (the corpora with titles). Writes results/steadiness.json.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from benchmarks import options, write_results
from credscore import Report, Scorer
from credscore.training.data.corpora import read

CORPORA = ("emergent", "fakenewsnet_gossipcop", "perez_amt")
ARTICLES = 400
SMALL = 0.02
WORDS = 250, 350
"""The words of articles of which pieces of evidence are left out."""
GAPS = {"a blank line": "\n\n", "a line break": "\n"}


def scores(scorer: Scorer, texts: Sequence[str], titles: Sequence[str | None]) -> Any:
    """The scores of texts. Shape (texts,)."""
    reports = scorer.score_many(texts, titles)
    return np.array([report.score for report in reports if isinstance(report, Report)])


def titles_moved(scorer: Scorer, articles: pd.DataFrame) -> dict[str, dict[str, float]]:
    """How far a score moves if the title stands as the first line of the text instead."""
    texts, titles = articles["text"].tolist(), articles["title"].tolist()
    apart = scores(scorer, texts, titles)
    moved = {}
    for name, gap in GAPS.items():
        joined = [title + gap + text for title, text in zip(titles, texts, strict=True)]
        moves = np.abs(scores(scorer, joined, [None] * len(joined)) - apart)
        moved[name] = {"within": float((moves <= SMALL).mean()), "largest": float(moves.max())}
    return moved


def largest_moves(scorer: Scorer, articles: pd.DataFrame) -> list[float]:
    """By article, the largest move of its score if one piece of its evidence is left out."""
    moves = []
    for text, title in zip(articles["text"], articles["title"], strict=True):
        score = scorer.score(text, title).score
        pieces = scorer.what_if(text, title).evidence
        moves.append(max((abs(piece.score - score) for piece in pieces), default=0.0))
    return moves


def main() -> None:
    """Measure and write results/steadiness.json."""
    options(__doc__).parse_args()
    scorer = Scorer.load()
    moved, moves = {}, []
    for name in CORPORA:
        articles = read(name)
        articles = articles[articles["title"].notna()]
        moved[name] = titles_moved(scorer, articles.head(ARTICLES))
        words = articles["text"].str.split().map(len)
        moves += largest_moves(scorer, articles[words.between(*WORDS)].head(ARTICLES))
    low, high = np.percentile(moves, [50, 99])
    result = {
        "title_as_first_line": moved,
        "one_piece_less": {
            "articles": len(moves), "median": float(low), "percentile_99": float(high),
            "largest": max(moves),
        },
    }  # fmt: skip
    write_results("steadiness", result, shown=True)


if __name__ == "__main__":
    main()
