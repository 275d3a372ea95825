"""Booleans and their spellings are labels."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from credscore import InputTableError
from credscore.training.data.labelled_files import Columns, read_labelled
from credscore.training.data.labels import label_of


@pytest.mark.parametrize("true", [1, 1.0, "1", "1.0", True, "True", "TRUE", "true", "Yes", " yes ",
                                  np.True_, np.int64(1), np.float32(1)])  # fmt: skip
def test_true(true: object) -> None:
    assert label_of(true) == 1


@pytest.mark.parametrize("false", [0, 0.0, "0", "0.0", False, "False", "FALSE", "false", "No",
                                   np.False_, np.uint8(0)])  # fmt: skip
def test_false(false: object) -> None:
    assert label_of(false) == 0


@pytest.mark.parametrize("none", [2, -1, 0.5, "", "fake", "real", None, float("nan"), "10"])
def test_no_label(none: object) -> None:
    assert label_of(none) is None


@pytest.mark.parametrize("labels", [[True, False], ["yes", "No"], ["TRUE", "0"], [1.0, 0.0]])
def test_files_hold_them(tmp_path: Path, labels: list[object]) -> None:
    path = tmp_path / "x.csv"
    pd.DataFrame({"text": ["It sank.", "It swam."], "y": labels}).to_csv(path, index=False)
    assert read_labelled([path], Columns(label="y"))["label"].tolist() == [1, 0]


def test_others_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    pd.DataFrame({"text": ["a", "b"], "y": ["true", "fake"]}).to_csv(path, index=False)
    with pytest.raises(InputTableError, match=r"'fake' in row 2 .* or no and yes"):
        read_labelled([path], Columns(label="y"))
