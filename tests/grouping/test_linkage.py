"""Average linkage: the same clusters as those of scikit-learn, whatever the size of a block."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import adjusted_rand_score
from sklearn.preprocessing import normalize

from credscore.grouping import linkage
from credscore.grouping.linkage import components, link, nearest
from credscore.grouping.vectors import vectors
from tests.inputs.stories import rows_of_stories, stories


def dense(matrix: Any, similarity: float) -> npt.NDArray[np.intp]:
    """Average linkage with all distances at once."""
    distances = np.maximum(1 - (matrix @ matrix.T).toarray(), 0)
    np.fill_diagonal(distances, 0)
    clusters = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - similarity
    )
    return np.asarray(clusters.fit_predict(distances))


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("similarity", [0.2, 0.4, 0.6])
def test_joining_nearest_pairs_is_average_linkage(seed: int, similarity: float) -> None:
    matrix = rows_of_stories(150, 20, seed)
    expected = dense(matrix, similarity)
    assert 1 < len(set(expected)) < 150
    assert adjusted_rand_score(expected, link(matrix, similarity)) == 1


def test_a_chain_is_not_one_cluster() -> None:
    angles = np.arange(9) * 0.7  # each is near the next, and the ends are opposite
    chain = csr_matrix(np.abs(np.column_stack([np.cos(angles / 4), np.sin(angles / 4)])))
    rows = csr_matrix(normalize(np.eye(8) + np.eye(8, k=1)))
    assert len(set(link(rows, 0.4))) > 1
    assert len(set(link(chain, 0.01))) == 1


def test_rounding_stops_no_joining() -> None:
    texts, _ = stories(1200, largest=200)
    matrix = vectors([("", text) for text in texts])
    expected = dense(matrix, 0.05)
    assert adjusted_rand_score(expected, link(matrix, 0.05)) > 0.999  # but for ties
    assert len(set(expected)) == len(set(link(matrix, 0.05)))


def test_equal_rows_are_joined_and_equal_distances_end() -> None:
    rows = csr_matrix(np.ones((7, 1)))
    assert set(link(rows, 0.5)) == {0}
    assert len(set(link(csr_matrix(np.eye(5)), 0.5))) == 5


@pytest.mark.parametrize("pairs", [1, 100, 5000, 10**9])
def test_components_are_those_of_the_whole_graph(
    pairs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linkage, "_PAIRS", pairs)
    matrix = rows_of_stories(120, 30, 1)
    expected = connected_components(csr_matrix((matrix @ matrix.T).toarray() >= 0.6))[1]
    assert 5 < len(set(expected)) < 120
    assert adjusted_rand_score(expected, components(matrix, 0.6)) == 1


@pytest.mark.parametrize("pairs", [1, 100, 10**9])
def test_the_nearest_other_row_is_found(pairs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkage, "_PAIRS", pairs)
    matrix = rows_of_stories(80, 10, 2)
    rows, among = np.arange(0, 80, 3), np.arange(0, 80, 2)
    products = (matrix @ matrix.T).toarray()
    np.fill_diagonal(products, 0)
    best, values = nearest(matrix, rows, among)
    assert best.tolist() == among[products[np.ix_(rows, among)].argmax(axis=1)].tolist()
    np.testing.assert_allclose(values, products[np.ix_(rows, among)].max(axis=1))


def test_the_first_of_equally_near_rows_is_taken() -> None:
    rows = csr_matrix([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    best, values = nearest(rows, np.arange(4), np.arange(4))
    assert best.tolist() == [1, 0, 0, -1]
    assert values.tolist() == [1, 1, 1, 0]
