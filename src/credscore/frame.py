"""DataFrame in, DataFrame out: a row of scores for every row, in the caller's own kind of frame."""

import sys
from pathlib import Path
from typing import Any, TypeVar

from credscore.columns import FEATURE, NUMBER_COLUMNS, Columns, own_columns, score_rows
from credscore.errors import InputError, InputTableError
from credscore.scorer import Scorer

Frame = TypeVar("Frame")


def score_frame(
    df: Frame,
    text: str = "text",
    title: str | None = None,
    prior: float | None = None,
    n_jobs: int = 1,
    model: str | Path | None = None,
    *,
    overwrite: bool = False,
    features: bool = False,
    evidence: bool = False,
) -> Frame:
    """A copy of `df` with the credscore columns added; `df` itself is not changed.

    A pandas frame keeps its index, whatever the type of its strings (object, string, Arrow); a
    polars frame gives a polars frame, which shares the own columns of `df` without copying. A
    row whose text is missing or no string has no score, and its reason in credscore_error.
    `features` adds the columns credscore_f_NAME, `evidence` a column of JSON.

    Raises
    ------
    InputTableError
        Where a column is missing or stands twice, or `df` has a credscore column already and
        `overwrite` is not set.
    InputError
        Where `df` is neither a pandas nor a polars DataFrame.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"text": ["A source claims he fled.", None]}, index=["a", "b"])
    >>> score_frame(frame)["credscore_error"].tolist()
    ['', 'text must be a str, got NoneType.']
    """
    names = check_frame(df, text, title)
    scorer = Scorer.load(model)
    taken = [name for name in own_columns(scorer, features, evidence) if name in names]
    if taken and not overwrite:
        raise InputTableError(
            f"df has the column {taken[0]!r} already. Drop it, or set overwrite=True."
        )
    titles = values(df, title) if title else None
    scores = score_rows(
        scorer, values(df, text), titles, prior, n_jobs, features=features, evidence=evidence
    )
    scored: Frame = _with_columns(df, scores)
    return scored


def check_frame(df: Any, *columns: str | None) -> list[str]:
    """The column names of a frame that has all of `columns`, each once."""
    if not (_is_pandas(df) or _is_polars(df)):
        raise InputError(
            f"df must be a pandas or polars DataFrame, got {type(df).__name__}. "
            "Collect a lazy frame, convert another one."
        )
    names = list(df.columns)
    for column in filter(None, columns):
        if column not in names:
            there = ", ".join(map(str, names))
            raise InputTableError(f"no column {column!r}. Columns there: {there}.")
        if names.count(column) > 1:
            raise InputTableError(f"two columns have the name {column!r}. Rename one.")
    return names


def values(df: Any, column: str) -> list[Any]:
    """The values of a column, missing ones (None, NaN, NaT, pandas.NA, null) as None."""
    if _is_polars(df):
        return list(df.get_column(column).to_list())
    missing = df[column].isna()
    return [None if gone else value for value, gone in zip(df[column], missing, strict=True)]


def _is_pandas(df: Any) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(df, pandas.DataFrame)


def _is_polars(df: Any) -> bool:
    polars = sys.modules.get("polars")
    return polars is not None and isinstance(df, polars.DataFrame)


def _with_columns(df: Any, scores: Columns) -> Any:
    rest = [name for name in df.columns if name not in scores]
    numbers = [name for name in scores if name in NUMBER_COLUMNS or name.startswith(FEATURE)]
    if _is_polars(df):
        import polars

        kinds = dict.fromkeys(numbers, polars.Float64) | {"credscore_reliable": polars.Boolean}
        own = [polars.Series(n, v, kinds.get(n, polars.String)) for n, v in scores.items()]
        return df.select(rest).with_columns(own)
    import pandas as pd

    frame = pd.DataFrame(scores, index=df.index).astype(dict.fromkeys(numbers, "float64"))
    return pd.concat([df.loc[:, [name in rest for name in df.columns]], frame], axis=1)
