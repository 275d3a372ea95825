"""Denials, refusals to confirm and debunks; see lexicons/official_denials.toml.

A pattern says what is contested; this module says how far the object reaches and who contests.
"""

import functools
import re

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.lexicon import Lexicon
from credscore.signals.reading import Reading

_CUT = frozenset({"denied", "insisted_not", "dismissed_report"})
_REACHING = _CUT | {"declined_comment", "no_response", "no_comment", "denial_of", "neither_nor"}
_NEAR = 60
"""Tokens to each side of a denial in which its speaker is looked for."""
_SUBJECT = 10
"""Tokens before a denial in which a subject who checks reports is looked for."""
_CLAUSES = frozenset({"said_false", "it_is_false", "is_false", "alive"})
_STATED = _CLAUSES | {"no_truth"}


_PATTERNS = {
    "speech": "<speech_of_denial>",
    "debunker": "<debunker>",
    "responds": "( respond~ | reply | replied ) <ly>? to",
    "asked": "<asked>",
    "by": "( by | according to )",
    "opinion": "<opinion_word>",
    "plainly": "( false | untrue | baseless | fabricated | fake | bogus | hoax | not true )",
    "report": "( <report_noun> | <telling> | <doubted> | this | that | it | they | which )",
    "named": "( <report_noun> | <telling> | <doubted> | <claim_verb> | <said_passive> |"
    " a ( fake | hoax | forgery ) | dead | death )",
    "further": ",? and ( not | <be> | <ly>? <false_word> | without )",
    "however": ",? however ,? | <question_word>",
}
_Words = dict[str, re.Pattern[str]]


@functools.cache
def _words(lexicon: Lexicon) -> _Words:
    return {name: lexicon.compile(pattern) for name, pattern in _PATTERNS.items()}


def find(reading: Reading) -> list[Finding]:
    """Denials with their objects; kinds decided by who speaks in the sentence."""
    words = _words(reading.lexicon)
    findings: list[Finding] = []
    for cue in reading.cues("official_denials"):
        start, end, kind = cue.start, cue.end, cue.kind
        first, last = reading.sentence(start)
        begin, stop = max(first, start - _NEAR), min(last, start + _NEAR)
        if cue.cue == "no_response" and not _was_asked(reading.tape, start, end, stop, words):
            continue
        if cue.cue in _REACHING:
            first = start + 1 if cue.cue in _CUT else _beyond(words["however"], reading.tape, end)
            end = max(end, clause_end(reading.tape, start, first, stop, reading.lexicon))
        elif cue.cue in _CLAUSES:
            first = _beyond(words["further"], reading.tape, end)
            if first > end:
                end = clause_end(reading.tape, start, first, stop, reading.lexicon)
        contested = kind == "denial" and cue.cue != "insisted_not"
        refuted = contested and _is_refuted(reading.tape, begin, start, end, stop, words)
        unspoken = cue.cue in _STATED and not _is_spoken(reading, start, begin, stop, words)
        if unspoken and _is_opinion(reading, cue, begin, words):
            continue
        if refuted or unspoken:
            kind = "debunk"
        if not findings or start >= findings[-1].end:
            findings.append(Finding(start, end, "official_denials", kind, cue.cue))
    return findings


def _beyond(skipped: re.Pattern[str], tape: str, at: int) -> int:
    """The token after what may be skipped at token `at`."""
    match = skipped.match(tape, at)
    return match.end() if match else at


def _is_refuted(tape: str, begin: int, start: int, end: int, stop: int, words: _Words) -> bool:
    """Whether who checks reports stands before a denial, or behind its "by"."""
    by = words["by"].search(tape, start, min(stop, end + 1))
    behind = by is not None and words["debunker"].search(tape, by.end(), min(stop, by.end() + 4))
    return bool(behind or words["debunker"].search(tape, max(begin, start - _SUBJECT), start))


def _is_opinion(reading: Reading, cue: Finding, begin: int, words: _Words) -> bool:
    """Whether what nobody in the sentence says only judges, or names no report at all."""
    tape, starts = reading.tape, reading.text.title_starts
    article = int(starts[starts.searchsorted(begin, "right") - 1])
    if words["opinion"].search(tape, cue.start, cue.end):
        return words["plainly"].search(tape, cue.start, cue.end) is None
    if cue.cue == "is_false":
        return words["report"].search(tape, begin, cue.end) is None
    return (
        cue.cue in ("it_is_false", "alive")
        and words["named"].search(tape, max(article, begin - _NEAR), cue.end) is None
    )


def _was_asked(tape: str, start: int, end: int, stop: int, words: _Words) -> bool:
    """Whether what is not responded to is a question, a request or a report."""
    responds = words["responds"].search(tape, start, min(stop, end + 2))
    return (
        responds is None
        or words["asked"].search(tape, responds.end(), min(stop, end + 12)) is not None
    )


def _is_spoken(reading: Reading, at: int, begin: int, stop: int, words: _Words) -> bool:
    """Whether somebody in the sentence says what stands at token `at`."""
    return reading.in_quote(at) or words["speech"].search(reading.tape, begin, stop) is not None
