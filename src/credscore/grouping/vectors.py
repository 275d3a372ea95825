"""Turns articles into sparse vectors of their most telling words: TF-IDF over hashed words."""

from collections.abc import Sequence
from typing import Any

import numpy as np

CHARACTERS = 3000  # characters of a text that are read: its first paragraphs tell the story
TITLE_WEIGHT = 2  # how often a word of the title counts
TERMS = 40  # the words of an article that are kept: those of greatest weight
OTHERS, _MORE = 10, 1000
"""So many other articles for each, and so many more, are thought beside the collection, without
its words. Else the words of a story would weigh nothing in a collection mostly about this story."""
_BITS = 20  # words are hashed to 2 ** _BITS columns, so no table of words is needed
_BLOCK = 2000  # articles of a block


def vectors(articles: Sequence[tuple[str, str]], terms: int = TERMS, others: int = OTHERS) -> Any:
    """A CSR matrix with a row of unit length for each (title, text); no words give a row of zeros.

    Weights are (1 + log count) * (1 + log((M + 1) / (n + 1))), where n of M articles have the word.
    M counts the given articles and `others`. English stop words are left out.
    """
    counts = _counts(articles)
    having = np.bincount(counts.indices, minlength=counts.shape[1])
    imagined = (1 + others) * len(articles) + _MORE
    rarity = 1 + np.log((imagined + 1) / (having + 1))
    counts.data = (1 + np.log(counts.data)) * rarity.astype(np.float32)[counts.indices]
    matrix = _strongest(counts, terms)
    used, places = np.unique(matrix.indices, return_inverse=True)
    matrix.indices = places.astype(np.int32)
    matrix.resize(matrix.shape[0], len(used))  # keep only columns in use
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
    """The `terms` greatest weights of each row (the first of equal ones), at unit length."""
    from sklearn.preprocessing import normalize

    lengths = np.diff(matrix.indptr)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    rank = np.arange(len(order)) - np.repeat(matrix.indptr[:-1], lengths)
    matrix.data[order[rank >= terms]] = 0
    matrix.eliminate_zeros()
    return normalize(matrix, copy=False)
