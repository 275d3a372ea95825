"""The columns that scores become in a table: of frames and of files alike."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from credscore.report import Failure, Report, Score
from credscore.scorer import Scorer

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
"""Results are made columns so many at a time: no more of them stay in memory."""

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
    score = scorer.score_many if features or evidence else scorer.scores
    results = iter(score(texts, titles, prior, n_jobs))
    while block := list(islice(results, _BLOCK)):
        for name, values in _columns(block, list(columns)).items():
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


def _columns(results: Sequence[Report | Score | Failure], names: Sequence[str]) -> Columns:
    errors = {n: result.error for n, result in enumerate(results) if isinstance(result, Failure)}
    whole = [result for result in results if not isinstance(result, Failure)]
    columns: Columns = {
        "credscore_score": [result.score for result in whole],
        "credscore_low": [result.interval[0] for result in whole],
        "credscore_high": [result.interval[1] for result in whole],
        "credscore_stance": [result.stance for result in whole],
        "credscore_reliable": [result.reliable for result in whole],
        "credscore_caveats": [" ".join(result.caveats) for result in whole],
        "credscore_model_id": [result.model_id for result in whole],
        ERROR_COLUMN: [""] * len(whole),
    }
    for name in names[len(columns) :]:
        columns[name] = []
    for report in whole if len(names) > len(SCORE_COLUMNS) else ():
        assert isinstance(report, Report)
        row: dict[str, Cell] = {_feature(c.feature): c.value for c in report.contributions}
        if EVIDENCE_COLUMN in columns:
            items = [item._asdict() for item in report.evidence]
            row[EVIDENCE_COLUMN] = json.dumps(items, ensure_ascii=False)
        for name in names[len(SCORE_COLUMNS) :]:
            columns[name].append(row.get(name))
    return with_errors(columns, errors) if errors else columns


def _feature(name: str) -> str:
    return f"{FEATURE}{name}"
