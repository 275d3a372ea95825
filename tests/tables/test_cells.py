"""What a cell is written as, and small parts of the reading of tables."""

from pathlib import Path

import pytest

from credscore.cli.texts import printable
from credscore.tables.cells import as_text, guarded, visible
from credscore.tables.delimited import Dialect, before_header, find_dialect
from credscore.tables.open_table import format_of
from credscore.tables.row_blocks import named


def test_a_value_as_text() -> None:
    assert as_text({"a": [1, None]}) == '{"a": [1, null]}'
    assert as_text(b"He fled.") == "He fled."


def test_stray_bytes_are_visible() -> None:
    assert visible("Jos\udce9") == r"Jos\xe9"


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=HYPERLINK(A1)", "'=HYPERLINK(A1)"), ("-3.5", "-3.5"), ("He said -3.", "He said -3.")],
)
def test_formulas_are_guarded(cell: str, written: str) -> None:
    assert guarded(cell) == written


def test_a_doubled_mark_and_one_behind_a_backslash_are_text() -> None:
    assert list(Dialect(";").reader(['1;"a ""b"";";c'])) == [["1", 'a "b";', "c"]]
    escaped = Dialect(escape=True).reader([r'"He said \"it sank\" and kept C:\\"'])
    assert list(escaped) == [[r'He said "it sank" and kept C:' + "\\"]]


def test_a_dialect_is_found_and_may_be_stated() -> None:
    assert find_dialect(b"id\ttext\n1\tHe fled, she said.\n", ["text"]).delimiter == "\t"
    assert before_header(b"\n,,\nsep=;\nid;text\n") == (10, ";")


def test_the_ending_says_the_format() -> None:
    assert format_of(Path("a.csv.gz")) == "csv"
    assert format_of(Path("a.txt")) is None


def test_empty_headings_tell_their_place() -> None:
    assert named(["id", "text", "", ""]) == ["id", "text", "column 3", "column 4"]


def test_control_characters_are_not_printed() -> None:
    assert printable("out\x1b[2J.csv") == "out?[2J.csv"
