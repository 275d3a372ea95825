"""Average linkage of sparse vectors, in memory that grows with the rows, not with their pairs.

Clusters are joined while their mean similarity is high enough. Products are computed in blocks, so
that at most a few million pairs are in memory.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.intp]
Values = npt.NDArray[np.float64]

_PAIRS = 8_000_000  # the most pairs of a block with several rows
_REFRESH = 20  # earlier rows are dropped each time this share of the rows is done


def components(vectors: Any, similarity: float) -> Numbers:
    """The number of each row's connected component; edges join rows of that similarity."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    count = vectors.shape[0]
    parts = np.arange(count)
    for start, base, products in _products(vectors, vectors, later=True):
        near = np.flatnonzero(products.data >= similarity)
        rows = np.searchsorted(products.indptr, near, side="right") - 1 + start
        columns = products.indices[near] + base
        apart = parts[rows] != parts[columns]
        if apart.any():
            joined = parts[rows[apart]], parts[columns[apart]]
            graph = coo_matrix((np.ones(len(joined[0])), joined), shape=(count, count))
            parts = connected_components(graph, directed=False)[1][parts]
    return np.unique(parts, return_inverse=True)[1]


def nearest(vectors: Any, rows: Numbers, among: Numbers) -> tuple[Numbers, Values]:
    """For each row the nearest one of `among` (sorted; the first if equal) and its similarity.

    A row without any similar one gets -1 and 0.
    """
    best, values = np.full(len(rows), -1), np.zeros(len(rows))
    for start, _, products in _products(vectors[rows], vectors[among]):
        lengths = np.diff(products.indptr)
        filled = np.flatnonzero(lengths)
        if not len(filled):
            continue
        owners = np.repeat(np.arange(len(lengths)) + start, lengths)
        starts = products.indptr[filled]
        columns = among[products.indices]
        products.data[columns == rows[owners]] = 0
        values[start + filled] = np.maximum.reduceat(products.data, starts)
        columns[products.data != values[owners]] = vectors.shape[0]
        best[start + filled] = np.minimum.reduceat(columns, starts)
    best[values == 0] = -1
    return best, values


def _products(left: Any, right: Any, later: bool = False) -> Iterator[tuple[int, int, Any]]:
    """Products in blocks: first row, first row of `right`, nonzero products.

    `later` is for products of rows with themselves: most earlier rows of `right` are left out.
    """
    base, others, size = 0, right.T.tocsr(), max(1, _PAIRS // max(1, right.shape[0]))
    for start in range(0, left.shape[0], size):
        if later and (start - base) * _REFRESH > left.shape[0]:
            base, others = start, right[start:].T.tocsr()
        yield start, base, left[start : start + size] @ others


def link(vectors: Any, similarity: float) -> Numbers:
    """The cluster of each row of unit length.

    All pairs of clusters that are each other's nearest are joined at once (reciprocal agglomerative
    clustering, Sumengen et al. 2021, arXiv:2105.11653). Joining a pair brings it no nearer to a
    third cluster. The mean similarity of two clusters is the product of their mean vectors.
    """
    count = vectors.shape[0]
    clusters, open_ = np.arange(count), np.arange(count)
    sizes, partner, values = np.ones(count), np.full(count, -1), np.zeros(count)
    changed = open_
    while len(changed):
        partner[changed], values[changed] = nearest(vectors, changed, open_)
        open_ = open_[values[open_] >= similarity]
        if not len(open_):
            break
        remaining = open_[(partner[partner[open_]] == open_) & (open_ < partner[open_])]
        if not len(remaining):  # rounding can hide the nearest pair
            row = open_[[values[open_].argmax()]]
            remaining = np.minimum(row, partner[row])
            partner[remaining] = np.maximum(row, partner[row])
        gone = partner[remaining]
        target = np.arange(count)
        target[gone] = remaining
        clusters = target[clusters]
        vectors = _joined(vectors, sizes, remaining, gone)
        sizes[remaining] += sizes[gone]
        moved = np.zeros(count, bool)
        moved[remaining] = moved[gone] = True
        open_ = np.setdiff1d(open_, gone, assume_unique=True)
        changed = open_[moved[open_] | moved[partner[open_]]]
    return clusters


def _joined(vectors: Any, sizes: Values, remaining: Numbers, gone: Numbers) -> Any:
    """The mean vectors, each row of `gone` joined into its row of `kept`, weighted by size."""
    from scipy.sparse import csr_matrix

    target, shares = np.arange(len(sizes)), np.ones(len(sizes))
    target[gone] = remaining
    total = sizes[remaining] + sizes[gone]
    shares[remaining], shares[gone] = sizes[remaining] / total, sizes[gone] / total
    joining = csr_matrix((shares, (target, np.arange(len(sizes)))), shape=(len(sizes),) * 2)
    joined = joining @ vectors
    joined.sort_indices()
    return joined
