"""Labelled files of users: copies of a text are found and never split."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import credscore
from credscore import InputTableError
from credscore.training.data.labelled_files import Columns, check_groups, label_of, read_labelled

LONG = "Mayor Holm said on Monday that the bridge over the river would be closed for a year."


def test_without_groups_copies_stand_together(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f'text,label\n"{LONG}",1\nother,0\n"{LONG.upper()}",1\n')
    groups = read_labelled([path], Columns())["group"].tolist()
    assert groups[0] == groups[2] != groups[1]


def test_copies_in_different_groups_are_named(tmp_path: Path) -> None:
    rows = [f"{n % 2},group {n},{LONG} It is case {'number ' * n}{n}." for n in range(12)]
    leaking = [*rows, *(f"1,new {n},{row.split(',', 2)[2]}" for n, row in enumerate(rows[:7]))]
    path = tmp_path / "mine.csv"
    path.write_text("\n".join(["label,group,text", *leaking]) + "\n")
    with pytest.raises(credscore.InputTableError, match="would leak") as error:
        check_groups(read_labelled([path], Columns(group="group")))
    message = str(error.value)
    assert message.count(" of mine.csv row ") == 5
    assert "more" in message.rsplit("; and ", 1)[1]


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
