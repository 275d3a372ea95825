"""Denials, refusals to confirm and debunks; see lexicons/official_denials.toml.

A rule finds a predicate: to deny, to dismiss a report, to be false, to decline. The modules of
denials/ read the clause around it. They decide whether it is asserted (its frame), what is denied
(its object) and how far it reaches. This module decides who says so (its kind).
"""

from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.clause import BEFORE, Clause, clauses
from credscore.signals.denials import (
    CUES,
    evidence_start,
    extent_of,
    is_denial,
    is_quoted,
    is_spoken,
    is_verdict,
    last_clause_start,
)
from credscore.signals.reading import Reading

_NAME = "official_denials"


def find(reading: Reading) -> Rows:
    """Denials with their objects; who speaks in the sentence decides the kind."""
    findings: list[Finding] = []
    last = 0
    for clause in filter(_is_meant, clauses(reading, _NAME, reading.rows(_NAME))):
        first, end = extent_of(clause)
        end -= clause.has_behind("joining", end - 1)
        start = evidence_start(clause, first)
        label = clause.cue.cue in CUES["labelled"]
        if start < last and label and findings[-1].kind == "non_confirmation":
            findings[-1] = findings[-1]._replace(end=start)
            last = start
        if start >= last:
            kind, last = _kind(clause, min(first, start), end), end
            findings.append(Finding(start, end, _NAME, kind, clause.cue.cue))
    return reading.lexicon.table.rows(findings)


def _is_meant(clause: Clause) -> bool:
    """Whether the cue has the meaning of its rule."""
    if clause.cue.cue == "false_answer":
        return is_verdict(clause)
    return (_is_unanswered if clause.cue.kind == "non_confirmation" else is_denial)(clause)


def _is_unanswered(clause: Clause) -> bool:
    """Whether a question, a request or a report goes unanswered."""
    cue, start, end = clause.cue.cue, clause.start, clause.end
    frame = clause.frame(start)
    if frame == "hypothetical":
        return False
    if clause.has_behind("to_authority") and not clause.holds("commenting", start, end):
        return False
    if clause.holds("alone", start, end + 2):
        return False
    written = clause.has_before("writer") and not clause.reading.in_quote(start)
    if written or (cue == "stayed_silent" and clause.has_behind("own_saying", end - 1)):
        return False
    if clause.holds("own_name", max(start, end - 3), end + 4):
        return False
    if cue == "declined_comment":
        return not (clause.has_before("hidden") and clause.holds("name", start, end))
    if clause.has_behind("authentic") and clause.holds("confirming", start, end):
        return False
    if clause.has_behind("to_act") and clause.holds("requested", end - 1, end):
        return False
    responds = clause.find("responds", start, end + 3) if cue == "no_response" else None
    return responds is None or clause.holds("asked_for", start, min(clause.stop, end + 12))


def _kind(clause: Clause, start: int, end: int) -> str:
    """The kind of a denial from `start` to `end`, by who says that something is false."""
    cue, kind = clause.cue.cue, clause.cue.kind
    first = last_clause_start(clause, max(clause.begin, start - BEFORE), start)
    by_checker = _is_refuted(clause, start, end, first)
    if cue in CUES["labelled"] and clause.holds("long_refuted", clause.start, clause.end):
        return "debunk"
    if cue in CUES["spoken"]:
        party = cue in CUES["labelled"] and clause.has_before("says_of") and not by_checker
        return "denial" if party or is_quoted(clause) else kind
    if cue in CUES["stated"]:
        spoken = is_spoken(clause, start, end)
        spoken = spoken and not _is_refuted(clause, start, end, clause.begin)
        if cue == "there_is_no_evidence":  # anyone but a party who says it checks the report
            spoken = spoken and clause.holds("party", first, clause.start)
        return "denial" if spoken else "debunk"
    if kind == "denial" and cue != "insisted_not" and by_checker:
        return "debunk"
    beside = max(clause.begin, clause.start - 6), clause.start
    by_party = cue == "debunk_report" and clause.holds("party", *beside)
    return "denial" if by_party else kind


def _is_refuted(clause: Clause, start: int, end: int, first: int) -> bool:
    """Whether a checker of reports stands between `first` and a denial, or behind its "by"."""
    behind = clause.start, min(clause.stop, end + 7)
    return clause.holds("debunker", first, start) or clause.holds("by_debunker", *behind)
