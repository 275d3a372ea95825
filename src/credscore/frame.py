"""DataFrame in, DataFrame out: one row of scores for every row, on the caller's index."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from credscore.columns import SCORE_COLUMNS, failed, scored
from credscore.errors import InputError, InputTableError
from credscore.report import Failure
from credscore.scorer import Scorer


def score_frame(
    df: pd.DataFrame,
    text: str = "text",
    title: str | None = None,
    prior: float | None = None,
    n_jobs: int = 1,
    model: str | Path | None = None,
    *,
    overwrite: bool = False,
) -> pd.DataFrame:
    """A copy of `df` on its index with the credscore columns added; `df` itself is not changed.

    A row whose text is missing or no string has no score, and its reason in credscore_error.

    Raises
    ------
    InputTableError
        Where a column is missing or stands twice, or `df` has a credscore column already and
        `overwrite` is not set.
    InputError
        Where `df` is no DataFrame.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"text": ["A source claims he fled.", None]}, index=["a", "b"])
    >>> score_frame(frame)["credscore_error"].tolist()
    ['', 'text must be a str, got NoneType.']
    """
    if not isinstance(df, pd.DataFrame):
        raise InputError(f"df must be a pandas DataFrame, got {type(df).__name__}.")
    for column in filter(None, (text, title)):
        if column not in df.columns:
            names = ", ".join(map(str, df.columns))
            raise InputTableError(f"no column {column!r}. Columns there: {names}.")
        if not df.columns.is_unique and list(df.columns).count(column) > 1:
            raise InputTableError(f"two columns have the name {column!r}. Rename one.")
    taken = [name for name in SCORE_COLUMNS if name in df.columns]
    if taken and not overwrite:
        raise InputTableError(
            f"df has the column {taken[0]!r} already. Drop it, or set overwrite=True."
        )
    texts = _strings(df[text])
    titles = _strings(df[title]) if title else None
    results = Scorer.load(model).score_many(texts, titles, prior, n_jobs)
    rows = [
        failed(result.error) if isinstance(result, Failure) else scored(result)
        for result in results
    ]
    frame = pd.DataFrame(rows, columns=list(SCORE_COLUMNS), index=df.index)
    numbers = ["credscore_score", "credscore_low", "credscore_high"]
    frame = frame.astype(dict.fromkeys(numbers, "float64"))
    return pd.concat([df.drop(columns=taken), frame], axis=1)


def _strings(column: "pd.Series[str]") -> Iterator[str]:
    """The values, missing ones (None, NaN, pandas.NA) as None."""
    missing = column.isna()
    return (None if gone else value for value, gone in zip(column, missing, strict=True))  # type: ignore[misc]
