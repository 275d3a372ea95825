"""CSV and JSON Lines cut into blocks of rows; a broken row is kept with its reason.

Blocks end where rows end, in the same places whatever the chunks of the file are and wherever
the reading starts: an interrupted batch goes on with the blocks that it would have had.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from credscore.dialect import MAX_RECORD, Dialect
from credscore.errors import InputTableError
from credscore.streams import BrokenInputError, Stream

BLOCK_ROWS = 256
BLOCK_BYTES = 1 << 20

BROKEN = "credscore_input"
"""The column that keeps a line of JSON Lines which holds no object."""


@dataclass(frozen=True, slots=True)
class Block:
    """Raw rows, which of them are broken and why, and where the next block begins."""

    rows: Any  # a list of bytes; of Parquet a record batch
    broken: dict[int, str]
    end: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The cells of a block by name, and by the number of the row what is wrong with it.

    Bytes that are no UTF-8 are surrogate escapes, in the rows that `undecoded` numbers.
    """

    cells: list[dict[str, Any]]
    errors: dict[int, str]
    undecoded: frozenset[int] = frozenset()

    def column(self, name: str) -> list[Any]:
        """The values of one column, None where a row has none."""
        return [cells.get(name) for cells in self.cells]


@dataclass(frozen=True)
class CsvBlock:
    """The rows of a block of CSV; values are made only of the fields that are asked for.

    `fields` are as written where the row is whole, values where it is broken (see `errors`).
    """

    names: list[str]
    dialect: Dialect
    lines: list[bytes]
    fields: list[list[str]]
    errors: dict[int, str]
    undecoded: frozenset[int]

    def column(self, name: str) -> list[Any]:
        """The values of one column, None where a row has none."""
        place, value = self.names.index(name), self.dialect.value
        if not self.errors:
            return [value(fields[place]) for fields in self.fields]
        return [cells.get(name) for cells in self.cells]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The values of every row by name."""
        return [self.cells_of(number) for number in range(len(self.fields))]

    def cells_of(self, number: int) -> dict[str, Any]:
        """The values of one row by name; more fields than names are joined in the last."""
        fields = self.fields[number]
        values = fields if number in self.errors else map(self.dialect.value, fields)
        return dict(zip(self.names, values, strict=False))


@dataclass(frozen=True)
class CsvRows:
    """Reads the rows of one CSV file."""

    names: list[str]
    dialect: Dialect
    start: int

    @classmethod
    def of(cls, stream: Stream, dialect: Dialect) -> "CsvRows":
        """The columns of a file, by its first row.

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
        return cls(names, replace(dialect, most_fields=2 * len(names) + 200), end)

    def blocks(self, stream: Stream, start: int) -> Iterator[Block]:
        """The rows from byte `start` of the stream on; blank lines are no rows."""
        return _blocks(stream, start or self.start, self.dialect)

    def decode(self, block: Block) -> CsvBlock:
        """The fields; a row with too few or too many keeps them all."""
        split, width = self.dialect.raw_fields, len(self.names)
        lines, undecoded = _decoded(block.rows)
        rows = [split(line) for line in lines]
        errors = dict(block.broken)
        for number, fields in enumerate(rows):
            if len(fields) != width and number not in errors:
                errors[number] = f"the row has {len(fields)} fields, the header {width}"
            elif b"\0" in block.rows[number]:
                errors.setdefault(number, "the row holds a NUL character: no text file")
        for number in errors:
            broken = number in block.broken
            fields = (self.dialect.split_broken if broken else self.dialect.split)(lines[number])
            if len(fields) > width:
                fields[width - 1 :] = [self.dialect.delimiter.join(fields[width - 1 :])]
            rows[number] = fields
        return CsvBlock(self.names, self.dialect, block.rows, rows, errors, undecoded)


@dataclass(frozen=True)
class JsonLinesRows:
    """Reads the rows of one JSON Lines file; `names` is None until a whole file was read."""

    names: list[str] | None = None

    def blocks(self, stream: Stream, start: int) -> Iterator[Block]:
        """The lines from byte `start` of the stream on; blank lines are no rows."""
        return _blocks(stream, start, Dialect("\0", ""))

    def decode(self, block: Block) -> Rows:
        """The fields of every line; a line that holds no object stands in `BROKEN`."""
        rows: list[dict[str, Any]] = []
        errors: dict[int, str] = {}
        lines, undecoded = _decoded(block.rows)
        for number, line in enumerate(lines):
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                value = line
                errors[number] = f"broken JSON: {error}"
            if not isinstance(value, dict):
                errors.setdefault(number, "the line holds no JSON object")
                value = {BROKEN: value}
            rows.append(value)
        return Rows(rows, errors, undecoded)

    @classmethod
    def fields(cls, sample: bytes) -> list[str]:
        """The names of the fields in the whole lines of a beginning."""
        block = Block([line for line in sample.splitlines() if line.strip()], {}, 0)
        rows = cls().decode(block)
        names = {name: None for cells in rows.cells for name in cells}
        names.pop(BROKEN, None)
        return list(names)

    def with_names(self, stream: Stream) -> "JsonLinesRows":
        """The same with the names of all fields in order of appearance: the file is read twice."""
        if stream.path is None:
            raise InputTableError(
                "standard input: which fields JSON Lines has is known only at its end. Write "
                "JSON Lines (--format jsonl), or name a file as IN."
            )
        names: dict[str, None] = {}
        for block in self.blocks(stream, 0):
            for cells in self.decode(block).cells:
                names |= dict.fromkeys(cells)
        return JsonLinesRows(list(names))


def _decoded(rows: list[bytes]) -> tuple[list[str], frozenset[int]]:
    try:
        return [row.decode() for row in rows], frozenset()
    except UnicodeDecodeError:
        lines = [row.decode("utf-8", "surrogateescape") for row in rows]
        return lines, frozenset(
            number
            for number, row in enumerate(rows)
            if row != lines[number].encode(errors="replace")
        )


def _blocks(stream: Stream, start: int, dialect: Dialect) -> Iterator[Block]:
    rows: list[bytes] = []
    broken: dict[int, str] = {}
    size, end = 0, start
    try:
        for row, reason, length in _records(stream, start, dialect):
            end += length
            size += length
            if not row:
                continue
            if reason:
                broken[len(rows)] = reason
            rows.append(row)
            if len(rows) == BLOCK_ROWS or size >= BLOCK_BYTES:
                yield Block(rows, broken, end)
                rows, broken, size = [], {}, 0
    except BrokenInputError:
        if rows:
            yield Block(rows, broken, end)
        raise
    if rows:
        yield Block(rows, broken, end)


def _records(stream: Stream, start: int, dialect: Dialect) -> Iterator[tuple[bytes, str, int]]:
    """Every row without its line end, what is broken in it, and its length with the line end."""
    data, place, last = b"", 0, False
    chunks = stream.chunks(start)
    while True:
        found = dialect.next_record(data, place, last) if place < len(data) else None
        if found:
            end, reason = found
            if end - place > MAX_RECORD:
                raise BrokenInputError(
                    f"{stream.name}: has a line of more than {MAX_RECORD} bytes: no text table."
                )
            yield data[place:end].rstrip(b"\r\n"), reason, end - place
            place = end
        elif last:
            return
        else:
            pieces, missing = [data[place:]], len(data) - place
            while missing >= 0 and (piece := next(chunks, b"")):
                pieces.append(piece)
                missing -= len(piece)
            data, place, last = b"".join(pieces), 0, missing >= 0
