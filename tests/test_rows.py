"""Broken rows are kept with their reason, and cost no other row."""

import io
from pathlib import Path

import pytest

import credscore
from credscore.rows import BROKEN, lines_of, open_table, read_csv, read_jsonl

PLACE = Path("in.csv")


def rows(content: str) -> list[tuple[list[str], bool]]:
    _, found = read_csv(io.StringIO(content, newline=""), PLACE)
    return [(list(row.cells.values()), bool(row.error)) for row in found]


def test_an_unclosed_quotation_costs_its_own_row_only() -> None:
    assert rows('id,text\n1,"He fled.\n2,She left.\n3,"All\nwent."\n') == [
        (["1", "He fled."], True),
        (["2", "She left."], False),
        (["3", "All\nwent."], False),
    ]


def test_a_stray_quotation_mark_costs_its_own_row_only() -> None:
    assert rows('id,text\n1,"He" fled.\n2,She left.\n') == [
        (["1", "He fled."], True),
        (["2", "She left."], False),
    ]


def test_too_few_too_many_and_nul() -> None:
    assert rows("id,text\n1\n2,a,b\n3,a\0b\n4,fine\n") == [
        (["1"], True),
        (["2", "a,b"], True),
        (["3", "a\0b"], True),
        (["4", "fine"], False),
    ]


def test_json_lines_name_all_fields() -> None:
    names, found = read_jsonl(io.StringIO('{"a": 1}\n[2]\n{"b": 3}\nx\n'), PLACE)
    assert names == ["a", BROKEN, "b"]
    assert [(row.cells, bool(row.error)) for row in found] == [
        ({"a": 1}, False),
        ({BROKEN: [2]}, True),
        ({"b": 3}, False),
        ({BROKEN: "x"}, True),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "text\n".encode("utf-16"), "UTF-16"),
        ("a.csv.gz", b"text\n", "can't be read"),
        ("none.csv", None, "can't be read"),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(credscore.InputTableError, match=message):
        open_table(tmp_path / name)


def test_a_file_that_breaks_off_says_where() -> None:
    class Damaged(io.StringIO):
        def __next__(self) -> str:
            if self.tell():
                raise EOFError("ended early")
            return super().__next__()

    found = lines_of(Damaged("one\ntwo\n"), PLACE)
    assert next(found) == "one\n"
    with pytest.raises(credscore.InputTableError, match="after line 1: ended early"):
        next(found)
