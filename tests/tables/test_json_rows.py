"""Lines of JSON as rows: what is no JSON, no object, or says two things."""

import json
from typing import Any

import pytest

from credscore.tables import COLUMNS
from credscore.tables.json_rows import BROKEN, decode
from credscore.tables.row_blocks import Rows
from credscore.tables.writers import JsonLinesWriter

NO_SCORES: Any = {column.name: [None] for column in COLUMNS}


def refuse(name: str) -> None:
    raise AssertionError(name)


def written(rows: Any) -> dict[str, Any]:
    """The row that is written, as a strict reader takes it."""
    line = JsonLinesWriter().block(rows, NO_SCORES)
    row: dict[str, Any] = json.loads(line, parse_constant=refuse)
    json.dumps(row, ensure_ascii=False).encode()
    return row


@pytest.mark.parametrize("line", [b"null", b" null \r\n", b"[1]", b"5", b'"He fled."'])
def test_a_line_that_is_no_object_is_kept(line: bytes) -> None:
    rows = decode(line)
    assert rows.errors == {0: "the line holds no JSON object"}
    assert written(rows)[BROKEN] == (json.loads(line) or "null")


@pytest.mark.parametrize(
    ("line", "key"),
    [('{"text": "b", "text": "c"}', "text"), ('{"text": "b", "by": [{"é": 1, "é": 1}]}', "é")],
)
def test_a_key_that_stands_twice_is_told(line: str, key: str) -> None:
    rows = decode(line.encode())
    assert rows.errors == {0: f"broken JSON: the key {key!r} stands twice in one object"}
    assert written(rows)[BROKEN] == line


def test_what_is_no_json_is_null() -> None:
    lines = b'{"text": NaN}\n{"text": "He fled.", "views": [-Infinity, 1.10]}\n{"n": 1e400}'
    rows = decode(lines)
    assert rows.errors == {}
    assert rows.cells[:2] == [{"text": None}, {"text": "He fled.", "views": [None, 1.1]}]
    assert rows.lines == [b"", b"", b'{"n": 1e400}']
    assert written(Rows([{"a": [float("nan")], "b": float("inf"), "c": 1.5}])) == {
        "a": [None], "b": None, "c": 1.5, **dict.fromkeys(NO_SCORES)
    }  # fmt: skip


def test_what_is_no_json_beside_a_deep_value() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert written(Rows([{"a": float("inf"), "b": deep}]))["a"] is None


def test_stray_bytes_are_visible_and_halves_stay() -> None:
    assert written(Rows([{"name": "Jos\udce9 \\x", "é": '"'}]))["name"] == "Jos\\xe9 \\x"
    line = JsonLinesWriter().block(Rows([{"name": "\ud800"}]), NO_SCORES)
    assert json.loads(line)["name"] == "\ud800"
