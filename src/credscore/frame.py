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
) -> pd.DataFrame:
    """The credscore columns of every row of `df`, on its index; `df` itself is not changed.

    A row whose text is missing or no string has no score, and its reason in credscore_error.

    Raises
    ------
    InputTableError
        Where a column is missing.
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
    texts = _strings(df[text])
    titles = _strings(df[title]) if title else None
    results = Scorer.load(model).score_many(texts, titles, prior, n_jobs)
    rows = [
        failed(result.error) if isinstance(result, Failure) else scored(result)
        for result in results
    ]
    frame = pd.DataFrame(rows, columns=list(SCORE_COLUMNS), index=df.index)
    numbers = ["credscore_score", "credscore_low", "credscore_high"]
    return frame.astype(dict.fromkeys(numbers, "float64"))


def _strings(column: "pd.Series[str]") -> Iterator[str]:
    """The values, missing ones (None, NaN, pandas.NA) as None."""
    missing = column.isna()
    return (None if gone else value for value, gone in zip(column, missing, strict=True))  # type: ignore[misc]
