"""From evidence to the named numbers that a model weighs.

`FEATURES` is the one table: name, signal, unit, definition and expected direction (+1 speaks for
the claim, -1 against it, 0 either way). docs/features.md is generated from it. No feature knows
who, which country or which outlet; lengths and positions count words and sentences.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from credscore.characters import LY
from credscore.extractor import Finding
from credscore.extractors import find_all
from credscore.reading import Reading

LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""
SMOOTHING_SENTENCES = 5
"""Added to the number of sentences in every rate, so that a rate does not explode on a note."""

Findings = Mapping[str, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Feature:
    """One number: `where` and `kinds` tell which evidence it counts (None: all kinds)."""

    name: str
    signal: str
    unit: str
    definition: str
    direction: int
    where: str = "body"
    kinds: frozenset[str] | None = None
    measure: Callable[["Measured"], float] | None = None

    def counts(self, finding: Finding, in_title: bool, in_lead: bool) -> bool:
        """Whether a finding of this feature's signal is part of the number."""
        if self.kinds is not None and finding.kind not in self.kinds:
            return False
        if self.where == "title":
            return in_title
        return not in_title and (self.where == "body" or in_lead)


class Measured:
    """The counts that features are made of, by signal and kind: in the body, lead and title."""

    __slots__ = (
        "counts",
        "has_title",
        "lead",
        "lead_end",
        "reading",
        "sentences",
        "title",
        "words",
    )

    def __init__(self, reading: Reading, findings: Findings) -> None:
        text = reading.text
        self.reading = reading
        title_end = text.title_tokens
        starts = text.sentence_starts
        body = [start for start in starts if start >= title_end]
        self.sentences = len(body)
        self.words = int(text.words[title_end:].sum())
        self.has_title = title_end > 0
        self.lead_end = body[LEAD_SENTENCES] if len(body) > LEAD_SENTENCES else len(text)
        self.counts: dict[str, dict[str, int]] = {}
        self.lead: dict[str, set[str]] = {}
        self.title: dict[str, set[str]] = {}
        for signal, found in findings.items():
            counts: dict[str, int] = {}
            lead: set[str] = set()
            heading: set[str] = set()
            for kind, _, start, _ in found:
                if start < title_end:
                    heading.add(kind)
                else:
                    counts[kind] = counts.get(kind, 0) + 1
                    if start < self.lead_end:
                        lead.add(kind)
            self.counts[signal], self.lead[signal], self.title[signal] = counts, lead, heading

    def count(self, signal: str, kinds: frozenset[str] | None = None) -> int:
        """Pieces of evidence in the body."""
        counts = self.counts.get(signal)
        if not counts:
            return 0
        if kinds is None:
            return sum(counts.values())
        return sum([counts[kind] for kind in kinds if kind in counts])

    def rate(self, signal: str, kinds: frozenset[str] | None = None) -> float:
        """The root of the smoothed pieces of evidence per sentence: the tenth cue adds little."""
        return math.sqrt(self.count(signal, kinds) / (self.sentences + SMOOTHING_SENTENCES))


_SIGNALS: dict[str, tuple[str, int]] = {
    "anonymous_sources": ("anonymous sources", -1),
    "official_denials": ("denials, refusals to confirm and debunks", -1),
    "unverifiable_media": ("media or reports said to be unverified", -1),
    "hedges": ("hedges", -1),
    "named_sources": ("named sources", +1),
    "specifics": ("checkable specifics", +1),
    "sensationalism": ("shouting, exclamations and loaded words", -1),
}


def _standard(signal: str, noun: str, direction: int) -> list[Feature]:
    return [
        Feature(
            f"{signal}_rate", signal, "root of pieces per sentence",
            f"root of {noun} in the body over its sentences + {SMOOTHING_SENTENCES}", direction,
        ),
        Feature(
            f"{signal}_title", signal, "0 or 1",
            f"the title holds {noun}; missing without a title", direction, "title",
        ),
        Feature(
            f"{signal}_lead", signal, "0 or 1",
            f"the first {LEAD_SENTENCES} sentences hold {noun}", direction, "lead",
        ),
    ]  # fmt: skip


def _kind(signal: str, name: str, kinds: str, noun: str, direction: int) -> Feature:
    return Feature(
        f"{signal}_{name}_rate", signal, "root of pieces per sentence",
        f"root of {noun} in the body over its sentences + {SMOOTHING_SENTENCES}", direction,
        kinds=frozenset(kinds.split()),
    )  # fmt: skip


def _unnamed_share(m: Measured) -> float:
    unnamed = m.count("anonymous_sources")
    return (unnamed + 1) / (unnamed + m.count("named_sources") + 2)


def _attributed_share(m: Measured) -> float:
    sources = m.count("anonymous_sources") + m.count("named_sources")
    return min(1.0, sources / (m.sentences + SMOOTHING_SENTENCES))


