"""Decides whether a predicate that a rule found denies a report or does something else.

The rules know words. This module reads the clause around them: is the denial asserted, is a report
denied, and was anything alleged before?
"""

from credscore.signals.clause import TABLES, Clause, cues_of
from credscore.signals.denials.subjects import claimed_report, subject_start

_LABEL = 6  # the most tokens of a speaker's label: "Ministry: the report is false"
_NEAR_SUBJECT = 15  # the subject of "is false" names a report within so many tokens before

FALSE = "is_false"
"""The cue "is false"; its span begins with the subject or the verb of speech."""
_TABLES = TABLES["official_denials"]
CUES = cues_of("official_denials")
_BEHIND, _BEFORE = _TABLES["no_denial_behind"], _TABLES["no_denial_before"]
_ANSWERS, _ALONE = _TABLES["answers"], _TABLES["alone"]
_NOT_HELD = ("negated", "hypothetical")
"""Frames before "is false", and before reports called false, that take the assertion back."""
_EXEMPT = {"called_false": ("asked",), "debunk_report": ("possible", "thought")}
"""For each cue, the frames that do not take it back: "what he called lies", "we can debunk it"."""


def is_denial(clause: Clause) -> bool:
    """Whether the cue contests a report and nothing else."""
    cue, start, end = clause.cue.cue, clause.start, clause.end
    if cue == "no_it_did_not" and start != clause.begin:
        return False
    behind = clause.reading.tape[start] != ":" and _BEHIND.get(cue)
    if (behind and clause.has_behind(behind)) or (
        cue in _BEFORE and clause.has_before(_BEFORE[cue])
    ):
        return False
    if (cue == FALSE and not _is_about_report(clause)) or _is_unasserted(clause):
        return False
    if cue in _ANSWERS and not _is_answer(clause):
        return False
    if cue in CUES["refusing"] and _is_claim_to_money(clause):
        return False
    if cue in CUES["labelled"]:
        return not _has_other_meaning(clause)
    if cue == "denied":
        return not _is_refusal(clause)
    if cue == "claim_that_they_deny":
        return not clause.has_behind("withheld")
    if cue == "called_false":
        other = clause.has_behind("other_noun", end - 1)
        named = clause.has_behind("named_or_timed", end - 1)
        meant = named or not other or clause.holds("a_report", start, end)
        return meant and _is_called(clause)
    if cue == "dismissed_as":
        if clause.has_before("passive"):
            return False
        return clause.holds("dismissed_thing", clause.begin, min(clause.stop, end + 6))
    if cue in ("dismissed_report", "dismissed_remark", "report_denied"):
        return not (_is_ruling(clause) or clause.holds("opinion", end - 1, end))
    if cue == "alive":
        return clause.holds("named", clause.context_start, start) or is_spoken(clause, start, end)
    if cue == "was_debunked":
        return not clause.has_behind("attributive") or clause.has_before("passive")
    return True


def _is_called(clause: Clause) -> bool:
    """Whether what is called false is a report: it is named, or the cue names nothing else."""
    start, end = clause.start, clause.end
    if clause.holds("claimed_thing suit", start, end + 2):
        return True
    named = clause.holds_before("claimed_thing") or clause.holds(
        "a_report", clause.previous_start, clause.stop
    )
    return named and clause.has_behind("no_object", start)


def _is_answer(clause: Clause) -> bool:
    """Whether something was alleged, so that a denial without an object can answer it."""
    cue, start, end = clause.cue.cue, clause.start, clause.end
    if cue in _ALONE and clause.holds(_ALONE[cue], start, end + 2):
        return True
    if cue == "never_happened" and start == clause.begin:
        return True
    spoken = cue == "there_is_no_evidence" and is_spoken(clause, start, end)
    is_said = cue == "never_happened" and clause.has_before("saying")
    if is_said or (spoken and clause.holds("charge", clause.previous_start, start)):
        return True
    alleged, first, last = _ANSWERS[cue]
    return clause.holds(alleged, getattr(clause, first), getattr(clause, last))


