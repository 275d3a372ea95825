"""The solver: it finds the minimum within the bounds."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit

from credscore.training.fitting.bounded_logistic import solve

RANDOM = np.random.default_rng(3)
COLUMNS = RANDOM.normal(size=(80, 4))
LABELS = (RANDOM.random(80) < expit(COLUMNS @ [1.0, -1.0, 0.5, 0.0])).astype(int)
WEIGHT = RANDOM.uniform(0.5, 2.0, 80)
START = np.array([0.2, 0.2, -0.3, 0.0])


@pytest.mark.parametrize("penalty", [0.1, 3.0, 300.0])
def test_the_solution_is_that_of_a_general_minimiser(penalty: float) -> None:
    signs, pull = np.array([1, 1, -1, 0]), np.array([penalty, penalty, penalty, 0.0])

    def loss(at: np.ndarray) -> float:
        log_odds = COLUMNS @ at
        of_rows = WEIGHT @ (np.logaddexp(0, log_odds) - LABELS * log_odds)
        return float(of_rows + pull @ (at - START) ** 2 / 2)

    weights = solve(COLUMNS, LABELS, WEIGHT, pull, START, signs, 0.1)
    limits = [(0.1, None), (0.1, None), (None, -0.1), (None, None)]
    expected = minimize(loss, weights + 0.05, bounds=limits, options={"ftol": 1e-15})
    np.testing.assert_allclose(weights, expected.x, atol=1e-4)
    assert loss(weights) <= expected.fun + 1e-9


def test_without_a_penalty_the_residuals_are_orthogonal_to_the_columns() -> None:
    weights = solve(COLUMNS, LABELS, WEIGHT, np.zeros(4), np.zeros(4), np.zeros(4))
    residuals = WEIGHT * (LABELS - expit(COLUMNS @ weights))
    np.testing.assert_allclose(COLUMNS.T @ residuals, 0.0, atol=1e-6)


def test_separated_classes_have_finite_weights_under_a_penalty() -> None:
    column = np.linspace(-1, 1, 20)[:, None]
    labels = (column[:, 0] > 0).astype(int)
    weights = solve(column, labels, np.ones(20), np.full(1, 1e-3), np.zeros(1), [1])
    assert 5 < weights[0] < 1000


def test_no_weight_is_above_its_ceiling() -> None:
    """The others are those of the fit in which the capped one is held there."""
    free, none = np.zeros(4), np.zeros(4)
    ceiling = np.array([0.3, np.inf, np.inf, np.inf])
    capped = solve(COLUMNS, LABELS, WEIGHT, none, free, none, ceiling=ceiling)
    assert solve(COLUMNS, LABELS, WEIGHT, none, free, none)[0] > 0.3
    assert capped[0] == pytest.approx(0.3)
    slope = COLUMNS.T @ (WEIGHT * (expit(COLUMNS @ capped) - LABELS))
    np.testing.assert_allclose(slope[1:], 0.0, atol=1e-6)
    assert slope[0] < 0
