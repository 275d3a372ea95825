"""The rows of JSON Lines: an object on every line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from credscore.errors import InputTableError
from credscore.tables.byte_streams import Stream
from credscore.tables.row_blocks import (
    BLOCK_BYTES,
    Block,
    Rows,
    check_width,
    grouped,
    is_utf8,
    lines_of,
)

BROKEN = "credscore_input"
"""The column that keeps a line of JSON Lines which holds no object."""


@dataclass(slots=True)
class JsonRows(Rows):
    """The fields of a block's lines, and its lines as they came; b"" if not an object in UTF-8."""

    lines: list[bytes] = field(default_factory=list)


def decode(data: bytes) -> JsonRows:
    """The fields of every line; a line that holds no object stands in `BROKEN`."""
    rows = JsonRows()
    for number, line in enumerate(filter(None, data.splitlines())):
        text = line.decode("utf-8", "surrogateescape")
        if not is_utf8(text):
            rows.undecoded.add(number)
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            value = text
            rows.errors[number] = f"broken JSON: {error}"
        if not isinstance(value, dict):
            rows.errors.setdefault(number, "the line holds no JSON object")
            value = {BROKEN: value}
        rows.cells.append(value)
        rows.lines.append(b"" if number in rows.errors or number in rows.undecoded else line)
    return rows


@dataclass(frozen=True)
class JsonLinesReader:
    """Reads the rows of one JSON Lines file."""

    stream: Stream
    block_bytes: int = BLOCK_BYTES

    def blocks(self, start: int = 0) -> Iterator[Block]:
        """The lines from byte `start` of the stream on, in blocks; blank lines are not rows."""
        for lines, end in grouped(lines_of(self.stream, start), len, start, self.block_bytes):
            yield Block(b"".join(lines), end)

    @cached_property
    def names(self) -> list[str]:
        """The names of all fields in order of appearance: the file is read through for them.

        Raises InputTableError for standard input, and if there are too many of them.
        """
        if self.stream.path is None:
            raise InputTableError(
                "standard input: which fields JSON Lines has is known only at its end. Write "
                "JSON Lines (--format jsonl), or name a file as IN."
            )
        names: dict[str, None] = {}
        for block in self.blocks():
            for cells in decode(block.rows).cells:
                names |= dict.fromkeys(cells)
            check_width(list(names), self.stream.name)
        return list(names)
