"""The table of claims: one row for each report of a claim."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

from credscore.pooling.claim_report import ClaimReport
from credscore.pooling.records import EventKind, PooledArticle
from credscore.report import MOST_REASONS

if TYPE_CHECKING:
    import pandas as pd

_EVENTS: tuple[EventKind, ...] = get_args(EventKind)
COLUMNS = (
    "score", "low", "high", "verdict", "reliable", "caveats", "articles", "reports", "copies",
    "failed", "relays", "disputed", "debunks", *_EVENTS, "origin", "weightiest", "reasons",
)  # fmt: skip
"""The columns behind the claim's own."""


def claim_table(reports: Iterable[ClaimReport], claim: str) -> "pd.DataFrame":
    """One row for each report, under the name of the column of claims and COLUMNS.

    A claim without any article that has a score has none either (nan). Several caveats, reasons or
    articles stand in one cell, joined as a reader would.
    """
    import pandas as pd

    return pd.DataFrame([_row(report) for report in reports], columns=[claim, *COLUMNS])


def _row(report: ClaimReport) -> tuple[Any, ...]:
    scored = report.reports > 0
    low, high = report.interval
    nan = float("nan")
    figures = (report.score, low, high) if scored else (nan, nan, nan)
    dates = {event.kind: event.date for event in report.events}
    weightiest = "; ".join(_named(report.members[at]) for at in report.weightiest)
    return (
        report.claim or "", *figures, report.verdict, report.reliable, ", ".join(report.caveats),
        report.articles, report.reports, report.copies, report.failed, report.relays,
        report.disputed, report.debunks, *(dates.get(kind, "") for kind in _EVENTS),
        report.citations.summary if scored else "", weightiest,
        " ".join(reason.text for reason in report.reasons[:MOST_REASONS]),
    )  # fmt: skip


def _named(article: PooledArticle) -> str:
    return f"{article.source}: {article.heading}" if article.source else article.heading
