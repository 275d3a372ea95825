"""Articles read for pooling: scored, with who denies and who confirms."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from credscore.evidence import Evidence
from credscore.model import prior_log_odds
from credscore.pooling.articles import Article, ReadArticle, day_of, given, whole
from credscore.pooling.records import EVENT_KINDS, Event, EventKind
from credscore.report import Attribution, Failure, Report
from credscore.scorer import Scorer
from credscore.sourcing import attributions

_CONFIRMING = ("confirm", "confirms", "confirmed", "acknowledged", "admitted", "verified")
_HEADING = 120  # characters
_EDGE = 1e-12


def read_articles(scorer: Scorer, articles: Sequence[Article]) -> Iterator[ReadArticle]:
    """What pooling needs of each article, in their order; one that has no score says why."""
    titles = [given(article.title) for article in articles]
    reports = scorer.score_many([article.text for article in articles], titles)
    yield from map(_read, articles, titles, reports)


def _read(article: Article, headline: Any, report: Report | Failure) -> ReadArticle:
    text = whole(article.text) if isinstance(article.text, str) else ""
    title = whole(headline) if isinstance(headline, str) else None
    source = None if given(article.source) is None else whole(str(article.source))
    head = _heading(title or text), source, day_of(article.date), title, text
    if isinstance(report, Failure):
        return ReadArticle(*head, error=report.error)
    signals: dict[str, float] = defaultdict(float)
    for contribution in report.contributions:
        signals[contribution.signal] += contribution.log_odds
    rows = attributions(article.text, headline)
    low, high = (prior_log_odds(min(max(end, _EDGE), 1 - _EDGE)) for end in report.interval)
    return ReadArticle(
        *head,
        score=report.score,
        log_odds=report.log_odds,
        low=low,
        high=high,
        stance=report.stance,
        reliable=report.reliable,
        signals=tuple(sorted(signals.items())),
        denied_by=_denier(rows, report.evidence),
        confirmed_by=_confirmer(rows) if report.stance == "relays" else None,
    )


def _heading(words: str) -> str:
    line = " ".join(words[: 2 * _HEADING].split())
    return line if len(line) <= _HEADING else line[: _HEADING - 1].rstrip() + "…"


def _denier(rows: Sequence[Attribution], evidence: Sequence[Evidence]) -> str | None:
    """Who denies the claim, as written; "" if an unnamed somebody does, None if nobody."""
    denials = [item for item in evidence if item.kind == "denial" and item.of_claim]
    places = {(item.start, item.in_title) for item in denials}
    for row in rows:
        if row.denial == "denial" and (row.denial_start, row.in_title) in places:
            return row.source
    return "" if denials else None


def _confirmer(rows: Sequence[Attribution]) -> str | None:
    """The first institution that confirms something, as written; "could not confirm" is no such."""
    for row in rows:
        if row.kind == "institution" and row.denial is None and row.verb.lower() in _CONFIRMING:
            return row.source
    return None


def events_of(articles: Sequence[ReadArticle]) -> tuple[Event, ...]:
    """The events of a claim, whose articles come in their order; only dated articles tell any."""
    first: dict[EventKind, Event] = {}
    for at, article in enumerate(articles):
        if article.date and article.error is None:
            tellers: dict[EventKind, str | None] = {
                "first_report": article.source or "",
                "first_denial": article.denied_by,
                "first_confirmation": article.confirmed_by,
            }
            for kind, by in tellers.items():
                if by is not None:
                    first.setdefault(kind, Event(kind, article.date, at, by or None))
    return tuple(first[kind] for kind in EVENT_KINDS if kind in first)
