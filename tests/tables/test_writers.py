"""Cells that are hard to write cost themselves alone."""

import json
from typing import Any

import pytest

from credscore.tables.json_rows import decode
from credscore.tables.writers import CsvWriter, JsonLinesWriter


@pytest.mark.parametrize(
    "writer", [CsvWriter(["text", "deep", "credscore_input", "own"]), JsonLinesWriter()]
)
def test_values_of_any_depth_are_written(writer: Any) -> None:
    for depth in (10, *range(900, 1010), 100_000):
        line = f'{{"text": "He fled.", "deep": {"[" * depth}{"]" * depth}}}\n'
        rows = decode(line.encode())
        written = writer.block(rows, {"own": ["x"]}).decode()
        assert written.count("\n") == 1
        assert "He fled." in written


def test_a_deep_value_in_a_row_that_is_written_anew() -> None:
    deep: list[Any] = []
    for _ in range(200_000):
        deep = [deep]
    rows = decode(b'{"text": "He fled.", "own": 1}\n')
    rows.cells[0]["deep"] = deep
    written = json.loads(JsonLinesWriter().block(rows, {"own": ["x"]}))
    assert written == {"text": "He fled.", "deep": "(nested too deeply)", "own": "x"}
