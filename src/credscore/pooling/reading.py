"""Articles read for pooling: scored, with who denies and who confirms."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from credscore.evidence import Evidence
from credscore.model import prior_log_odds
from credscore.pooling.articles import Article, ReadArticle, day_of, given, whole
from credscore.pooling.records import Event, EventKind
from credscore.report import Attribution, Failure, Report
from credscore.scorer import Scorer
from credscore.sourcing import attributions

CONFIRMING = frozenset({"confirm", "confirms", "confirmed", "acknowledged", "admitted", "verified"})
"""Verbs with which an institution confirms."""
_HEADING = 120
_EDGE = 1e-12


def read_articles(scorer: Scorer, articles: Sequence[Article]) -> Iterator[ReadArticle]:
    """What pooling needs of each article, in their order; one that has no score says why."""
    texts = [article.text for article in articles]
    titles = [given(article.title) for article in articles]
    reports = scorer.score_many(texts, titles)
    yield from map(_read, articles, titles, reports)


def _read(article: Article, headline: Any, report: Report | Failure) -> ReadArticle:
    text = whole(article.text) if isinstance(article.text, str) else ""
    title = whole(headline) if isinstance(headline, str) else None
    source = None if given(article.source) is None else whole(str(article.source))
    known = _heading(title, text), source, day_of(article.date), title, text
    if isinstance(report, Failure):
        return ReadArticle(*known, error=report.error)
    signals: dict[str, float] = defaultdict(float)
    for contribution in report.contributions:
        signals[contribution.signal] += contribution.log_odds
    rows = attributions(article.text, headline)
    low, high = report.interval
    return ReadArticle(
        *known,
        score=report.score,
        log_odds=report.log_odds,
        low=_log_odds(low),
        high=_log_odds(high),
        stance=report.stance,
        reliable=report.reliable,
        signals=tuple(sorted(signals.items())),
        denied_by=_denier(rows, report.evidence),
        confirmed_by=_confirmer(rows) if report.stance == "relays" else None,
    )


def _heading(title: str | None, text: str) -> str:
    """What an article is called: its title, or the beginning of its text."""
    line = " ".join((title or text)[: 2 * _HEADING].split())
    return line if len(line) <= _HEADING else line[: _HEADING - 1].rstrip() + "…"


def _log_odds(probability: float) -> float:
    return prior_log_odds(min(max(probability, _EDGE), 1 - _EDGE))


def _denier(rows: Sequence[Attribution], evidence: Sequence[Evidence]) -> str | None:
    """Who denies the claim, as written; "" if an unnamed somebody does, None if nobody."""
    denials = [item for item in evidence if item.kind == "denial" and item.of_claim]
    places = {(item.start, item.in_title) for item in denials}
    named = (
        row.source for row in rows
        if row.denial == "denial" and (row.denial_start, row.in_title) in places
    )  # fmt: skip
    return next(named, "" if denials else None)


def _confirmer(rows: Sequence[Attribution]) -> str | None:
    """The first institution that confirms something, as written; "could not confirm" is no such."""
    for row in rows:
        if row.kind == "institution" and row.denial is None and row.verb.lower() in CONFIRMING:
            return row.source
    return None


_KINDS: tuple[tuple[EventKind, Callable[[ReadArticle], str | None]], ...] = (
    ("first_report", lambda article: article.source or ""),
    ("first_denial", lambda article: article.denied_by),
    ("first_confirmation", lambda article: article.confirmed_by),
)
"""Each event, and who made it in an article; None if nobody did there."""


def events_of(articles: Sequence[ReadArticle]) -> tuple[Event, ...]:
    """The events of a claim, whose articles come in their order; only dated articles tell any."""
    events = []
    for kind, told_by in _KINDS:
        for at, article in enumerate(articles):
            by = told_by(article) if article.date and article.error is None else None
            if by is not None:
                events.append(Event(kind, str(article.date), at, by or None))
                break
    return tuple(events)
