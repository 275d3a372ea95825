"""Assigns each article to a group of articles about one story."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from numbers import Real
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.citation import copies_of, is_missing
from credscore.errors import InputError, InputValueError
from credscore.grouping.linkage import components, link
from credscore.grouping.vectors import CHARACTERS, vectors
from credscore.signals import require_many, require_texts

SIMILARITY = 0.2  # the least mean similarity of joined groups; chosen on claims of Emergent
NO_GROUP = -1  # the group of an article without words to compare
_MOST = 100_000
"""Where an article shares more words with others, in the mean, near copies are left out: else each
of the copies of a story would be compared with all others."""

Labels = npt.NDArray[np.int64]


def group_articles(
    texts: Iterable[str], titles: Iterable[str | None] | None = None, similarity: float = SIMILARITY
) -> Labels:
    """Group articles by story: a number for each article, equal within a group.

    Articles are compared by the words of title and text (TF-IDF, cosine). Groups are joined by
    average linkage while their mean similarity is at least `similarity`. They are numbered by size:
    the largest is 0, and groups of one size follow the order of their texts. So the order of the
    rows changes no number. An article like no other is a group of its own. Exact copies are in one
    group and count once. So do near copies (`copies_of`) where articles share very many words, as
    in a story of thousands.

    The first 3,000 characters of a text are read. A title that is missing or not a str counts as
    none. `similarity` is above 0 and at most 1; lower values make larger and fewer groups.

    Returns an int64 for each text. It is -1 if the article can't be compared: the text is missing
    (None, NaN), or neither text nor title has a word other than the most common ones.

    Raises InputError if texts or titles are no collections, a text is neither a string nor
    missing, there are more titles than texts, or `similarity` is not a number. Raises
    InputValueError if `similarity` is out of range.

    >>> import credscore
    >>> credscore.group_articles([
    ...     "The mayor of Norwich denied on Monday that she would resign.",
    ...     "A storm flooded forty houses near the harbour of Whitby.",
    ...     "Norwich: the mayor will not resign, she said on Monday.",
    ...     "",
    ... ]).tolist()
    [0, 1, 0, -1]
    """
    require_many(texts, titles)
    if isinstance(similarity, bool) or not isinstance(similarity, Real):
        raise InputError(f"similarity must be a number, got {type(similarity).__name__}.")
    if not 0 < float(similarity) <= 1:
        raise InputValueError(f"similarity must be above 0 and at most 1, got {similarity!r}.")
    articles = _articles(texts, titles)
    if not articles:
        return np.array([], np.int64)
    matrix, places = _different_articles(articles)
    if np.square(np.bincount(matrix.indices), dtype=float).sum() > _MOST * matrix.shape[0]:
        unique = sorted(set(articles))
        first = copies_of([text[:CHARACTERS] for _, text in unique])
        original = {article: unique[at] for article, at in zip(unique, first, strict=True)}
        matrix, places = _different_articles([original[article] for article in articles])
    return _numbered(clusters_of(matrix, similarity), places)


def _different_articles(articles: Sequence[tuple[str, str]]) -> tuple[Any, Labels]:
    """The vectors of the different articles, and the row of each article."""
    unique = sorted(set(articles))
    places = {article: index for index, article in enumerate(unique)}
    return vectors(unique), np.array([places[article] for article in articles], np.int64)


def _articles(texts: Iterable[object], titles: Iterable[object] | None) -> list[tuple[str, str]]:
    """Title and text of each article; two empty strings for one that can't be read."""
    headings = chain(titles if titles is not None else (), repeat(None))
    articles = []
    for text, title in zip(texts, headings, strict=False):
        if is_missing(text):
            articles.append(("", ""))
            continue
        require_texts(text)
        articles.append((title if isinstance(title, str) else "", str(text)))
    return articles


def clusters_of(matrix: Any, similarity: float) -> Labels:
    """The cluster of each row of unit length; -1 for a row of zeros."""
    clusters = np.full(matrix.shape[0], NO_GROUP, np.int64)
    worded = np.flatnonzero(np.diff(matrix.indptr))
    parts = components(matrix[worded], similarity)
    order = np.argsort(parts, kind="stable")
    count = 0
    for rows in np.split(worded[order], np.flatnonzero(np.diff(parts[order])) + 1):
        inner = link(matrix[rows], similarity) if len(rows) > 2 else np.zeros(len(rows), np.int64)
        clusters[rows] = inner + count
        count += inner.max(initial=-1) + 1
    return clusters


def _numbered(clusters: Labels, places: Labels) -> Labels:
    """The number of each article's cluster, by size, then by first row."""
    _, first, inverse = np.unique(clusters, return_index=True, return_inverse=True)
    labels = inverse[places]
    sizes = np.bincount(labels)
    ungrouped = clusters[first] == NO_GROUP
    order = np.lexsort((first, -sizes, ungrouped))
    numbers = np.empty(len(order), np.int64)
    numbers[order] = np.arange(len(order))
    numbers[ungrouped] = NO_GROUP
    return numbers[labels]
