"""Rounded numbers of a fit as a model file."""

import pytest

import credscore
from credscore.training.fitting.rounding import rounded_model


@pytest.mark.parametrize("value", [1000.1, -2e5, float("nan"), float("inf")])
def test_a_weight_beyond_a_model_file_is_told(value: float) -> None:
    with pytest.raises(credscore.InputValueError, match=r"hedges_rate.*-1000 to 1000.*add rows"):
        rounded_model("own", "2026-01-01", 0.0, [("hedges_rate", value, 0.0, 0.0, 1.0)])
    with pytest.raises(credscore.InputValueError, match="intercept"):
        rounded_model("own", "2026-01-01", value, [("hedges_rate", 1.0, 0.0, 0.0, 1.0)])
