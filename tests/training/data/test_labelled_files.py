"""Labelled files of users: copies of a text are found and never split."""

from pathlib import Path

import pytest

import credscore
from credscore.training.data.labelled_files import Columns, check_groups, read_labelled

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
