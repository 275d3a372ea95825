"""Reads CSV and similar formats: the dialect of a file, and its rows.

The rows are those of the standard csv.reader in its strict mode, which does not go on after a
broken row. So the lines of a row are kept until it is complete. If a row is broken, its first line
becomes a row with an error, and reading starts again at its second line: other rows stay whole.
"""

import csv
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from credscore.documents import HEAD
from credscore.errors import InputTableError, InputValueError, number_of
from credscore.tables import row_blocks
from credscore.tables.byte_streams import Stream
from credscore.tables.cells import visible

DELIMITERS = (",", "\t", ";", "|")
QUOTES = ('"', "", "'")
_EMPTY_LINES = rb"(?:[ ,;|\t]*(?:\r\n?|\n))*"
_BEFORE_HEADER = re.compile(
    _EMPTY_LINES + rb'(?:"?sep=([^\r\n"])"?[ ,;|\t]*(?:\r\n?|\n))?' + _EMPTY_LINES
)
_ESCAPED = re.compile(r'(\\+)"')


@dataclass(frozen=True)
class Dialect:
    """Delimiter and quotation mark ("": none). With `escape`, a mark behind a backslash is text."""

    delimiter: str = ","
    quote: str = '"'
    escape: bool = False

    def __post_init__(self) -> None:
        for name, value in (("delimiter", self.delimiter), ("quote", self.quote or "'")):
            if len(value) != 1 or not value.isascii() or value in "\r\n":
                raise InputValueError(f"{name} must be one ASCII character, got {value!r}.")
        if self.delimiter == self.quote:
            raise InputValueError(f"delimiter and quote are both {self.quote!r}. Change one.")

    def reader(self, lines: Iterable[str], *, strict: bool = True) -> Iterator[list[str]]:
        """The csv.reader of this dialect. The csv module's one limit on fields is only raised."""
        csv.field_size_limit(max(csv.field_size_limit(), row_blocks.MAX_RECORD))
        if self.escape:
            lines = map(_doubled, lines)
        if not self.quote:
            return csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)
        return csv.reader(lines, delimiter=self.delimiter, quotechar=self.quote, strict=strict)


