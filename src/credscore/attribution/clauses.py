"""How far the object of a predicate reaches: to the end of its clause."""

import functools
import re

from credscore.lexicon import Lexicon
from credscore.patterns import character_class

LONGEST = 26
"""Tokens of an object, at most."""

_MARKS = ',.;:!?()—…\n"”-'


@functools.lru_cache(maxsize=4)
def _border(lexicon: Lexicon) -> re.Pattern[str]:
    stop = character_class(lexicon.characters("<object_break>") + _MARKS)
    new_clause = lexicon.compile(
        "and ( <ly> | <also> )* ( <say> | <pronoun> | <have> | <be> | <withhold> | <modal_any> |"
        " <stance_past> | <stance> | <ed> | <deny> | <dismiss> |"
        " <lower> ( <det> | <possessive> | that ) | <word>{1,4} <withhold> |"
        " <word>{1,4} ( did | has | have | had | does | said ) )"
    ).pattern
    aside = lexicon.compile(
        "( in <article>? ( <word> )? ( statement | interview | tweet | email | post ) |"
        " on? <weekday> )"
    ).pattern
    goes_on = character_class(lexicon.characters("<preposition>"))
    return re.compile(f"{stop}|{new_clause}|(?:{aside})(?!{goes_on})")


def clause_end(tape: str, start: int, end: int, stop: int, lexicon: Lexicon) -> int:
    """The token at which the clause ends that goes on at `end`, at most `stop`.

    Parameters
    ----------
    start, end
        The predicate's first token, and the first token that may be a border.
    """
    limit = max(end, min(stop, start + LONGEST))
    border = _border(lexicon).search(tape, end, limit)
    return border.start() if border else limit
