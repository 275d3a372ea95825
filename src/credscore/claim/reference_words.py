"""Whether a denial refers back to what its article tells: "the reports", "this story", "it"."""

import functools
import re

import numpy as np

from credscore.claim.content_words import Bools, Ints
from credscore.lexicon import Lexicon

_REFERENCES = "( the | this | these | those | such | all ) <content>{0,2} <report_noun>"
_PRONOUNS = "it | they | this | that"
_GOING_ON = ("of", "that", "about", "by")
"""Words behind a report that say which one it is: "the claim that the bridge was closed"."""


def refer_back(tape: str, lexicon: Lexicon, starts: Ints, ends: Ints) -> Bools:
    """Whether each denial, from token `starts` to `ends`, refers to what was told before it."""
    report, pronoun, going_on = _words(lexicon)

    def refers(start: int, end: int) -> bool:
        if pronoun.match(tape, start, end):
            return True
        found = report.search(tape, start, end)
        return found is not None and tape[found.end()] not in going_on

    return np.array([refers(*span) for span in zip(starts.tolist(), ends.tolist(), strict=True)])


@functools.lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    going_on = "".join(map(lexicon.characters, _GOING_ON))
    return lexicon.compile(_REFERENCES), lexicon.compile(_PRONOUNS), going_on
