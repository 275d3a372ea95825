"""Whether a predicate that a rule finds denies a report at all, or something else.

The rules know words; this module asks the clause around them: is it asserted, what is its object,
was anything alleged that it can answer.
"""

import re

from credscore.signals.denials.clause import Clause

_LABEL = 6
"""Tokens of the label of a speaker, at most: "Ministry: the report is false"."""
_SUBJECT = 30
"""Tokens of the subject of what is false, at most, with the verb of speech before it."""

LABELS = frozenset({
    "false_report_that", "lies_about", "falsely_said", "found_no_evidence", "myth", "no_such",
    "there_is_no_evidence", "no_evidence_to_support", "never_happened", "none_is_true",
    "no_it_did_not",
})  # fmt: skip
FALSE = "is_false"
"""The cue that something is false; its span begins with the subject or the verb of speech."""
_NEAR_SUBJECT = 15
"""Tokens before what is false in which its subject names a report, at most."""
_NAMED = LABELS | {
    "false_report", "false_media", "fake_news", "hoax_noun", "no_truth", "not_despite",
}  # fmt: skip
"""Cues that name a report as false; only to negate or to suppose them takes it back."""
_NOT_HELD = ("negated", "hypothetical", "thought", "purpose")
"""Frames before the subject of what is false; the first two also before a verb of speech."""
_EXEMPT = {"called_false": ("asked",), "debunk_report": ("possible", "thought")}
"""By cue the frames that do not take it back: "what he called lies", "we can debunk it"."""
LABELLED = frozenset({
    "false_report_that", "false_report", "false_media", "hoax_noun", "myth", "lies_about",
    "fake_news",
})  # fmt: skip
"""Cues that are nouns by which the text calls something false."""
_BEHIND = {
    "rated_false": "attributive", "making_up": "as_they_go", "never_happened": "elsewhere",
    "falsely_said": "on_form", "found_no_evidence": "found", "there_is_no_evidence": "found",
}  # fmt: skip
"""By cue what stands behind it where it is no denial."""
_BEFORE = {
    "debunk_report": "generally", "no_evidence_to_support": "offering", "said_not": "court",
    "never_happened": "in_case", "falsely_said": "modifying", "protested_innocence": "court_said",
}  # fmt: skip
"""By cue what stands before it where it is no denial."""
_ANSWERS = {
    "said_never": ("charge", "earlier", "start"),
    "insisted_not": ("accusation", "earlier", "start"),
    "dismissed_it": ("accusation", "earlier", "start"),
    "said_not": ("charge", "recent", "start"),
    "i_did_not": ("charge", "recent", "start"),
    "called_false": ("named", "recent", "following"),
    "no_such": ("accusation", "earlier", "following"),
    "no_it_did_not": ("accusation", "earlier", "following"),
    "never_happened": ("accusation", "earlier", "following"),
    "found_no_evidence": ("charge a_report rejected", "recent", "following"),
    "there_is_no_evidence": ("rejected", "recent", "following"),
}
"""By cue what must stand near it, from where to where: it denies only what was alleged."""
_ALONE = {
    "insisted_not": "own", "said_not": "insisting", "called_false": "pronoun", "no_such": "no",
    "found_no_evidence": "one_who_saw", "never_happened": "whole",
}  # fmt: skip
"""By cue what in it tells that it is a denial whatever stands near it."""


def counts(clause: Clause) -> bool:
    """Whether a report is contested, and not something else."""
    cue = clause.cue
    if cue.cue == "no_it_did_not" and (
        cue.start != clause.begin or is_spoken(clause, cue.start, cue.end)
    ):
        return False
    before = _BEFORE.get(cue.cue)
    behind = clause.reading.tape[cue.start] != ":" and _BEHIND.get(cue.cue)
    if (behind and clause.follows(behind, cue.end)) or (before and clause.before(before)):
        return False
    if (cue.cue == FALSE and not _is_of_report(clause)) or _is_unasserted(clause):
        return False
    if cue.cue in _ANSWERS and not _is_answer(clause):
        return False
    if cue.cue in LABELLED:
        return not _is_no_label(clause)
    if cue.cue == "denied":
        return not _is_withheld(clause)
    if cue.cue == "called_false":
        other = clause.follows("other_noun", cue.end - 1)
        named = other and clause.follows("named_or_timed", cue.end - 1)
        return named or not other or clause.holds("a_report", cue.start, cue.end)
    if cue.cue == "dismissed_as":
        stop = min(clause.stop, cue.end + 6)
        return not clause.before("court") and clause.holds("dismissed_thing", clause.begin, stop)
    if cue.cue in ("dismissed_report", "dismissed_remark", "report_denied"):
        return not (_is_ruling(clause) or clause.holds("opinion", cue.end - 1, cue.end))
    if cue.cue == "alive":
        reported = clause.holds("named", clause.earlier, cue.start)
        return reported or is_spoken(clause, cue.start, cue.end)
    if cue.cue == "was_debunked":
        return not clause.follows("attributive", cue.end) or clause.before("passive")
    return True


