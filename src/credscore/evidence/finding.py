"""What is found in a text, by its tokens: evidence, and who is said to have said something."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Tokens start (inclusive) to end (exclusive) that speak for a signal, and by which cue.

    They are ordered by these five.

    >>> Finding(1, 2, "hedges", "modal", "may") < Finding(1, 3, "hedges", "modal", "might")
    True
    """

    start: int
    end: int
    signal: str
    kind: str
    cue: str


class Statement(NamedTuple):
    """One attributed statement; positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, document, pronoun.
    """

    kind: str
    cue: str
    source_start: int
    source_end: int
    verb_start: int
    verb_end: int
