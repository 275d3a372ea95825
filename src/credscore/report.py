"""What a score says: Contribution, Profile, Report; Failure for a text that can't be scored."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from credscore.evidence import Evidence

SCHEMA_VERSION = 1

Stance = Literal["relays", "disputed", "debunks"]

CAVEATS: dict[str, str] = {
    "too_short": "The text has fewer than 50 words: too little sourcing to judge.",
    "not_english": "Few common English words: the signals read English only.",
    "no_attribution": "Nothing is attributed to anyone, named or unnamed.",
    "unusual": "Some features lie outside what the model was trained on.",
    "truncated": "Only the first million characters were read.",
    "mostly_quotation": "More than half of the text stands in quotation marks.",
    "debunks": "The text itself says that the claim is false: the score rates the claim.",
}
"""Every caveat and what it means; the list is closed."""

_STANCES = {
    "relays": "The text relays its central claim",
    "disputed": "The text relays its central claim and reports that it is disputed",
    "debunks": "The text says that its central claim is false",
}


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much one feature moved the log-odds (nats), with indices into `Report.evidence`.

    `value` is None where the feature is missing (a title feature without a title).
    """

    feature: str
    signal: str
    value: float | None
    log_odds: float
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The sourcing itself, without any model. Shares are of attributed statements, 0 to 1."""

    words: int
    sentences: int
    attributed: int
    named_share: float | None
    institutional_share: float | None
    unnamed_share: float | None
    confidential_share: float | None
    hearsay_share: float | None
    denials: int
    non_confirmations: int
    debunks: int
    doubtful_media: int
    hedges_per_1000_words: float


class Report(BaseModel):
    """The score of one text and everything that it rests on.

    `log_odds == base_log_odds + sum(c.log_odds for c in contributions)` to 1e-9, and
    `score == 1 / (1 + exp(-log_odds))`. `interval` is the 90 % interval of the score under
    refits of the model on bootstraps of corpora and claims.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    score: float
    interval: tuple[float, float]
    stance: Stance
    reliable: bool
    caveats: tuple[str, ...]
    prior: float
    log_odds: float
    base_log_odds: float
    contributions: tuple[Contribution, ...]
    evidence: tuple[Evidence, ...]
    profile: Profile
    model_id: str
    schema_version: int = SCHEMA_VERSION

    def summary(self) -> str:
        """A few plain sentences, the stance first."""
        low, high = (round(100 * end) for end in self.interval)
        sentences = [
            f"{_STANCES[self.stance]}.",
            f"Judged from its sourcing alone, such a claim is true in about "
            f"{round(100 * self.score)} of 100 cases (90 % interval {low} to {high}, "
            f"base rate {round(100 * self.prior)}).",
        ]
        for text, wanted in (("Against it", -1), ("For it", 1)):
            names = [c.feature for c in self.contributions if c.log_odds * wanted > 0.05][:3]
            if names:
                sentences.append(f"{text}: {', '.join(name.replace('_', ' ') for name in names)}.")
        sentences += [CAVEATS[caveat] for caveat in self.caveats]
        return " ".join(sentences)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said something: the source as written, what kind it is, and the verb.

    `kind` is person, institution, unnamed, confidential, hearsay, document or pronoun. Offsets
    are the source's, in the text, or in the title where `in_title`; end exclusive. The statement
    is None where it is not in the sentence. `denial` is the kind of official denial that the
    source utters, or None.
    """

    source: str
    kind: str
    verb: str
    start: int
    end: int
    in_quote: bool
    in_title: bool
    statement_start: int | None = None
    statement_end: int | None = None
    denial: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A text of a batch that could not be scored: its place in the input, and why."""

    index: int
    error: str
