"""CSV and its like: the dialect of a file, and its rows. A broken row costs no other row.

The rows are those of the standard csv.reader. It is strict, and does not go on after a broken row:
so the lines of a row are kept until it is whole. If it is broken, its first line becomes a row with
an error, and the reading starts anew at the second line.
"""

import csv
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from credscore.errors import InputTableError, InputValueError
from credscore.tables.byte_streams import SAMPLE, Stream
from credscore.tables.cells import visible
from credscore.tables.row_blocks import (
    BLOCK_BYTES,
    MAX_RECORD,
    Block,
    Rows,
    check_width,
    grouped,
    is_utf8,
    lines_of,
)

DELIMITERS = (",", "\t", ";", "|")
QUOTES = ('"', "", "'")


@dataclass(frozen=True)
class Dialect:
    """Delimiter and quotation mark, each one ASCII character; an empty `quote` means no mark.

    Within quotation marks, delimiters and line ends are text, and a doubled mark is one.

    Raises InputValueError if delimiter or quotation mark is not such a character.

    >>> list(Dialect(";").reader(['1;"a ""b"";";c']))
    [['1', 'a "b";', 'c']]
    """

    delimiter: str = ","
    quote: str = '"'

    def __post_init__(self) -> None:
        for name, value in (("delimiter", self.delimiter), ("quote", self.quote or "'")):
            if len(value) != 1 or not value.isascii() or value in "\r\n":
                raise InputValueError(f"{name} must be one ASCII character, got {value!r}.")
        if self.delimiter == self.quote:
            raise InputValueError(f"delimiter and quote are both {self.quote!r}. Change one.")

    def reader(self, lines: Iterable[str], *, strict: bool = True) -> Iterator[list[str]]:
        """The csv.reader of this dialect.

        csv knows one limit on fields, for the whole process: it is raised here, never lowered.
        """
        csv.field_size_limit(max(csv.field_size_limit(), MAX_RECORD))
        if not self.quote:
            return csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)
        return csv.reader(lines, delimiter=self.delimiter, quotechar=self.quote, strict=strict)


class Record(NamedTuple):
    """One row as it is read: its fields, its bytes in the file, and what is wrong with it."""

    fields: list[str]
    size: int
    error: str = ""


@dataclass
class Records:
    """The records of lines, in order; one of no fields is a blank line.

    A record of several lines is broken if it has more than `max_fields`, or is longer than
    `max_record` bytes: a quotation mark in it was never meant to open a quotation. The lines
    after the first of a broken record are read again. After `max_again` bytes of that, which
    `again` counts, each line is a record of its own: the work stays in proportion to the input.
    """

    lines: Iterator[bytes]
    dialect: Dialect
    max_fields: int = 100_000
    max_record: int = MAX_RECORD
    max_again: int = 2 * MAX_RECORD
    again: int = 0
    _ahead: deque[bytes] = field(default_factory=deque)

    def __iter__(self) -> Iterator[Record]:
        """All records; that of the lines that csv.reader has asked for is broken if it fails."""
        while True:
            record: list[bytes] = []
            try:
                for fields in self.dialect.reader(self._decoded(record)):
                    if len(record) > 1 and len(fields) > self.max_fields:
                        raise csv.Error(_OPEN)
                    yield Record(fields, sum(map(len, record)))
                    record.clear()
                return
            except csv.Error as error:
                is_open = str(error) in (_OPEN, "unexpected end of data")
                reason = _OPEN if is_open else "text after a closing quotation mark"
            first, *others = record
            self._ahead.extendleft(reversed(others))
            self.again += sum(map(len, others)) + _LINE_COST * len(others)
            text = first.decode(errors="surrogateescape").rstrip("\r\n")
            fields = next(self.dialect.reader([text], strict=False), [text])
            yield Record(fields, len(first), f"broken CSV row: {reason}")

    def _decoded(self, record: list[bytes]) -> Iterator[str]:
        """The lines for csv.reader, which are kept in `record`."""
        size, ahead, lines = 0, self._ahead, self.lines
        while line := ahead.popleft() if ahead else next(lines, b""):
            size = size + len(line) if record else len(line)
            record.append(line)
            if len(record) > 1 and (size > self.max_record or self.again > self.max_again):
                raise csv.Error(_OPEN)
            yield line.decode(errors="surrogateescape")


