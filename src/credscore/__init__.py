"""Tells how credibly a news-like text is sourced: a calibrated probability, and its evidence.

The steps are: text -> cues -> evidence -> features -> log-odds -> report.

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
    from credscore.citation import (
        Citation,
        CitationGraph,
        CitingArticle,
        citation_graph,
        citations,
        citing_articles,
        copies_of,
    )
    from credscore.evidence import Evidence
    from credscore.grouping import group_articles
    from credscore.model import PriorEstimate, estimate_prior
    from credscore.pooling import Article, ClaimReport, score_claim, score_claims
    from credscore.report import Attribution, Claim, Contribution, Failure, Profile, Reason, Report
    from credscore.scorer import Scorer, extract
    from credscore.sources import score_sources
    from credscore.sourcing import attributions
    from credscore.tables import score_frame

__version__ = "0.1.0"

__all__ = [
    "Article", "Attribution", "Citation", "CitationGraph", "CitingArticle", "Claim",
    "ClaimReport", "Contribution", "CredscoreError", "Evidence", "Failure", "InputError",
    "InputTableError", "InputValueError", "LexiconError", "ModelFileError", "PriorEstimate",
    "Profile", "Reason", "Report", "Scorer", "attributions", "citation_graph", "citations",
    "citing_articles", "copies_of", "estimate_prior", "extract", "group_articles", "score",
    "score_claim", "score_claims", "score_frame", "score_sources",
]  # fmt: skip

_NAMES = {
    "citation": (
        "Citation", "CitationGraph", "CitingArticle", "citation_graph", "citations",
        "citing_articles", "copies_of",
    ),
    "evidence": ("Evidence",),
    "grouping": ("group_articles",),
    "model": ("PriorEstimate", "estimate_prior"),
    "pooling": ("Article", "ClaimReport", "score_claim", "score_claims"),
    "report": ("Attribution", "Claim", "Contribution", "Failure", "Profile", "Reason", "Report"),
    "scorer": ("Scorer", "extract"),
    "sources": ("score_sources",),
    "sourcing": ("attributions",),
    "tables": ("score_frame",),
}  # fmt: skip
_PLACES = {name: package for package, names in _NAMES.items() for name in names}
"""The package of each name; it is imported when the name is asked for."""


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'credscore' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"credscore.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(
        {*__all__, "__all__", "__doc__", "__file__", "__name__", "__path__", "__version__"}
    )


def score(text: str, title: str | None = None, prior: float = 0.5, style: bool = True) -> "Report":
    """Score one text with the shipped model; see Scorer.score for parameters and errors.

    With `style=False` the style of writing moves no score; see Scorer.load.

    >>> plain = score("He fled (it is said).", style=False)
    >>> {c.log_odds for c in plain.contributions if c.signal == "style"}
    {0.0}
    """
    from credscore.scorer import Scorer, shipped

    load = shipped if isinstance(style, bool) else Scorer.load  # each is loaded once; load refuses
    scorer = load() if style is True else load(style=style)
    return scorer.score(text, title, prior)
