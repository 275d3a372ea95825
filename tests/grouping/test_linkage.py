"""Average linkage: both ways agree, with scikit-learn and with each other."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import normalize

from credscore.grouping import linkage
from credscore.grouping.groups import clusters_of
from credscore.grouping.linkage import link, reciprocal
from credscore.grouping.vectors import vectors
from tests.inputs.stories import rows_of_stories, stories


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("similarity", [0.2, 0.4, 0.6])
def test_joining_nearest_pairs_is_average_linkage(seed: int, similarity: float) -> None:
    matrix = rows_of_stories(150, 20, seed)
    expected = link(matrix, similarity)
    assert 1 < len(set(expected)) < 150
    assert adjusted_rand_score(expected, reciprocal(matrix, similarity)) == 1


def test_large_parts_are_joined_in_their_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = rows_of_stories(200, 10, 0)
    expected = clusters_of(matrix, 0.4)
    monkeypatch.setattr(linkage, "_DENSE", 0)
    assert adjusted_rand_score(expected, clusters_of(matrix, 0.4)) == 1


def test_a_chain_is_not_one_cluster() -> None:
    angles = np.arange(9) * 0.7  # each is near the next, and the ends are opposite
    chain = csr_matrix(np.abs(np.column_stack([np.cos(angles / 4), np.sin(angles / 4)])))
    rows = csr_matrix(normalize(np.eye(8) + np.eye(8, k=1)))
    for way in (link, reciprocal):
        assert len(set(way(rows, 0.4))) > 1
        assert len(set(way(chain, 0.01))) == 1


def test_rounding_stops_no_joining() -> None:
    texts, _ = stories(1200, largest=200)
    matrix = vectors([("", text) for text in texts])
    expected = link(matrix, 0.05)
    assert adjusted_rand_score(expected, reciprocal(matrix, 0.05)) > 0.999  # but for ties
    assert len(set(expected)) == len(set(reciprocal(matrix, 0.05)))


def test_equal_rows_are_joined_and_equal_distances_end() -> None:
    rows = csr_matrix(np.ones((7, 1)))
    assert set(reciprocal(rows, 0.5)) == {0}
    assert len(set(reciprocal(csr_matrix(np.eye(5)), 0.5))) == 5
