"""Articles as sparse vectors of their most telling words: TF-IDF over hashed words."""

from collections.abc import Sequence
from typing import Any

import numpy as np

CHARACTERS = 3000  # of a text are read: its first paragraphs tell what a story is about
TITLE_WEIGHT = 2  # a word of the title counts so many times
TERMS = 40  # words of an article are kept, those of greatest weight
OTHERS, _MORE = 10, 1000
"""So many other articles for each, and so many more, are thought beside the collection, without
its words. Else the words of a story would weigh nothing in a collection mostly about this story."""
_BITS = 20  # words are hashed to 2 ** _BITS columns, so that no table of words is kept
_BLOCK = 2000  # articles


def vectors(articles: Sequence[tuple[str, str]], terms: int = TERMS, others: int = OTHERS) -> Any:
    """A CSR matrix with a row of unit length for each (title, text); no words: a row of zeros.

    Weights are (1 + log count) * (1 + log((M + 1) / (n + 1))), for a word that n articles have of
    M, those given and the others thought beside them. English stop words are left out.
    """
    counts = _counts(articles)
    having = np.bincount(counts.indices, minlength=counts.shape[1])
    imagined = (1 + others) * len(articles) + _MORE
    rarity = 1 + np.log((imagined + 1) / (having + 1))
    counts.data = (1 + np.log(counts.data)) * rarity.astype(np.float32)[counts.indices]
    matrix = _strongest(counts, terms)
    used, places = np.unique(matrix.indices, return_inverse=True)
    matrix.indices = places.astype(np.int32)
    matrix.resize(matrix.shape[0], len(used))  # only the columns that are used
    return matrix


def _counts(articles: Sequence[tuple[str, str]]) -> Any:
    from scipy.sparse import vstack
    from sklearn.feature_extraction.text import HashingVectorizer

    how = {"stop_words": "english", "norm": None, "alternate_sign": False, "dtype": np.float32}
    reader = HashingVectorizer(n_features=1 << _BITS, **how)
    documents = [
        f"{title[:CHARACTERS]}\n" * TITLE_WEIGHT + text[:CHARACTERS] for title, text in articles
    ]
    starts = range(0, len(documents), _BLOCK)
    return vstack([reader.transform(documents[at : at + _BLOCK]) for at in starts], format="csr")


def _strongest(matrix: Any, terms: int) -> Any:
    """Of each row the `terms` greatest weights (of equal ones the first), at unit length."""
    from sklearn.preprocessing import normalize

    lengths = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    rank = np.arange(len(order)) - np.repeat(matrix.indptr[:-1], lengths)
    matrix.data[order[rank >= terms]] = 0
    matrix.eliminate_zeros()
    return normalize(matrix, copy=False)
