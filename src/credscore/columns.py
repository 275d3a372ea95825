"""The columns that scores become in a table: of frames and of files alike."""

import json
from collections.abc import Iterable

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
NUMBER_COLUMNS = SCORE_COLUMNS[:3]
FEATURE = "credscore_f_"
EVIDENCE_COLUMN = "credscore_evidence"

Cell = float | str | bool | None
Columns = dict[str, list[Cell]]


def own_columns(scorer: Scorer, features: bool = False, evidence: bool = False) -> list[str]:
    """The names of the columns that are added to a table, in order."""
    names = [_feature(weight.feature) for weight in scorer.model.weights] if features else []
    return [*SCORE_COLUMNS, *names, *([EVIDENCE_COLUMN] if evidence else [])]


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
    names = own_columns(scorer, features, evidence)
    columns: Columns = {name: [] for name in names}
    score = scorer.score_many if features or evidence else scorer.scores
    for result in score(texts, titles, prior, n_jobs):
        row = _failed(result) if isinstance(result, Failure) else _scored(result)
        if features and isinstance(result, Report):
            row |= {_feature(c.feature): c.value for c in result.contributions}
        if evidence and isinstance(result, Report):
            items = [item._asdict() for item in result.evidence]
            row[EVIDENCE_COLUMN] = json.dumps(items, ensure_ascii=False)
        for name in names:
            columns[name].append(row.get(name))
    return columns


def _scored(report: Report | Score) -> dict[str, Cell]:
    return {
        "credscore_score": report.score,
        "credscore_low": report.interval[0],
        "credscore_high": report.interval[1],
        "credscore_stance": report.stance,
        "credscore_reliable": report.reliable,
        "credscore_caveats": " ".join(report.caveats),
        "credscore_model_id": report.model_id,
        "credscore_error": "",
    }


def _failed(failure: Failure) -> dict[str, Cell]:
    return {"credscore_error": failure.error}


def _feature(name: str) -> str:
    return f"{FEATURE}{name}"
