"""Texts and titles out of what scikit-learn hands over: sequences, arrays, columns, frames."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from credscore.errors import InputError, InputTableError
from credscore.tables import check_frame, check_names, values


def texts_and_titles(
    texts: Any, text: str = "text", title: str | None = None
) -> tuple[list[str], list[str | None]]:
    """The text of every row, and its title if it has one.

    `texts` is an iterable, column or one-dimensional array of strings; or a frame of pandas or
    polars, whose column `text` is read (its only column, if it has only one) and, if named, its
    column `title`; or an array of one column (texts) or of two (texts, titles).
    """
    bodies, *more = _columns(texts, text, title)
    for row, body in enumerate(bodies):
        if not isinstance(body, str):
            raise InputError(
                f"row {row}: text must be a str, got {type(body).__name__}. Drop or fill that row."
            )
    titles = more[0] if more else [None] * len(bodies)
    return bodies, [title if isinstance(title, str) and title else None for title in titles]


def _columns(texts: Any, text: str, title: str | None) -> list[list[Any]]:
    if hasattr(type(texts), "columns"):
        names = check_frame(texts)
        wanted = names[0] if len(names) == 1 else text
        columns = [wanted] if title is None else [wanted, title]
        check_names(names, *columns, hint=" Set text= or title=.")
        return [list(values(texts, column)) for column in columns]
    if isinstance(texts, str | bytes) or not isinstance(texts, Iterable):
        raise InputError(f"texts must be a sequence of str, got one {type(texts).__name__}.")
    if not isinstance(texts, np.ndarray) or texts.ndim == 1:
        return [list(texts)]
    if texts.ndim != 2 or texts.shape[1] not in (1, 2):
        raise InputTableError(
            f"an array of shape {texts.shape}: give one column (texts) or two (texts, titles)."
        )
    return texts.T.tolist()  # type: ignore[no-any-return]
