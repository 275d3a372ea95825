"""Data frames and files of rows: read, scored, written."""

from credscore.tables.byte_streams import BrokenInputError, zstandard
from credscore.tables.columns import (
    COLUMNS,
    ERROR_COLUMN,
    Column,
    Columns,
    MoreColumns,
    own_columns,
    score_rows,
    with_errors,
)
from credscore.tables.frame import (
    check_frame,
    check_names,
    kept_names,
    score_frame,
    values,
    with_scores,
)
from credscore.tables.json_rows import BROKEN
from credscore.tables.open_table import (
    PACKINGS,
    Input,
    InputOptions,
    Progress,
    format_of,
    open_input,
    with_names,
)
from credscore.tables.parquet import ArrowWriter, complete, own_field
from credscore.tables.row_blocks import Block
from credscore.tables.spreadsheet_guard import guarded
from credscore.tables.writers import CsvWriter, JsonLinesWriter, pack

__all__ = [
    "BROKEN",
    "COLUMNS",
    "ERROR_COLUMN",
    "PACKINGS",
    "ArrowWriter",
    "Block",
    "BrokenInputError",
    "Column",
    "Columns",
    "CsvWriter",
    "Input",
    "InputOptions",
    "JsonLinesWriter",
    "MoreColumns",
    "Progress",
    "check_frame",
    "check_names",
    "complete",
    "format_of",
    "guarded",
    "kept_names",
    "open_input",
    "own_columns",
    "own_field",
    "pack",
    "score_frame",
    "score_rows",
    "values",
    "with_errors",
    "with_names",
    "with_scores",
    "zstandard",
]