def _quoted_share(m: Measured) -> float:
    tokens = len(m.reading.text) - m.reading.text.title_tokens
    title = m.reading.text.title_tokens
    quoted = sum(end - max(start, title) for start, end in m.reading.text.quotations if end > title)
    return quoted / (tokens + 50)


def _length(m: Measured) -> float:
    return math.log1p(m.words)


def _questions(m: Measured) -> float:
    return _mark_rate(m, "?")


def _question_title(m: Measured) -> float:
    tape, title = m.reading.tape, m.reading.text.title_tokens
    return float("?" in tape[:title]) if title else math.nan


def _parentheses(m: Measured) -> float:
    return _mark_rate(m, "(")


def _ellipses(m: Measured) -> float:
    return _mark_rate(m, "…")


def _adverbs(m: Measured) -> float:
    return _mark_rate(m, LY)


def _mark_rate(m: Measured, character: str) -> float:
    count = m.reading.text.shapes.count(character, m.reading.text.title_tokens)
    return math.sqrt(count / (m.sentences + SMOOTHING_SENTENCES))


def _own(
    name: str, signal: str, unit: str, text: str, direction: int, f: Callable[[Measured], float]
) -> Feature:
    return Feature(name, signal, unit, text, direction, measure=f)


def _all() -> tuple[Feature, ...]:
    table = [f for signal, (noun, way) in _SIGNALS.items() for f in _standard(signal, noun, way)]
    table += [
        _kind("anonymous_sources", "confidential", "confidential", "confidential sources", -1),
        _kind("anonymous_sources", "hearsay", "hearsay", "reports without a human source", -1),
        _kind("official_denials", "debunk", "debunk", "statements that the claim is false", -1),
        _kind("official_denials", "silence", "non_confirmation", "refusals to confirm", -1),
        _kind("hedges", "distancing", "adverb adjective noun", "distancing adverbs, adjectives, nouns", -1),  # noqa: E501
        _kind("hedges", "modal", "modal", "modals of possibility", -1),
        _kind("named_sources", "person", "person", "named persons as sources", +1),
        _kind("specifics", "date", "date", "dates", +1),
        _kind("specifics", "figure", "figure", "figures", +1),
        _kind("specifics", "document", "document", "documents", +1),
        _kind("sensationalism", "exclamation", "exclamation", "exclamation marks", -1),
        _kind("sensationalism", "shouting", "shouting", "shouted words", -1),
        _own("anonymous_sources_share", "anonymous_sources", "0 to 1",
             "(unnamed sources + 1) / (unnamed + named sources + 2)", -1, _unnamed_share),
        _own("attribution_share", "named_sources", "0 to 1",
             f"sources of any kind, divided by sentences + {SMOOTHING_SENTENCES}, at most 1", +1,
             _attributed_share),
        _own("quotation_share", "form", "0 to 1",
             "share of the body's words and marks that stand in quotation marks", +1,
             _quoted_share),
        _own("question_rate", "form", "root of pieces per sentence",
             f"root of question marks in the body over its sentences + {SMOOTHING_SENTENCES}", -1,
             _questions),
        _own("parenthesis_rate", "form", "root of pieces per sentence",
             f"root of bracketed asides in the body over its sentences + {SMOOTHING_SENTENCES}",
             +1, _parentheses),
        _own("ellipsis_rate", "form", "root of pieces per sentence",
             f"root of ellipses in the body over its sentences + {SMOOTHING_SENTENCES}",
             -1, _ellipses),
        _own("adverb_rate", "form", "root of pieces per sentence",
             f"root of adverbs in -ly in the body over its sentences + {SMOOTHING_SENTENCES}",
             -1, _adverbs),
        _own("question_title", "form", "0 or 1", "the title asks; missing without a title", -1,
             _question_title),
        _own("length", "form", "log(1 + words)", "natural logarithm of 1 + words of the body", +1,
             _length),
    ]  # fmt: skip
    return tuple(table)


FEATURES: tuple[Feature, ...] = _all()
NAMES: tuple[str, ...] = tuple(feature.name for feature in FEATURES)


def measure(reading: Reading, findings: Findings) -> tuple[list[float], Measured]:
    """The value of every feature, in the order of FEATURES (nan: missing), and the counts."""
    m = Measured(reading, findings)
    values = []
    for feature in FEATURES:
        signal, kinds = feature.signal, feature.kinds
        if feature.measure is not None:
            value = feature.measure(m)
        elif feature.where == "body":
            value = m.rate(signal, kinds)
        elif feature.where == "lead":
            value = float(bool(m.lead.get(signal)))
        else:
            value = float(bool(m.title.get(signal))) if m.has_title else math.nan
        values.append(value)
    return values, m


def of(text: str, title: str | None = None) -> list[float]:
    """The features of one text, in the order of NAMES; nan where a feature is missing.

    >>> dict(zip(NAMES, of("Nobody spoke.")))["official_denials_rate"]
    0.0
    """
    reading = Reading(text, title)
    return measure(reading, find_all(reading))[0]
