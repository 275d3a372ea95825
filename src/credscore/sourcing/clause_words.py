"""Finds the words that begin a clause: "that" in "said that it sank"."""

import functools
import re

from credscore.lexicon import Phrases
from credscore.signals import Reading

_phrases = functools.cache(functools.partial(Phrases, {}))


def clause_words(reading: Reading) -> set[int]:
    """The tokens of "that" before a clause; in "that is untrue" it is none."""
    that = reading.lexicon.characters("that")[::2]
    verbs = _phrases(reading.lexicon).words["<be> | <have> | <modal_any> | <do>"]
    matches = re.finditer(f"[{that}]", reading.tape)
    return {
        match.start()
        for match in matches
        if reading.tape[match.end() : match.end() + 1] not in verbs
    }
