"""Reads the rows of JSON: one object a line, an array, or one object after the other."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from credscore.errors import InputTableError
from credscore.tables import row_blocks
from credscore.tables.byte_streams import BrokenInputError, Stream

BROKEN = "credscore_input"  # the column for a line that holds no object


@dataclass(slots=True)
class JsonRows(row_blocks.Rows):
    """The fields of a block's lines, and the lines as they came; b"" if not an object in UTF-8."""

    lines: list[bytes] = field(default_factory=list)

    def set_aside_own(self) -> None:
        """Mark each row with a field of credscore's own; the row is kept in the column `BROKEN`."""
        for number, cells in enumerate(self.cells):
            if fault := taken(cells):
                self.errors[number] = f"the line {fault}"
                self.cells[number], self.lines[number] = {BROKEN: cells}, b""


def taken(names: Iterable[str]) -> str:
    """What is wrong if a name is one of credscore's own, else nothing."""
    for name in names:
        if name.startswith("credscore_") and name != BROKEN:
            advice = "Remove it, or allow it to be replaced with --overwrite-columns"
            return f"has {name!r} already. {advice}"
    return ""


def decode(data: bytes) -> JsonRows:
    """The fields of every line; a line that holds no object is kept in the column `BROKEN`.

    NaN and Infinity are no JSON. They become null, so that their line is not written as it came.
    """
    rows, not_json = JsonRows(), list[str]()
    decoder = json.JSONDecoder(parse_constant=not_json.append, object_pairs_hook=_of_single_keys)
    for number, line in enumerate(filter(bytes.strip, data.splitlines())):
        text = line.decode("utf-8", "surrogateescape")
        if not row_blocks.is_utf8(text):
            rows.undecoded.add(number)
        try:
            value = decoder.decode(text)
        except (ValueError, RecursionError) as error:
            value = text
            rows.errors[number] = f"broken JSON: {error}"
        if not isinstance(value, dict):
            rows.errors.setdefault(number, "the line holds no JSON object")
            value = {BROKEN: text.strip() if value is None else value}
        rows.cells.append(value)
        as_it_came = not (not_json or number in rows.errors or number in rows.undecoded)
        rows.lines.append(line if as_it_came else b"")
        not_json.clear()
    return rows


def _of_single_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; ValueError if a key stands twice in it."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in fields if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return fields


_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+("?)|[{}\[\],]', re.S)  # a string, or a mark
_LINE_ENDS = bytes.maketrans(b"\r\n", b"  ")
_NOT_LINES = re.compile(rb"\s*(?:\[\s*[{\]]|\{\s*?\n)")


def lines_of_values(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    """The values of an array, or objects of several lines, as chunks of JSON Lines.

    Values are separated by brackets and quotation marks alone, so that a value that is no JSON does
    not affect another one.
    """
    depth, array, in_string, rest = 0, 0, False, b""
    for chunk in chunks:
        pieces, written = list[bytes](), int(in_string)
        data = b'"' * in_string + rest + chunk.translate(_LINE_ENDS)
        end = len(data)
        for match in _TOKEN.finditer(data):
            mark, position = match[0], match.end()
            if mark.startswith(b'"'):
                in_string = not match[1]  # it goes on in the next chunk
                end = position if in_string else end  # without half of an escape
                continue
            opens, closes = mark in b"[{", mark in b"]}"
            between = mark == b"," and depth == array
            if opens and depth == 0:
                array = between = mark == b"["
            depth = max(0, depth + opens - closes)
            if closes and depth == 0:
                pieces.append(data[written : position - array] + b"\n")
                written, array = position, False
            elif between:
                pieces.append(data[written : position - 1] + b"\n")
                written = position
        rest = data[end:]
        yield b"".join(pieces) + data[written:end]
    if depth or in_string:
        raise BrokenInputError(f"{name}: ends within a JSON value. Get the file anew.")


class JsonLinesReader:
    """Reads JSON Lines, or the values of JSON as lines. Whoever needs a line decodes it."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.holds_values = _NOT_LINES.match(stream.sample) is not None
        self.sample = next(self._lined([stream.sample]), b"")

    def _lined(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        return lines_of_values(chunks, self._stream.name) if self.holds_values else iter(chunks)

    def blocks(self) -> Iterator[bytes]:
        """The lines in blocks; blank lines are not rows."""
        lines = row_blocks.lines_of(self._lined(self._stream.chunks()))
        for group in row_blocks.grouped(lines, len):
            yield b"".join(map(_line_or_error, group))

    @cached_property
    def names(self) -> list[str]:
        """The names of all fields in order of appearance. The whole file is read for them."""
        if self._stream.path is None:
            raise InputTableError(
                "standard input: which fields JSON Lines has is known only at its end. Write "
                "JSON Lines (--format jsonl), or name a file as IN."
            )
        names: dict[str, None] = {}
        with suppress(BrokenInputError):  # reported after the rows before it
            for block in self.blocks():
                for cells in decode(block).cells:
                    names |= dict.fromkeys(cells)
                row_blocks.check_width(list(names), self._stream.name)
        return list(names)


def _line_or_error(line: bytes) -> bytes:
    """The line; in place of a too long one, a string that says so, with its beginning."""
    if not isinstance(line, row_blocks.LongLine):
        return line
    note = f"(a line of over {row_blocks.MAX_RECORD:,} bytes, which are read at most) "
    return json.dumps(note + line.decode("utf-8", "replace")).encode() + b"\n"
