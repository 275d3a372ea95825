"""The columns that scores become in a table: of frames and of files alike."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from credscore.model import HIGH, SCORE
from credscore.report import CAVEAT_SETS, RELIABLE, Failure, Judgement, Report
from credscore.scorer import Scorer, judge_rows

SCORE_COLUMNS = (
    "credscore_score",
    "credscore_low",
    "credscore_high",
    "credscore_stance",
    "credscore_reliable",
    "credscore_caveats",
    "credscore_model_id",
    "credscore_error",
)
ERROR_COLUMN = SCORE_COLUMNS[-1]
NUMBER_COLUMNS = SCORE_COLUMNS[:3]
TRUTH_COLUMN = "credscore_reliable"
FEATURE = "credscore_f_"
EVIDENCE_COLUMN = "credscore_evidence"
_BLOCK = 1024
"""Reports are made columns so many at a time: no more of them stay in memory."""
_CAVEATS = [" ".join(caveats) for caveats in CAVEAT_SETS]

Cell = float | str | bool | None
Columns = dict[str, list[Cell]]


def own_columns(scorer: Scorer, features: bool = False, evidence: bool = False) -> list[str]:
    """The names of the columns that are added to a table, in order."""
    names = [_feature(weight.feature) for weight in scorer.model.weights] if features else []
    return [*SCORE_COLUMNS, *names, *([EVIDENCE_COLUMN] if evidence else [])]


def is_number(name: str) -> bool:
    """Whether an added column holds numbers; TRUTH_COLUMN holds truth values, others strings."""
    return name in NUMBER_COLUMNS or name.startswith(FEATURE)


def score_rows(
    scorer: Scorer,
    texts: Iterable[str],
    titles: Iterable[str | None] | None = None,
    prior: float | None = None,
    n_jobs: int = 1,
    *,
    features: bool = False,
    evidence: bool = False,
) -> Columns:
    """The columns of many rows: the one place where the rows of tables are scored."""
    columns: Columns = {name: [] for name in own_columns(scorer, features, evidence)}
    if features or evidence:
        reports = iter(scorer.score_many(texts, titles, prior, n_jobs))
        blocks = (_of_reports(some, list(columns)) for some in iter(partial(_block, reports), []))
    else:
        blocks = (_of_judged(*rows) for rows in judge_rows(scorer, texts, titles, prior, n_jobs))
    for block in blocks:
        for name, values in block.items():
            columns[name] += values
    return columns


def with_errors(columns: Columns, errors: Mapping[int, str]) -> Columns:
    """The columns with a row more at every place in `errors`, which has nothing but its error.

    >>> with_errors({"credscore_score": [0.5], "credscore_error": [""]}, {0: "no text"})
    {'credscore_score': [None, 0.5], 'credscore_error': ['no text', '']}
    """
    size = len(columns[ERROR_COLUMN]) + len(errors)
    whole = [number for number in range(size) if number not in errors]
    spread: Columns = {}
    for name, values in columns.items():
        spread[name] = [None] * size
        for number, value in zip(whole, values, strict=True):
            spread[name][number] = value
    for number, error in errors.items():
        spread[ERROR_COLUMN][number] = error
    return spread


def _block(reports: Iterator[Report | Failure]) -> list[Report | Failure]:
    return list(islice(reports, _BLOCK))


def _of_judged(judged: Judgement | None, failures: Mapping[int, Failure]) -> Columns:
    errors = {place: failure.error for place, failure in failures.items()}
    if judged is None:
        return with_errors({name: [] for name in SCORE_COLUMNS}, errors)
    score, low, high = judged.figures[SCORE : HIGH + 1].tolist()
    columns: Columns = {
        "credscore_score": score,
        "credscore_low": low,
        "credscore_high": high,
        "credscore_stance": [*judged.stances],
        "credscore_reliable": [RELIABLE[caveats] for caveats in judged.caveats],
        "credscore_caveats": [_CAVEATS[caveats] for caveats in judged.caveats],
        "credscore_model_id": [judged.model_id] * len(score),
        ERROR_COLUMN: [""] * len(score),
    }
    return with_errors(columns, errors) if errors else columns


def _of_reports(results: Sequence[Report | Failure], names: Sequence[str]) -> Columns:
    errors = {n: result.error for n, result in enumerate(results) if isinstance(result, Failure)}
    reports = [result for result in results if not isinstance(result, Failure)]
    columns: Columns = {
        "credscore_score": [report.score for report in reports],
        "credscore_low": [report.interval[0] for report in reports],
        "credscore_high": [report.interval[1] for report in reports],
        "credscore_stance": [report.stance for report in reports],
        "credscore_reliable": [report.reliable for report in reports],
        "credscore_caveats": [" ".join(report.caveats) for report in reports],
        "credscore_model_id": [report.model_id for report in reports],
        ERROR_COLUMN: [""] * len(reports),
    }
    rows = [_row(report, EVIDENCE_COLUMN in names) for report in reports]
    for name in names[len(columns) :]:
        columns[name] = [row.get(name) for row in rows]
    return with_errors(columns, errors) if errors else columns


def _row(report: Report, evidence: bool) -> dict[str, Cell]:
    row: dict[str, Cell] = {_feature(c.feature): c.value for c in report.contributions}
    if evidence:
        items = [item._asdict() for item in report.evidence]
        row[EVIDENCE_COLUMN] = json.dumps(items, ensure_ascii=False)
    return row


def _feature(name: str) -> str:
    return f"{FEATURE}{name}"
