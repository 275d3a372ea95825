"""Reads the labelled files of users, and checks them before training or evaluation."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from credscore.citation import is_missing, originals, sketches
from credscore.errors import InputTableError, number_of
from credscore.tables import InputOptions, open_input, rows_of

SPELLINGS = {"0": 0, "1": 1, "false": 0, "true": 1, "no": 0, "yes": 1}
"""What every label means; case does not count, nor the .0 of a float."""
ALLOWED = "0 (false) or 1 (true), or false and true, or no and yes"
MIN_GROUPS = 5
_LISTED = 5  # an error names so many pairs of copies


class Columns(NamedTuple):
    text: str = "text"
    label: str = "label"
    group: str | None = None
    title: str | None = None


def read_labelled(
    paths: Sequence[Path], columns: Columns, encoding: str | None = None
) -> pd.DataFrame:
    """The rows of labelled files: text, title, label (0 or 1), group, corpus (file), row (from 1).

    Format, dialect and encoding are detected as for every table, unless `encoding` is stated.
    Without a group column each text forms a group with its copies. Raises InputTableError if a file
    can't be read, or if a column, a label or a text can't be used.
    """
    files = map(_read, paths, corpus_names(paths), repeat(columns), repeat(encoding))
    frame = pd.concat(files, ignore_index=True)
    if columns.group is None:
        frame["group"] = [
            f"text {row if original is None else original}"
            for row, original in enumerate(originals([*sketches(frame["text"])]))
        ]
    return frame


def corpus_names(paths: Sequence[Path]) -> list[str]:
    """The shortest endings of the paths that differ; these are the file names if those differ.

    >>> corpus_names([Path("a/x.csv"), Path("b/x.csv"), Path("y.csv")])
    ['a/x.csv', 'b/x.csv', 'y.csv']

    Raises InputTableError if a file is named twice.
    """
    whole = [path.resolve().parts for path in paths]
    twice = [path for path, count in Counter(whole).items() if count > 1]
    if twice:
        raise InputTableError(f"{twice[0][-1]}: named twice. Name every file once.")
    endings = [["/".join(parts[-n:]) for n in range(1, len(parts) + 1)] for parts in whole]
    counts = Counter(chain.from_iterable(endings))
    return [next(ending for ending in path if counts[ending] == 1) for path in endings]


def check_groups(frame: pd.DataFrame) -> None:
    """Raise InputTableError if a label has too few groups, or copies are in different groups."""
    for label, rows in frame.groupby("label"):
        groups = rows["group"].nunique()
        if groups < MIN_GROUPS:
            raise InputTableError(
                f"Label {label} has {number_of(groups, 'group')}: at least {MIN_GROUPS} are needed "
                "to hold some out. Add rows, or name another --group-column."
            )
    names = [*map("{corpus} row {row} (group {group!r})".format_map, frame.to_dict("records"))]
    pairs = [
        f"{names[row]} of {names[original]}"
        for row, original in enumerate(originals([*sketches(frame["text"])]))
        if original is not None and frame["group"][row] != frame["group"][original]
    ]
    if pairs:
        listed = "; ".join(pairs[:_LISTED])
        more = f"; and {len(pairs) - _LISTED} more" if len(pairs) > _LISTED else ""
        raise InputTableError(
            f"Texts that are copies of a text in another group: {len(pairs)}. The evaluation would "
            f"leak: {listed}{more}. Give copies one group, or drop them."
        )


def titles(frame: pd.DataFrame) -> list[str | None]:
    return [title if isinstance(title, str) else None for title in frame["title"]]


def label_of(value: object) -> int | None:
    """1 for a true claim, 0 for a false one, None if the value is no label.

    >>> [label_of(value) for value in (True, "FALSE", 1.0, " yes", "0.0", "fake", None)]
    [1, 0, 1, 1, 0, None, None]
    """
    return SPELLINGS.get(str(value).strip().casefold().removesuffix(".0"))


def _cells(path: Path, columns: Columns, encoding: str | None) -> pd.DataFrame:
    """The columns of a file, their cells as strings; InputTableError at the first broken row."""
    options = InputOptions(columns.text, columns.title, encoding=encoding)
    others = [columns.label] if columns.group is None else [columns.label, columns.group]
    cells: dict[str, list[str]] = {name: [] for name in columns if name is not None}
    for block in open_input(path, options, others).reader.blocks():
        rows, before = rows_of(block), len(cells[columns.text])
        errors = dict.fromkeys(rows.undecoded, "not UTF-8. State the --encoding") | rows.errors
        for number, error in sorted(errors.items())[:1]:
            raise InputTableError(f"{path}: row {before + number + 1}: {error}.")
        for name, column in cells.items():
            column += ["" if is_missing(cell) else str(cell) for cell in rows.column(name)]
    return pd.DataFrame(cells, dtype=object)


def _read(path: Path, name: str, columns: Columns, encoding: str | None) -> pd.DataFrame:
    text, label, group, title = columns
    frame = _cells(path, columns, encoding)
    if not len(frame):
        raise InputTableError(f"{path}: has no rows below its column names. Name another file.")
    labels = frame[label].map(label_of)
    wrong = np.flatnonzero(labels.isna())
    if len(wrong):
        raise InputTableError(
            f"{path}: column {label!r} holds {frame[label][wrong[0]].strip()!r} in row "
            f"{wrong[0] + 1} ({number_of(len(wrong), 'such row')}); labels must be {ALLOWED}."
        )
    if labels.nunique() < 2:
        raise InputTableError(
            f"{path}: column {label!r} holds only the label {labels[0]:.0f}: both 0 (false) and 1 "
            "(true) are needed in every file."
        )
    for column, what in ((text, "text"), (group, "group")):
        if column is None:
            continue
        empty = np.flatnonzero(frame[column].str.strip() == "")
        if len(empty):
            raise InputTableError(
                f"{path}: column {column!r} is empty in {number_of(len(empty), 'row')}, first in "
                f"row {empty[0] + 1}: every row needs a {what}. Drop or fill these rows."
            )
    return pd.DataFrame(
        {
            "text": frame[text],
            "title": None if title is None else frame[title].where(frame[title] != "", None),
            "label": labels.astype(int),
            "group": "" if group is None else frame[group],
            "corpus": name,
            "row": range(1, len(frame) + 1),
        }
    )
