"""What a feature is: a name, a definition, an expected direction and a measure.

The table of all features is in definitions.py.
"""

from dataclasses import dataclass

from credscore.features import measures
from credscore.features.measures import Measure
from credscore.signals import LEAD_SENTENCES

RATE, FLAG, SHARE = "root of pieces per 20 words", "0 or 1", "0 to 1"


@dataclass(frozen=True, slots=True)
class Feature:
    """One number, measured on the findings of a reading.

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


def rate(name: str, signal: str, noun: str, way: int, kinds: str = "") -> Feature:
    """Pieces of evidence in the body, over its words."""
    chosen = frozenset(kinds.split()) if kinds else None
    return Feature(
        f"{name}_rate", signal, RATE, f"root of {noun} in the body over its words / 20 + 5", way,
        measures.evidence(signal, chosen), kinds=chosen,
    )  # fmt: skip


def lead(name: str, signal: str, noun: str, way: int, kinds: str = "") -> Feature:
    """Whether the lead holds evidence."""
    chosen = frozenset(kinds.split()) if kinds else None
    return Feature(
        f"{name}_lead", signal, FLAG, f"the first {LEAD_SENTENCES} sentences hold {noun}", way,
        measures.evidence(signal, chosen, "lead"), "lead", chosen,
    )  # fmt: skip


def title(
    name: str, signal: str, noun: str, way: int, measure: Measure | None = None, kinds: str = "",
) -> Feature:  # fmt: skip
    """Whether the title holds evidence, or what `measure` looks for."""
    chosen = frozenset(kinds.split()) if kinds else None
    return Feature(
        f"{name}_title", signal, FLAG, f"the title holds {noun}; missing without a title", way,
        measure or measures.evidence(signal, chosen, "title"), "title", chosen,
    )  # fmt: skip


def own(
    name: str, signal: str, unit: str, text: str, way: int, measure: Measure, kinds: str = "",
    where: str = "body",
) -> Feature:  # fmt: skip
    """A number of its own kind."""
    return Feature(
        name, signal, unit, text, way, measure, where, frozenset(kinds.split()) if kinds else None
    )


def form(name: str, noun: str, way: int, measure: Measure) -> Feature:
    """Pieces of form in the body, over its words."""
    return Feature(
        f"{name}_rate", "form", RATE, f"root of {noun} in the body over its words / 20 + 5", way,
        measure,
    )  # fmt: skip


def standard(signal: str, noun: str, way: int) -> list[Feature]:
    """The features that every signal has: its rate, and whether title and lead hold it."""
    return [rate(signal, signal, noun, way), lead(signal, signal, noun, way),
            title(signal, signal, noun, way)]  # fmt: skip
