"""The exact words that a signal rests on."""

from typing import NamedTuple


class Evidence(NamedTuple):
    """One span of the caller's text (or title) that speaks for a signal.

    `quote == text[start:end]`, or `title[start:end]` where `in_title`; offsets count
    characters (code points), end exclusive. `cue` names the lexicon rule that fired.
    """

    signal: str
    kind: str
    cue: str
    start: int
    end: int
    quote: str
    in_quote: bool
    in_title: bool
