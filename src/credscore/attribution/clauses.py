"""How far the object of a predicate reaches: to the end of its clause."""

import functools
import re
from typing import NamedTuple

from credscore.lexicon import Lexicon
from credscore.patterns import character_class

LONGEST = 40
"""Tokens of an object, at most."""

_MARKS = ',.;:!?()—…\n"”-'
_VERB = "<be> | <have> | <modal_any> | <do> | <ed> | <say> | n't"
_NEW_CLAUSE = """and ( <ly> | <also> )* ( <say> | <pronoun> | <have> | <be> | <withhold> |
 <modal_any> | <stance_past> | <stance> | <ed> | <deny> | <dismiss> |
 <lower> ( <det> | <possessive> | that ) | <word>{1,4} <withhold> |
 that? ( <article> | <possessive> )? ( <content> | <ly> | <also> | of ){1,4}
 ( did | has | have | had | does | said | <modal_any> ) )"""
_ADJUNCT = """in <article>? ( <word> )? ( statement | interview | tweet | email | post ) |
 on? <weekday> | due to | since then | at ( <article> | <possessive> ) <content>{0,2}
 ( briefing | hearing | conference | trial ) | in ( <article> | <possessive> )? <content>? court |
 by ( tweeting | posting | saying | releasing )"""
_APPOSITION = f"""( , ( <word> | @ | & | ' ){{1,12}} , | — <word>{{1,12}} — ) ( <ly> | <also> )*
 ( {_VERB} ) | ( , | — ) ( which ( <word> | ' ){{1,10}} |
 <preposition> <word>{{1,3}} | <det> <content>{{1,3}} | <name>{{1,3}} ) ( , | — )"""
_NOT_AFTER = "of", "about", "to", "for", "on"
"""Words before which an adjunct is a part of the object."""


class _Patterns(NamedTuple):
    """`border` is what may end an object, `adjunct` that which does so behind no clause of its own.

    `opener` and `opening` begin a clause, this with a phrase before its subject; `subject` and
    `apposition` may follow before its `verb`. `member` adds to an object, or says when it was.
    """

    border: re.Pattern[str]
    adjunct: re.Pattern[str]
    opener: re.Pattern[str]
    opening: re.Pattern[str]
    verb: re.Pattern[str]
    subject: re.Pattern[str]
    apposition: re.Pattern[str]
    member: re.Pattern[str]


@functools.lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> _Patterns:
    stop = character_class(lexicon.characters("<object_break>") + _MARKS)
    goes_on = character_class("".join(map(lexicon.characters, _NOT_AFTER)))
    new_clause, adjunct = (lexicon.compile(f"( {it} )") for it in (_NEW_CLAUSE, _ADJUNCT))
    return _Patterns(
        re.compile(f"{stop}|{new_clause.pattern}|(?:{adjunct.pattern})(?!{goes_on})"),
        adjunct,
        lexicon.compile("that | whether | what"),
        lexicon.compile(
            '( that | whether ) ( “ | " )? ( in | at | on | under | during | after | before | since'
            " | despite ) <word>{1,8} ,"
        ),
        lexicon.compile(f"to | {_VERB}"),
        lexicon.compile(f"and <word>{{1,4}} ( {_VERB} )"),
        lexicon.compile(_APPOSITION),
        lexicon.compile(", including | within | while ( <ing> | <pronoun> <be> )"),
    )


def clause_end(tape: str, start: int, end: int, stop: int, lexicon: Lexicon) -> int:
    """The token at which the clause ends that goes on at `end`, at most `stop`.

    Parameters
    ----------
    start, end
        The predicate's first token, and the first token that may be a border.
    """
    patterns, limit = _patterns(lexicon), max(end, min(stop, start + LONGEST))
    while border := patterns.border.search(tape, end, limit):
        end = _beyond(patterns, tape, start, border.start(), limit)
        if end == border.start():
            return end
    return limit


def _beyond(patterns: _Patterns, tape: str, start: int, at: int, limit: int) -> int:
    """The token from which the clause goes on behind the border at `at`; `at` if it ends there.

    A clause does not end before its verb, nor an object before what adds to it.
    """
    further = [patterns.member]
    if openers := [*patterns.opener.finditer(tape, start, at)]:
        opener = openers[-1]
        if patterns.opening.fullmatch(tape, opener.start(), at + 1):
            return at + 1
        if patterns.verb.search(tape, opener.end(), at):
            further.append(patterns.adjunct)
        elif opener.end() < at:
            further += patterns.subject, patterns.apposition
    matches = (pattern.match(tape, at, limit) for pattern in further)
    return next((match.end() for match in matches if match), at)