def _is_answer(clause: Clause) -> bool:
    """Whether something was alleged that a denial without an object can answer."""
    cue = clause.cue
    alone = _ALONE.get(cue.cue)
    if alone == "whole":
        if cue.start == clause.begin and clause.reading.tape[cue.end] in ".!":
            return True
    elif alone and clause.holds(alone, cue.start, cue.end + 2):
        return True
    alleged, first, stop = _ANSWERS[cue.cue]
    spoken = cue.cue == "there_is_no_evidence" and is_spoken(clause, cue.start, cue.end)
    if spoken and clause.holds("charge", clause.recent, cue.start):
        return True
    begin = clause.earlier if first == "earlier" else clause.recent
    end = cue.start if stop == "start" else clause.following
    return clause.holds(alleged, begin, end)


def _is_ruling(clause: Clause) -> bool:
    """Whether a court, an insurer, the market or the prosecution dismisses, not a party."""
    cue = clause.cue
    if cue.cue == "report_denied" and clause.follows("dropped", cue.start):
        dropped = not clause.holds("as_or_by", cue.start, cue.end)
    else:
        dropped = clause.follows("charges", cue.start)
    by_court = clause.before("court") or clause.holds("by_court", cue.start, cue.end)
    claimed = clause.holds("money", cue.start, cue.end) or clause.follows("prosecution", cue.start)
    described = clause.follows("adjective", cue.start) and clause.before("adjectival")
    return dropped or by_court or claimed or described or clause.before("others")


def opens(clause: Clause) -> bool:
    """Whether the cue stands first in a sentence, a quotation or behind a label."""
    start = clause.cue.start
    return start == clause.begin or clause.reading.tape[start - 1] in ":;“‘\"'—\n"


def _is_withheld(clause: Clause) -> bool:
    """Whether what is denied is a favour, a request or a right, not a report."""
    start, end = clause.cue.start, clause.cue.end
    if clause.before("court favour") or clause.follows("argued", end) or _is_no_predicate(clause):
        return True
    if not clause.follows("denying", start):
        return False
    now = clause.follows("denying_now", start) and not clause.follows("gerund", end)
    if now and clause.follows("lone_pronoun", end):
        return not clause.holds("accusation", clause.earlier, start)
    passive = clause.follows("participle", start) and clause.before("passive")
    if passive and clause.follows("retained", end) and not clause.follows("reporting_end", end):
        return True
    passive = passive and not clause.holds("a_report", clause.begin, start)
    told = any(clause.follows(name, end) for name in ("gerund", "to_somebody", "content_that"))
    withheld = clause.follows("withheld", end) or clause.holds("money", end, end + 4)
    return passive or (withheld and not told)


def _is_no_predicate(clause: Clause) -> bool:
    """Whether "deny" has no subject, or a name spelt "Denies" has a verb behind it."""
    start, reading = clause.cue.start, clause.reading
    if ord(reading.tape[start]) == reading.lexicon.vocabulary.code("denies") + 1:
        return clause.follows("main_verb", clause.cue.end)
    return opens(clause) and clause.follows("imperative", start)


def _is_no_label(clause: Clause) -> bool:
    """Whether a noun that seems to call a report false does something else."""
    cue = clause.cue
    if cue.cue in ("hoax_noun", "myth") and _is_asked(clause):
        return True
    if cue.cue == "hoax_noun" and clause.holds("crime", clause.earlier, clause.stop):
        return True
    labels = clause.before("predicate") or clause.holds("opener about", cue.end - 1, cue.end)
    if cue.cue == "myth" and not (labels or clause.follows("persisting", cue.end)):
        return True
    habit = cue.cue == "false_report" and clause.holds("habit", clause.begin, cue.start)
    if habit or clause.holds("offence", clause.begin, cue.start):
        return True
    if clause.holds("data", cue.end - 2, cue.end) and not clause.before("spread"):
        return True
    return cue.cue != "false_media" and clause.follows("to_authority", cue.end)


