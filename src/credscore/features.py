"""From evidence to the named numbers that a model weighs.

`FEATURES` is the one table: name, signal, unit, definition and expected direction (+1 speaks for
the claim, -1 against it, 0 either way). docs/features.md is generated from it. No feature knows
who, which country or which outlet; lengths and positions count words and sentences.
"""

from dataclasses import dataclass

import numpy as np

from credscore import measures
from credscore.extractors import find_all
from credscore.findings import LEAD, LEAD_SENTENCES, REST, TITLE, Findings, Floats
from credscore.forms import Forms
from credscore.measures import Measure
from credscore.reading import Reading

_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,)}

RATE, FLAG, SHARE = "root of pieces per 20 words", "0 or 1", "0 to 1"


@dataclass(frozen=True, slots=True)
class Feature:
    """One number, measured on the forms of a reading.

    `where` and `kinds` tell which evidence of its signal it rests on (None: all kinds).
    """

    name: str
    signal: str
    unit: str
    definition: str
    direction: int
    measure: Measure
    where: str = "body"
    kinds: frozenset[str] | None = None

    def counts(self, kind: str, zone: int) -> bool:
        """Whether a finding of this feature's signal is part of the number."""
        return (self.kinds is None or kind in self.kinds) and zone in _ZONES[self.where]


def _rate(name: str, signal: str, noun: str, way: int, kinds: str = "") -> Feature:
    chosen = frozenset(kinds.split()) if kinds else None
    return Feature(
        f"{name}_rate", signal, RATE, f"root of {noun} in the body over its words / 20 + 5", way,
        measures.evidence_rate(signal, chosen), kinds=chosen,
    )  # fmt: skip


def _lead(name: str, signal: str, noun: str, way: int, kinds: str = "") -> Feature:
    chosen = frozenset(kinds.split()) if kinds else None
    return Feature(
        f"{name}_lead", signal, FLAG, f"the first {LEAD_SENTENCES} sentences hold {noun}", way,
        measures.evidence_lead(signal, chosen), "lead", chosen,
    )  # fmt: skip


def _title(name: str, signal: str, noun: str, way: int, measure: Measure | None = None) -> Feature:
    return Feature(
        f"{name}_title", signal, FLAG, f"the title holds {noun}; missing without a title", way,
        measure or measures.evidence_title(signal), "title",
    )  # fmt: skip


def _own(
    name: str, signal: str, unit: str, text: str, way: int, measure: Measure, kinds: str = "",
    where: str = "body",
) -> Feature:  # fmt: skip
    return Feature(
        name, signal, unit, text, way, measure, where, frozenset(kinds.split()) if kinds else None
    )


def _form(name: str, noun: str, way: int, measure: Measure) -> Feature:
    return Feature(
        f"{name}_rate", "form", RATE, f"root of {noun} in the body over its words / 20 + 5", way,
        measure,
    )  # fmt: skip


_ANONYMOUS, _DENIALS, _MEDIA, _HEDGES, _NAMED, _SPECIFICS, _LOUD = (
    "anonymous_sources", "official_denials", "unverifiable_media", "hedges", "named_sources",
    "specifics", "sensationalism",
)  # fmt: skip

_OF_ALL = "of all attributions in the body"
_SENTENCES = f"sentences over all sentences of the body + {measures.SENTENCES}"

