"""The rows of a CSV or JSON Lines file, one at a time; a broken row is kept with its reason."""

import codecs
import csv
import gzip
import io
import json
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from credscore.errors import InputTableError

MAX_FIELD = 10_000_000
"""Characters of the longest CSV field; a longer one, or a quotation never closed, is broken."""

BROKEN = "credscore_input"
"""The column that keeps a line of JSON Lines which holds no object."""


@dataclass(frozen=True, slots=True)
class Row:
    """One input row: its cells, or why it is broken."""

    cells: dict[str, Any]
    error: str = ""


def open_table(path: Path) -> TextIO:
    """The file as text, .gz unpacked; bytes that are no UTF-8 become surrogate escapes.

    Raises
    ------
    InputTableError
        Where the file can't be read or is UTF-16.
    """
    try:
        raw = gzip.open(path) if path.suffix == ".gz" else path.open("rb")  # noqa: SIM115
        first = raw.peek(2)[:2]
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputTableError(f"{path}: can't be read: {reason}.") from None
    if first in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raw.close()
        raise InputTableError(f"{path}: is UTF-16. Only UTF-8 is read: convert the file to UTF-8.")
    return io.TextIOWrapper(raw, encoding="utf-8-sig", errors="surrogateescape", newline="")


class _Lines:
    """The lines of a file for csv.reader; those of the record being read can be given back."""

    def __init__(self, stream: TextIO, source: Path) -> None:
        self._lines = lines_of(stream, source)
        self._ahead: deque[str] = deque()
        self.record: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.record.append(line)
        return line

    def give_back_all_but_first(self) -> str:
        first, *rest = self.record
        self._ahead.extendleft(reversed(rest))
        return first


def lines_of(stream: TextIO, source: Path) -> Iterator[str]:
    """The lines; a file that breaks off (a damaged .gz) raises InputTableError."""
    number = 0
    try:
        for line in stream:
            number += 1
            yield line
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputTableError(
            f"{source}: can't be read after line {number}: {reason}. Get the file anew; rows "
            "scored so far are in OUT.partial."
        ) from None


def read_csv(stream: TextIO, source: Path) -> tuple[list[str], Iterator[Row]]:
    """The column names and the rows. Blank lines are no rows.

    Raises
    ------
    InputTableError
        Where there is no line of column names.
    """
    csv.field_size_limit(MAX_FIELD)
    lines = _Lines(stream, source)
    reader = csv.reader(lines, strict=True)
    try:
        names = next(reader)
    except StopIteration:
        raise InputTableError(
            f"{source}: is empty. A first line with column names is needed."
        ) from None
    except csv.Error as error:
        raise InputTableError(
            f"{source}: the line of column names is broken ({error}). Mend its quotation marks."
        ) from None
    return names, _csv_rows(reader, lines, names)


def _csv_rows(reader: Iterator[list[str]], lines: _Lines, names: list[str]) -> Iterator[Row]:
    while True:
        lines.record = []
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line = lines.give_back_all_but_first().rstrip("\r\n")
            yield Row(_cells(_lenient(line), names), f"broken CSV row: {error}")
            continue
        if not fields:
            continue
        cells = _cells(fields, names)
        if len(fields) != len(names):
            yield Row(cells, f"the row has {len(fields)} fields, the header {len(names)}")
        elif any("\0" in field for field in fields):
            yield Row(cells, "the row holds a NUL character: no text file")
        else:
            yield Row(cells)


def _lenient(line: str) -> list[str]:
    try:
        return next(csv.reader([line]))
    except csv.Error:
        return [line]


def _cells(fields: list[str], names: list[str]) -> dict[str, Any]:
    """Fields by name; what has no name of its own is joined to the last."""
    cells: dict[str, Any] = dict(zip(names, fields, strict=False))
    if len(fields) > len(names):
        cells[names[-1]] = ",".join(fields[len(names) - 1 :])
    return cells


def read_jsonl(stream: TextIO, source: Path) -> tuple[list[str], Iterator[Row]]:
    """The names of all fields in the file, in order of appearance, and the rows.

    The file is read twice, so that a CSV output can have a column for every field.
    """
    names: dict[str, None] = {}
    for row in _jsonl_rows(stream, source):
        names |= dict.fromkeys(row.cells)
    stream.seek(0)
    return list(names), _jsonl_rows(stream, source)


def _jsonl_rows(stream: TextIO, source: Path) -> Iterator[Row]:
    for line in lines_of(stream, source):
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Row({BROKEN: line.rstrip("\r\n")}, f"broken JSON: {error}")
            continue
        if isinstance(cells, dict):
            yield Row(cells)
        else:
            yield Row({BROKEN: cells}, "the line holds no JSON object")
