"""The report of one claim: its pooled score, and everything that the score rests on."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator

from credscore.citation import CitationGraph
from credscore.evidence import counted, listed, opened
from credscore.model import prior_log_odds
from credscore.pooling.records import (
    CoursePoint,
    Event,
    PooledArticle,
    PooledContribution,
    PooledReason,
)
from credscore.report import MIXED, MOST_REASONS, score_sentence
from credscore.text import read_table

SCHEMA_VERSION = 1
CAVEATS: dict[str, str] = read_table("pooling/caveats.toml")
_UNRELIABLE = ("no_claim", "no_article", "unreliable")
_BANDS = ("Thinly sourced: treat as unconfirmed", "Mixed sourcing", "Well sourced")
_DISPUTED = (
    "Disputed: treat as unconfirmed", "Disputed, with mixed sourcing", "Well sourced, but disputed",
)  # fmt: skip
_CONTESTED = 1 / 4  # a claim is disputed if this share of its articles disputes or debunks it
_UNNAMED = "Reports on one claim"


class ClaimReport(BaseModel):
    """The pooled score of one claim and everything that it rests on.

    `log_odds == base_log_odds + sum(c.log_odds for c in contributions)` to 1e-9; `score` is its
    expit. `interval` is a 90 % interval: it covers another training corpus and other reports on the
    claim. `verdict` says it in a few words, which no prior changes.

    `articles` counts all articles that were given. They are the sum of: `reports`, the independent
    ones; `repeats`, which are of the voice of a report (of its outlet, or passing it on); `copies`
    of the text of another one; `left_out`, whose score does not count; and `failed`, which have
    none. `relays`, `disputed` and `debunks` count, by stance, those whose score counts, with their
    copies.

    `members` are the articles by date. `course` has a point for every day with an article. `events`
    are the first report, denial and confirmation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    claim: str | None
    verdict: str = ""
    reliable: bool
    caveats: tuple[str, ...]
    score: float
    interval: tuple[float, float]
    prior: float
    log_odds: float
    base_log_odds: float
    articles: int
    failed: int
    copies: int
    reports: int
    repeats: int
    left_out: int
    relays: int
    disputed: int
    debunks: int
    contributions: tuple[PooledContribution, ...]
    reasons: tuple[PooledReason, ...]
    members: tuple[PooledArticle, ...]
    course: tuple[CoursePoint, ...]
    events: tuple[Event, ...]
    citations: CitationGraph
    pooling_id: str
    schema_version: int = SCHEMA_VERSION

    @model_validator(mode="after")
    def _with_verdict(self) -> Self:
        self.__dict__["verdict"] = self._verdict()
        return self

    def _verdict(self) -> str:
        """The verdict on the claim in a few words; no prior changes it."""
        for caveat in self.caveats:
            if caveat in _UNRELIABLE:
                meaning = CAVEATS[caveat].removesuffix(".")
                return f"No score: {meaning[0].lower()}{meaning[1:]}"
        moved = self.log_odds - prior_log_odds(self.prior)
        if moved < -MIXED and self.debunks:
            return "Called false by articles on it"
        contested = self.disputed + self.debunks
        is_disputed = contested and contested >= _CONTESTED * (contested + self.relays)
        return (_DISPUTED if is_disputed else _BANDS)[(moved >= -MIXED) + (moved > MIXED)]

    @property
    def weightiest(self) -> tuple[int, ...]:
        """The indices of at most three members that move the score most, one for each voice."""
        first: dict[int, int] = {}
        for at, member in enumerate(self.members):
            if member.voice is not None:
                first.setdefault(member.voice, at)
        ordered = sorted(first.values(), key=lambda at: (-abs(self.members[at].influence or 0), at))
        return tuple(ordered[:3])

    def summary(self) -> str:
        """A few plain sentences: the verdict, the score, what it rests on, the reasons."""
        reasons = [reason.text for reason in self.reasons[:MOST_REASONS]]
        return " ".join([f"{self.verdict}.", *self.told(), *reasons])

    def told(self) -> list[str]:
        """The sentences beside the verdict: the score, the counts, the caveats."""
        sentences = [f"{self.counts()}."]
        if not set(_UNRELIABLE) & set(self.caveats):
            sentences.insert(0, score_sentence(self.score, self.interval, self.prior))
        return sentences + [CAVEATS[caveat] for caveat in self.caveats if caveat not in _UNRELIABLE]

    def to_html(self) -> str:
        """An HTML file that shows the claim and needs no other file."""
        return html_of([self], self.claim or _UNNAMED)

    def page_content(self) -> dict[str, Any]:
        """What a page shows of the claim, as JSON can hold it."""
        names = {node.key: node.name for node in self.citations.nodes}
        circles = (listed([names[key] for key in circle]) for circle in self.citations.circles)
        return self.model_dump(mode="json", exclude={"citations", "contributions"}) | {
            "claim": self.claim or ("(no claim)" if "no_claim" in self.caveats else _UNNAMED),
            "told": self.told(),
            "score": self.score if self.reliable else None,
            "reasons": [(reason.speaks, reason.text) for reason in self.reasons],
            "course": [
                (day.date, day.articles, day.reports, day.score)
                for day in self.course
                if self.reliable
            ],
            "events": [(event.kind, event.date, event.by) for event in self.events],
            "edges": [(names[e.source], names[e.target], e.articles) for e in self.citations.edges],
            "traced": [
                self.citations.summary,
                *(f"{circle} cite each other in a circle." for circle in circles),
            ],
            "picture": self.citations.to_svg() if self.citations.edges else "",
            "members": [
                asdict(member)
                | {"part": member.part, "score": member.score if member.reliable else None}
                for member in self.members
            ],
        }

    def counts(self) -> str:
        """The number of articles, and its parts by what happened to them."""
        parts = [
            counted(self.reports, "independent report"),
            *(counted(count, *names) for count, *names in (
                (self.repeats, "repeat"), (self.copies, "copy", "copies"),
                (self.left_out, "left out", "left out"),
                (self.failed, "without a score", "without a score"),
            ) if count),
        ]  # fmt: skip
        return opened(f"{counted(self.articles, 'article')}: {', '.join(parts)}")


def html_of(reports: Sequence[ClaimReport], name: str) -> str:
    """An HTML file with the reports of several claims; `name` is the name of their input file."""
    from credscore.page import claims_document

    prior = reports[0].prior if reports else 0.5
    claims = [report.page_content() for report in reports]
    return claims_document({"name": name, "prior": prior, "claims": claims})
