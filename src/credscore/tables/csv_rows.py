"""The rows of CSV: values only of the columns that are asked for, lines as they came."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from credscore.errors import InputTableError
from credscore.tables.byte_streams import Stream
from credscore.tables.csv_dialect import Dialect
from credscore.tables.row_blocks import Block, cut, is_utf8
from credscore.tables.spreadsheet_guard import NUMBER, STARTS


@dataclass(frozen=True)
class CsvBlock:
    """The rows of a block of CSV; values are made only of the columns that are asked for.

    `odd` are the values of those rows that are broken (see `errors`), are no UTF-8, or may hold a
    formula: they can't be written as they came.
    """

    names: list[str]
    dialect: Dialect
    lines: list[bytes]
    wanted: dict[str, list[str | None]]
    odd: dict[int, list[str]]
    errors: dict[int, str]
    undecoded: frozenset[int]

    def column(self, name: str) -> list[Any]:
        """The values of one column, None where a row has none."""
        return self.wanted.get(name) or [cells.get(name) for cells in self.cells]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The values of every row by name."""
        return [self.cells_of(number) for number in range(len(self.lines))]

    def cells_of(self, number: int) -> dict[str, Any]:
        """The values of one row by name."""
        values = self.odd.get(number) or self.dialect.split(self.lines[number].decode())
        return dict(zip(self.names, values, strict=False))


@dataclass(frozen=True)
class CsvRows:
    """Reads the rows of one CSV file."""

    names: list[str]
    dialect: Dialect
    start: int
    wanted: tuple[str, ...] = ()

    @classmethod
    def of(cls, stream: Stream, dialect: Dialect, wanted: Iterable[str] = ()) -> "CsvRows":
        """The columns of a file, by its first row; those `wanted` are read the fastest.

        Raises
        ------
        InputTableError
            Where there is no line of column names, or it is broken.
        """
        found = dialect.next_record(stream.sample, 0, last=True)
        if not stream.sample or found is None:
            raise InputTableError(
                f"{stream.name}: is empty. A first line with column names is needed."
            )
        end, broken = found
        if broken:
            raise InputTableError(
                f"{stream.name}: the line of column names is broken ({broken}). Mend its "
                "quotation marks, or state them with --quote."
            )
        header = stream.sample[:end].rstrip(b"\r\n").decode(errors="backslashreplace")
        names = dialect.split(header)
        dialect = replace(dialect, most_fields=2 * len(names) + 200)
        return cls(names, dialect, end, tuple(name for name in names if name in wanted))

    def blocks(self, stream: Stream, start: int) -> Iterator[Block]:
        """The rows from byte `start` of the stream on; blank lines are no rows."""
        return cut(stream, start or self.start, self.dialect)

    @cached_property
    def _ordinary(self) -> re.Pattern[bytes]:
        places = [self.names.index(name) for name in self.wanted]
        return self.dialect.ordinary_row(len(self.names), places, STARTS, NUMBER)

    def decode(self, block: Block) -> CsvBlock:
        """The rows; one with too few or too many fields keeps them all."""
        data, match = block.rows, self._ordinary.match
        doubt = b"\0" in data or not is_utf8(data)
        rows: list[tuple[bytes, ...]] = []  # the line, and its wanted fields
        no_fields = (b"",) * len(self.wanted)
        odd: dict[int, str] = {}
        place = 0
        while place < len(data):
            found = match(data, place) if place not in block.broken else None
            row = found.groups() if found else ()
            if found and not (doubt and (b"\0" in row[0] or not is_utf8(row[0]))):
                rows.append(row)
                place = found.end()
                continue
            record = block.broken.get(place) or self.dialect.next_record(data, place, last=True)
            assert record is not None
            if line := data[place : record[0]].rstrip(b"\r\n"):
                odd[len(rows)] = record[1]
                rows.append((line, *no_fields))
            place = record[0]
        return self._values(rows, odd)

    def _values(self, rows: list[tuple[bytes, ...]], broken: dict[int, str]) -> CsvBlock:
        """The wanted values; of odd rows all values, and what is wrong with them."""
        lines = [row[0] for row in rows]
        odd = {number: self._split(lines[number], reason) for number, reason in broken.items()}
        errors = {number: error for number, (_, error) in odd.items() if error}
        wanted: dict[str, list[str | None]] = {}
        for place, name in enumerate(self.wanted, 1):
            wanted[name] = [*self.dialect.texts(row[place] for row in rows)]
            at = self.names.index(name)
            for number, (values, _) in odd.items():
                wanted[name][number] = values[at] if at < len(values) else None
        return CsvBlock(
            self.names, self.dialect, lines, wanted,
            {number: values for number, (values, _) in odd.items()}, errors,
            frozenset(number for number in odd if not is_utf8(lines[number])),
        )  # fmt: skip

    def _split(self, line: bytes, broken: str) -> tuple[list[str], str]:
        """The values of a row, and what is wrong with it; those too many are joined."""
        text, width = line.decode("utf-8", "surrogateescape"), len(self.names)
        values = self.dialect.split_broken(text) if broken else self.dialect.split(text)
        error = broken
        if not error and len(values) != width:
            error = f"the row has {len(values)} fields, the header {width}"
        if not error and b"\0" in line:
            error = "the row holds a NUL character: no text file"
        if len(values) > width:
            values[width - 1 :] = [self.dialect.delimiter.join(values[width - 1 :])]
        return values, error
