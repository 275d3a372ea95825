"""Average linkage: the nearest clusters are joined while their mean similarity is high enough."""

from typing import Any

import numpy as np

from credscore.grouping.neighbours import Numbers, Values, nearest


def link(vectors: Any, similarity: float) -> Numbers:
    """The cluster of each row of unit length, in memory that grows with rows, not with their pairs.

    All clusters that are each other's nearest are joined at once (reciprocal agglomerative
    clustering, Sumengen et al. 2021, arXiv:2105.11653): none comes nearer to a third by that. The
    mean similarity of two clusters is the product of their mean vectors.
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
        kept = open_[(partner[partner[open_]] == open_) & (open_ < partner[open_])]
        if not len(kept):  # rounding hid that the nearest of all pairs is each other's nearest
            one = open_[[values[open_].argmax()]]
            kept = np.minimum(one, partner[one])
            partner[kept] = np.maximum(one, partner[one])
        gone = partner[kept]
        target = np.arange(count)
        target[gone] = kept
        clusters = target[clusters]
        vectors = _joined(vectors, sizes, kept, gone)
        sizes[kept] += sizes[gone]
        moved = np.zeros(count, bool)
        moved[kept] = moved[gone] = True
        open_ = np.setdiff1d(open_, gone, assume_unique=True)
        changed = open_[moved[open_] | moved[partner[open_]]]
    return clusters


def _joined(vectors: Any, sizes: Values, kept: Numbers, gone: Numbers) -> Any:
    """The mean vectors with each row of `gone` in that of `kept`, weighted by size."""
    from scipy.sparse import csr_matrix

    target, shares = np.arange(len(sizes)), np.ones(len(sizes))
    target[gone] = kept
    total = sizes[kept] + sizes[gone]
    shares[kept], shares[gone] = sizes[kept] / total, sizes[gone] / total
    joining = csr_matrix((shares, (target, np.arange(len(sizes)))), shape=(len(sizes),) * 2)
    joined = joining @ vectors
    joined.sort_indices()
    return joined
