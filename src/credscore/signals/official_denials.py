"""Denials, refusals to confirm and debunks; see lexicons/official_denials.toml.

A rule finds a predicate: to deny, to dismiss a report, to be false, to decline. This module reads
the clause around it: whether it is asserted at all (its frame), what is denied (its object), who
says so (its kind), and how far it reaches.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Mapping

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.lexicon import Lexicon, Phrases
from credscore.patterns import Rows
from credscore.signals.denial_clause import BEFORE, Clause, words_of_denial
from credscore.signals.denial_meaning import (
    FALSE,
    LABELLED,
    LABELS,
    counts,
    is_spoken,
    opens,
    subject_start,
)
from credscore.signals.reading import Reading

_REACHING = LABELS | {
    "denied", "dismissed_report", "dismissed_remark", "dismissed_as", "dismissed_it",
    "insisted_not", "said_never", "called_false", "nothing_to_do_with",
    "pleaded_not_guilty", "stand_by", "making_up", "no_truth", "denial_of", "declined_comment",
    "no_response", "neither_nor", "stayed_silent", "not_reached", "unable_to_say",
    "neither_responded", "debunk_report", "said_not", "i_did_not", "accused_of_lying",
    "fabricated_what",
}  # fmt: skip
"""Cues whose object reaches to the end of the clause."""
_STATED = frozenset({
    FALSE,
    "no_truth", "alive", "none_is_true", "there_is_no_evidence", "false_answer", "making_up",
    "never_happened",
})  # fmt: skip
"""Cues that are denials if somebody says them, else debunks."""
_SAID_OF = frozenset({
    "false_report_that", "false_report", "lies_about", "found_no_evidence", "made_up", "fake_news",
    "was_debunked", "falsely_said",
})  # fmt: skip
"""Cues that are denials inside quotation marks, else debunks."""

_UNSAID = {"declined_comment": ("hypothetical", "possible", "requested")}
"""By cue the frames in which a refusal to answer has not come to pass."""

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


def find(reading: Reading) -> Rows:
    """Denials with their objects; kinds decided by who speaks in the sentence."""
    cues = reading.cues("official_denials")
    if not cues:
        return reading.rows("official_denials")
    words = words_of_denial(reading.lexicon)
    signs = words.symbols.of(reading.codes)
    findings: list[Finding] = []
    for cue in cues:
        clause = Clause(reading, words, signs, cue)
        if not _meant(clause):
            continue
        first, end = _extent(clause)
        start = _clause_start(clause, first) if cue.cue == FALSE else first
        kind = _kind(clause, min(first, start), end)
        earlier = findings[-1] if findings else None
        if earlier is None or start >= earlier.end:
            findings.append(Finding(start, end, "official_denials", kind, cue.cue))
    return reading.lexicon.table.rows(findings)


def _meant(clause: Clause) -> bool:
    """Whether the cue means what its rule says."""
    if clause.cue.cue == "false_answer":
        return _is_verdict(clause)
    return (_is_unanswered if clause.cue.kind == "non_confirmation" else counts)(clause)


def _is_verdict(clause: Clause) -> bool:
    """Whether a lone word, as "False", judges a report and is no answer of a quiz."""
    end = clause.cue.end
    ends = end == clause.stop or clause.reading.tape[end] in ".!:\n)]"
    if opens(clause) and (ends or clause.follows("said_after", end)):
        return not clause.before("posed")
    return _is_headline(clause)


def _is_headline(clause: Clause) -> bool:
    """Whether a lone word is what a title says of a report, as in "Reports of a fire untrue"."""
    start, end = clause.cue.start, clause.cue.end
    ends = end == clause.stop or clause.reading.tape[end] in ",;:!\n"
    return (
        ends
        and _is_in_title(clause)
        and clause.holds("accusation", clause.begin, start)
        and not clause.before("unfinished_phrase")
        and not clause.follows("laughable", start)
    )


def _is_in_title(clause: Clause) -> bool:
    """Whether the cue stands in the title of its article."""
    text, at = clause.reading.text, clause.cue.start
    article = bisect_right(text.title_starts.data, at) - 1
    return bool(at < text.body_starts.data[article])


def _is_unanswered(clause: Clause) -> bool:
    """Whether what is not answered is a question, a request or a report."""
    cue = clause.cue
    official = clause.follows("to_authority", cue.end)
    if clause.frame(cue.start) in _UNSAID.get(cue.cue, ("hypothetical",)) or (
        official and not clause.holds("commenting", cue.start, cue.end)
    ):
        return False
    if clause.holds("alone", cue.start, cue.end + 2):
        return False
    written = clause.before("writer") and not clause.reading.in_quote(cue.start)
    if written or (cue.cue == "stayed_silent" and clause.follows("own_saying", cue.end - 1)):
        return False
    if cue.cue == "declined_comment":
        own = clause.holds("own_name", max(clause.begin, cue.end - 3), cue.end + 4)
        return not (own or (clause.before("hidden") and clause.holds("name", cue.start, cue.end)))
    if cue.cue in ("no_response", "unable_to_say") and clause.follows("authentic", cue.end):
        return False
    if clause.follows("to_act", cue.end) and clause.holds("requested", cue.end - 1, cue.end):
        return False
    if cue.cue != "no_response":
        return True
    responds, stop = clause.find("responds", cue.start, cue.end + 2), cue.end + 12
    return responds is None or clause.holds("asked_for", responds.end(), min(clause.stop, stop))


def _is_refuted(clause: Clause, start: int, end: int) -> bool:
    """Whether who checks reports stands before a denial, or behind its "by"."""
    first = clause.begin if start < clause.cue.start else max(clause.begin, start - BEFORE)
    behind = clause.cue.start, min(clause.stop, end + 7)
    return clause.holds("debunker", first, start) or clause.holds("by_debunker", *behind)


def _kind(clause: Clause, start: int, end: int) -> str:
    cue = clause.cue
    if cue.cue in _SAID_OF:
        told = (
            cue.cue in LABELLED and clause.before("says_of") and not _is_refuted(clause, start, end)
        )
        if told or clause.reading.in_quote(cue.start):
            return "denial"
    if cue.cue in _STATED:
        spoken = is_spoken(clause, start, end) and not _is_refuted(clause, start, end)
        return "denial" if spoken else "debunk"
    if cue.kind == "denial" and cue.cue != "insisted_not" and _is_refuted(clause, start, end):
        return "debunk"
    if cue.cue == "debunk_report" and clause.holds(
        "party", max(clause.begin, cue.start - 6), cue.start
    ):
        return "denial"
    return cue.kind


def _extent(clause: Clause) -> tuple[int, int]:
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
    told = (
        cue.cue == "was_debunked"
        and clause.before("passive")
        and not clause.holds("as_or_by", cue.start, end)
    ) or (cue.cue == "false_answer" and _is_headline(clause))
    if cue.cue == "claim_that_they_deny":
        if clause.follows("gerund", end):
            end = _object_end(clause, end, "overrun")
        elif not _words(clause.reading.lexicon)["<det>"].match(clause.reading.tape, cue.start):
            return clause.back("adverb", end - 1), end
    return subject_start(clause) if cue.cue == FALSE or told else cue.start, end


def _clause_start(clause: Clause, start: int) -> int:
    """The first token of what says that something is false: a verb of speech, else its subject.

    `start` is that of the words without a mark before it.
    """
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
