"""What pooling needs of each article, read once; its text is not kept."""

import datetime
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from credscore.citation import is_missing
from credscore.report import Stance


@dataclass(frozen=True, slots=True)
class Article:
    """A report on a claim, as given: text, headline, outlet and date, all but the text optional.

    `date` is a date or a datetime, or such a one in ISO 8601 or as in mails and feeds (RFC 2822);
    see `day_of`. A title, outlet or date that is missing in a frame (NaN, NaT, pandas.NA) is none.

    >>> Article("The ferry sank, officials said.", source="The Harrow Echo").date is None
    True
    """

    text: Any
    title: Any = None
    source: Any = None
    date: Any = None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read: its figures at an even prior, and who denies or confirms.

    `low` and `high` are the ends of the interval of its log-odds. `signals` are the contributions
    to its log-odds, by signal. `error` says why it has no score; then all figures are 0.
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
        """Articles are pooled by date, those without one last: the order of rows tells nothing."""
        return self.date is None, self.date or "", self.source or "", self.heading, self.text


def given(value: Any) -> Any:
    """A cell of a table; None if it is missing (NaN, NaT, pandas.NA) or empty.

    >>> given(float("nan")), given(" "), given("Lorwick Herald")
    (None, None, 'Lorwick Herald')
    """
    if isinstance(value, str):
        return value if value.strip() else None
    return None if is_missing(value) else value


def whole(text: str) -> str:
    """A text without halves of surrogate pairs, which no JSON can hold: they become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def day_of(value: Any) -> str | None:
    """The day of a date in ISO 8601, in UTC if it has a time zone; None if it is no date.

    A date whose order of day and month has to be guessed is none.
    """
    moment = _parsed(value.strip()) if isinstance(value, str) else value
    if not isinstance(moment, datetime.date) or moment != moment:  # pandas.NaT is not itself
        return None
    if isinstance(moment, datetime.datetime):
        try:
            moment = (moment if moment.tzinfo is None else moment.astimezone(datetime.UTC)).date()
        except OverflowError:  # in UTC it is before the year 1 or after 9999
            return None
    return moment.isoformat()


def _parsed(text: str) -> datetime.datetime | None:
    for parse in (datetime.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(text)
        except (ValueError, OverflowError):
            continue
    return None
