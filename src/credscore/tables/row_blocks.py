"""Splits a stream into lines, and groups rows into blocks.

The blocks do not depend on the chunks of the file. So an interrupted batch can skip the blocks
that are done.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from credscore.errors import InputTableError
from credscore.tables.byte_streams import BrokenInputError

Item = TypeVar("Item")

BLOCK_BYTES = 1 << 19  # the fewest bytes of a block, unless the file ends
BLOCK_ROWS = 256  # the rows of a block if rows have no bytes
MAX_RECORD = 32_000_000  # the most bytes of a row
SHOWN = 1 << 16  # the bytes that are shown of a longer line
MAX_COLUMNS = 10_000
"""Columns of a text file. A short row is written with all of them: its length has to be bounded."""


@dataclass(slots=True)
class Rows:
    """The cells of a block by column, errors by row, and the rows with surrogate escapes."""

    cells: list[dict[str, Any]] = field(default_factory=list)
    errors: dict[int, str] = field(default_factory=dict)
    undecoded: set[int] = field(default_factory=set)

    def column(self, name: str) -> list[Any]:
        """The values of one column; None in a row without it."""
        return [cells.get(name) for cells in self.cells]


class LongLine(bytes):
    """The beginning of a line that is too long to read."""


def is_utf8(text: str) -> bool:
    """Whether a text that was decoded with surrogate escapes was all UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def lines_of(chunks: Iterable[bytes]) -> Iterator[bytes]:
    r"""The lines of a stream with their ends: \n, \r\n or \r. Too long a line is a LongLine."""
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
    """Items in groups of at least BLOCK_BYTES; the last group before a break may be smaller."""
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
    """The names of columns; if several are empty, each of these is named after its position."""
    if sum(not heading.strip() for heading in headings) < 2:
        return headings
    return [name if name.strip() else f"column {at}" for at, name in enumerate(headings, 1)]


def check_width(names: list[str], file: str) -> None:
    if len(names) > MAX_COLUMNS:
        raise InputTableError(
            f"{file}: has {len(names):,} columns, at most {MAX_COLUMNS:,} are read. Keep those "
            "that you need."
        )
