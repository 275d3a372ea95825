"""The one table of signals and of the kinds of their evidence.

Features, pages, terminal, linked data and lexicon files take what they need of a signal from here.
A new signal is a row of SIGNALS, lexicons/NAME.toml, signals/NAME.py and its test.
"""

from typing import NamedTuple


class Signal(NamedTuple):
    """A signal: something in a text that speaks for or against its claim.

    `name` is that of its lexicon file and of its module in `signals`, and the prefix of its
    features. `heading` stands on pages, `noun` in definitions of features. `letter` is the class of
    its mark on pages, `style` its style on a terminal (rich). `direction` is -1 if it speaks
    against the claim, +1 if for it. `kinds` are those of its evidence, `section` is that of the W3C
    Credible Web signals (26 November 2019) that means nearly the same, or None.
    """

    name: str
    heading: str
    noun: str
    letter: str
    style: str
    direction: int
    kinds: tuple[str, ...]
    section: str | None


SIGNALS: tuple[Signal, ...] = (
    Signal(
        "anonymous_sources", "Anonymous sources", "anonymous sources",
        "a", "black on bright_red", -1, ("confidential", "unnamed", "hearsay"),
        "h.9kfwetwm5n4i",  # Quoted individuals are identified
    ),
    Signal(
        "official_denials", "Denials and refusals to comment",
        "denials, refusals to confirm and debunks",
        "d", "black on bright_magenta", -1, ("denial", "non_confirmation", "debunk"),
        None,
    ),
    Signal(
        "unverifiable_media", "Unverified media and reports",
        "media or reports said to be unverified",
        "u", "black on bright_yellow", -1, ("media", "report"),
        "h.jebnqk7zyadu",  # Explicitly unverified claims
    ),
    Signal(
        "hedges", "Hedges", "hedges",
        "h", "black on yellow", -1, ("modal", "adverb", "adjective", "noun", "verb"),
        None,
    ),
    Signal(
        "named_sources", "Named sources", "named sources",
        "n", "black on bright_green", +1, ("person", "institution"),
        "h.9kfwetwm5n4i",  # Quoted individuals are identified
    ),
    Signal(
        "specifics", "Specifics", "checkable specifics",
        "s", "black on bright_cyan", +1, ("date", "document", "figure", "place", "comparison"),
        "h.ueca6rn0m5sf",  # References or citations
    ),
    Signal(
        "sensationalism", "Sensationalism", "shouting, exclamations and loaded words",
        "x", "white on red", -1, (
            "shouting", "exclamation", "loaded", "insistence", "deceit", "disclosure",
            "question",
        ),
        "h.kicd9io33lyn",  # Extreme exaggerating rhetoric
    ),
    Signal(
        "second_hand", "Second-hand reports", "words for other reports, and verbs that retell",
        "o", "black on bright_blue", -1, ("report", "post", "retelling"),
        None,
    ),
)  # fmt: skip
"""All signals, in the order of pages and features."""

KINDS: tuple[tuple[str, str], ...] = tuple(
    sorted((signal.name, kind) for signal in SIGNALS for kind in signal.kinds)
)
"""Every signal with every kind of its evidence; the place of a pair here is its number."""
KIND_NUMBERS = {pair: number for number, pair in enumerate(KINDS)}
"""By signal and kind, its place in KINDS."""

SOURCES = ("anonymous_sources", "named_sources")
"""The signals that tell who statements rest on."""
ANONYMOUS = frozenset({"confidential", "unnamed", "hearsay"})
"""Kinds of sources that nobody can ask."""
NAMED = frozenset({"person", "institution"})
"""Kinds of sources that can be asked."""
SOURCE_KINDS = (*sorted(ANONYMOUS), "document", *sorted(NAMED), "pronoun")
"""All kinds of sources; the place of a kind here is its number."""
OWN_CUES = ("byline", "capitals", "credit", "definite", "definite_again", "in_month",
            "modal_in_title", "not_asserted", "question_in_title")  # fmt: skip
"""Cues that no rule of a lexicon finds."""


_MEANINGS = {
    "anonymous_sources": "Who says it is not named, so nobody else can ask them.",
    "official_denials": "Somebody denies it, does not confirm it, or calls it false.",
    "unverifiable_media": "The text itself leaves open whether this is genuine or true.",
    "hedges": "A word of doubt: the text does not commit itself.",
    "named_sources": "Who says it is named, so others can ask them.",
    "specifics": "A detail that others can check.",
    "sensationalism": "It stirs up more than it tells.",
    "second_hand": "It passes on what others reported or posted.",
}


def legend() -> dict[str, dict[str, str]]:
    """What a page needs to show each signal, all of it JSON: letter, heading and meaning by name.

    >>> legend()["specifics"]
    {'letter': 's', 'heading': 'Specifics', 'meaning': 'A detail that others can check.'}
    """
    return {
        signal.name: {
            "letter": signal.letter,
            "heading": signal.heading,
            "meaning": _MEANINGS[signal.name],
        }
        for signal in SIGNALS
    }
