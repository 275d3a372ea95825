"""The recipe of the shipped model."""

import numpy as np
import pytest

from credscore.training.fitting.recipe import sigmoid


@pytest.mark.parametrize("sign", [1, -1])
def test_a_sigmoid_of_classes_that_part_is_finite(sign: int) -> None:
    labels = np.repeat([0, 1], 20)
    log_odds = sign * (2.0 * labels - 1)
    slope, intercept = sigmoid(log_odds, labels, np.ones(40))
    assert slope == pytest.approx(sign * np.log(21), abs=0.01)  # Platt's target: 21 of 22
    assert intercept == pytest.approx(0.0, abs=0.01)
