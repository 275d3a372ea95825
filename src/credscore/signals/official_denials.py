"""Denials, refusals to confirm and debunks; see lexicons/official_denials.toml.

A rule finds a predicate: to deny, to dismiss a report, to be false, to decline. The modules of
denials/ read the clause around it: whether it is asserted at all (its frame), what is denied (its
object), who says so (its kind), and how far it reaches.
"""

from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.denials import (
    Clause,
    counts,
    extent_of,
    is_unanswered,
    is_verdict,
    kind_of,
    shown_start,
    words_of_denial,
)
from credscore.signals.reading import Reading


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
        first, end = extent_of(clause)
        start = shown_start(clause, first)
        kind = kind_of(clause, min(first, start), end)
        earlier = findings[-1] if findings else None
        if earlier is None or start >= earlier.end:
            findings.append(Finding(start, end, "official_denials", kind, cue.cue))
    return reading.lexicon.table.rows(findings)


def _meant(clause: Clause) -> bool:
    """Whether the cue means what its rule says."""
    if clause.cue.cue in ("false_answer", "title_not"):
        return is_verdict(clause)
    return (is_unanswered if clause.cue.kind == "non_confirmation" else counts)(clause)
