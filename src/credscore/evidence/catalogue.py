"""The table of all signals and of the kinds of their evidence.

Features, pages, the terminal, linked data and lexicon files read the properties of a signal here.
A new signal needs a table of signals.toml, lexicons/NAME.toml, signals/NAME.py and a test.
"""

from collections.abc import Sequence
from typing import NamedTuple

from credscore.text import read_table


class Signal(NamedTuple):
    """A property of a text that speaks for or against its claim.

    `name` is also the name of its lexicon file, of its module in `signals`, and the prefix of its
    features. Pages show `heading` and `meaning`; definitions of features use `noun`. `letter` is
    the class of its mark on pages, `style` its style on a terminal (rich). `direction` is -1 if it
    speaks against the claim, +1 if it speaks for it. `kinds` are the kinds of its evidence.
    `section` is the section of the W3C Credible Web signals (26 November 2019) with nearly the same
    meaning, or None.
    """

    name: str
    heading: str
    noun: str
    meaning: str
    letter: str
    style: str
    direction: int
    kinds: Sequence[str]
    section: str | None = None


SIGNALS = tuple(Signal(name, **row) for name, row in read_table("evidence/signals.toml").items())
"""All signals, in the order of pages and features."""

KINDS: tuple[tuple[str, str], ...] = tuple(
    sorted((signal.name, kind) for signal in SIGNALS for kind in signal.kinds)
)
"""Every signal with every kind of its evidence; the place of a pair here is its number."""
KIND_NUMBERS = {pair: number for number, pair in enumerate(KINDS)}
"""By signal and kind, its place in KINDS."""

SOURCES = ("anonymous_sources", "named_sources")  # the signals of sources
ANONYMOUS = frozenset({"confidential", "unnamed", "hearsay"})
"""Kinds of sources that nobody can ask."""
NAMED = frozenset({"person", "institution"})  # kinds of sources that a reader can ask
SOURCE_KINDS = (*sorted(ANONYMOUS), "document", *sorted(NAMED), "pronoun")
"""All kinds of sources; the place of a kind here is its number."""
OWN_CUES = ("byline", "capitals", "credit", "definite", "definite_again", "in_month",
            "modal_in_title", "not_asserted", "question_in_title")  # fmt: skip
"""Cues that no rule of a lexicon finds."""


def legend() -> dict[str, dict[str, str]]:
    """What a page needs to show each signal, as JSON can hold it: letter, heading, meaning.

    >>> legend()["specifics"]
    {'letter': 's', 'heading': 'Specifics', 'meaning': 'A detail that others can check.'}
    """
    return {
        signal.name: {"letter": signal.letter, "heading": signal.heading, "meaning": signal.meaning}
        for signal in SIGNALS
    }
