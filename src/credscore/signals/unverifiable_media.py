"""Media and reports that nobody has verified; see lexicons/unverifiable_media.toml.

A pattern says what is doubted; what follows it to the end of its clause belongs to it if the
pattern leaves its object open ("no evidence that", "a video that purports to show").
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Mapping

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.lexicon import Lexicon, Phrases
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_APPEARING = frozenset({"media_appears", "thing_purporting"})
"""Rules whose object is open in a relative clause, and behind "to be"."""
_SHOWING = frozenset({"media_of_what_appears", "media_said_to_show"})
"""Rules whose object is open."""
_EVIDENCE = frozenset({"has_not_shown_evidence", "without_evidence"})
"""Rules behind which a clause says what the evidence would be of."""
_OPEN = frozenset({"no_evidence_that"})
"""Rules whose object is open, whatever it begins with."""
_TRUTH = frozenset({"authenticity", "authenticity_open"})
"""Rules for media, or for reports where these are named."""
_EITHER = _TRUTH | {"not_verified", "not_verify", "working_to_verify"}
"""Rules for media where these are named."""
_TOLD_OF = frozenset({"nothing_to_suggest", "sketchy"})
"""Rules that doubt only what somebody alleged or reported before."""
_NEAR = 60
"""Tokens before a condition in which what is to be confirmed is told, at most; and to each side of
it those in which somebody is nominated."""

_NAMED = {
    "opener": "that | whether | if | who | when | how | to | about",
    "relative": "that | which | purporting | be",
    "told": "<report_word> | <hedge_noun> | <hedge_adverb> | <hedge_adjective> | <claim_verb> |"
    " said | says | say | saying | told | reported | reports | reporting | suggest~ | warn~ |"
    " accuse~",
    "alleged": "accusation% | allegation% | alleged | allegedly | claim% | claimed | rumor% |"
    " rumour% | speculation | suspicion% | theory | theories | reportedly | report%",
    "genitive": "<genitive> <content>{1,2}",
    "agent": "by <det>? ( <content> | <name> ){1,4} ( of ( <content> | <name> ) )?",
    "other": "( or | nor ) ( <det> | <possessive> | <name>{1,2} 's ) <content>{1,3}"
    " ( of <det>? <content>{1,2} )?",
    "quotation": '“ | ” | "',
    "inside": "<name> | <capitals> | <content>",
    "between": "( , | — | - | which | that | <also> | <be> | <have> | <modal_any> ){1,3}",
    "of_which": "( that | which ) ,?",
    "subject": "if ( it | this | they | that | these )",
    "main_verb": "( that | which | who )? ( is | are | was | were | has | have | had |"
    " <modal_any> )",
}


@functools.cache
def _words(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    return Phrases(_NAMED, lexicon).patterns


def find(reading: Reading) -> Rows:
    """Every cue of the lexicon that doubts something told, with the clause that it opens."""
    cues = reading.cues("unverifiable_media")
    if not cues:
        return reading.rows("unverifiable_media")
    words = _words(reading.lexicon)
    findings: list[Finding] = []
    for cue in cues:
        if not _doubts(reading, words, cue):
            continue
        start, end = cue.start, _end(reading, words, cue)
        kind = _kind(reading, words, cue)
        last = findings[-1] if findings else None
        if last and (start <= last.end or _goes_on(reading, words, last.end, start)):
            kind = "media" if "media" in (kind, last.kind) else kind
            findings[-1] = last._replace(end=max(end, last.end), kind=kind)
        else:
            findings.append(cue._replace(end=end, kind=kind))
    return reading.lexicon.table.rows(findings)


def _kind(reading: Reading, words: Mapping[str, re.Pattern[str]], cue: Finding) -> str:
    """Of media or of a report, by which of them is named first."""
    if cue.cue not in _EITHER:
        return cue.kind
    media = words["<media_noun>"].search(reading.tape, cue.start, cue.end)
    report = words["<report_word>"].search(reading.tape, cue.start, cue.end)
    if media and not (report and report.start() < media.start()):
        return "media"
    return "report" if report and cue.cue in _TRUTH else cue.kind


def _goes_on(reading: Reading, words: Mapping[str, re.Pattern[str]], end: int, start: int) -> bool:
    """Whether one doubt is the subject of the next: "a video said to show it" "is unverified"."""
    return words["between"].fullmatch(reading.tape, end, start) is not None


def _doubts(reading: Reading, words: Mapping[str, re.Pattern[str]], cue: Finding) -> bool:
    """Whether a condition is of something told, and not of an appointment or an argument."""
    if cue.cue not in (*_TOLD_OF, "if_confirmed", "report_if_confirmed"):
        return True
    tape, starts = reading.tape, reading.text.title_starts.data
    first = max(starts[bisect_right(starts, cue.start) - 1], cue.start - _NEAR)
    if cue.cue in _TOLD_OF:
        return bool(words["alleged"].search(tape, first, cue.end))
    sentence = tape[cue.start : reading.sentence(cue.start)[1]]
    if tape[cue.end] == "," and sentence.rstrip("\n”\"'").endswith("?"):
        return False
    if cue.cue == "report_if_confirmed":
        return True
    if words["if confirmed"].match(tape, cue.start):
        return not words["<nomination>"].search(tape, first, cue.end + _NEAR)
    begin, last = reading.sentence(cue.start)
    if not words["subject"].match(tape, cue.start, cue.end):
        before = range(max(begin, cue.start - 2), cue.start)
        return not any(words["of_which"].fullmatch(tape, at, cue.start) for at in before)
    return bool(
        words["told"].search(tape, first, cue.start)
        or words["that | whether"].match(tape, cue.end, last)
    )


def _end(reading: Reading, words: Mapping[str, re.Pattern[str]], cue: Finding) -> int:
    """Where a doubt ends, with the clause that it opens or with who does not verify it."""
    tape, start, end = reading.tape, cue.start, cue.end
    stop = reading.sentence(start)[1]
    relative = cue.cue in _APPEARING and words["relative"].search(tape, start, end)
    shown = cue.cue in _SHOWING or relative
    opens = (
        shown
        or cue.cue in _OPEN
        or (cue.kind == "report" and words["opener"].match(tape, end - 1))
        or (
            cue.cue in _EVIDENCE
            and words["that | whether"].match(tape, end, stop)
            and not words["without | with | despite"].match(tape, start)
        )
    )
    if opens:
        last = _clause_end(reading, words, cue, stop)
        if shown and not words["that | whether"].match(tape, end, stop):
            main = words["main_verb"].search(tape, end, last)
            last = main.start() if main else last
        return last
    if cue.cue == "unconfirmed_reports":
        return end
    owned = words["genitive"].match(tape, end - 1, stop) or words["genitive"].match(tape, end, stop)
    end = owned.end() if owned else end
    agent = words["agent"].match(tape, end, stop)
    end = agent.end() if agent else end
    other = words["other"].match(tape, end, stop)
    return other.end() if other else end


def _clause_end(
    reading: Reading, words: Mapping[str, re.Pattern[str]], cue: Finding, stop: int
) -> int:
    """Where the clause ends, which goes on over abbreviations and quotations."""
    tape, start = reading.tape, cue.start
    last = clause_end(tape, start, cue.end, stop, reading.lexicon)
    while last + 1 < stop:
        after = last + 1
        if tape[last] == ".":
            goes_on = words["inside"].match(tape, after, stop) is not None
        elif words["quotation"].match(tape, last):
            opens = (
                reading.in_quote(after) or words["<content>"].match(tape, after, stop) is not None
            )
            goes_on = opens and not reading.in_quote(start)
        else:
            break
        if not goes_on:
            break
        last = clause_end(tape, start, after, stop, reading.lexicon)
    return last
