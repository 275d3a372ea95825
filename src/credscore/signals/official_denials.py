"""Denials, refusals to confirm and debunks; see lexicons/official_denials.toml.

A rule finds a predicate: to deny, to dismiss a report, to be false, to decline. This module reads
the clause around it: whether it is asserted at all (its frame), what is denied (its object), who
says so (its kind), and how far it reaches.
"""

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.denial_clause import BEFORE, Clause, words_of_denial
from credscore.signals.reading import Reading

_LABEL = 6
"""Tokens of the label of a speaker, at most: "Ministry: the report is false"."""
_SUBJECT = 30
"""Tokens of the subject of what is false, at most, with the verb of speech before it."""

_LABELS = frozenset({
    "false_report_that", "lies_about", "falsely_said", "found_no_evidence", "myth", "no_such",
    "there_is_no_evidence", "no_evidence_to_support", "never_happened", "none_is_true",
    "no_it_did_not",
})  # fmt: skip
_REACHING = _LABELS | {
    "denied", "dismissed_report", "dismissed_remark", "dismissed_as", "dismissed_it",
    "insisted_not", "said_never", "called_report", "called_false", "nothing_to_do_with",
    "pleaded_not_guilty", "stand_by", "making_up", "no_truth", "denial_of", "declined_comment",
    "no_response", "neither_nor", "stayed_silent", "not_reached", "unable_to_say",
    "neither_responded", "debunk_report",
}  # fmt: skip
"""Cues whose object reaches to the end of the clause."""
_FALSE = frozenset({"report_is_false", "it_is_false", "is_false"})
"""Cues that something is false; their span begins with the subject or the verb of speech."""
_NAMED = _LABELS | {
    "false_report", "false_media", "fake_news", "hoax_noun", "debunk_report", "no_truth",
}  # fmt: skip
"""Cues that name a report as false; only to negate or to suppose them takes it back."""
_STATED = _FALSE | {
    "no_truth", "alive", "none_is_true", "false_answer", "making_up", "never_happened",
}  # fmt: skip
"""Cues that are denials if somebody says them, else debunks."""
_SAID_OF = frozenset({
    "false_report_that", "false_report", "lies_about", "found_no_evidence", "made_up", "fake_news",
    "was_debunked",
})  # fmt: skip
"""Cues that are denials inside quotation marks, else debunks."""


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
        if not _counts(clause):
            continue
        start, end = _extent(clause)
        kind = _kind(clause, start, end)
        earlier = findings[-1] if findings else None
        if earlier is None or start > earlier.end + 2:
            findings.append(Finding(start, end, "official_denials", kind, cue.cue))
        elif earlier.kind == kind == "denial" and clause.beyond("going_on", earlier.end) > start:
            findings[-1] = earlier._replace(end=max(end, earlier.end))
        elif start >= earlier.end:
            findings.append(Finding(start, end, "official_denials", kind, cue.cue))
    return reading.lexicon.table.rows(findings)


def _counts(clause: Clause) -> bool:
    """Whether a report is contested or an answer refused, and not something else."""
    cue = clause.cue
    if cue.kind == "non_confirmation":
        return _is_unanswered(clause)
    if cue.cue == "false_answer":
        tape, start, end = clause.reading.tape, cue.start, cue.end
        opens = start == clause.begin or tape[start - 1] in ":;“‘\"'—\n(["
        return opens and (end == clause.stop or tape[end] in ".!\n)]")
    if cue.cue == "no_it_did_not":
        return cue.start == clause.begin and not _is_spoken(clause, cue.start, cue.end)
    if (cue.cue in _FALSE and not _is_of_report(clause)) or _is_unasserted(clause):
        return False
    if cue.cue == "denied":
        passive = clause.follows("participle", cue.start) and clause.before("passive")
        withheld = clause.follows("withheld", cue.end) or clause.holds(
            "money", cue.end, cue.end + 4
        )
        return not (passive or withheld or clause.before("court"))
    if cue.cue in ("dismissed_report", "dismissed_remark", "report_denied"):
        court = clause.before("court") or clause.holds("by_court", cue.start, cue.end)
        money = clause.holds("money", cue.start, cue.end)
        return not (court or money or clause.before("others"))
    if cue.cue in ("hoax_noun", "myth"):
        return not _is_asked(clause)
    if cue.cue == "alive":
        reported = clause.holds("named", clause.earlier, cue.start)
        return reported or _is_spoken(clause, cue.start, cue.end)
    if cue.cue == "rated_false":
        return not clause.follows("attributive", cue.end)
    if cue.cue == "no_evidence_to_support":
        return not clause.before("offering")
    if cue.cue == "there_is_no_evidence":
        return clause.holds("claimed", clause.earlier, clause.stop)
    if cue.cue == "falsely_said":
        return not clause.follows("to", cue.end)
    return cue.cue != "never_happened" or not clause.follows("elsewhere", cue.end)


