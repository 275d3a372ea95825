"""Products of sparse vectors in blocks, so that never more than a few million pairs are held."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.intp]
Values = npt.NDArray[np.float64]

_PAIRS = 8_000_000  # a block of rows has so many pairs at most, or is one row
_REFRESH = 20  # earlier rows are left out anew after each such part of all


def components(vectors: Any, similarity: float) -> Numbers:
    """The number of the connected part of each row, where rows of that similarity are joined."""
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
    """For each of the rows the nearest other row, of equal ones the first, and its similarity.

    -1 and 0.0 stand for a row that shares nothing with any other. `among` must be sorted.
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
    """Blocks of products: the first row, the first row of `right`, and the products, not zero.

    With `later`, for a product of rows with themselves, most earlier rows of `right` are left out.
    """
    base, others, size = 0, right.T.tocsr(), max(1, _PAIRS // max(1, right.shape[0]))
    for start in range(0, left.shape[0], size):
        if later and (start - base) * _REFRESH > left.shape[0]:
            base, others = start, right[start:].T.tocsr()
        yield start, base, left[start : start + size] @ others
