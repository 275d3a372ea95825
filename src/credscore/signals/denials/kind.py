"""Whether a denial is that of a party or a debunk: who says that something is false."""

from credscore.signals.denials.clause import BEFORE, Clause
from credscore.signals.denials.meaning import FALSE, LABELLED, is_spoken

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


def kind_of(clause: Clause, start: int, end: int) -> str:
    """The kind of a denial from `start` to `end`."""
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


def _is_refuted(clause: Clause, start: int, end: int) -> bool:
    """Whether who checks reports stands before a denial, or behind its "by"."""
    first = clause.begin if start < clause.cue.start else max(clause.begin, start - BEFORE)
    behind = clause.cue.start, min(clause.stop, end + 7)
    return clause.holds("debunker", first, start) or clause.holds("by_debunker", *behind)
