"""Text tables cut into blocks of rows; a broken row is kept with its reason.

Blocks end where rows end, in the same places whatever the chunks of the file are and wherever
the reading starts: an interrupted batch goes on with the blocks that it would have had.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from credscore.tables.byte_streams import BrokenInputError, Stream
from credscore.tables.csv_dialect import MAX_RECORD, Dialect

BLOCK_BYTES = 1 << 19
"""A block is at least so long, unless the file ends."""


@dataclass(frozen=True, slots=True)
class Block:
    """Raw rows, what is broken in them, and where the next block begins.

    `broken` tells, of a broken row that begins at an offset, where it ends and why it is broken.
    """

    rows: Any  # the bytes of whole rows; of Parquet a record batch
    broken: dict[int, tuple[int, str]]
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


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8."""
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def cut(stream: Stream, start: int, dialect: Dialect) -> Iterator[Block]:
    """The rows from byte `start` of the stream on, in blocks; blank lines are no rows.

    Raises
    ------
    BrokenInputError
        Where the stream breaks off, or has a line beyond all measure; the rows before come first.
    """
    data, place, last = b"", 0, False  # `place` is in `data`, `start` in the stream
    broken: dict[int, tuple[int, str]] = {}
    chunks = stream.chunks(start)
    try:
        while place < len(data) or not last:
            place = dialect.whole_rows(data, place, BLOCK_BYTES)
            found = None
            if place < min(len(data), BLOCK_BYTES):
                found = dialect.next_record(data, place, last)
            if found:
                if found[0] - place > MAX_RECORD:
                    raise BrokenInputError(
                        f"{stream.name}: has a line of more than {MAX_RECORD} bytes: no text table."
                    )
                if found[1]:
                    broken[place] = found
                place = found[0]
            elif place >= BLOCK_BYTES or last:
                start += place
                yield Block(data[:place], broken, start)
                data, place, broken = data[place:], 0, {}
            else:
                data, last = _more(data, len(data) - place, chunks)
    except BrokenInputError:
        if place:
            yield Block(data[:place], broken, start + place)
        raise
    if place:
        yield Block(data[:place], broken, start + place)


def _more(data: bytes, wanted: int, chunks: Iterator[bytes]) -> tuple[bytes, bool]:
    """The data and more than `wanted` bytes of the chunks, and whether they end."""
    pieces = [data]
    while wanted >= 0:
        piece = next(chunks, b"")
        if not piece:
            return b"".join(pieces), True
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces), False
