"""Scores data frames: for every row a row of scores, in a frame of the caller's library."""

import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar, Unpack, cast

from credscore.citation import is_missing
from credscore.errors import InputError, InputTableError
from credscore.scorer import Scorer, shipped
from credscore.tables.columns import (
    Column,
    Columns,
    MoreColumns,
    check_names,
    own_columns,
    score_rows,
)
from credscore.tables.row_blocks import BLOCK_ROWS, Rows

Frame = TypeVar("Frame")


def score_frame(
    df: Frame, text: str = "text", title: str | None = None, prior: float | None = None,
    n_jobs: int = 1, model: str | Path | Scorer | None = None, *, overwrite: bool = False,
    **more: Unpack[MoreColumns],
) -> Frame:  # fmt: skip
    """A copy of `df` with the credscore columns; `df` itself is not changed.

    `model` is the folder of a model, or a scorer; without it the shipped model scores. A pandas
    frame keeps its index and the type of its strings (object, string, Arrow). A polars frame gives
    a polars frame, which shares the columns of `df` without copying. A row whose text is missing or
    not a string has no score, and the reason in credscore_error. `features=True` adds the columns
    credscore_f_NAME, `evidence=True` a column of JSON.

    Raises InputTableError if a column is missing or stands twice, or if `df` has a credscore column
    already and `overwrite` is not set. Raises InputError if `df` is neither a pandas nor a polars
    DataFrame.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"text": ["A source claims he fled.", None]}, index=["a", "b"])
    >>> score_frame(frame)["credscore_error"].tolist()
    ['', 'text must be a str, got NoneType.']
    """
    if not isinstance(model, Scorer):
        model = shipped() if model is None else Scorer.load(model)
    own = own_columns(model, **more)
    names = kept_names(check_frame(df, text, title=title), own, overwrite=overwrite)
    titles = None if title is None else values(df, title)
    scores = score_rows(model, values(df, text), titles, prior, n_jobs, **more)
    return cast("Frame", _with_columns(df, names, own, scores))


def check_frame(df: Any, *columns: Any, title: Any = None) -> list[Any]:
    """The column names of a frame, after a check that it has `columns` and `title` once each."""
    if not (_is(df, "pandas") or _is(df, "polars")):
        raise InputError(
            f"df must be a pandas or polars DataFrame, got {type(df).__name__}. "
            "Collect a lazy frame, convert another one."
        )
    for column in columns if title is None else (*columns, title):
        if is_missing(column) or not isinstance(column, Hashable):
            raise InputError(f"Columns must be named, got {column!r:.40}.")
    check_names(names := list(df.columns), *columns, title)
    return names


def kept_names(names: list[Any], own: Iterable[Column], *, overwrite: bool) -> list[Any]:
    """The names that stay beside the added columns; InputTableError if an added name is taken."""
    taken = [column.name for column in own if column.name in names]
    if taken and not overwrite:
        raise InputTableError(f"df has a column {taken[0]!r}. Drop it, or set overwrite=True.")
    return [name for name in names if name not in taken]


def values(df: Any, column: Any) -> Iterator[Any]:
    """The values of a column, with None for missing ones (None, NaN, NaT, pandas.NA, null)."""
    if _is(df, "polars"):
        return iter(df.get_column(column))
    return iter(df[column].to_numpy(dtype=object, na_value=None))


def frame_blocks(df: Any, names: Iterable[str]) -> Iterator[Rows]:
    """The rows of some columns of a frame, in blocks like those of files."""
    cells = {name: values(df, name) for name in names}
    rows = (dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))
    while block := [*islice(rows, BLOCK_ROWS)]:
        yield Rows(block)


def _is(df: Any, library: str) -> bool:
    """Whether it is a DataFrame of pandas or of polars; the library need not be installed."""
    module = sys.modules.get(library)
    return module is not None and isinstance(df, module.DataFrame)


def _with_columns(df: Any, names: list[Any], own: Sequence[Column], scores: Columns) -> Any:
    """The columns `names` of a frame and the scores; column types do not depend on the cells."""
    if _is(df, "polars"):
        import polars as pl

        types = {float: pl.Float64, int: pl.Int64, bool: pl.Boolean, str: pl.String}
        added = pl.DataFrame(scores, {name: types[kind] for name, kind, _ in own})
        return df.select(names).hstack(added)
    import pandas as pd

    strings: Any = pd.Series([""]).dtype  # pandas 3 has its own type
    dtypes = {float: "float64", int: "Int64", bool: "boolean", str: strings}
    columns = {name: pd.Series(scores[name], df.index, dtypes[kind]) for name, kind, _ in own}
    own_of_df = df.loc[:, [name not in columns for name in df.columns]]
    return pd.concat([own_of_df, pd.DataFrame(columns)], axis=1)
