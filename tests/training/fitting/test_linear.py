"""Numbers of a fit as a model file."""

import numpy as np
import pytest

import credscore
from credscore.features import NAMES
from credscore.model import Linear, Scale
from credscore.training.fitting.linear import as_model

RATE = NAMES.index("hedges_rate")
SCALE = Scale(np.array([RATE]), np.zeros(1), np.zeros(1), np.ones(1), 0.0)


@pytest.mark.parametrize("value", [1000.1, -2e5, float("nan"), float("inf")])
def test_a_weight_beyond_a_model_file_is_refused(value: float) -> None:
    with pytest.raises(credscore.InputValueError, match=r"hedges_rate.*-1000 to 1000.*add rows"):
        as_model(Linear(np.array([value]), SCALE))
    with pytest.raises(credscore.InputValueError, match="intercept"):
        as_model(Linear(np.ones(1), SCALE, value))


def test_numbers_have_six_digits() -> None:
    model = as_model(Linear(np.array([1.23456789]), SCALE, 1e-9 / 3))
    assert (model.weights[0].weight, model.intercept) == (1.23457, 3.33333e-10)
