"""Who is said to have said what: source noun phrase, verb, statement."""

from typing import NamedTuple

from credscore.cues import Cue
from credscore.lexicon import Lexicon
from credscore.text import Text


class Attribution(NamedTuple):
    """One attributed statement; positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, pronoun.
    """

    kind: str
    cue: str
    source_start: int
    source_end: int
    verb_start: int
    verb_end: int


def find_attributions(
    tape: str, text: Text, cues: list[Cue], lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """All attributions, in text order."""
    return ()