def _doubled(line: str) -> str:
    """The line with doubled quotation marks in place of those behind a backslash."""
    if '\\"' not in line:
        return line
    return _ESCAPED.sub(lambda m: "\\" * (len(m[1]) // 2) + '"' * (1 + len(m[1]) % 2), line)


class Record(NamedTuple):
    """A row as it is read: its fields, its bytes in the file, and what is wrong with it."""

    fields: list[str]
    size: int
    error: str = ""


@dataclass
class Records:
    """The records of lines, in order; a blank line is one without fields.

    A record of several lines is broken if it has more than `max_fields` fields or MAX_RECORD bytes:
    some quotation mark in it opens no quotation. Its other lines are read again. After `max_again`
    bytes were read again, each line is a record of its own, so that the work grows only with the
    input. With `cut` the last record is left out if its end is missing.
    """

    lines: Iterator[bytes]
    dialect: Dialect
    max_fields: int = 100_000
    max_again: int = 2 * row_blocks.MAX_RECORD
    again: int = 0
    cut: bool = False
    _ahead: deque[bytes] = field(default_factory=deque)

    def __iter__(self) -> Iterator[Record]:
        """All records; if csv.reader fails, the record of the lines it has read is broken."""
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
                if self.cut and str(error) == _END:
                    return
                reason = _REASONS.get(str(error), "text after a closing quotation mark")
            first, *others = record
            self._ahead.extendleft(reversed(others))
            self.again += sum(map(len, others)) + _LINE_COST * len(others)
            text = first.decode(errors="surrogateescape").rstrip("\r\n")
            fields = next(self.dialect.reader([text], strict=False), [text])
            yield Record(fields, len(first), f"broken CSV row: {reason}")

    def _decoded(self, record: list[bytes]) -> Iterator[str]:
        size, ahead, lines = 0, self._ahead, self.lines
        while line := ahead.popleft() if ahead else next(lines, b""):
            size = size + len(line) if record else len(line)
            record.append(line)
            too_long = size > row_blocks.MAX_RECORD or self.again > self.max_again
            if too_long and len(record) > 1:
                raise csv.Error(_OPEN)
            if isinstance(line, row_blocks.LongLine):
                raise csv.Error(_LONG if len(record) == 1 else _OPEN)
            yield line.decode(errors="surrogateescape")


_OPEN = "a quotation is never closed"
_LONG = f"longer than {row_blocks.MAX_RECORD:,} bytes; only its beginning is kept"
_END = "unexpected end of data"  # the message of csv
_REASONS = {_OPEN: _OPEN, _END: _OPEN, _LONG: _LONG}
_LINE_COST = 64  # reading a line again costs as much as so many bytes


class CsvReader:
    """Reads the rows of one CSV file; its first row holds the `names` of the columns."""

    def __init__(self, stream: Stream, dialect: Dialect) -> None:
        before, _ = before_header(stream.sample)
        header, fault = next(_sampled(stream.sample[before:], dialect), Record([], 0)), ""
        if header.error:
            fault = f"is broken ({header.error}). Mend its quotation marks, or state --quote"
        elif header.size >= HEAD:
            fault = f"is longer than {HEAD:,} bytes"
        elif not header.size:
            fault = "is missing: the file is empty"
        elif any("\0" in name for name in header.fields):
            fault = "holds NUL characters: no text file. Name a table, or state its --encoding"
        if fault:
            raise InputTableError(f"{stream.name}: the line of column names {fault}.")
        row_blocks.check_width(header.fields, stream.name)
        self.names = row_blocks.named([*map(visible, header.fields)])
        self._least = max((n for n, name in enumerate(header.fields, 1) if name.strip()), default=1)
        self.stream, self.dialect = stream, dialect
        self._before = len(stream.sample[:before].splitlines())

    def blocks(self) -> Iterator[row_blocks.Rows]:
        """The rows in blocks; blank lines are not rows."""
        lines = islice(row_blocks.lines_of(self.stream.chunks()), self._before, None)
        records = Records(lines, self.dialect, 2 * len(self.names) + 200)
        for group in row_blocks.grouped(islice(records, 1, None), attrgetter("size")):
            rows = row_blocks.Rows()
            for record in group:
                if record.fields:
                    self._add(record, rows)
            yield rows
            records.again = 0

    def _add(self, record: Record, rows: row_blocks.Rows) -> None:
        """Add a row with its error; fields beyond the last column are joined into it."""
        fields, width, number = record.fields, len(self.names), len(rows.cells)
        error = record.error
        if len(fields) > width and not any(fields[width:]):
            del fields[width:]
        if not self._least <= len(fields) <= width and not error:
            error = f"the row has {number_of(len(fields), 'field')}, the header {width}"
        if len(fields) > width:
            fields[width - 1 :] = [self.dialect.delimiter.join(fields[width - 1 :])]
        whole = "".join(fields)
        if not error and "\0" in whole:
            error = "the row holds a NUL character: no text file"
        if error:
            rows.errors[number] = error
        if not row_blocks.is_utf8(whole):
            rows.undecoded.add(number)
        rows.cells.append(dict(zip(self.names, fields, strict=False)))


def find_dialect(
    sample: bytes, wanted: Collection[str], delimiter: str | None = None, quote: str | None = None
) -> Dialect:
    """The dialect in which the header has the wanted columns and most rows have its width.

    What is stated is kept; a line "sep=;" as of Excel states the delimiter. Quotation marks count
    as text only if otherwise more than half of the rows, of at least ten, would be broken.
    Backslashes count as escapes if fewer rows are broken then.
    """
    before, separator = before_header(sample)
    sample, delimiter = sample[before:], delimiter or separator
    candidates = [
        Dialect(mark, quotation)
        for quotation in (QUOTES if quote is None else (quote,))
        for mark in (DELIMITERS if delimiter is None else (delimiter,))
    ]
    if b'\\"' in sample:
        candidates += [
            replace(candidate, escape=True) for candidate in candidates if candidate.quote == '"'
        ]
    return max(candidates, key=lambda dialect: _fit(dialect, sample, wanted))


def before_header(sample: bytes) -> tuple[int, str | None]:
    """The bytes before the line of column names, and the delimiter that they state."""
    match = _BEFORE_HEADER.match(sample)
    assert match  # all of it is optional
    return match.end(), match[1].decode("latin-1") if match[1] else None


def _fit(dialect: Dialect, sample: bytes, wanted: Collection[str]) -> tuple[int, ...]:
    records = _sampled(sample, dialect, cut=True)
    names = next(records, Record([], 0)).fields
    widths = [0 if row.error else len(row.fields) for row in records if row.fields]
    whole = sum(width == len(names) for width in widths)
    plain = -QUOTES.index(dialect.quote) if dialect.quote in QUOTES else 0
    fits = len(widths) < 10 or 2 * whole >= len(widths)
    return set(wanted) <= set(names), fits, plain, len(names), whole - len(widths), whole


def _sampled(sample: bytes, dialect: Dialect, cut: bool = False) -> Iterator[Record]:
    lines = iter(sample.splitlines(keepends=True))
    return iter(Records(lines, dialect, max_again=4 * HEAD, cut=cut))
