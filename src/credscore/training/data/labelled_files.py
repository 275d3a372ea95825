"""Users' labelled CSV files, checked before anything is trained or measured on them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from credscore.errors import InputTableError, counted
from credscore.sources import SHARED, SKETCH, sketch

MIN_GROUPS = 5
_TOLD = 5  # pairs of copies that an error names
_LABELS = ("0", "1", "0.0", "1.0")


def read_labelled(
    paths: Sequence[Path], text: str, label: str, group: str | None, title: str | None
) -> pd.DataFrame:
    """Columns text, title, label (0 or 1), group, corpus (the file), row (1 for the first).

    Without a group column every text is a group of its own, copies together.

    Raises
    ------
    InputTableError
        With what came, what is allowed and what to do.
    """
    names = corpus_names(paths)
    frames = [
        _read(path, name, text, label, group, title)
        for path, name in zip(paths, names, strict=True)
    ]
    frame = pd.concat(frames, ignore_index=True)
    for corpus, rows in frame.groupby("corpus", sort=False):
        classes = set(rows["label"])
        if len(classes) < 2:
            raise InputTableError(
                f"{corpus}: column {label!r} holds only the label {classes.pop()}: both 0 (false) "
                "and 1 (true) are needed in every file."
            )
    if group is None:
        places = [place if of is None else of for place, of in enumerate(originals(frame["text"]))]
        frame["group"] = [f"text {place}" for place in places]
    return frame


def corpus_names(paths: Sequence[Path]) -> list[str]:
    """The shortest endings of the paths that tell them apart: a file's name, where it is enough.

    >>> corpus_names([Path("a/x.csv"), Path("b/x.csv"), Path("y.csv")])
    ['a/x.csv', 'b/x.csv', 'y.csv']

    Raises
    ------
    InputTableError
        Where one file is named twice.
    """
    whole = [path.resolve().parts for path in paths]
    twice = [path for path, count in Counter(whole).items() if count > 1]
    if twice:
        raise InputTableError(f"{twice[0][-1]}: named twice. Name every file once.")
    found = []
    for parts in whole:
        length = 1
        while sum(other[-length:] == parts[-length:] for other in whole) > 1:
            length += 1
        found.append("/".join(parts[-length:]))
    return found


def check_groups(frame: pd.DataFrame) -> None:
    """Training holds groups out: every label needs several of them, and none may leak.

    Raises
    ------
    InputTableError
        Where a label has too few groups, or copies of a text stand in different groups.
    """
    for label, rows in frame.groupby("label"):
        groups = rows["group"].nunique()
        if groups < MIN_GROUPS:
            raise InputTableError(
                f"Label {label} has {counted(groups, 'group')}: at least {MIN_GROUPS} are needed "
                "to hold some out. Add rows, or name another --group-column."
            )
    pairs = [
        (place, of)
        for place, of in enumerate(originals(frame["text"]))
        if of is not None and frame["group"][place] != frame["group"][of]
    ]
    if pairs:
        told = "; ".join(
            " of ".join(f"{row['corpus']} row {row['row']} (group {row['group']!r})" for row in two)
            for two in ((frame.iloc[place], frame.iloc[of]) for place, of in pairs[:_TOLD])
        )
        more = f"; and {len(pairs) - _TOLD} more" if len(pairs) > _TOLD else ""
        raise InputTableError(
            f"Texts that are copies of a text in another group: {len(pairs)}. The evaluation would "
            f"leak: {told}{more}. Give copies one group, or drop them."
        )


def titles(frame: pd.DataFrame) -> list[str | None]:
    """The column of titles with None where a row has none."""
    return [title if isinstance(title, str) else None for title in frame["title"]]


def originals(texts: Iterable[str]) -> list[int | None]:
    """The place of the earlier text that each one is a near-copy of, or None.

    >>> story = "The mayor of the town said on Monday that she would not resign at all."
    >>> originals([story, "Another story, about a bridge that was built.", story.upper()])
    [None, None, 0]
    """
    seen: dict[int, list[int]] = {}
    found: list[int | None] = []
    for place, text in enumerate(texts):
        numbers = sketch(text)
        votes = Counter(other for number in numbers for other in seen.get(number, ()))
        best, shared = max(votes.items(), key=lambda pair: (pair[1], -pair[0]), default=(0, 0))
        copy = bool(numbers) and shared * SKETCH >= SHARED * len(numbers)
        found.append(best if copy else None)
        if not copy:
            for number in numbers:
                seen.setdefault(number, []).append(place)
    return found


def _read(
    path: Path, name: str, text: str, label: str, group: str | None, title: str | None
) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputTableError(
            f"{path}: can't be read as CSV: {reason}. Name a CSV file with a line of column names."
        ) from None
    for column in filter(None, (text, label, group, title)):
        if column not in frame.columns:
            raise InputTableError(
                f"{path}: no column {column!r}. Columns there: {', '.join(frame.columns)}."
            )
    if not len(frame):
        raise InputTableError(f"{path}: no rows.")
    labels = frame[label].str.strip()
    wrong = np.flatnonzero(~labels.isin(_LABELS))
    if len(wrong):
        raise InputTableError(
            f"{path}: column {label!r} holds {labels[wrong[0]]!r} in row {wrong[0] + 1} "
            f"({counted(len(wrong), 'such row')}); labels must be 0 (false) or 1 (true)."
        )
    needed = [(text, "text"), *([(group, "group")] if group is not None else [])]
    for column, what in needed:
        empty = np.flatnonzero(frame[column].str.strip() == "")
        if len(empty):
            raise InputTableError(
                f"{path}: column {column!r} is empty in {counted(len(empty), 'row')}, first in row "
                f"{empty[0] + 1}: every row needs a {what}. Drop or fill these rows."
            )
    return pd.DataFrame(
        {
            "text": frame[text],
            "title": frame[title].where(frame[title] != "", None) if title else None,
            "label": labels.astype(float).astype(int),
            "group": frame[group] if group else "",
            "corpus": name,
            "row": range(1, len(frame) + 1),
        }
    )
