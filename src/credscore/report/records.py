"""The records that reports consist of, and those that replace a report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Stance = Literal["relays", "disputed", "debunks"]
"""Whether a text relays its claim, reports that it is disputed, or calls it false."""
Way = Literal["against", "for"]  # whether something speaks against the claim or for it
WAYS: tuple[Way, Way] = ("against", "for")


class Claim(NamedTuple):
    """The sentence or the title that states what a text relays.

    `text` is `text[start:end]` of the caller's text, or of the title if `in_title`. `denied`: the
    sentence itself denies or debunks something; the score is then about what it denies.

    >>> import credscore
    >>> claim = credscore.score("The ferry sank off Harrow, two officials said.").claim
    >>> claim.text, claim.start, claim.in_title
    ('The ferry sank off Harrow, two officials said.', 0, False)
    """

    text: str
    start: int
    end: int
    in_title: bool
    denied: bool = False

    @property
    def told(self) -> str:
        """The claim in words for readers, which say if it is what the sentence contests.

        >>> Claim("Mayor denies theft", 0, 18, True, True).told
        'what is contested in “Mayor denies theft”'
        """
        return f"what is contested in “{self.text}”" if self.denied else self.text


class Contribution(NamedTuple):
    """How much one feature moved the log-odds (in nats), and the evidence that it counts.

    `evidence` holds indices into `Report.evidence`. `value` is None where a title is missing.

    >>> import credscore
    >>> report = credscore.score("He allegedly fled.")
    >>> (hedges,) = [c for c in report.contributions if c.feature == "hedges_lead"]
    >>> hedges.value, [report.evidence[index].quote for index in hedges.evidence]
    (1.0, ['allegedly'])
    """

    feature: str
    signal: str
    value: float | None
    log_odds: float
    evidence: tuple[int, ...]


def by_signal(contributions: Iterable[Contribution]) -> dict[str, float]:
    """The log-odds that each signal moves."""
    log_odds: dict[str, float] = defaultdict(float)
    for contribution in contributions:
        log_odds[contribution.signal] += contribution.log_odds
    return log_odds


class Reason(NamedTuple):
    """Why a score is as it is: a plain sentence, and the evidence that it rests on.

    The contributions of its `signals` add up to its weight. `evidence` holds indices into
    `Report.evidence`: none if something was not found, or a plain fact of the text is told.

    >>> import credscore
    >>> report = credscore.score("Insiders claim that he allegedly fled.")
    >>> (doubt,) = [reason for reason in report.reasons if "hedges" in reason.signals]
    >>> doubt.text, doubt.speaks, [report.evidence[index].quote for index in doubt.evidence]
    ('Two words of doubt (“claim”, “allegedly”).', 'against', ['claim', 'allegedly'])
    """

    text: str
    speaks: Way
    signals: tuple[str, ...]
    evidence: tuple[int, ...]


class Profile(NamedTuple):
    """The sourcing of a text, counted without any model, and without its title.

    `attributed` counts the statements of people, institutions and unnamed sources: not those of
    pronouns and documents, which are `by_pronoun` and `by_document`, nor denials without a verb of
    speech ("the denial by the ministry").
    Each share is that of one kind, 0 to 1, and the five add up to 1; they are None if nothing is
    attributed. `named_share`: people, with a name or an office; `institutional_share`:
    organisations, and those who speak for them; `unnamed_share`: "two officials";
    `confidential_share`: sources that are hidden on purpose, as "insiders"; `hearsay_share`:
    rumours. So all named sources are the first two together, all unnamed ones the last three.

    `denials`, `non_confirmations` and `debunks` are findings of official_denials, `doubtful_media`
    those of unverified pictures and videos, `hedges_per_1000_words` words of doubt. `named_sources`
    are different people and institutions; "CEO Ann Holm" and "Holm" are one.

    >>> import credscore
    >>> profile = credscore.score("Two officials said it sank. Nora Vale denied it.").profile
    >>> profile.words, profile.attributed, profile.named_share, profile.denials
    (9, 2, 0.5, 1)
    """

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
    named_sources: int = 0
    by_pronoun: int = 0
    by_document: int = 0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said something: the source as written, what kind it is, and the verb.

    `kind` is person (a name), institution (an organisation or who speaks for it without a name),
    unnamed, confidential, hearsay, document or pronoun. `role` is as written, or None. Offsets are
    characters of the text, or of the title if `in_title`: those of the source, of the statement
    (None if it is not in the sentence) and of the official `denial` that the source utters. `cue`
    is the rule that found the verb: those of attribution.STANCES find what a source wants, and
    "denial" finds denials without a verb of speech.

    >>> import credscore
    >>> (row,) = credscore.attributions("A senior official said it sank.")
    >>> row.source, row.kind, row.verb, row.role
    ('A senior official', 'unnamed', 'said', 'senior official')
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
    role: str | None = None
    denial_start: int | None = None
    denial_end: int | None = None
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A text of a batch that could not be scored: its index in the input, and why.

    >>> from credscore import Scorer
    >>> next(Scorer.load().score_many([b"raw"]))
    Failure(index=0, error='text must be a str, got bytes. Decode bytes first.')
    """

    index: int
    error: str