FEATURES: tuple[Feature, ...] = (
    _own(
        f"{_ANONYMOUS}_share", _ANONYMOUS, SHARE,
        "(unnamed sources + 1) / (unnamed + named sources + 2)", -1, measures.unnamed_share,
    ),
    _own(
        f"{_ANONYMOUS}_confidential_share", _ANONYMOUS, SHARE,
        "(confidential sources + 0.2) / (unnamed + named sources + 2)", -1,
        measures.confidential_share, "confidential",
    ),
    _rate(f"{_ANONYMOUS}_hearsay", _ANONYMOUS, "reports without a human source", -1, "hearsay"),
    _own(
        f"{_ANONYMOUS}_quoted_share", _ANONYMOUS, SHARE,
        f"quoting {_SENTENCES} that hold an unnamed source", -1, measures.unnamed_quoted,
    ),
    _lead(_ANONYMOUS, _ANONYMOUS, "anonymous sources", -1),
    _title(_ANONYMOUS, _ANONYMOUS, "anonymous sources", -1),
    _rate(f"{_DENIALS}_denial", _DENIALS, "denials", -1, "denial"),
    _rate(f"{_DENIALS}_debunk", _DENIALS, "statements that the claim is false", -1, "debunk"),
    _rate(f"{_DENIALS}_silence", _DENIALS, "refusals to confirm", 0, "non_confirmation"),
    _lead(_DENIALS, _DENIALS, "denials, refusals to confirm or debunks", -1),
    _title(_DENIALS, _DENIALS, "denials, refusals to confirm or debunks", -1),
    _rate(_MEDIA, _MEDIA, "media or reports said to be unverified", -1),
    _rate(
        f"{_HEDGES}_distancing", _HEDGES, "distancing adverbs, adjectives, nouns and verbs", -1,
        "adverb adjective noun verb",
    ),
    _rate(f"{_HEDGES}_verb", _HEDGES, "distancing verbs", -1, "verb"),
    _rate(f"{_HEDGES}_adverb", _HEDGES, "distancing adverbs", -1, "adverb"),
    _rate(f"{_HEDGES}_modal", _HEDGES, "modals of possibility", -1, "modal"),
    _lead(_HEDGES, _HEDGES, "hedges", -1),
    _own(
        f"{_HEDGES}_alone_share", _HEDGES, SHARE, f"hedging {_SENTENCES} that attribute nothing",
        -1, measures.hedged_alone,
    ),
    _own(
        f"{_NAMED}_said_rate", _NAMED, RATE,
        "root of plain say and said with a named source in the body over its words / 20 + 5", +1,
        measures.verb_rate("plain_speech", "person", "institution"),
    ),
    _own(
        f"{_NAMED}_log", _NAMED, "log(1 + sources)",
        "natural logarithm of 1 + sources of any kind in the body", +1, measures.source_count,
    ),
    _own(
        "plain_speech_share", "form", SHARE,
        f"(attributions by say or said + 1.2) / 3 more than their number, {_OF_ALL}", +1,
        measures.verb_share("plain_speech", 0.4),
    ),
    _own(
        "claiming_share", _HEDGES, SHARE,
        f"(attributions by claim, allege, insist + 0.15) / 3 more than their number, {_OF_ALL}",
        -1, measures.verb_share("claiming", 0.05), "verb",
    ),
    _own(
        "passing_on_share", "form", SHARE,
        f"(attributions by report + 0.15) / 3 more than their number, {_OF_ALL}", -1,
        measures.verb_share("passing_on", 0.05),
    ),
    _own(
        "same_speaker_rate", "form", RATE,
        "root of plain say and said with a pronoun as source in the body over its words / 20 + 5",
        +1, measures.verb_rate("plain_speech", "pronoun"),
    ),
    _rate(f"{_SPECIFICS}_date", _SPECIFICS, "dates", +1, "date"),
    _lead(f"{_SPECIFICS}_date", _SPECIFICS, "dates", +1, "date"),
    _rate(f"{_SPECIFICS}_place", _SPECIFICS, "places", +1, "place"),
    _rate(f"{_SPECIFICS}_figure", _SPECIFICS, "figures", +1, "figure"),
    _own(
        f"{_SPECIFICS}_several_share", _SPECIFICS, SHARE,
        f"{_SENTENCES} that hold two specifics or more", +1, measures.several_specifics,
    ),
    _own(
        f"{_SPECIFICS}_sourced_share", _SPECIFICS, SHARE,
        f"{_SENTENCES} that hold a date and a named source", +1, measures.named_and_dated,
        "date",
    ),
    _rate(f"{_LOUD}_exclamation", _LOUD, "exclamation marks", -1, "exclamation"),
    _rate(f"{_LOUD}_loaded", _LOUD, "loaded words", -1, "loaded"),
    _rate(f"{_LOUD}_shouting", _LOUD, "shouted words", -1, "shouting"),
    _title(_LOUD, _LOUD, "shouting, exclamations or loaded words", -1),
    _form(
        "second_hand", "words for other reports (story, article, posts, reported)", -1,
        measures.word_rate("second_hand"),
    ),
    _form(
        "absolute", "words that allow no exception (all, never, only)", -1,
        measures.word_rate("absolute"),
    ),
    _form(
        "pointing", "words that point at the text (this, these, such)", -1,
        measures.word_rate("pointing"),
    ),
    _form(
        "quantity", "words that count or compare (two, fewer, average)", +1,
        measures.word_rate("quantity"),
    ),
    _form("which", "relative clauses with which", +1, measures.word_rate("which")),
    _own(
        "present_share", "form", SHARE,
        "(present forms + 2) / (present + past forms + 4) of the commonest verbs in the body", -1,
        measures.present_share,
    ),
    _form("adverb", "adverbs in -ly", -1, measures.mark_rate("ly")),
    _form("question", "question marks", -1, measures.mark_rate("?")),
    _form("parenthesis", "bracketed asides", +1, measures.mark_rate("(")),
    _form("ellipsis", "ellipses", -1, measures.mark_rate("ellipsis")),
    _form("semicolon", "semicolons", +1, measures.mark_rate(";")),
    _form("comma", "commas", +1, measures.mark_rate(",")),
    _form("dash", "dashes between spaces", +1, measures.mark_rate("dash")),
    _title("question", "form", "a question mark", -1, measures.mark_title("?")),
    _title("colon", "form", "a colon", -1, measures.mark_title(":")),
    _title("present", "form", "is, are, have or says", -1, measures.present_title),
    _own(
        "capitals_title", "form", SHARE,
        "share of the title's words that begin with a capital; missing without a title", -1,
        measures.capitals_title, where="title",
    ),
    _own(
        "shouted_title", "form", SHARE,
        "share of the title's words in capitals; missing without a title", -1,
        measures.shouted_title, where="title",
    ),
    _own(
        "length", "form", "log(1 + words)", "natural logarithm of 1 + words of the body", +1,
        measures.length,
    ),
)  # fmt: skip
NAMES: tuple[str, ...] = tuple(feature.name for feature in FEATURES)


def measure(found: Findings) -> Floats:
    """All features, shape (articles, features), in the order of FEATURES; nan: missing."""
    forms = Forms(found)
    return np.array([feature.measure(forms) for feature in FEATURES]).T


def of(text: str, title: str | None = None) -> list[float]:
    """The features of one text, in the order of NAMES; nan where a feature is missing.

    >>> dict(zip(NAMES, of("Nobody spoke.")))["official_denials_denial_rate"]
    0.0
    """
    reading = Reading(text, title)
    values: list[float] = measure(Findings(reading, find_all(reading)))[0].tolist()
    return values
