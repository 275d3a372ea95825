"""How credibly a news-like text is sourced: one calibrated probability, and the words behind it.

The data's way: text -> cues -> evidence -> features -> log-odds -> report.

>>> import credscore
>>> report = credscore.score("The ministry denied the reports. A source claims he fled.")
>>> 0 < report.score < 1
True
"""

from typing import TYPE_CHECKING, Any

from credscore.errors import (
    CredscoreError,
    InputError,
    InputTableError,
    InputValueError,
    LexiconError,
    ModelFileError,
)

if TYPE_CHECKING:
    from credscore.evidence import Evidence
    from credscore.grouping import group_articles
    from credscore.model import PriorEstimate, estimate_prior
    from credscore.report import Attribution, Claim, Contribution, Failure, Profile, Reason, Report
    from credscore.scorer import Scorer, extract
    from credscore.sources import score_sources
    from credscore.sourcing import attributions
    from credscore.tables import score_frame

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Claim",
    "Contribution",
    "CredscoreError",
    "Evidence",
    "Failure",
    "InputError",
    "InputTableError",
    "InputValueError",
    "LexiconError",
    "ModelFileError",
    "PriorEstimate",
    "Profile",
    "Reason",
    "Report",
    "Scorer",
    "attributions",
    "estimate_prior",
    "extract",
    "group_articles",
    "score",
    "score_frame",
    "score_sources",
]

_PLACES = {
    "Attribution": "report",
    "attributions": "sourcing",
    "Claim": "report",
    "Contribution": "report",
    "estimate_prior": "model",
    "Evidence": "evidence",
    "Failure": "report",
    "PriorEstimate": "model",
    "Profile": "report",
    "Reason": "report",
    "Report": "report",
    "Scorer": "scorer",
    "extract": "scorer",
    "group_articles": "grouping",
    "score_frame": "tables",
    "score_sources": "sources",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'credscore' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"credscore.{_PLACES[name]}"), name)


def score(text: str, title: str | None = None, prior: float = 0.5, style: bool = True) -> "Report":
    """Score one text with the shipped model; see Scorer.score for values and errors.

    Without `style` the style of writing moves no score; see Scorer.load.

    >>> plain = score("He fled (it is said).", style=False)
    >>> {c.log_odds for c in plain.contributions if c.signal == "style"}
    {0.0}
    """
    from credscore.scorer import shipped

    scorer = shipped() if style else shipped(style=False)  # each is loaded once
    return scorer.score(text, title, prior)
