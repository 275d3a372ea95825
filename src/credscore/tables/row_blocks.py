"""Blocks of rows, and the lines of a stream that they are made of.

Blocks are the same whatever the chunks of the file are: an interrupted batch leaves out as many of
them as it has done.
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
    """The beginning of a line that is too long to be read."""


def is_utf8(text: str) -> bool:
    """Whether a text that was decoded with surrogate escapes was UTF-8 throughout."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def lines_of(chunks: Iterable[bytes]) -> Iterator[bytes]:
    r"""The lines of a stream, each with its end: \n, \r\n or \r; one too long is a LongLine."""
    rest, is_long = b"", False
    for chunk in chunks:
        lines = (rest + chunk).splitlines(keepends=True)
        rest = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""  # \n may follow \r
        for line in lines:
            yield LongLine(line[:SHOWN]) if is_long or len(line) > MAX_RECORD else line
            is_long = False
        if is_long or len(rest) > MAX_RECORD:
            is_long, rest = True, rest[:SHOWN] + rest[-1:]
    if rest:
        yield LongLine(rest[:SHOWN]) if is_long else rest


def grouped(items: Iterable[Item], size_of: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Items in groups of BLOCK_BYTES or more, also those before an input that breaks off."""
    group: list[Item] = []
    size = 0
    try:
        for item in items:
            group.append(item)
            size += size_of(item)
            if size >= BLOCK_BYTES:
                yield group
                group, size = [], 0
    except BrokenInputError:
        if group:
            yield group
        raise
    if group:
        yield group


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
