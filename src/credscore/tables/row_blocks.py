"""Blocks of rows, and the lines of a stream that they are made of.

Blocks end where rows end, in the same places whatever the chunks of the file are and wherever
the reading starts: an interrupted batch goes on with the blocks that it would have had.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from credscore.errors import InputTableError
from credscore.tables.byte_streams import BrokenInputError

Item = TypeVar("Item")

BLOCK_BYTES = 1 << 19  # bytes of a block of rows: it is at least so long, unless the file ends
BLOCK_ROWS = 256  # of what is read by rows, not by bytes
MAX_RECORD = 32_000_000  # bytes of the longest row
SHOWN = 1 << 16  # bytes that are kept of a longer line, to be shown
MAX_COLUMNS = 10_000
"""Columns of a text file. A short row is written with all of them: its length has to be bounded."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows on their way to a worker; `end` is where the next block begins in the input."""

    rows: Any  # Rows, ArrowRows, or lines of JSON as bytes: see open_table.rows_of
    end: int


@dataclass(slots=True)
class Rows:
    """The cells of a block by name; by numbers of rows errors, and which hold surrogate escapes."""

    cells: list[dict[str, Any]] = field(default_factory=list)
    errors: dict[int, str] = field(default_factory=dict)
    undecoded: set[int] = field(default_factory=set)

    def column(self, name: str) -> list[Any]:
        """The values of one column, None in a row that does not have it."""
        return [cells.get(name) for cells in self.cells]


class LongLine(bytes):
    """The beginning of a line that is too long to be read; `size` is its bytes in the input."""

    size: int

    def __new__(cls, line: bytes, size: int) -> "LongLine":
        new = super().__new__(cls, line[:SHOWN])
        new.size = size
        return new


def size_of(line: bytes) -> int:
    return line.size if isinstance(line, LongLine) else len(line)


def is_utf8(text: str) -> bool:
    """Whether a text that was decoded with surrogate escapes was UTF-8 throughout."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def lines_of(chunks: Iterable[bytes]) -> Iterator[bytes]:
    r"""The lines of a stream, each with its end: \n, \r\n or \r; one too long is a LongLine."""
    rest, beginning, dropped = b"", b"", 0
    for chunk in chunks:
        lines = (rest + chunk).splitlines(keepends=True)
        rest = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""  # \n may follow \r
        if dropped and lines:
            yield LongLine(beginning, dropped + len(lines.pop(0)))
            dropped = 0
        for line in lines:
            yield line if len(line) <= MAX_RECORD else LongLine(line, len(line))
        if rest and (dropped or len(rest) > MAX_RECORD):
            beginning = beginning if dropped else rest[:SHOWN]
            dropped, rest = dropped + len(rest) - 1, rest[-1:]
    if dropped:
        yield LongLine(beginning, dropped + len(rest))
    elif rest:
        yield rest if len(rest) <= MAX_RECORD else LongLine(rest, len(rest))


def grouped(
    items: Iterable[Item], size_of: Callable[[Item], int], start: int
) -> Iterator[tuple[list[Item], int]]:
    """Items in groups of BLOCK_BYTES or more, each with the byte after it, from `start` on."""
    group: list[Item] = []
    begin = end = start
    try:
        for item in items:
            group.append(item)
            end += size_of(item)
            if end - begin >= BLOCK_BYTES:
                yield group, end
                group, begin = [], end
    except BrokenInputError:
        if group:
            yield group, end
        raise
    if group:
        yield group, end


def named(headings: list[str]) -> list[str]:
    """The names of columns: if several headings are empty, each of them tells its place."""
    if sum(not heading.strip() for heading in headings) < 2:
        return headings
    return [name if name.strip() else f"column {at}" for at, name in enumerate(headings, 1)]


def check_width(names: list[str], file: str) -> None:
    if len(names) > MAX_COLUMNS:
        raise InputTableError(
            f"{file}: has {len(names):,} columns, at most {MAX_COLUMNS:,} are read. Keep those "
            "that you need."
        )
