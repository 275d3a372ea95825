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


@pytest.mark.parametrize(
    ("name", "content", "encoding"),
    [
        ("x.csv", "text;y\nÉlise left, she said.;1\n“It sank”;0\n", None),
        ("x.csv", "text;y\nÉlise left, she said.;1\n“It sank”;0\n", "cp1252"),
        ("x.tsv", "y\ttext\n1\tÉlise left, she said.\n0\t“It sank”\n", "utf-16"),
        (
            "x.jsonl",
            '{"text": "Élise left, she said.", "y": true}\n{"text": "“It sank”", "y": 0}',
            None,
        ),
    ],
)
def test_files_are_read_as_all_tables_are(
    tmp_path: Path, name: str, content: str, encoding: str | None
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding or "utf-8")
    table = read_labelled([path], Columns(label="y"))
    assert table["text"].tolist() == ["Élise left, she said.", "“It sank”"]
    assert table["label"].tolist() == [1, 0]


def test_an_encoding_is_stated(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("text,y\nЛада left.,1\nShe swam.,0\n", "koi8-r")
    assert read_labelled([path], Columns(label="y"), "koi8-r")["text"][0] == "Лада left."


def test_a_broken_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("text,y\nIt sank.,1\nIt swam.\n")
    with pytest.raises(InputTableError, match="row 2: the row has 1 field, the header 2"):
        read_labelled([path], Columns(label="y"))


def test_others_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    pd.DataFrame({"text": ["a", "b"], "y": ["true", "fake"]}).to_csv(path, index=False)
    with pytest.raises(InputTableError, match=r"'fake' in row 2 .* or no and yes"):
        read_labelled([path], Columns(label="y"))


def test_a_column_without_a_name_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("text,label\nIt sank.,1\n")
    for columns in (Columns(text=""), Columns(label=""), Columns(group=""), Columns(title="")):
        with pytest.raises(InputTableError, match="no column ''"):
            read_labelled([path], columns)