def _is_ruling(clause: Clause) -> bool:
    """Whether a court, an insurer, the market or the prosecution dismisses, and no party."""
    start, end = clause.start, clause.end
    is_kept = clause.has_behind("retained") or clause.has_behind("dropped", start)
    if is_kept and clause.cue.cue == "report_denied" and not clause.holds("as_or_by", start, end):
        return True
    ruled = clause.has_before("court others") or clause.has_behind("prosecution", start)
    return ruled or clause.holds("by_court money", start, end + 4)


def _is_claim_to_money(clause: Clause) -> bool:
    """Whether a claim to money or a right is refused: "denied his pension claim"."""
    after = clause.start + 1
    if clause.has_before("insurer") and clause.has_behind("claim_behind", after):
        return True
    claimed = clause.holds("money_claimed", clause.begin, clause.start)
    return clause.has_behind("money_behind", after) or (claimed and clause.has_before("passive"))


def _is_refusal(clause: Clause) -> bool:
    """Whether a favour, a request or a right is denied, not a report.

    "Visa", the firm, denies a report: what it denies follows.
    """
    start = clause.start
    favour = clause.has_before("favour") and not clause.has_behind("own_object")
    if favour or clause.has_before("court") or clause.has_behind("argued"):
        return True
    if not clause.has_behind("denying", start):
        return False
    now = clause.has_behind("denying_now", start) and clause.has_behind("lone_pronoun")
    if now or clause.has_behind("lone_them"):
        return not clause.holds("accusation", clause.context_start, start)
    passive = clause.has_behind("participle", start) and clause.has_before("passive")
    reported = clause.holds("a_report", clause.begin, start)
    if passive and (clause.has_behind("retained") or not reported):
        return True
    withheld = clause.has_behind("withheld") or clause.holds("money", clause.end, clause.end + 4)
    return withheld and not clause.has_behind("gerund to_somebody content_that rumoured")


def _has_other_meaning(clause: Clause) -> bool:
    """Whether a noun that seems to call a report false means something else."""
    cue, end = clause.cue.cue, clause.end
    asked = cue in ("fake_news", "hoax_noun", "myth") or _is_open_question(clause)
    if (asked and _is_asked(clause)) or (
        cue == "hoax_noun" and clause.holds("crime", clause.context_start)
    ):
        return True
    labels = clause.has_before("predicate") or clause.holds("opener about", end - 1, end)
    if cue == "myth" and not labels:
        return True
    if cue == "false_report" and clause.holds_before("habit"):
        return True
    if clause.holds("data", end - 2, end) and not clause.has_before("spread"):
        return True
    return clause.has_behind("to_authority")


def _is_unasserted(clause: Clause) -> bool:
    """Whether the predicate is not asserted: negated, asked, supposed, refused, requested ..."""
    cue = clause.cue.cue
    report = cue == FALSE and claimed_report(clause)
    frame = clause.frame(report.start() if report else clause.start)
    if cue in CUES["labels"] | CUES["naming"]:  # only a negation or supposition takes these back
        doubted = frame == "thought" and cue in ("hoax_noun", "myth")
        return doubted or frame in _NOT_HELD
    return frame is not None and frame not in _EXEMPT.get(cue, ())


def _is_asked(clause: Clause) -> bool:
    """Whether the sentence is a question."""
    return clause.reading.tape[clause.end : clause.stop].rstrip("\n”\"'").endswith("?")


def _is_open_question(clause: Clause) -> bool:
    """Whether the sentence asks if there is a false report: "Is this a false claim?"."""
    return clause.has_behind("inverted", clause.begin) or clause.start == clause.begin


