"""Opens a table: detects its format, encoding and dialect unless they are stated."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from credscore.errors import InputTableError
from credscore.tables.byte_streams import Stream
from credscore.tables.columns import check_names
from credscore.tables.delimited import CsvReader, find_dialect
from credscore.tables.json_rows import BROKEN, JsonLinesReader, decode
from credscore.tables.parquet import ArrowRows, ParquetReader
from credscore.tables.row_blocks import Rows
from credscore.tables.whole_files import WHOLE, WholeReader

FORMATS = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "jsonl", ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
_READ = {"table": None, "parquet": "parquet", "json": "jsonl"} | {name: name for name in WHOLE}
"""The kinds of files that are read, and their format; a table has that of its ending."""
PACKINGS = (".gz", ".zst")
_HINT = (
    " Name it with --text-column, --title-column or the like; if the columns look wrong, state "
    "--input-format, --delimiter or --quote."
)
_ONE_TEXT = " It looks like one text, not a table: score it with credscore score."
_TEXT_WORDS = 3  # names with more words on average are the first line of a text
_CONTROL = bytes({*range(32)} - set(b"\t\n\v\f\r\x1a\x1b"))
_JSON = re.compile(rb"(?:^|[\r\n])[ \t]*[{\[]")  # a line begins like an object or an array
_BINARY_SHARE = 0.01  # no text has a larger share of control characters


@dataclass(frozen=True, slots=True)
class InputOptions:
    """What is stated about an input; None is detected."""

    text_column: str = "text"
    title_column: str | None = None
    input_format: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None


Reader = CsvReader | JsonLinesReader | ParquetReader | WholeReader


class Input(NamedTuple):
    """A reader, its format, its columns (of JSON: in its sample); `source` counts what was read."""

    source: Stream | ParquetReader | WholeReader
    reader: Reader
    format: str
    names: list[str]


Block = Rows | ArrowRows | bytes
"""Rows on their way to a worker, which decodes those of JSON Lines."""


def rows_of(block: Block) -> Rows | ArrowRows:
    return decode(block) if isinstance(block, bytes) else block


class Progress(NamedTuple):
    """The rows done, and how much of the input is read, in bytes or rows."""

    rows: int
    read: int
    size: int | None


def format_of(path: Path | None) -> str | None:
    suffixes = [suffix.lower() for suffix in path.suffixes] if path else []
    plain = [suffix for suffix in suffixes if suffix not in PACKINGS]
    return FORMATS.get(plain[-1]) if plain else None


def open_input(path: Path | None, options: InputOptions, more_columns: Sequence[str] = ()) -> Input:
    """Open a file (None: standard input) and check its columns, or raise InputTableError."""
    stated = (options.text_column, options.title_column, *more_columns)
    wanted = [name for name in stated if name is not None]
    if options.title_column == options.text_column:
        raise InputTableError(
            f"text and title are both read from column {options.text_column!r}. Name another "
            "column with --text-column or --title-column."
        )
    stream, hint = Stream(path, options.encoding), _HINT
    source: Stream | ParquetReader | WholeReader = stream
    reader: Reader
    detected = None if options.input_format else stream.kind
    if detected and detected.name not in _READ:
        refusal = detected.refusal(detected.as_table or "Name it as a file, unpacked.")
        raise InputTableError(f"{stream.name}: {refusal}")
    kind = options.input_format or (detected and _READ[detected.name]) or format_of(path) or "csv"
    if kind in WHOLE:
        source = reader = WHOLE[kind](stream.name, stream.whole(), wanted)
        kind, names = "csv", reader.names
    elif kind == "parquet":
        if path is None:
            raise InputTableError("standard input: Parquet can't be read from it. Name a file.")
        source = reader = ParquetReader(path)
        names = reader.names
    elif kind == "jsonl":
        reader = JsonLinesReader(stream)
        objects = [cells for cells in decode(reader.sample).cells if BROKEN not in cells]
        names = list(dict.fromkeys(chain.from_iterable(objects)))
        if not _JSON.search(stream.sample):
            _refuse_delimited(stream, wanted)
        wanted = wanted if names else []
    else:
        delimiter = options.delimiter or ("\t" if kind == "tsv" else None)
        dialect = find_dialect(stream.sample, wanted, delimiter, options.quote)
        reader = CsvReader(stream, dialect)
        names = reader.names
        if not set(wanted) <= set(names):
            control = len(stream.sample) - len(stream.sample.translate(None, _CONTROL))
            if control > _BINARY_SHARE * len(stream.sample):
                hint = "is a binary file of an unknown kind. Name a table, or state its --encoding."
                raise InputTableError(f"{stream.name}: {hint}")
            is_text = sum(len(name.split()) for name in names) >= _TEXT_WORDS * len(names)
            hint = _ONE_TEXT if is_text else _HINT
    twice = [name for name, count in Counter(names).items() if count > 1]
    check_names(names, *wanted, *twice[:1], table=f"{stream.name}: ", hint=hint)
    return Input(source, reader, kind, names)


def _refuse_delimited(stream: Stream, wanted: Sequence[str]) -> None:
    """Raise InputTableError if a sample without JSON has columns of CSV: else every row fails."""
    try:
        names = CsvReader(stream, find_dialect(stream.sample, wanted)).names
    except InputTableError:
        return
    if len(names) > 1 or set(wanted) <= set(names):
        raise InputTableError(
            f"{stream.name}: is no JSON Lines: no line begins with {{. It looks like a table "
            "with delimiters: state --input-format csv."
        )
