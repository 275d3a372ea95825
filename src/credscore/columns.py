"""The columns that a report becomes in a table: of frames and of files alike."""

import json

from credscore.report import Report

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

Cell = float | str | bool | None


def scored(report: Report) -> dict[str, Cell]:
    """The columns of a report; several caveats are joined by spaces."""
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


def failed(error: str) -> dict[str, Cell]:
    """The columns of a row that can't be scored."""
    return dict.fromkeys(SCORE_COLUMNS) | {"credscore_error": error}


def features(report: Report) -> dict[str, Cell]:
    """A column credscore_f_NAME for every feature of the model."""
    return {f"credscore_f_{c.feature}": c.value for c in report.contributions}


def evidence(report: Report) -> dict[str, Cell]:
    """The evidence as one JSON column."""
    items = [item._asdict() for item in report.evidence]
    return {"credscore_evidence": json.dumps(items, ensure_ascii=False)}
