"""Finds where the subject of "is false" begins, with its verb of speech or report."""

import functools
import re

from credscore.lexicon import Lexicon
from credscore.signals.clause import Clause

_SUBJECT = 30  # the most tokens of the subject of "is false" with the verb of speech before it
_BORDERS = ("but", "because", "although", "while", "there")


def subject_start(clause: Clause) -> int:
    """The first token of the verb of speech before "is false", or else of the subject."""
    start = clause.start
    if clause.has_before("relative"):
        return clause.start_of("proving", start)
    report = claimed_report(clause)
    subject = report.start() if report else start
    first = last_clause_start(clause, max(clause.begin, start - _SUBJECT), subject)
    speech = clause.find("speech_head", first, report.end() - 1 if report else start)
    if speech:
        return speech.start()
    first = min(start, clause.end_of("joint", first))
    if report:
        return subject
    return clause.start_of("pronoun_subject", start) if first == start else first


def claimed_report(clause: Clause) -> re.Match[str] | None:
    """The report whose content stands before "is false": "The claim that it sank is false"."""
    start = clause.start
    report = clause.find("told_report", max(clause.begin, start - _SUBJECT), start)
    later = report and clause.holds("a_report apart", report.end(), start)
    return None if later or (report and clause.has_before("indefinite", report.end())) else report


def last_clause_start(clause: Clause, first: int, end: int) -> int:
    """The token behind the last border between clauses from `first` to `end`; else `first`."""
    tape, borders = clause.reading.tape, _borders(clause.reading.lexicon)
    aside = tape.rfind("(", first, end), tape.find(")", first, end)
    outside = range(aside[0], aside[1] + 1) if -1 < aside[0] < aside[1] else range(0)
    backwards = (at for at in range(end - 1, first - 1, -1) if at not in outside)
    return next((at + 1 for at in backwards if tape[at] in borders), first)


@functools.cache
def _borders(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(',;:()\n“”"—-').union(*map(lexicon.characters, _BORDERS))
