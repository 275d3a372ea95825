"""The columns that scores become in a table, of frames and of files alike: one row of a table each.

A further column of every table is a further row of COLUMNS; nothing else names them one by one.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypedDict, Unpack

from credscore.errors import InputError, InputTableError
from credscore.report import Failure, Report, Score
from credscore.scorer import Scorer

Cell = float | str | bool | None
Columns = dict[str, list[Cell]]


class Column(NamedTuple):
    """A column that is added, and its cell from the score of a row.

    `type` is float, bool or str. Frames, Parquet and Spark each map it to a type of theirs. The
    features and the evidence of a row, for which `cell` is None, are read all together.
    """

    name: str
    type: type[float | bool | str]
    cell: Callable[[Score | Report], Cell] | None = None


COLUMNS = (
    Column("credscore_score", float, attrgetter("score")),
    Column("credscore_low", float, lambda score: score.interval[0]),
    Column("credscore_high", float, lambda score: score.interval[1]),
    Column("credscore_verdict", str, attrgetter("verdict")),
    Column("credscore_stance", str, attrgetter("stance")),
    Column("credscore_reliable", bool, attrgetter("reliable")),
    Column("credscore_caveats", str, lambda score: " ".join(score.caveats)),
    Column("credscore_model_id", str, attrgetter("model_id")),
    Column("credscore_error", str, lambda score: ""),
)
ERROR_COLUMN = COLUMNS[-1].name
FEATURE = "credscore_f_"
USUAL_NAMES = {
    "text": ("content", "article", "body", "full_text", "fulltext", "article_text", "maintext",
             "articlebody", "story", "description", "headline"),
    "title": ("headline", "heading", "subject", "article_title"),
}  # fmt: skip
"""Names that people give to the columns of texts and of titles, the likeliest first."""
_SHOWN = 20
EVIDENCE_COLUMN = "credscore_evidence"


class MoreColumns(TypedDict, total=False):
    """Columns to add beside COLUMNS: credscore_f_NAME for every feature, the evidence as JSON."""

    features: bool
    evidence: bool


def check_names(names: Sequence[Any], *columns: Any, table: str = "", hint: str = "") -> None:
    """Raise InputTableError unless all of `columns` (but None) are among `names`, each once.

    Messages begin with `table`; `hint` says what to do about a column that is not there.
    """
    for column in columns:
        if column is not None and column not in names:
            there = ", ".join(str(name)[:60] for name in names[:_SHOWN]) or "none"
            more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
            meant = _meant(column, names)
            asked = "" if meant is None else f" Is it {meant!r}?"
            raise InputTableError(
                f"{table}no column {column!r}. Columns there: {there}{more}.{asked}{hint}"
            )
        if names.count(column) > 1:
            raise InputTableError(f"{table}two columns have the name {column!r}. Rename one.")


def _meant(column: Any, names: Sequence[Any]) -> str | None:
    """The name that is usual for what a missing column holds."""
    there = {str(name).strip().casefold(): str(name) for name in names}
    usual = (str(column).casefold(), *USUAL_NAMES.get(str(column), ()))
    return next((there[name] for name in usual if name in there), None)


def own_columns(scorer: Scorer, **more: Unpack[MoreColumns]) -> tuple[Column, ...]:
    """The columns that are added to a table, in order."""
    unknown = next((name for name in more if name not in MoreColumns.__annotations__), None)
    if unknown is not None:
        known = " and ".join(MoreColumns.__annotations__)
        raise InputError(f"no argument {unknown!r}. Columns are added by {known}.")
    added: list[Column] = []
    if more.get("features"):
        added += [Column(FEATURE + weight.feature, float) for weight in scorer.model.weights]
    if more.get("evidence"):
        added.append(Column(EVIDENCE_COLUMN, str))
    return (*COLUMNS, *added)


def score_rows(
    scorer: Scorer,
    texts: Iterable[str],
    titles: Iterable[str | None] | None = None,
    prior: float | None = None,
    n_jobs: int = 1,
    **more: Unpack[MoreColumns],
) -> Columns:
    """The cells of many rows by the name of the column; every table is scored here.

    A row that can't be scored has its reason in credscore_error, and no other cell.
    """
    own = own_columns(scorer, **more)
    columns: Columns = {column.name: [] for column in own}
    cells = [(columns[column.name], column.cell) for column in own if column.cell]
    score = scorer.score_many if any(more.values()) else scorer.scores
    for result in score(texts, titles, prior, n_jobs):
        if isinstance(result, Failure):
            for name, column in columns.items():
                column.append(result.error if name == ERROR_COLUMN else None)
            continue
        for column, cell in cells:
            column.append(cell(result))
        if isinstance(result, Report):
            for name in columns.keys() & (row := _cells(result)):
                columns[name].append(row[name])
    return columns


def _cells(report: Report) -> dict[str, Cell]:
    """The features and the evidence of a row."""
    evidence = [item._asdict() for item in report.evidence]
    row: dict[str, Cell] = {EVIDENCE_COLUMN: json.dumps(evidence, ensure_ascii=False)}
    return row | {FEATURE + item.feature: item.value for item in report.contributions}