def _is_unasserted(clause: Clause) -> bool:
    """Whether the predicate is negated, asked, supposed, refused, requested ..."""
    told = clause.cue.cue == FALSE and _told_report(clause)
    frame = clause.frame(told.start() if told else clause.cue.start)
    if clause.cue.cue in _NAMED:
        held = ("thought",) * (clause.cue.cue in ("hoax_noun", "myth"))
        return frame in ("negated", "hypothetical", *held)
    return frame is not None and frame not in _EXEMPT.get(clause.cue.cue, ())


def _is_asked(clause: Clause) -> bool:
    """Whether the sentence is a question."""
    return clause.reading.tape[clause.cue.end : clause.stop].rstrip("\n”\"'").endswith("?")


def _is_of_report(clause: Clause) -> bool:
    """Whether what is called false is a report, and nobody's mere opinion of something else."""
    cue = clause.cue
    if clause.follows("attributive", cue.end) or _is_asked(clause):
        return False
    first, start = clause.begin, subject_start(clause)
    spoken_of = clause.follows("speech_head", start)
    held = _NOT_HELD[:2] if spoken_of else _NOT_HELD
    if (start < cue.start and clause.frame(start) in held) or clause.before("in_case disbelieved"):
        return False
    subject = min(start, max(first, cue.start - _NEAR_SUBJECT))
    opinion = clause.holds("laughable", *cue[:2])
    if clause.follows("none", start) or (opinion and clause.follows("that", cue.end)):
        return False
    if clause.holds("a_report" if opinion else "claimed_thing", subject, cue.end):
        return not clause.before("indefinite")
    if clause.follows("proved", cue.start):
        return not clause.before("indefinite")
    reported = clause.holds("accusation", clause.earlier, cue.start)
    spoken = is_spoken(clause, *cue[:2])
    pronoun = clause.before("pronoun_subject") or clause.follows("its", cue.start)
    if clause.holds("ambiguous", *cue[:2]) and not (reported and pronoun):
        return False
    if pronoun:
        if opinion:
            return spoken and clause.holds("a_report", clause.recent, cue.start)
        named = clause.holds("named", clause.earlier, cue.end + 2)
        return named or spoken or clause.follows("that", cue.end) or opens(clause)
    if opinion or clause.before("indefinite"):
        return False
    return clause.holds("as_alleged", first, cue.start) or (reported and (spoken_of or spoken))


def is_spoken(clause: Clause, start: int, end: int) -> bool:
    """Whether somebody in the sentence says what stands from `start` to `end`."""
    label = clause.reading.tape.find(":", clause.begin, min(start, clause.begin + _LABEL))
    if label > clause.begin and not clause.holds("label", clause.begin, label):
        return True
    return (
        clause.reading.in_quote(clause.cue.start)
        or _is_open_quotation(clause, start)
        or clause.follows("speech_head", start)
        or clause.before("saying saying_on", start)
        or clause.holds("said_after", end, clause.stop)
        or clause.holds("according", clause.begin, start)
    )


def _is_open_quotation(clause: Clause, start: int) -> bool:
    """Whether a mark opens the sentence as a quotation, and none closes it before `start`."""
    marks = clause.reading.tape[clause.begin : start + 1]
    return marks[0] in "“‘\"'" and not any(mark in '”"' for mark in marks[1:])


def subject_start(clause: Clause) -> int:
    """The first token of the verb of speech, else of the subject, of what is false.

    Of a relative clause only the predicate is taken.
    """
    tape, start = clause.reading.tape, clause.cue.start
    if clause.before("relative"):
        return clause.back("proving", start)
    first = max(clause.begin, start - _SUBJECT)
    told = _told_report(clause)
    subject = told.start() if told else start
    borders = [match.end() for match in clause.words.border.finditer(tape, first, subject)]
    first = borders[-1] if borders else first
    speech = clause.find("speech_head", first, told.end() - 1 if told else start)
    if speech:
        return speech.start()
    return told.start() if told else min(start, clause.beyond("joint", first))


def _told_report(clause: Clause) -> re.Match[str] | None:
    """The report whose content stands before what is false: "The claim that it sank is false"."""
    start = clause.cue.start
    told = clause.find("told_report", max(clause.begin, start - _SUBJECT), start)
    later = told and clause.holds("a_report", told.end(), start)
    return None if later or (told and clause.before("indefinite", told.end())) else told
