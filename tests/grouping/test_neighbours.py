"""Products in blocks give what whole products give."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from sklearn.metrics import adjusted_rand_score

from credscore.grouping import neighbours
from credscore.grouping.neighbours import components, nearest
from tests.inputs.stories import rows_of_stories


@pytest.mark.parametrize("pairs", [1, 100, 5000, 10**9])
def test_components_are_those_of_the_whole_graph(
    pairs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "_PAIRS", pairs)
    matrix = rows_of_stories(120, 30, 1)
    expected = connected_components(csr_matrix((matrix @ matrix.T).toarray() >= 0.6))[1]
    assert 5 < len(set(expected)) < 120
    assert adjusted_rand_score(expected, components(matrix, 0.6)) == 1


@pytest.mark.parametrize("pairs", [1, 100, 10**9])
def test_the_nearest_other_row_is_found(pairs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "_PAIRS", pairs)
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
