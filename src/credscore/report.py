"""What a score says: Contribution, Profile, Report; Failure for a text that can't be scored."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema
from typing_extensions import TypedDict

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

UNRELIABLE = frozenset({"too_short", "not_english", "no_attribution", "unusual", "truncated"})
"""The caveats with which a score is not reliable."""

_STANCES = {
    "relays": "The text relays its central claim",
    "disputed": "The text relays its central claim and reports that it is disputed",
    "debunks": "The text says that its central claim is false",
}


class Contribution(NamedTuple):
    """How much one feature moved the log-odds (nats), with indices into `Report.evidence`.

    `value` is None where the feature is missing (a title feature without a title).
    """

    feature: str
    signal: str
    value: float | None
    log_odds: float
    evidence: tuple[int, ...]


class Profile(NamedTuple):
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


class AsObject:
    """How pydantic reads and writes a named tuple: as a JSON object with its fields."""

    def __init__(self, record: Any) -> None:
        self._record = record

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """From and to a mapping of the record's fields; a record itself is taken as it is."""
        fields = handler.generate_schema(
            TypedDict(self._record.__name__, self._record.__annotations__)  # type: ignore[operator]
        )
        read = core_schema.no_info_after_validator_function(
            lambda values: self._record(**values), fields
        )
        return core_schema.union_schema(
            [core_schema.is_instance_schema(self._record), read],
            serialization=core_schema.plain_serializer_function_ser_schema(
                self._write, return_schema=fields, info_arg=True
            ),
        )

    @staticmethod
    def _write(record: Any, info: core_schema.SerializationInfo) -> dict[str, Any]:
        """The fields; JSON can't hold half of a surrogate pair, which becomes U+FFFD."""
        values: dict[str, Any] = record._asdict()
        if info.mode == "json":
            for name, value in values.items():
                if isinstance(value, str):
                    pairs = value.encode("utf-16", "surrogatepass")
                    values[name] = pairs.decode("utf-16", "replace")
        return values

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> Any:
        """The schema of the object."""
        return handler(schema["choices"][1])


class Score(NamedTuple):
    """The score of one text without what it rests on; for its fields see Report."""

    score: float
    interval: tuple[float, float]
    stance: Stance
    reliable: bool
    caveats: tuple[str, ...]
    prior: float
    log_odds: float
    base_log_odds: float
    model_id: str
    flagged_false: float | None = None


_SCORE_FIELDS = Score._fields


class Report(BaseModel):
    """The score of one text and everything that it rests on.

    `log_odds == base_log_odds + sum(c.log_odds for c in contributions)` to 1e-9, and
    `score == 1 / (1 + exp(-log_odds))`. `interval` is the 90 % interval of the score under
    the model of one more corpus of training texts. `flagged_false` is the share of false claims
    among all texts that score at most as much, at the same prior, measured on corpora that the
    scoring fit had not seen; None where the model holds no such measurement.
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
    contributions: tuple[Annotated[Contribution, AsObject(Contribution)], ...]
    evidence: tuple[Annotated[Evidence, AsObject(Evidence)], ...]
    profile: Annotated[Profile, AsObject(Profile)]
    model_id: str
    flagged_false: float | None = None
    schema_version: int = SCHEMA_VERSION

    @classmethod
    def of(
        cls,
        score: Score,
        contributions: tuple[Contribution, ...],
        evidence: tuple[Evidence, ...],
        profile: Profile,
    ) -> "Report":
        """A report put together, without a validation of what credscore made itself.

        What `model_construct` does, without its search for aliases and defaults.
        """
        report = cls.__new__(cls)
        values: dict[str, Any] = dict(zip(_SCORE_FIELDS, score, strict=True))
        values |= {
            "contributions": contributions, "evidence": evidence, "profile": profile,
            "schema_version": SCHEMA_VERSION,
        }  # fmt: skip
        object.__setattr__(report, "__dict__", values)
        object.__setattr__(report, "__pydantic_fields_set__", set(values))
        object.__setattr__(report, "__pydantic_extra__", None)
        object.__setattr__(report, "__pydantic_private__", None)
        return report

    def summary(self) -> str:
        """A few plain sentences, the stance first."""
        low, high = (round(100 * end) for end in self.interval)
        sentences = [
            f"{_STANCES[self.stance]}.",
            f"Judged from its sourcing alone, such a claim is true in about "
            f"{round(100 * self.score)} of 100 cases (90 % interval {low} to {high}, "
            f"base rate {round(100 * self.prior)}).",
        ]
        if self.flagged_false is not None:
            sentences.append(
                f"Of 100 texts that score this much or less, about "
                f"{round(100 * self.flagged_false)} have a false claim."
            )
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