def _is_unasserted(clause: Clause) -> bool:
    """Whether the predicate is negated, asked, supposed, refused, requested ..."""
    frame = clause.frame
    if clause.cue.cue in _NAMED:
        thought = clause.cue.cue in ("hoax_noun", "myth") and frame == "thought"
        return thought or frame in ("negated", "hypothetical")
    return frame is not None and not (frame == "asked" and clause.cue.cue == "called_false")


def _is_asked(clause: Clause) -> bool:
    """Whether the sentence is a question."""
    return clause.reading.tape[clause.cue.end : clause.stop].rstrip("\n”\"'").endswith("?")


def _is_of_report(clause: Clause) -> bool:
    """Whether what is called false is a report, and nobody's mere opinion of something else."""
    cue = clause.cue
    if clause.follows("attributive", cue.end) or _is_asked(clause):
        return False
    if cue.cue == "is_false":
        start = _subject_start(clause)
        return clause.follows("speech_head", start) or clause.holds(
            "report", max(clause.begin, start - 2), cue.start
        )
    return (
        cue.cue != "it_is_false"
        or clause.holds("named", clause.earlier, cue.end + 2)
        or _is_spoken(clause, cue.start, cue.end)
    )


def _is_unanswered(clause: Clause) -> bool:
    """Whether what is not answered is a question, a request or a report."""
    cue = clause.cue
    if cue.cue == "declined_comment":
        return not clause.holds("own_name", max(clause.begin, cue.end - 3), cue.end + 4)
    if cue.cue in ("no_response", "unable_to_say") and clause.follows("authentic", cue.end):
        return False
    if cue.cue != "no_response":
        return True
    responds = clause.find("responds", cue.start, cue.end + 2)
    return responds is None or clause.holds(
        "asked_for", responds.end(), min(clause.stop, cue.end + 12)
    )


def _is_spoken(clause: Clause, start: int, end: int) -> bool:
    """Whether somebody in the sentence says what stands from `start` to `end`."""
    label = clause.reading.tape.find(":", clause.begin, min(start, clause.begin + _LABEL))
    return (
        label > clause.begin
        or clause.reading.in_quote(clause.cue.start)
        or clause.reading.tape[clause.begin] in "“‘\"'"
        or clause.follows("speech_head", start)
        or clause.before("saying", start)
        or clause.holds("said_after", end, clause.stop)
        or clause.holds("according", clause.begin, start)
    )


def _is_refuted(clause: Clause, end: int) -> bool:
    """Whether who checks reports stands before a denial, or behind its "by"."""
    start, stop = clause.cue.start, min(clause.stop, end + 7)
    first = max(clause.begin, start - BEFORE)
    return clause.holds("debunker", first, stop) and (
        clause.holds("debunker", first, start) or clause.holds("by_debunker", start, stop)
    )


def _kind(clause: Clause, start: int, end: int) -> str:
    cue = clause.cue
    if cue.cue in _SAID_OF and clause.reading.in_quote(cue.start):
        return "denial"
    if cue.cue in _STATED:
        spoken = _is_spoken(clause, start, end) and not _is_refuted(clause, end)
        return "denial" if spoken else "debunk"
    if cue.kind == "denial" and cue.cue != "insisted_not" and _is_refuted(clause, end):
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
        first = clause.beyond("however", first)
        if cue.cue == "denied":
            first = max(first, cue.start + 1)
        elif cue.cue == "called_false":
            first = cue.end - 1
    elif cue.cue in _FALSE:
        first = clause.beyond("further", first)
    end = cue.end
    if cue.cue in _REACHING or first > end:
        tape, lexicon = clause.reading.tape, clause.reading.lexicon
        end = max(end, clause_end(tape, cue.start, first, clause.stop, lexicon))
    return _subject_start(clause) if cue.cue in _FALSE else cue.start, end


def _subject_start(clause: Clause) -> int:
    """The first token of the verb of speech, else of the subject, of what is false."""
    tape, start = clause.reading.tape, clause.cue.start
    if clause.before("relative"):
        return start
    first = max(clause.begin, start - _SUBJECT)
    borders = [match.end() for match in clause.words.border.finditer(tape, first, start)]
    first = borders[-1] if borders else first
    speech = clause.find("speech_head", first, start)
    return speech.start() if speech else min(start, clause.beyond("joint", first))
