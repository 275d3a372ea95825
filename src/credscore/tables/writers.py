"""Writes tables as CSV, TSV or JSON Lines, block by block, packed or not."""

import gzip
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credscore.errors import InputTableError
from credscore.tables.byte_streams import zstd
from credscore.tables.cells import as_text, guarded, visible
from credscore.tables.columns import Column, Columns
from credscore.tables.json_rows import JsonRows
from credscore.tables.open_table import PACKINGS, format_of
from credscore.tables.parquet import ArrowWriter


@dataclass(frozen=True)
class CsvWriter:
    """Writes rows as CSV in UTF-8; `guard` stops spreadsheets from running cells as formulas."""

    names: list[str]
    delimiter: str = ","
    guard: bool = True

    def header(self) -> bytes:
        return self._lines([self.names])

    def block(self, rows: Any, added: Columns) -> bytes:
        """The rows with the added columns at the end; a missing value is empty."""
        names = self.names[: len(self.names) - len(added)]
        columns = [rows.column(name) for name in names]
        return self._lines(zip(*columns, *added.values(), strict=True))

    def _lines(self, rows: Iterable[Iterable[Any]]) -> bytes:
        text = "".join(f"{self.delimiter.join(map(self._cell, row))}\n" for row in rows)
        try:
            return text.encode()
        except UnicodeEncodeError:
            return visible(text).encode()

    def _cell(self, value: Any) -> str:
        if value is None:
            return ""
        text = guarded(as_text(value)) if self.guard else as_text(value)
        if self.delimiter in text or '"' in text or "\n" in text or "\r" in text:
            return '"' + text.replace('"', '""') + '"'
        return text


class JsonLinesWriter:
    """Writes rows as JSON Lines: each object has its own fields, then the added ones."""

    def header(self) -> bytes:
        return b""

    def block(self, rows: Any, added: Columns) -> bytes:
        """The rows with the added columns (null if missing); lines of JSON stay as they came."""
        cells = rows.cells
        lines = rows.lines if isinstance(rows, JsonRows) else [b""] * len(cells)
        written = []
        for line, own, row in zip(lines, cells, zip(*added.values(), strict=True), strict=True):
            more = dict(zip(added, row, strict=True))
            if line and own and more.keys().isdisjoint(own):
                written.append(line.rstrip()[:-1] + b", " + _json(more)[1:])
            else:
                written.append(_json({**own, **more}))
        return b"".join(written)


def _json(cells: dict[str, Any]) -> bytes:
    try:
        text = _strict(cells)
    except RecursionError:
        text = _strict(
            {name: as_text(v) if isinstance(v, dict | list) else v for name, v in cells.items()}
        )
    try:
        return f"{text}\n".encode()
    except UnicodeEncodeError:
        return f"{visible(text, in_json=True)}\n".encode()


def _strict(cells: Any) -> str:
    """Cells as JSON; NaN and Infinity, which JSON lacks, become null."""
    try:
        return json.dumps(cells, ensure_ascii=False, allow_nan=False, default=as_text)
    except ValueError:
        loose = json.dumps(cells, default=as_text)
        return _strict(json.loads(loose, parse_constant=lambda name: None))


def pack(data: bytes, packing: str) -> bytes:
    """The data as one gzip member or Zstandard frame; those of a file follow one another."""
    if packing == ".gz":
        return gzip.compress(data, 6, mtime=0)
    if packing == ".zst":
        return bytes(zstd().compress(data))
    return data


def packing_of(target: Path | None, kind: str, *, stated: bool) -> str:
    """The packing of an output by its ending; InputTableError if it can't be written.

    An unknown ending is refused unless the format is `stated`.
    """
    endings = [suffix.lower() for suffix in target.suffixes] if target else []
    ending = endings[-1] if endings else ""
    if ending == ".zst":
        zstd()  # is it installed?
    problem = ""
    if target is None and kind == "parquet":
        problem = "Parquet can't be written there. Name a file."
    elif {*endings} - {*PACKINGS} and not (stated or format_of(target)):
        problem = "has an unknown ending. State --format, or name it .csv, .tsv, .jsonl, .parquet."
    elif ending in PACKINGS and kind == "parquet":
        problem = "Parquet packs its columns itself. Name it .parquet."
    elif target and os.path.isdir(target):  # False of a name too long
        problem = "is a folder. Name a file for the output."
    if problem:
        raise InputTableError(f"{target or 'standard output'}: {problem}")
    return ending if ending in PACKINGS else ""


def writer_of(
    kind: str, reader: Any, own: Sequence[Column], *, guard: bool
) -> CsvWriter | JsonLinesWriter | ArrowWriter:
    if kind == "jsonl":
        return JsonLinesWriter()
    added = [column.name for column in own]
    names = [name for name in reader.names if name not in added]
    if kind == "parquet":
        return ArrowWriter(names, own, getattr(reader, "schema", None))
    return CsvWriter([*names, *added], "\t" if kind == "tsv" else ",", guard)
