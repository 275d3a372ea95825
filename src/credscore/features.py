"""From evidence to the named numbers that a model weighs.

`FEATURES` is the one table: name, signal, unit, definition and expected direction (+1 speaks for
the claim, -1 against it, 0 either way). docs/features.md is generated from it. No feature knows
who, which country or which outlet; lengths and positions count words and sentences.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from credscore.characters import LY
from credscore.extractors import find_all
from credscore.findings import LEAD, LEAD_SENTENCES, REST, TITLE, Findings, Floats, Ints
from credscore.reading import Reading

SMOOTHING_SENTENCES = 5
"""Added to the number of sentences in every rate, so that a rate does not explode on a note."""


_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,)}


@dataclass(frozen=True, slots=True)
class Feature:
    """One number: `where` and `kinds` tell which evidence it counts (None: all kinds).

    A feature of its own kind has a `measure`, from the findings to one value for every article.
    """

    name: str
    signal: str
    unit: str
    definition: str
    direction: int
    where: str = "body"
    kinds: frozenset[str] | None = None
    measure: Callable[[Findings], Floats] | None = None

    def counts(self, kind: str, zone: int) -> bool:
        """Whether a finding of this feature's signal is part of the number."""
        return (self.kinds is None or kind in self.kinds) and zone in _ZONES[self.where]

    def values(self, found: Findings) -> Floats:
        """The feature of every article; nan where it is missing. Shape (articles,)."""
        if self.measure is not None:
            return self.measure(found)
        if self.where == "body":
            return _rate(found, found.count(self.signal, self.kinds))
        present = (found.count(self.signal, self.kinds, self.where) > 0).astype(float)
        return present if self.where == "lead" else np.where(found.has_title, present, np.nan)


def _rate(found: Findings, count: Ints) -> Floats:
    """The root of the smoothed pieces of evidence per sentence: the tenth cue adds little."""
    return np.sqrt(count / (found.sentences + SMOOTHING_SENTENCES))


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


def _unnamed_share(found: Findings) -> Floats:
    unnamed = found.count("anonymous_sources")
    return (unnamed + 1) / (unnamed + found.count("named_sources") + 2)


def _attributed_share(found: Findings) -> Floats:
    sources = found.count("anonymous_sources") + found.count("named_sources")
    return np.minimum(1.0, sources / (found.sentences + SMOOTHING_SENTENCES))


def _quoted_share(found: Findings) -> Floats:
    return found.quoted / (found.tokens + 50)


def _length(found: Findings) -> Floats:
    return np.log1p(found.words)


def _places_rate(character: str, found: Findings) -> Floats:
    return _rate(found, found.within(found.places(character)))


def _mark_rate(character: str) -> Callable[[Findings], Floats]:
    return functools.partial(_places_rate, character)


def _question_title(found: Findings) -> Floats:
    asked = found.within_titles(found.places("?")) > 0
    return np.where(found.has_title, asked.astype(float), np.nan)


def _own(
    name: str, signal: str, unit: str, text: str, direction: int, f: Callable[[Findings], Floats]
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
             _mark_rate("?")),
        _own("parenthesis_rate", "form", "root of pieces per sentence",
             f"root of bracketed asides in the body over its sentences + {SMOOTHING_SENTENCES}",
             +1, _mark_rate("(")),
        _own("ellipsis_rate", "form", "root of pieces per sentence",
             f"root of ellipses in the body over its sentences + {SMOOTHING_SENTENCES}",
             -1, _mark_rate("…")),
        _own("adverb_rate", "form", "root of pieces per sentence",
             f"root of adverbs in -ly in the body over its sentences + {SMOOTHING_SENTENCES}",
             -1, _mark_rate(LY)),
        _own("question_title", "form", "0 or 1", "the title asks; missing without a title", -1,
             _question_title),
        _own("length", "form", "log(1 + words)", "natural logarithm of 1 + words of the body", +1,
             _length),
    ]  # fmt: skip
    return tuple(table)


FEATURES: tuple[Feature, ...] = _all()
NAMES: tuple[str, ...] = tuple(feature.name for feature in FEATURES)


def measure(found: Findings) -> Floats:
    """All features, shape (articles, features), in the order of FEATURES; nan: missing."""
    return np.array([feature.values(found) for feature in FEATURES]).T


def of(text: str, title: str | None = None) -> list[float]:
    """The features of one text, in the order of NAMES; nan where a feature is missing.

    >>> dict(zip(NAMES, of("Nobody spoke.")))["official_denials_rate"]
    0.0
    """
    reading = Reading(text, title)
    values: list[float] = measure(Findings(reading, find_all(reading)))[0].tolist()
    return values
