"""Row weights: corpora and classes count the same."""

import pandas as pd
import pytest

from credscore.training.data.weights import calibration_weights, row_weights


def test_weights_balance_classes_and_corpora() -> None:
    frame = pd.DataFrame({"corpus": ["a"] * 4 + ["b"] * 16, "label": [1, 0, 0, 0] + [1, 0] * 8})
    weight = pd.Series(row_weights(frame))
    by = weight.groupby([frame["corpus"], frame["label"]]).sum()
    assert by["a", 0] == pytest.approx(by["a", 1])
    assert by["b"].sum() == pytest.approx(by["a"].sum())


def test_corpora_that_only_teach_have_no_part_in_the_sigmoid() -> None:
    frame = pd.DataFrame({"corpus": ["emergent"] * 4 + ["perez_amt"] * 4, "label": [1, 0] * 4})
    assert calibration_weights(frame).tolist() == [2.0] * 4 + [0.0] * 4
    assert calibration_weights(frame[4:]).tolist() == [1.0] * 4
