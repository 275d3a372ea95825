"""How far a denial reaches: its predicate with the object, or what is false with its subject."""

import functools
import re
from collections.abc import Mapping

from credscore.attribution import clause_end
from credscore.lexicon import Lexicon, Phrases
from credscore.signals.denials.clause import Clause
from credscore.signals.denials.lone_words import is_headline
from credscore.signals.denials.meaning import FALSE, LABELS, subject_start

_REACHING = LABELS | {
    "denied", "dismissed_report", "dismissed_remark", "dismissed_as", "dismissed_it",
    "insisted_not", "said_never", "called_false", "nothing_to_do_with",
    "pleaded_not_guilty", "stand_by", "making_up", "no_truth", "denial_of", "declined_comment",
    "no_response", "neither_nor", "stayed_silent", "not_reached", "unable_to_say",
    "neither_responded", "debunk_report", "said_not", "i_did_not", "accused_of_lying",
    "fabricated_what",
}  # fmt: skip
"""Cues whose object reaches to the end of the clause."""
_OF_WHAT = ("denial_of", "falsely_said")
"""Cues that may stand in the subject of a clause, with what they are "of"."""
_ASIDE = 20
"""Tokens of an aside between subject and predicate, at most, and of the subject before it."""
_LONG_SUBJECT = 6
"""Tokens of a subject, at most, that is told with how it turned out."""
_SHORT = 6
"""Tokens of an aside between commas, at most, with these."""

_BORDERS = {
    "speech": "<speech_head> | ( reported | claimed | found | finds ) that",
    "second speech": "and ( <name>{1,3} | <pronoun> )? ( <speech_head> | found )",
    "subject": "( <content> | <det> | <ly> | and | that | so | <capitals> | <name> | , | ; )"
    " ( it | this | that | they | these | those )",
    "content": "( <ed> | <name> | know | knows | shows | fact ) that"
    " ( <det> | <possessive> | <report_noun> )",
    "second clause": "( <be> | <have> | <modal_any> ) ( <content> | <det> | <preposition> | not )+"
    " and ( any | all | <det> | <possessive> )",
    "verb": "<be> | <have> | <modal_any> | <do> | <ed>",
    "later verb": "( <have> | <be> )+ <spreading>",
    "outcome": "turn~ out | proved | proven",
}
"""Where the clause of a denial may begin and end, over the tape."""


