"""The records of a claim's report."""

from dataclasses import dataclass
from typing import Literal, get_args

from credscore.report import Stance, Way

LITTLE = 0.05  # log-odds: what moves the score less is no reason

EventKind = Literal["first_report", "first_denial", "first_confirmation"]
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)


@dataclass(frozen=True, slots=True)
class PooledArticle:
    """An article of a claim: its own figures, and its part in the pooled score.

    `voice` is the number, from 0, of the independent report that it belongs to. `copy_of` is the
    index of the article that it copies. `influence` is how much the presence of its voice moves the
    log-odds of the claim; None if it is not pooled. `error` says why it has no score.
    """

    heading: str
    source: str | None
    date: str | None
    score: float | None
    stance: Stance
    reliable: bool
    voice: int | None
    copy_of: int | None
    influence: float | None
    cites: tuple[str, ...]
    error: str | None

    @property
    def is_copy(self) -> bool:
        return self.error is None and self.influence is None and self.copy_of is not None

    @property
    def part(self) -> str:
        if self.error is not None:
            return f"no score: {self.error}"
        if self.influence is None:
            return "left out: a copy" if self.is_copy else "left out: not reliable"
        if abs(self.influence) < LITTLE:
            return "moves the score little"
        return f"{'raises' if self.influence > 0 else 'lowers'} the score"


@dataclass(frozen=True, slots=True)
class PooledContribution:
    """The log-odds by which a signal or a feature of the pool moves the score."""

    name: str
    log_odds: float


@dataclass(frozen=True, slots=True)
class PooledReason:
    """A reason for the pooled score: a plain sentence, and the direction in which it speaks."""

    text: str
    speaks: Way


@dataclass(frozen=True, slots=True)
class Event:
    """The first article of its kind: its index, its date, and who denies or confirms."""

    kind: EventKind
    date: str
    article: int
    by: str | None


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """The state at the end of a day: articles and independent reports so far, and the score."""

    date: str
    articles: int
    reports: int
    score: float
