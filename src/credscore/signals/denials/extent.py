"""Finds the extent of a denial: the predicate with its object, or, if false, with its subject."""

from credscore.attribution import clause_end
from credscore.signals.clause import Clause
from credscore.signals.denials.meaning import CUES, FALSE, is_headline
from credscore.signals.denials.subjects import last_clause_start, subject_start

_TO_CLAUSE_END = CUES["labels"] | CUES["reaching"]
"""Cues whose object reaches to the end of the clause."""
_PASSIVE = ("was_debunked", "report_denied")
"""Cues that include a "was" before them, unless they say by whom."""
_WITH_OF_PHRASE = ("denial_of", "falsely_said")
"""Cues that may stand in the subject of a clause, with a phrase that begins with "of"."""
_FABRICATED = ("fake_news", "false_media", "hoax_noun", "made_up")
"""Cues that name something made up; a phrase about its subject may follow."""
# The most tokens of: an aside, and the subject before it; a subject that is marked together with
# "turned out to be false"; an aside between commas, with the commas.
_ASIDE, _LONG_SUBJECT, _SHORT = 20, 6, 6


def extent_of(clause: Clause) -> tuple[int, int]:
    """The tokens of a denial: its predicate with the object, or with the subject of "is false"."""
    cue, start, end = clause.cue.cue, clause.start, clause.end
    first = end
    if cue in _TO_CLAUSE_END:
        timed = clause.has_behind("when") and clause.holds("commenting", start, end)
        if clause.cue.kind != "debunk" and not timed:
            first = clause.end_of("however", first)
        first = clause.end_of("interposed", first)
        if cue == "denied":
            first = max(first, start + 1 + clause.has_behind("gerund"))
    elif cue in (FALSE, "called_false"):
        first = clause.end_of("further", first)
    noun = cue == "denial_of" and not clause.has_behind("denial_of_what")
    further = cue in _FABRICATED and any(clause.has_behind("made_of", at) for at in (end - 1, end))
    if (cue in _TO_CLAUSE_END and not noun) or further or first > end:
        if clause.has_behind("described", end - 1):
            end -= 1
        else:
            label = further or (cue in CUES["labels"] and clause.has_behind("about", end - 1))
            border = "label_overrun" if label else "overrun"
            if clause.has_behind("doing", start) and not clause.has_behind("gerund", first):
                border += " and_doing"
            end = max(end, _object_end(clause, first, border))
            end = _trimmed_object_end(clause, first, end)
    if cue == "claim_that_they_deny":
        if clause.has_behind("gerund determiner ever_doing", end):
            return clause.start_of("adverb", end - 1), _object_end(clause, end, "overrun")
        if not clause.has_behind("determiner", start):
            return clause.start_of("adverb", end - 1), end
    if cue in _PASSIVE and not clause.holds("as_or_by", start, end):
        return clause.start_of("be_before", start), end
    if cue == "denial_of":
        return clause.start_of("possessor", start), end
    has_subject = cue == FALSE or (cue == "false_answer" and is_headline(clause))
    return subject_start(clause) if has_subject else start, end


def evidence_start(clause: Clause, start: int) -> int:
    """The first token to show. For "is false" it is the verb of speech, or else the subject."""
    if clause.cue.cue != FALSE or clause.has_before("relative"):
        return start
    if start == clause.start:
        start = _start_before_aside(clause)
    if not clause.has_behind("told_report", start):
        start = _cue_clause_start(clause, start)
    long = clause.start - start > _LONG_SUBJECT and clause.has_behind("outcome", clause.start)
    return clause.start if long else start


def _cue_clause_start(clause: Clause, start: int) -> int:
    """Where the clause of the cue begins; another clause may stand between it and `start`."""
    end = clause.start
    if second := clause.find("second_speech", start, end):
        return second.end() - 1
    if spoken := clause.find("speech", start, end):
        return spoken.start()
    if clause.has_behind("its", end):
        return end
    if start < end and clause.words["subject"].fullmatch(clause.tape, end - 2, end):
        return end - 1
    inner = clause.find("content second_clause", start, end)
    return inner.end() - 1 if inner and not clause.holds("verb", inner.end(), end) else start


def _start_before_aside(clause: Clause) -> int:
    """Where the clause begins if an aside or quotation mark stands before its predicate."""
    tape, start = clause.reading.tape, clause.start
    mark, first = tape[start - 1], max(clause.begin, start - _ASIDE)
    if mark in '“"':
        end = -1 if tape[start - 2] in ",:;.—\n" else start - 1
    else:
        first = max(first, start - _SHORT) if mark == "," else first
        end = tape.rfind(mark, first, start - 1) if mark in ",—-" else -1
    if end <= clause.begin:
        return start
    first = max(clause.begin, end - _ASIDE)
    first = clause.end_of("joint", last_clause_start(clause, first, end))
    return first if first < end else start


def _object_end(clause: Clause, first: int, border: str) -> int:
    """The end of the object that begins at `first`; a match of `border` ends it, too."""
    reading, start, stop = clause.reading, clause.start, clause.stop
    tape, lexicon = reading.tape, reading.lexicon
    end = clause_end(tape, start, first, stop, lexicon)
    while end < stop and (after := _continuation(clause, end, first)):
        end = clause_end(tape, start, after, stop, lexicon)
    opener = clause.find("opener", first, end) if border.startswith("label") else None
    over = clause.find(border, first, opener.start() if opener else end)
    return over.start() if over else min(end, stop)


def _trimmed_object_end(clause: Clause, first: int, end: int) -> int:
    """The end of the object: `end`, or before it a bar or the verb of the clause around it."""
    bar = clause.reading.tape.find("|", first, end)
    end = bar if bar > 0 else end
    relative, cue = clause.has_before("relative"), clause.cue.cue
    noun = cue == "denial_of" or (cue == "falsely_said" and not clause.has_before("passive"))
    of_what = (noun or relative) and cue in _WITH_OF_PHRASE and clause.has_behind("of_what", first)
    about = clause.has_behind("doing", clause.start) and clause.has_before("noun")
    if not (of_what or about or (cue == "denied" and relative)):
        return end
    verb = clause.find("main_verb", first + (not about) + of_what, end)
    own = verb and clause.holds("opener", first, verb.start())
    return verb.start() if verb and not own else end


def _continuation(clause: Clause, mark: int, first: int) -> int:
    """The token where the object goes on behind a mark; 0 if the object ends there."""
    tape, reading = clause.reading.tape, clause.reading
    sign, beside = tape[mark], mark + 1
    if sign in '"”':
        if reading.in_quote(clause.start):
            goes_on = mark == first and clause.has_behind("opening", beside)
        else:
            label = clause.cue.cue in CUES["labels"]
            goes_on = label or not clause.has_behind("adjunct", beside)
        return beside + clause.has_behind("gerund", beside) if goes_on else 0
    after = clause.end_of("insertion", mark)
    return after if after > mark else 0
