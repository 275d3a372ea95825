"""The columns that scores become in a table, of frames and of files alike: one row of a table each.

A further column of every table is a further row of COLUMNS; nothing else names them one by one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypedDict, Unpack

from credscore.model import HIGH, LOW, SCORE
from credscore.report import CAVEAT_SETS, RELIABLE, Failure, Judgement, Report
from credscore.scorer import Scorer, judge_rows

Cell = float | str | bool | None
Columns = dict[str, list[Cell]]

_CAVEATS = [" ".join(caveats) for caveats in CAVEAT_SETS]


class Column(NamedTuple):
    """A column that is added: its cells out of the scores of a block, or out of one report.

    `type` is float, bool or str. Frames, Parquet and Spark each map it to a type of theirs.
    A column without `of_block` needs whole reports, which take longer; one with neither is a
    feature, and all features of a report are read together.
    """

    name: str
    type: type[float | bool | str]
    of_report: Callable[[Report], Cell] | None = None
    of_block: Callable[[Judgement], Iterable[Cell]] | None = None


COLUMNS = (
    Column(
        "credscore_score", float,
        lambda report: report.score, lambda block: block.figures[SCORE].tolist(),
    ),
    Column(
        "credscore_low", float,
        lambda report: report.interval[0], lambda block: block.figures[LOW].tolist(),
    ),
    Column(
        "credscore_high", float,
        lambda report: report.interval[1], lambda block: block.figures[HIGH].tolist(),
    ),
    Column("credscore_stance", str, lambda report: report.stance, lambda block: block.stances),
    Column(
        "credscore_reliable", bool,
        lambda report: report.reliable, lambda block: [RELIABLE[bits] for bits in block.caveats],
    ),
    Column(
        "credscore_caveats", str,
        lambda report: " ".join(report.caveats),
        lambda block: [_CAVEATS[bits] for bits in block.caveats],
    ),
    Column(
        "credscore_model_id", str,
        lambda report: report.model_id, lambda block: [block.model_id] * len(block.stances),
    ),
    Column("credscore_error", str, lambda report: "", lambda block: [""] * len(block.stances)),
)  # fmt: skip
ERROR_COLUMN = COLUMNS[-1].name
FEATURE = "credscore_f_"
EVIDENCE_COLUMN = "credscore_evidence"

_BLOCK = 1024
"""Reports that are in memory at one time."""


class MoreColumns(TypedDict, total=False):
    """Columns to add beside COLUMNS: credscore_f_NAME for every feature, the evidence as JSON."""

    features: bool
    evidence: bool


def own_columns(
    scorer: Scorer, *, features: bool = False, evidence: bool = False
) -> tuple[Column, ...]:
    """The columns that are added to a table, in order."""
    more: list[Column] = []
    if features:
        more += [Column(FEATURE + weight.feature, float) for weight in scorer.model.weights]
    if evidence:
        more.append(Column(EVIDENCE_COLUMN, str, _evidence))
    return (*COLUMNS, *more)


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
    blocks: Iterator[Columns]
    if all(column.of_block for column in own):
        judged = judge_rows(scorer, texts, titles, prior, n_jobs)
        blocks = (_of_judged(block, failures) for block, failures in judged)
    else:
        reports = scorer.score_many(texts, titles, prior, n_jobs)
        parts = iter(lambda: [*islice(reports, _BLOCK)], [])
        blocks = (_of_reports(results, own) for results in parts)
    columns: Columns = {column.name: [] for column in own}
    for block in blocks:
        for name, cells in block.items():
            columns[name] += cells
    return columns


def with_errors(columns: Columns, errors: Mapping[int, str]) -> Columns:
    """The columns with one more row at every number in `errors`: it holds its error alone.

    >>> with_errors({"credscore_score": [0.5], "credscore_error": [""]}, {0: "no text"})
    {'credscore_score': [None, 0.5], 'credscore_error': ['no text', '']}
    """
    if not errors:
        return columns
    size = len(columns[ERROR_COLUMN]) + len(errors)
    spread: Columns = {}
    for name, cells in columns.items():
        scored = iter(cells)
        spread[name] = [None if number in errors else next(scored) for number in range(size)]
    for number, error in errors.items():
        spread[ERROR_COLUMN][number] = error
    return spread


def _of_judged(judged: Judgement | None, failures: Mapping[int, Failure]) -> Columns:
    columns: Columns = {
        column.name: [*column.of_block(judged)] if judged and column.of_block else []
        for column in COLUMNS
    }
    return with_errors(columns, {number: failure.error for number, failure in failures.items()})


def _of_reports(results: Sequence[Report | Failure], own: Sequence[Column]) -> Columns:
    reports = [result for result in results if isinstance(result, Report)]
    columns: Columns = {
        column.name: [*map(column.of_report, reports)] if column.of_report else [] for column in own
    }
    for report in reports:
        for contribution in report.contributions:
            if (name := FEATURE + contribution.feature) in columns:
                columns[name].append(contribution.value)
    failures = {n: result.error for n, result in enumerate(results) if isinstance(result, Failure)}
    return with_errors(columns, failures)


def _evidence(report: Report) -> str:
    return json.dumps([item._asdict() for item in report.evidence], ensure_ascii=False)
