"""The rows of JSON Lines: an object on every line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from credscore.errors import InputTableError
from credscore.tables.byte_streams import BrokenInputError, Stream
from credscore.tables.row_blocks import BLOCK_BYTES, Block, Rows, check_width, is_utf8, lines_of

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
    block_bytes: int = BLOCK_BYTES

    def blocks(self, stream: Stream, start: int = 0) -> Iterator[Block]:
        """The lines from byte `start` of the stream on, in blocks; blank lines are not rows.

        Raises
        ------
        BrokenInputError
            If the stream breaks off or has too long a line; the rows before come first.
        """
        lines, size = list[bytes](), 0
        try:
            for line in lines_of(stream, start):
                lines.append(line)
                size += len(line)
                if size >= self.block_bytes:
                    start += size
                    yield Block(b"".join(lines), start)
                    lines, size = [], 0
        except BrokenInputError:
            if lines:
                yield Block(b"".join(lines), start + size)
            raise
        if lines:
            yield Block(b"".join(lines), start + size)

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
        rows = cls().decode(Block(sample, 0))
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
            check_width(list(names), stream.name)
        return JsonLinesRows(list(names), self.block_bytes)
