"""Finds where the object of a predicate ends: at the end of its clause."""

import functools
import re

from credscore.lexicon import Lexicon, Phrases
from credscore.patterns import character_class

LONGEST = 40
"""The most tokens of an object."""

_MARKS = ',.;:!?()—…\n"”-'
_VERB = "<be> | <have> | <modal_any> | <do> | <ed> | <say> | n't"
_NAMED = {
    "new_clause": """and ( <ly> | <also> )* ( <say> | <pronoun> | <have> | <be> | <withhold> |
 <modal_any> | <stance_past> | <stance> | <stance_act> | <ed> | <deny> | <dismiss> |
 <lower> ( <det> | <possessive> | that ) | <word>{1,4} <withhold> |
 that? ( <article> | <possessive> )? ( <content> | <ly> | <also> | of ){1,4}
 ( did | has | have | had | does | said | <modal_any> ) )""",
    "adjunct": """in <article>? ( <word> )? ( statement | interview | tweet | email | post ) |
 on? <weekday> | due to | since then | at ( <article> | <possessive> ) <content>{0,2}
 ( briefing | hearing | conference | trial ) | in ( <article> | <possessive> )? <content>? court |
 by ( tweeting | posting | saying | releasing )""",
    # these two begin a clause; "opening" also has a phrase before the subject
    "opener": "that | whether | what",
    "opening": """( that | whether ) ( “ | " )? ( in | at | on | under | during | after | before |
 since | despite ) <word>{1,8} ,""",
    "verb": f"to | {_VERB}",
    # these may stand before the verb of a clause
    "subject": f"and <word>{{1,4}} ( {_VERB} )",
    "apposition": f"""( , ( <word> | @ | & | ' ){{1,12}} , | — <word>{{1,12}} — )
 ( <ly> | <also> )* ( {_VERB} ) | ( , | — ) ( which ( <word> | ' ){{1,10}} |
 <preposition> <word>{{1,3}} | <det> <content>{{1,3}} | <name>{{1,3}} ) ( , | — )""",
    # these add something to an object, or say when it was
    "member": ", including | within | while ( <ing> | <pronoun> <be> )",
}
_NOT_AFTER = "of", "about", "to", "for", "on"
"""If one of these words follows an adjunct, the adjunct is part of the object."""
_phrases = functools.cache(functools.partial(Phrases, _NAMED))


@functools.lru_cache(maxsize=4)
def _border(lexicon: Lexicon) -> re.Pattern[str]:
    """The borders of an object: a mark or word that breaks it, a new clause, or an adjunct."""
    new_clause, adjunct = (lexicon.expression(_NAMED[name]) for name in ("new_clause", "adjunct"))
    stop = character_class(lexicon.characters("<object_break>") + _MARKS)
    goes_on = character_class("".join(map(lexicon.characters, _NOT_AFTER)))
    return re.compile(f"{stop}|{new_clause}|(?:{adjunct})(?!{goes_on})")


def clause_end(tape: str, start: int, end: int, stop: int, lexicon: Lexicon) -> int:
    """The end of the clause of a predicate; at most `stop`.

    `start` is the predicate's first token, `end` the first token that may be a border.
    """
    limit = max(end, min(stop, start + LONGEST))
    while border := _border(lexicon).search(tape, end, limit):
        end = _continuation(tape, start, border.start(), limit, lexicon)
        if end == border.start():
            return end
    return limit


def _continuation(tape: str, start: int, at: int, limit: int, lexicon: Lexicon) -> int:
    """The token where the clause goes on behind the border at `at`; `at` if it ends there.

    A clause does not end before its verb. An object does not end before a phrase that adds to it.
    """
    patterns, further = _phrases(lexicon).patterns, ["member"]
    if openers := [*patterns["opener"].finditer(tape, start, at)]:
        opener = openers[-1]
        if patterns["opening"].fullmatch(tape, opener.start(), at + 1):
            return at + 1
        if patterns["verb"].search(tape, opener.end(), at):
            further.append("adjunct")
        elif opener.end() < at:
            further += "subject", "apposition"
    matches = (patterns[name].match(tape, at, limit) for name in further)
    return next((match.end() for match in matches if match), at)
