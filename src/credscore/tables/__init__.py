"""Reads, scores and writes data frames and files of rows."""

from credscore.tables.byte_streams import BrokenInputError
from credscore.tables.cells import guarded, guarded_csv
from credscore.tables.columns import (
    COLUMNS,
    ERROR_COLUMN,
    RELIABLE_COLUMN,
    Columns,
    MoreColumns,
    check_names,
    own_columns,
    score_rows,
)
from credscore.tables.frame import check_frame, frame_blocks, kept_names, score_frame, values
from credscore.tables.json_rows import JsonRows, taken
from credscore.tables.open_table import (
    Block,
    Input,
    InputOptions,
    Progress,
    format_of,
    open_input,
    rows_of,
)
from credscore.tables.parquet import complete, own_field
from credscore.tables.row_blocks import Rows, is_utf8
from credscore.tables.writers import pack, packing_of, writer_of