def _is_about_report(clause: Clause) -> bool:
    """Whether a report is called false; an opinion about something else does not count."""
    start, end = clause.start, clause.end
    if clause.has_behind("attributive to_do") or _is_asked(clause) or _is_no_verdict(clause):
        return False
    subject = subject_start(clause)
    spoken_of = clause.has_behind("speech_head", subject)
    unsaid = clause.frame(subject) in _NOT_HELD or clause.has_behind("none", subject)
    opinion = clause.holds("laughable", start, end) and not clause.holds("fabled", start, end)
    indefinite = clause.has_before("indefinite")
    if (unsaid and subject < start) or clause.has_before(
        "in_case disbelieved portion unsaid_thing"
    ):
        return False
    if opinion and clause.has_behind("that"):
        return False
    spoken = is_spoken(clause, start, end)
    unheld = clause.has_behind("be", start) or clause.holds("partly we", subject, start)
    if unheld and not (spoken_of or spoken):
        return False
    near = min(subject, max(clause.begin, start - _NEAR_SUBJECT))
    pronoun = clause.has_before("pronoun_subject") or clause.has_behind("its", start)
    last = start if clause.holds("by_data", start, end) else end
    named = clause.holds("a_report" if opinion or pronoun else "claimed_thing", near, last)
    if named or clause.has_behind("proved", start):
        return not indefinite
    reported = clause.holds("accusation", clause.context_start, start)
    if clause.holds("ambiguous", start, end) and not (reported and pronoun):
        return False
    if pronoun and opinion:
        return spoken and clause.holds("a_report", clause.previous_start, start)
    if pronoun:
        named = clause.holds("named", clause.context_start, end + 2)
        return named or clause.holds("untrue", start, end) or spoken or is_at_start(clause)
    if opinion:
        return False
    contested = reported or clause.holds("untrue", start, end)
    return clause.holds_before("as_alleged") or (contested and (spoken_of or spoken))


def _is_no_verdict(clause: Clause) -> bool:
    """Whether it compares, values or foresees: "as absurd as", "morally true", "will be lies"."""
    start, end = clause.start, clause.end
    foreseen = clause.has_behind("be", start) and clause.has_before("to_come")
    return foreseen or clause.holds("no_verdict", start, end)


def is_spoken(clause: Clause, start: int, end: int) -> bool:
    """Whether somebody in the sentence says the words from `start` to `end`."""
    tape, begin = clause.reading.tape, clause.begin
    label = tape.find(":", begin, min(start, begin + _LABEL))
    if label > begin and not clause.holds("label", begin, label):
        return True
    marks = tape[begin : start + 1]  # a quotation that the sentence opens, and nothing closes
    return (
        is_quoted(clause)
        or (marks[0] in "“‘\"'" and "”" not in marks[1:] and '"' not in marks[1:])
        or clause.has_behind("speech_head", start)
        or (
            clause.has_before("saying saying_on", start)
            and not clause.has_before("claim_that", start)
        )
        or clause.holds("said_after", end)
        or clause.has_behind("according")
        or clause.holds("according", begin, start)
        or clause.holds("claiming", start, clause.start)
    )


def is_quoted(clause: Clause) -> bool:
    """Whether the cue is quoted.

    A quotation that opens a sentence, or stands behind a comma or colon, is speech. If it is never
    closed, it goes on into the next sentences. Any other unclosed quotation ends with its sentence.
    """
    reading, tape = clause.reading, clause.tape
    quotation = reading.quotation(clause.start)
    if quotation is None:
        return False
    first, end = quotation
    speech = tape[first - 1] in ",:\n" or reading.sentence(first)[0] == first
    return speech or first >= clause.begin or tape[end - 1] in '"”'


def is_at_start(clause: Clause) -> bool:
    """Whether the cue stands first in a sentence or quotation, or behind a label."""
    start = clause.start
    return start == clause.begin or clause.reading.tape[start - 1] in ":;“‘\"'—\n"


def is_verdict(clause: Clause) -> bool:
    """Whether a lone word such as "False" judges a report and is no answer in a quiz."""
    end = clause.end
    ends = end == clause.stop or clause.reading.tape[end] in ".!:\n)]"
    if is_at_start(clause) and (ends or clause.has_behind("said_after")):
        return not clause.has_before("posed")
    return is_headline(clause)


def is_headline(clause: Clause) -> bool:
    """Whether a lone word is a title's judgement of a report: "Reports of a fire untrue"."""
    start, end, reading = clause.start, clause.end, clause.reading
    return bool(
        (end == clause.stop or reading.tape[end] in ",;:!\n")
        and start < reading.text.body_starts.data[clause.article]
        and clause.holds_before("accusation")
    )
