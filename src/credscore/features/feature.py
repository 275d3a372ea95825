"""What a feature is: a name, a definition, an expected direction and a measure.

The table of all features is in definitions.py.
"""

from dataclasses import dataclass
from functools import partial

from credscore.features import measures
from credscore.features.measures import Measure
from credscore.signals import LEAD_SENTENCES

RATE, FLAG, SHARE = "root of pieces per 20 words", "0 or 1", "0 to 1"

_FORMS = {
    "body": ("rate", "rate of {}", RATE, "root of {} in the body over its words / 20 + 5"),
    "lead": (
        "lead", f"{{}} in the first {LEAD_SENTENCES} sentences", FLAG,
        f"the first {LEAD_SENTENCES} sentences hold {{}}",
    ),
    "title": ("title", "{} in the title", FLAG, "the title holds {}; missing without a title"),
}  # fmt: skip
"""By zone: the ending of the names of its features, their label, unit and definition."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One number, measured on the findings of a reading.

    `label` names it for people. `where` and `kinds` tell which evidence of its signal it rests on
    (no kinds: all).
    """

    name: str
    label: str
    signal: str
    unit: str
    definition: str
    direction: int
    measure: Measure
    where: str = "body"
    kinds: frozenset[str] = frozenset()


def _counted(
    where: str, name: str, signal: str, noun: str, way: int, kinds: str = "",
    measure: Measure | None = None,
) -> Feature:  # fmt: skip
    """Pieces of evidence in a zone, or what `measure` counts there."""
    ending, label, unit, definition = _FORMS[where]
    chosen = frozenset(kinds.split())
    return Feature(
        f"{name}_{ending}", label.format(noun), signal, unit, definition.format(noun), way,
        measure or measures.evidence(signal, chosen, where), where, chosen,
    )  # fmt: skip


rate, lead, title = (partial(_counted, where) for where in _FORMS)
"""Pieces of evidence in the body, over its words; whether the lead or the title holds any."""


def standard(signal: str, noun: str, way: int) -> list[Feature]:
    """The features that every signal has: its rate, and whether title and lead hold it."""
    return [_counted(where, signal, signal, noun, way) for where in _FORMS]
