"""Reads each article once for pooling: its score, and who denies and who confirms."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from credscore.citation import is_missing
from credscore.errors import InputError
from credscore.evidence import Evidence
from credscore.model import prior_log_odds
from credscore.pooling.records import EVENT_KINDS, Event, EventKind
from credscore.report import Attribution, Failure, Report, Stance, by_signal, whole
from credscore.scorer import Scorer
from credscore.signals import is_many
from credscore.sourcing import attributions
from credscore.text import worded

_CONFIRMING = ("confirm", "confirms", "confirmed", "acknowledged", "admitted", "verified")
_HEADING = 120  # the most characters of a heading
_EDGE = 1e-12


@dataclass(frozen=True, slots=True)
class Article:
    """A report on a claim: text, headline, outlet and date; all but the text are optional.

    `date` is a date or a datetime, or a string of one in ISO 8601 or as in mails and feeds (RFC
    2822); see `day_of`. A title, outlet or date that is missing in a frame (NaN, NaT, pandas.NA)
    counts as None.

    >>> Article("The ferry sank, officials said.", source="The Harrow Echo").date is None
    True
    """

    text: Any
    title: Any = None
    source: Any = None
    date: Any = None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with its figures at an even prior, and who denies or confirms in it.

    `low` and `high` are the ends of the interval of its log-odds. `signals` are the contributions
    of each signal to its log-odds. `error` says why it has no score; then all figures are 0.
    """

    heading: str
    source: str | None
    date: str | None
    title: str | None
    text: str
    error: str | None = None
    score: float = 0.5
    log_odds: float = 0.0
    low: float = 0.0
    high: float = 0.0
    stance: Stance = "relays"
    reliable: bool = False
    signals: tuple[tuple[str, float], ...] = ()
    denied_by: str | None = None
    confirmed_by: str | None = None

    @property
    def order(self) -> tuple[Any, ...]:
        """The sort key: by date, articles without one last; the order of rows has no effect."""
        return self.date is None, self.date or "", self.source or "", self.heading, self.text


def as_articles(articles: Iterable[Article | str]) -> list[Article]:
    """Articles, from articles or their texts; InputError if they are no collection."""
    is_frame = isinstance(articles, Mapping) or hasattr(articles, "columns")
    if is_frame or not is_many(articles):
        raise InputError(
            f"articles must be many, such as a list of texts, got one {type(articles).__name__}. "
            "Score one text with credscore.score, a data frame with credscore.score_claims."
        )
    return [article if isinstance(article, Article) else Article(article) for article in articles]


def given(value: Any) -> Any:
    """The value of a table's cell; None if it is missing (NaN, NaT, pandas.NA) or empty.

    >>> given(float("nan")), given(" "), given("Lorwick Herald")
    (None, None, 'Lorwick Herald')
    """
    if isinstance(value, str):
        return value if value.strip() else None
    return None if is_missing(value) else value


def day_of(value: Any) -> str | None:
    """The day of a date in ISO 8601, in UTC if it has a time zone; None if it is ambiguous."""
    moment = _parsed(value.strip()) if isinstance(value, str) else value
    if not isinstance(moment, datetime.date) or moment != moment:  # pandas.NaT is not itself
        return None
    if isinstance(moment, datetime.datetime):
        try:
            moment = (moment if moment.tzinfo is None else moment.astimezone(datetime.UTC)).date()
        except OverflowError:  # in UTC its year is before 1 or after 9999
            return None
    return moment.isoformat()


def _parsed(text: str) -> datetime.datetime | None:
    for parse in (datetime.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, OverflowError):
            continue
    return None


def read_articles(scorer: Scorer, articles: Sequence[Article]) -> Iterator[ReadArticle]:
    """What pooling needs of each article, in order; an article without a score has an error."""
    titles = [given(article.title) for article in articles]
    reports = scorer.score_many([article.text for article in articles], titles)
    yield from map(_read, articles, titles, reports)


def _read(article: Article, headline: Any, report: Report | Failure) -> ReadArticle:
    text = whole(article.text) if isinstance(article.text, str) else ""
    title = worded(whole(headline)) if isinstance(headline, str) else None
    source = None if given(article.source) is None else whole(str(article.source))
    head = _heading(title or text), source, day_of(article.date), title, text
    if isinstance(report, Failure):
        return ReadArticle(*head, error=report.error)
    rows = attributions(article.text, headline)
    low, high = (prior_log_odds(min(max(end, _EDGE), 1 - _EDGE)) for end in report.interval)
    return ReadArticle(
        *head, None, report.score, report.log_odds, low, high, report.stance, report.reliable,
        signals=tuple(sorted(by_signal(report.contributions).items())),
        denied_by=_denier(rows, report.evidence),
        confirmed_by=_confirmer(rows) if report.stance == "relays" else None,
    )  # fmt: skip


def _heading(words: str) -> str:
    line = " ".join(words[: 2 * _HEADING].split())
    return line if len(line) <= _HEADING else line[: _HEADING - 1].rstrip() + "…"


def _denier(rows: Sequence[Attribution], evidence: Sequence[Evidence]) -> str | None:
    """Who denies the claim, as written; "" for an unnamed source, None if nobody does."""
    denials = [item for item in evidence if item.kind == "denial" and item.of_claim]
    places = {(item.start, item.in_title) for item in denials}
    denying = (row for row in rows if (row.denial_start, row.in_title) in places)
    return next((row.source for row in denying if row.denial == "denial"), "" if denials else None)


def _confirmer(rows: Sequence[Attribution]) -> str | None:
    """The first institution that confirms something, as written; None if none does."""
    confirming = (row for row in rows if row.verb.lower() in _CONFIRMING and row.denial is None)
    return next((row.source for row in confirming if row.kind == "institution"), None)


def events_of(articles: Sequence[ReadArticle]) -> tuple[Event, ...]:
    """The events of a claim, from its dated articles; the articles are in order of date."""
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
