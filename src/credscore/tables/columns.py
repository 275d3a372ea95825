"""Defines the columns that scores add to every table: each is a row of COLUMNS."""

import json
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypedDict

from credscore.errors import InputError, InputTableError
from credscore.report import Failure, Report, Score
from credscore.scorer import Scorer

Cell = float | str | bool | None
Columns = dict[str, list[Cell]]


class Column(NamedTuple):
    """An added column with cells of one `type`. Without `cell`, `_cells` gives its cells."""

    name: str
    type: type[float | int | bool | str]
    cell: Callable[[Score | Report], Cell] | None = None


RELIABLE_COLUMN = "credscore_reliable"
ERROR_COLUMN = "credscore_error"
COLUMNS = (
    Column("credscore_verdict", str, attrgetter("verdict")),
    Column("credscore_score", float, attrgetter("score")),
    Column("credscore_low", float, lambda score: score.interval[0]),
    Column("credscore_high", float, lambda score: score.interval[1]),
    Column("credscore_stance", str, attrgetter("stance")),
    Column(RELIABLE_COLUMN, bool, attrgetter("reliable")),
    Column("credscore_caveats", str, lambda score: " ".join(score.caveats)),
    Column("credscore_model_id", str, attrgetter("model_id")),
    Column(ERROR_COLUMN, str, lambda score: ""),
)
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
    """Optional columns beside COLUMNS: credscore_f_NAME for every feature, the evidence as JSON."""

    features: bool
    evidence: bool


def check_names(names: Sequence[Any], *columns: Any, table: str = "", hint: str = "") -> None:
    """Raise InputTableError unless `names` has each of `columns`, None aside, exactly once."""
    for column in columns:
        if column is not None and column not in names:
            there = ", ".join(str(name)[:60] for name in names[:_SHOWN]) or "none"
            more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
            asked = f" Is it {meant!r}?" if (meant := _meant(column, names)) else ""
            raise InputTableError(
                f"{table}no column {column!r}. Columns there: {there}{more}.{asked}{hint}"
            )
        if names.count(column) > 1:
            raise InputTableError(f"{table}two columns have the name {column!r}. Rename one.")


def _meant(column: Any, names: Sequence[Any]) -> str | None:
    """The usual name, if `names` has it, of what a missing column should hold."""
    there = {str(name).strip().casefold(): str(name) for name in names}
    usual = (str(column).casefold(), *USUAL_NAMES.get(str(column), ()))
    return next((there[name] for name in usual if name in there), None)


def own_columns(
    scorer: Scorer, features: bool = False, evidence: bool = False, **unknown: object
) -> list[Column]:
    for name in unknown:
        column = next((own for own in ("title", "text") if own in name), None)
        asked = f" State the column with {column}=." if column else ""
        raise InputError(
            f"no argument {name!r}.{asked} Columns are added by features and evidence."
        )
    own = list(COLUMNS)
    if features:
        own += [Column(FEATURE + weight.feature, float) for weight in scorer.model.weights]
    if evidence:
        own.append(Column(EVIDENCE_COLUMN, str))
    return own


def score_rows(
    scorer: Scorer, texts: Iterable[str], titles: Iterable[str | None] | None = None,
    prior: float | None = None, n_jobs: int = 1, features: bool = False, evidence: bool = False,
) -> Columns:  # fmt: skip
    """The cells of many rows by column; a row that can't be scored has only its credscore_error."""
    columns: Columns = {column.name: [] for column in own_columns(scorer, features, evidence)}
    score = scorer.score_many if features or evidence else scorer.scores
    for result in score(texts, titles, prior, n_jobs):
        row = _cells(result)
        for name, column in columns.items():
            column.append(row.get(name))
    return columns


def _cells(result: Score | Report | Failure) -> dict[str, Cell]:
    if isinstance(result, Failure):
        return {ERROR_COLUMN: result.error}
    row = {name: cell(result) for name, _, cell in COLUMNS if cell}
    if isinstance(result, Report):
        evidence = [item._asdict() for item in result.evidence]
        row[EVIDENCE_COLUMN] = json.dumps(evidence, ensure_ascii=False)
        row |= {FEATURE + item.feature: item.value for item in result.contributions}
    return row