_OPEN = "a quotation is never closed"
_LINE_COST = 64
"""Reading a line again takes as long as that many bytes more of it."""


class CsvReader:
    """Reads the rows of one CSV file; the first one holds the `names` of its columns.

    Raises InputTableError if there is no line of column names, or it is broken, or longer than the
    sample.
    """

    def __init__(
        self,
        stream: Stream,
        dialect: Dialect,
        block_bytes: int = BLOCK_BYTES,
        max_record: int = MAX_RECORD,
    ) -> None:
        header, fault = next(_sampled(stream.sample, dialect), Record([], 0)), ""
        if header.error:
            fault = f"is broken ({header.error}). Mend its quotation marks, or state --quote"
        elif header.size >= SAMPLE:
            fault = f"is longer than {SAMPLE:,} bytes"
        elif not header.size:
            fault = "is missing: the file is empty"
        if fault:
            raise InputTableError(f"{stream.name}: the line of column names {fault}.")
        check_width(header.fields, stream.name)
        self.names = [*map(visible, header.fields)]
        self.stream, self.dialect = stream, dialect
        self._first, self._block_bytes, self._max_record = header.size, block_bytes, max_record

    def blocks(self, start: int = 0) -> Iterator[Block]:
        """The rows from byte `start` of the stream on, in blocks; blank lines are not rows."""
        begin = start or self._first
        lines = lines_of(self.stream, begin, self._max_record)
        records = Records(lines, self.dialect, 2 * len(self.names) + 200, self._max_record)
        for group, end in grouped(records, attrgetter("size"), begin, self._block_bytes):
            rows = Rows()
            for record in group:
                if record.fields:
                    self._add(record, rows)
            yield Block(rows, end)
            records.again = 0

    def _add(self, record: Record, rows: Rows) -> None:
        """Add a row, and what is wrong with it; fields too many are joined in the last one."""
        fields, width, number = record.fields, len(self.names), len(rows.cells)
        error = record.error
        if len(fields) != width and not error:
            error = f"the row has {len(fields)} fields, the header {width}"
        if len(fields) > width:
            fields[width - 1 :] = [self.dialect.delimiter.join(fields[width - 1 :])]
        whole = "".join(fields)
        if not error and "\0" in whole:
            error = "the row holds a NUL character: no text file"
        if error:
            rows.errors[number] = error
        if not is_utf8(whole):
            rows.undecoded.add(number)
        rows.cells.append(dict(zip(self.names, fields, strict=False)))


def find_dialect(
    sample: bytes, wanted: Collection[str], delimiter: str | None = None, quote: str | None = None
) -> Dialect:
    """The dialect by which the header has the wanted columns and most rows have its width.

    What is stated is kept. Quotation marks are taken for text only if more than half of the
    rows, of ten or more, would be broken otherwise.

    >>> find_dialect(b"id\\ttext\\n1\\tHe fled, she said.\\n", ["text"]).delimiter
    '\\t'
    """
    candidates = [
        Dialect(mark, quotation)
        for quotation in (QUOTES if quote is None else (quote,))
        for mark in (DELIMITERS if delimiter is None else (delimiter,))
    ]
    return max(candidates, key=lambda dialect: _fit(dialect, sample, wanted))


def _fit(dialect: Dialect, sample: bytes, wanted: Collection[str]) -> tuple[bool, bool, int, int]:
    records = _sampled(sample, dialect)
    names = next(records, Record([], 0)).fields
    widths = [0 if row.error else len(row.fields) for row in records if row.fields]
    whole = sum(width == len(names) for width in widths)
    return (
        set(wanted) <= set(names),
        len(widths) < 10 or 2 * whole >= len(widths),
        -QUOTES.index(dialect.quote) if dialect.quote in QUOTES else 0,
        len(names),
    )


def _sampled(sample: bytes, dialect: Dialect) -> Iterator[Record]:
    """The records of a beginning; the last one may be cut off."""
    lines = iter(sample.splitlines(keepends=True))
    return iter(Records(lines, dialect, max_again=4 * SAMPLE))
