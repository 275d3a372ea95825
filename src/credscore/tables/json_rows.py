"""The rows of JSON Lines: an object on every line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from credscore.errors import InputTableError
from credscore.tables.byte_streams import Stream
from credscore.tables.csv_dialect import Dialect
from credscore.tables.row_blocks import Block, Rows, cut, is_utf8

BROKEN = "credscore_input"
"""The column that keeps a line of JSON Lines which holds no object."""


@dataclass(frozen=True, slots=True)
class JsonBlock(Rows):
    """The fields of a block's lines, and the lines as they came."""

    lines: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class JsonLinesRows:
    """Reads the rows of one JSON Lines file; `names` is None until a whole file was read."""

    names: list[str] | None = None

    def blocks(self, stream: Stream, start: int) -> Iterator[Block]:
        """The lines from byte `start` of the stream on; blank lines are no rows."""
        return cut(stream, start, Dialect("\0", ""))

    def decode(self, block: Block) -> JsonBlock:
        """The fields of every line; a line that holds no object stands in `BROKEN`."""
        rows: list[dict[str, Any]] = []
        errors: dict[int, str] = {}
        raw = tuple(line for line in block.rows.splitlines() if line)
        lines = [line.decode("utf-8", "surrogateescape") for line in raw]
        undecoded = frozenset(number for number, line in enumerate(raw) if not is_utf8(line))
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
        return JsonBlock(rows, errors, undecoded, raw)

    @classmethod
    def fields(cls, sample: bytes) -> list[str]:
        """The names of the fields in the whole lines of a beginning."""
        rows = cls().decode(Block(sample, {}, 0))
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
