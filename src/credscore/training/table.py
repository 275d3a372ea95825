"""Users' labelled CSV files, checked before anything is trained or measured on them."""

from pathlib import Path

import pandas as pd

from credscore.errors import InputTableError

MIN_GROUPS = 5


def read_labelled(
    paths: list[Path], text: str, label: str, group: str | None, title: str | None
) -> pd.DataFrame:
    """Columns text, title, label (0 or 1), group, corpus (the file's name).

    Raises
    ------
    InputTableError
        With what came, what is allowed and what to do.
    """
    frames = [_read(path, text, label, group, title) for path in paths]
    frame = pd.concat(frames, ignore_index=True)
    for corpus, rows in frame.groupby("corpus"):
        classes = set(rows["label"])
        if len(classes) < 2:
            raise InputTableError(
                f"{corpus}: column {label!r} holds only the label {classes.pop()}: both 0 (false) "
                "and 1 (true) are needed in every file."
            )
    return frame


def check_groups(frame: pd.DataFrame) -> None:
    """Training holds groups out: every label needs several of them.

    Raises
    ------
    InputTableError
        Where a label has too few groups.
    """
    for label, rows in frame.groupby("label"):
        groups = rows["group"].nunique()
        if groups < MIN_GROUPS:
            raise InputTableError(
                f"Label {label} has {groups} groups: at least {MIN_GROUPS} are needed to hold some "
                "out. Add rows, or name another --group-column."
            )


def _read(path: Path, text: str, label: str, group: str | None, title: str | None) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise InputTableError(f"{path}: can't be read as CSV: {error}") from None
    for column in filter(None, (text, label, group, title)):
        if column not in frame.columns:
            raise InputTableError(
                f"{path}: no column {column!r}. Columns there: {', '.join(frame.columns)}."
            )
    labels = frame[label].str.strip()
    wrong = sorted(set(labels) - {"0", "1", "0.0", "1.0"})
    if wrong:
        raise InputTableError(
            f"{path}: column {label!r} holds {wrong[0]!r}; labels must be 0 (false) or 1 (true)."
        )
    if not len(frame):
        raise InputTableError(f"{path}: no rows.")
    rows = pd.Series(range(len(frame)), index=frame.index).astype(str)
    return pd.DataFrame(
        {
            "text": frame[text],
            "title": frame[title] if title else None,
            "label": labels.astype(float).astype(int),
            "group": frame[group] if group else f"{path.name}:" + rows,
            "corpus": path.name,
        }
    )
