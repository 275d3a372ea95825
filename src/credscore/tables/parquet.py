"""Reads Parquet through Arrow by record batches, and writes it by way of an Arrow stream.

A Parquet file has its index at its end, so an interrupted one can't be continued; an Arrow stream
can. So OUT.partial is an Arrow stream, and becomes Parquet when it is complete.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from credscore.errors import InputTableError, required
from credscore.tables.byte_streams import BrokenInputError
from credscore.tables.cells import as_text, visible
from credscore.tables.columns import Column, Columns
from credscore.tables.row_blocks import BLOCK_ROWS, Rows

_ROW_GROUP = 32 << 20


def pyarrow() -> Any:
    required("pyarrow.parquet", "parquet", "Parquet files")
    return required("pyarrow", "parquet", "Parquet files")


@dataclass(frozen=True)
class ArrowRows:
    """A record batch as rows. Python values are made only on request."""

    batch: Any
    errors: dict[int, str] = field(default_factory=dict)  # always empty, like `undecoded`
    undecoded: frozenset[int] = frozenset()

    @property
    def cells(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.batch.to_pylist())

    def column(self, name: str) -> list[Any]:
        return cast("list[Any]", self.batch.column(name).to_pylist())


class ParquetReader:
    """Reads one Parquet file in blocks; `size` and `read` count rows."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        file, pa = self._open(), pyarrow()
        kinds = file.schema_arrow.types  # no dictionaries, which a stream sends separately
        plain = [kind.value_type if pa.types.is_dictionary(kind) else kind for kind in kinds]
        fields = map(pa.Field.with_type, file.schema_arrow, plain)
        self.schema = pa.schema(fields, metadata=file.schema_arrow.metadata)
        self.names: list[str] = self.schema.names
        self.size: int = file.metadata.num_rows
        self.read = 0

    def blocks(self) -> Iterator[ArrowRows]:
        self.read = 0
        try:
            for batch in self._open().iter_batches(BLOCK_ROWS):
                self.read += batch.num_rows
                yield ArrowRows(batch.cast(self.schema))
        except (OSError, pyarrow().ArrowException) as error:
            raise BrokenInputError(
                f"{self.name}: can't be read after row {self.read}: {error}"
            ) from None

    def _open(self) -> Any:
        try:
            return pyarrow().parquet.ParquetFile(self.name, buffer_size=1 << 20, pre_buffer=False)
        except (OSError, pyarrow().ArrowException) as error:
            raise InputTableError(
                f"{self.name}: can't be read as Parquet: {str(error).rstrip('.')}."
            ) from None


class ArrowWriter:
    """Writes rows as an Arrow stream with the types of `schema`; without one, all are strings."""

    def __init__(self, names: list[str], own: Sequence[Column], schema: Any) -> None:
        pa = pyarrow()
        self._names = [*names, *(column.name for column in own)]
        texts = [pa.field(visible(name), pa.string()) for name in names]
        fields = [*map(schema.field, names)] if schema else texts
        metadata = schema.metadata if schema else None
        self.schema = pa.schema([*fields, *map(own_field, own)], metadata=metadata)

    def header(self) -> bytes:
        return bytes(self.schema.serialize())

    def block(self, rows: Rows | ArrowRows, added: Columns) -> bytes:
        pa = pyarrow()
        arrays = []
        for name, column in zip(self._names, self.schema, strict=True):
            if name in added:
                arrays.append(pa.array(added[name], column.type))
            elif isinstance(rows, ArrowRows):
                arrays.append(rows.batch.column(name))
            else:
                cells = rows.column(name)
                texts = [None if cell is None else visible(as_text(cell)) for cell in cells]
                arrays.append(pa.array(texts, column.type))
        return bytes(pa.RecordBatch.from_arrays(arrays, schema=self.schema).serialize())


def complete(partial: Path, target: Path) -> None:
    """Turn a complete Arrow stream into a Parquet file, in constant memory."""
    pa = pyarrow()
    new = partial.with_name(f"{partial.name}.new")
    with pa.memory_map(str(partial)) as file, pa.ipc.open_stream(file) as stream:
        table = stream.read_all()  # only maps the file
        rows = 1 + table.num_rows * _ROW_GROUP // (table.nbytes + 1)
        pa.parquet.write_table(table, new, row_group_size=rows)
    os.replace(new, target)


def own_field(column: Column) -> Any:
    pa = pyarrow()
    types = {float: pa.float64(), int: pa.int64(), bool: pa.bool_(), str: pa.string()}
    return pa.field(column.name, types[column.type])
