"""Parquet through Arrow: read a record batch at a time, written by way of an Arrow stream.

A Parquet file has its index at its end, so that it can't be gone on with; an Arrow stream can.
OUT.partial is therefore an Arrow stream, and becomes Parquet when it is complete.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credscore.errors import InputTableError
from credscore.tables.byte_streams import BrokenInputError
from credscore.tables.cells import as_text, visible
from credscore.tables.columns import Column, Columns
from credscore.tables.row_blocks import Block, Rows

BLOCK_ROWS = 256
_ROW_GROUP = 32 << 20


def pyarrow() -> Any:
    """The Arrow library, an extra.

    Raises
    ------
    InputTableError
        If it is not installed.
    """
    try:
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError:
        raise InputTableError(
            "Parquet files need an extra. Install it: pip install 'credscore[parquet]'."
        ) from None
    return pyarrow


@dataclass
class ParquetSource:
    """A Parquet file to be read: `size` is its number of rows, `read` how many were read."""

    path: Path
    size: int
    read: int = 0

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self.path)


@dataclass(frozen=True)
class ArrowRows:
    """A record batch as rows; Python values are made only if they are asked for."""

    batch: Any

    undecoded: frozenset[int] = frozenset()

    @property
    def errors(self) -> dict[int, str]:
        """A row of a Parquet file is never broken."""
        return {}

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The cells by name."""
        rows: list[dict[str, Any]] = self.batch.to_pylist()
        return rows

    def column(self, name: str) -> list[Any]:
        """The values of one column."""
        values: list[Any] = self.batch.column(name).to_pylist()
        return values


@dataclass(frozen=True)
class ParquetRows:
    """Reads the rows of one Parquet file, in blocks of a fixed number of rows."""

    names: list[str]
    schema: Any

    @classmethod
    def of(cls, path: Path) -> tuple[ParquetSource, "ParquetRows"]:
        """The file and its columns.

        Raises
        ------
        InputTableError
            If it can't be read, or pyarrow is not installed.
        """
        file = _open(path)
        plain = [_plain(field) for field in file.schema_arrow]
        schema = pyarrow().schema(plain, metadata=file.schema_arrow.metadata)
        return ParquetSource(path, file.metadata.num_rows), cls(schema.names, schema)

    def blocks(self, source: ParquetSource, start: int) -> Iterator[Block]:
        """The rows from number `start` on; row groups before it are not read."""
        file = _open(source.path)
        first = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            place, first = first, first + rows
            if first <= start:
                continue
            try:
                for batch in file.iter_batches(BLOCK_ROWS, row_groups=[group]):
                    place += batch.num_rows
                    source.read = place
                    if place > start:
                        yield Block(batch.cast(self.schema), place)
            except (OSError, pyarrow().ArrowException) as error:
                raise BrokenInputError(
                    f"{source.name}: can't be read after row {place}: {error}"
                ) from None

    def decode(self, block: Block) -> ArrowRows:
        """The record batch as rows."""
        return ArrowRows(block.rows)


@dataclass(frozen=True)
class ArrowWriter:
    """Rows as an Arrow stream; `complete` makes it a Parquet file."""

    schema: Any

    @classmethod
    def of(cls, names: list[str], own: Iterable[Column], schema: Any) -> "ArrowWriter":
        """A writer of the columns `names` of the input, followed by `own`.

        Columns of the input keep their types in `schema`; those of a text file are strings.
        """
        pa = pyarrow()
        fields = [
            schema.field(name) if schema is not None else pa.field(name, pa.string())
            for name in names
        ]
        fields += map(own_field, own)
        return cls(pa.schema(fields, metadata=schema.metadata if schema is not None else None))

    def header(self) -> bytes:
        """The message that names the columns."""
        return bytes(self.schema.serialize())

    def block(self, rows: Rows | ArrowRows, added: Columns) -> bytes:
        """One record batch as a message."""
        pa = pyarrow()
        arrays = []
        for field in self.schema:
            if field.name in added:
                arrays.append(pa.array(added[field.name], field.type))
            elif isinstance(rows, ArrowRows):
                arrays.append(rows.batch.column(field.name))
            else:
                arrays.append(pa.array(map(_string, rows.column(field.name)), field.type))
        return bytes(pa.RecordBatch.from_arrays(arrays, schema=self.schema).serialize())


def complete(partial: Path, target: Path) -> None:
    """Turn a complete Arrow stream into a Parquet file; memory stays flat."""
    pa = pyarrow()
    new = target.with_name(f"{target.name}.partial.parquet")
    with (
        pa.memory_map(str(partial)) as file,
        pa.ipc.open_stream(file) as stream,
        pa.parquet.ParquetWriter(new, stream.schema) as writer,
    ):
        group: list[Any] = []
        for batch in stream:
            group.append(batch)
            if sum(item.nbytes for item in group) > _ROW_GROUP:
                writer.write_table(pa.Table.from_batches(group))
                group = []
        if group:
            writer.write_table(pa.Table.from_batches(group))
    os.replace(new, target)


def _open(path: Path) -> Any:
    try:
        return pyarrow().parquet.ParquetFile(path, buffer_size=1 << 20, pre_buffer=False)
    except (OSError, pyarrow().ArrowException) as error:
        raise InputTableError(f"{path}: can't be read as Parquet: {error}.") from None


def _plain(field: Any) -> Any:
    """The field without dictionary encoding, which a stream would need to send apart."""
    is_dictionary = pyarrow().types.is_dictionary(field.type)
    return field.with_type(field.type.value_type) if is_dictionary else field


def own_field(column: Column) -> Any:
    """The Arrow field of a column that is added."""
    pa = pyarrow()
    types = {float: pa.float64(), bool: pa.bool_(), str: pa.string()}
    return pa.field(column.name, types[column.type])


def _string(value: Any) -> str | None:
    if value is None:
        return None
    return visible(value if isinstance(value, str) else as_text(value))