@functools.cache
def _words(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    return Phrases(_BORDERS, lexicon).patterns


def extent_of(clause: Clause) -> tuple[int, int]:
    """The tokens of a denial: a predicate with its object, or with its subject if it is false."""
    cue, first = clause.cue, clause.cue.end
    if cue.cue in _REACHING:
        timed = clause.follows("when", first) and clause.holds("commenting", cue.start, first)
        if cue.kind != "debunk" and not timed:
            first = clause.beyond("however", first)
        if cue.cue == "denied":
            first = max(first, cue.start + (2 if clause.follows("gerund", cue.end) else 1))
        elif cue.cue == "called_false":
            first = cue.end - 1
    elif cue.cue == FALSE:
        first = clause.beyond("further", first)
    end = cue.end
    named = cue.cue == "denial_of" and clause.holds("a_report", cue.start, end)
    if (cue.cue in _REACHING and not named) or first > end:
        if clause.follows("described", end - 1):
            end -= 1
        else:
            label = cue.cue in LABELS and clause.follows("about", end - 1)
            end = max(end, _object_end(clause, first, "label_overrun" if label else "overrun"))
            end = _own_end(clause, first, end)
    told = (
        cue.cue == "was_debunked"
        and clause.before("passive")
        and not clause.holds("as_or_by", cue.start, end)
    ) or (cue.cue == "false_answer" and is_headline(clause))
    if cue.cue == "claim_that_they_deny":
        if clause.follows("gerund", end):
            end = _object_end(clause, end, "overrun")
        elif not _words(clause.reading.lexicon)["<det>"].match(clause.reading.tape, cue.start):
            return clause.back("adverb", end - 1), end
    return subject_start(clause) if cue.cue == FALSE or told else cue.start, end


def shown_start(clause: Clause, start: int) -> int:
    """The first token to show of a denial that `extent_of` lets begin at `start`.

    What is false is shown with its verb of speech, else with its subject.
    """
    if clause.cue.cue != FALSE:
        return start
    cue, tape, words = clause.cue, clause.reading.tape, _words(clause.reading.lexicon)
    if clause.before("relative"):
        return start
    if start == cue.start:
        start = _before_aside(clause)
    if not clause.follows("told_report", start):
        start = _own_start(clause, start)
    long = cue.start - start > _LONG_SUBJECT and words["outcome"].match(tape, cue.start)
    return cue.start if long else start


def _own_start(clause: Clause, start: int) -> int:
    """Where the clause of the cue begins, which may follow another after `start`."""
    cue, tape, words = clause.cue, clause.reading.tape, _words(clause.reading.lexicon)
    if second := words["second speech"].search(tape, start, cue.start):
        return second.end() - 1
    if spoken := words["speech"].search(tape, start, cue.start):
        return spoken.start()
    if clause.follows("its", cue.start):
        return cue.start
    if start < cue.start and words["subject"].fullmatch(tape, cue.start - 2, cue.start):
        return cue.start - 1
    for name in "content", "second clause":
        inner = words[name].search(tape, start, cue.start)
        if inner and not words["verb"].search(tape, inner.end(), cue.start):
            return inner.end() - 1
    return start


def _before_aside(clause: Clause) -> int:
    """Where the clause begins whose predicate an aside or a quotation mark parts from its subject.

    The predicate's first token if nothing does.
    """
    tape, start, words = clause.reading.tape, clause.cue.start, clause.words
    mark, first = tape[start - 1], max(clause.begin, start - _ASIDE)
    if mark in '“"':
        end = -1 if tape[start - 2] in ",:;.—\n" else start - 1
    else:
        first = max(first, start - _SHORT) if mark == "," else first
        end = tape.rfind(mark, first, start - 1) if mark in ",—-" else -1
    if end <= clause.begin:
        return start
    first = max(clause.begin, end - _ASIDE)
    borders = [match.end() for match in words.border.finditer(tape, first, end)]
    first = clause.beyond("joint", borders[-1] if borders else first)
    return first if first < end else start


def _object_end(clause: Clause, first: int, border: str) -> int:
    """Where the object ends whose first token that may be a border is `first`.

    What `border` stands for ends it, too.
    """
    reading, start, stop = clause.reading, clause.cue.start, clause.stop
    tape, lexicon = reading.tape, reading.lexicon
    end = clause_end(tape, start, first, stop, lexicon)
    while end < stop and (after := _going_on(clause, end, first)):
        further = clause_end(tape, start, after, stop, lexicon)
        if further == after and tape[end] == ".":
            break
        end = further
    opener = clause.find("opener", first, end) if border == "label_overrun" else None
    if opener:
        over = _words(lexicon)["later verb"].search(tape, opener.end(), end)
        end = over.start() if over else end
    over = clause.find(border, first, opener.start() if opener else end)
    return over.start() if over else min(end, stop)


def _own_end(clause: Clause, first: int, end: int) -> int:
    """Where the object ends before `end` at a bar or at the verb of the clause around it."""
    bar = clause.reading.tape.find("|", first, end)
    end = bar if bar > 0 else end
    relative, cue = clause.before("relative"), clause.cue.cue
    noun = cue == "denial_of" or (cue == "falsely_said" and not clause.before("passive"))
    of_what = (noun or relative) and cue in _OF_WHAT and clause.follows("of_what", first)
    if not of_what and not (cue == "denied" and relative):
        return end
    verb = clause.find("main_verb", first + 1 + of_what, end)
    own = verb and clause.holds("opener", first, verb.start())
    return verb.start() if verb and not own else end


def _going_on(clause: Clause, mark: int, first: int) -> int:
    """The token after a mark at which no object ends; 0 if it ends there.

    It goes on after a full stop inside a sentence, which belongs to an abbreviation, after the
    marks of a quotation that opens in the object, and after ", not this,".
    """
    tape, reading = clause.reading.tape, clause.reading
    sign, beside = tape[mark], mark + 1
    if sign == ".":
        return 0 if beside + 1 >= clause.stop or tape[beside] in "\n”\"')]" else beside
    if sign in '"”':
        if reading.in_quote(clause.cue.start):
            goes_on = mark == first and clause.follows("opening", beside)
        else:
            goes_on = not (reading.in_quote(mark) and clause.follows("adjunct", beside))
        return beside + clause.follows("gerund", beside) if goes_on else 0
    after = clause.beyond("insertion", mark)
    return after if after > mark else 0
