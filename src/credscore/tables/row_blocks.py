"""Blocks of rows, and the lines of a stream that they are made of.

Blocks end where rows end, in the same places whatever the chunks of the file are and wherever
the reading starts: an interrupted batch goes on with the blocks that it would have had.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from credscore.errors import InputTableError
from credscore.tables.byte_streams import BrokenInputError, Stream

BLOCK_BYTES = 1 << 19
"""Bytes of a block of rows: it is at least so long, unless the file ends."""

MAX_RECORD = 32_000_000
"""Bytes of the longest row."""

MAX_COLUMNS = 10_000
"""Columns of a text file. A short row is written with all of them: its length has to be bounded."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows on their way to a worker; `end` is where the next block begins in the input."""

    rows: Any  # CsvRows, lines of JSON, or an Arrow record batch
    end: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The cells of a block by name, and by the number of the row what is wrong with it.

    Bytes that are not UTF-8 are surrogate escapes, in the rows that `undecoded` numbers.
    """

    cells: list[dict[str, Any]]
    errors: dict[int, str]
    undecoded: frozenset[int] = frozenset()

    def column(self, name: str) -> list[Any]:
        """The values of one column, None in a row that does not have it."""
        return [cells.get(name) for cells in self.cells]


@dataclass
class CsvRows:
    """The rows of a block: fields in the order of `names`; see Rows for errors and undecoded."""

    names: list[str]
    fields: list[list[str]] = field(default_factory=list)
    errors: dict[int, str] = field(default_factory=dict)
    undecoded: set[int] = field(default_factory=set)

    def column(self, name: str) -> list[str | None]:
        """The values of one column, None in a row that does not have it."""
        place = self.names.index(name)
        return [row[place] if place < len(row) else None for row in self.fields]

    @property
    def cells(self) -> list[dict[str, str]]:
        """The values of every row by name."""
        return [dict(zip(self.names, row, strict=False)) for row in self.fields]

    def add(self, fields: list[str], delimiter: str, error: str = "") -> None:
        """Add a row, and what is wrong with it; fields too many are joined in the last one."""
        width = len(self.names)
        if len(fields) != width and not error:
            error = f"the row has {len(fields)} fields, the header {width}"
        if len(fields) > width:
            fields[width - 1 :] = [delimiter.join(fields[width - 1 :])]
        if not error and any("\0" in text for text in fields):
            error = "the row holds a NUL character: no text file"
        if error:
            self.errors[len(self.fields)] = error
        self.fields.append(fields)


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def lines_of(stream: Stream, start: int = 0, max_record: int = MAX_RECORD) -> Iterator[bytes]:
    r"""The lines from byte `start` of a stream on, each with its end: \n, \r\n or \r.

    Raises
    ------
    BrokenInputError
        If the stream breaks off, or a line is longer than `max_record` bytes. The whole lines
        before it come first.
    """
    rest = b""
    for chunk in stream.chunks(start):
        lines = (rest + chunk).splitlines(keepends=True)
        rest = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""  # \n may follow \r
        yield from lines
        if len(rest) > max_record:
            raise BrokenInputError(
                f"{stream.name}: has a line of more than {max_record:,} bytes. Tables of text have "
                "shorter ones: name another file, or state its --input-format."
            )
    if rest:
        yield rest


def check_width(names: list[str], place: str) -> None:
    """Refuse a text file of more than MAX_COLUMNS columns.

    Raises
    ------
    InputTableError
        If there are more.
    """
    if len(names) > MAX_COLUMNS:
        raise InputTableError(
            f"{place}: has {len(names):,} columns, at most {MAX_COLUMNS:,} are read. Keep those "
            "that you need."
        )
