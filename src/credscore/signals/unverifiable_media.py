"""Media and reports that nobody has verified; see lexicons/unverifiable_media.toml.

A pattern says what is doubted; what follows it to the end of its clause belongs to it if the
pattern leaves its object open ("no evidence that", "a video that purports to show").
"""

import functools
import re
from bisect import bisect_right

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.lexicon import Lexicon
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_APPEARING = frozenset({"media_appears", "thing_purporting"})
"""Rules whose object is open in a relative clause, and behind "to be"."""
_SHOWING = frozenset({"media_of_what_appears", "media_said_to_show"})
"""Rules whose object is open."""
_EVIDENCE = frozenset({"has_not_shown_evidence", "without_evidence"})
"""Rules behind which a clause says what the evidence would be of."""
_TOLD_OF = frozenset({"nothing_to_suggest", "sketchy"})
"""Rules that doubt only what somebody alleged or reported before."""
_NEAR = 60
"""Tokens before a condition in which what is to be confirmed is told, at most; and to each side of
it those in which somebody is nominated."""
_ASIDE = 12
"""Tokens of an aside between subject and verb, at most."""

_TOLD = """<report_word> | <hedge_noun> | <hedge_adverb> | <hedge_adjective> | <claim_verb> | said |
 says | say | saying | told | reported | reports | reporting | suggest~ | warn~ | accuse~"""

_ALLEGED = """accusation% | allegation% | alleged | allegedly | claim% | claimed | rumor% |
 rumour% | speculation | suspicion% | theory | theories | reportedly | report%"""


class _Words:
    """The patterns of this module over the tape."""

    def __init__(self, lexicon: Lexicon) -> None:
        compiled = lexicon.compile
        self.opener = compiled("( that | whether | if | who | when | how | to | about )")
        self.that = compiled("( that | whether )")
        self.lacking = compiled("( without | with | despite )")
        self.relative = compiled("( that | which | purporting | be )")
        self.told = compiled(_TOLD)
        self.alleged = compiled(_ALLEGED)
        self.nominated = compiled("<nomination>")
        self.verb = compiled("( <be> | <have> | <modal_any> | <do> | <ed> | <say> | n't )")
        self.aside = compiled(", which ( <word> | ' ){1,10} ,")
        self.of_which = re.compile(compiled("( that | which ) ,?").pattern + r"\Z")
        self.subject = compiled("if ( it | this | they | that | these )")
        self.main_verb = compiled("( is | are | was | were | has | have | had | <modal_any> )")
        self.confirmed = compiled("if confirmed")


_words = functools.cache(_Words)


def find(reading: Reading) -> Rows:
    """Every cue of the lexicon that doubts something told, with the clause that it opens."""
    cues = reading.cues("unverifiable_media")
    if not cues:
        return reading.rows("unverifiable_media")
    words = _words(reading.lexicon)
    findings = [_extended(reading, words, cue) for cue in cues if _doubts(reading, words, cue)]
    return reading.lexicon.table.rows(findings)


def _doubts(reading: Reading, words: _Words, cue: Finding) -> bool:
    """Whether a condition is of something told, and not of an appointment or an argument."""
    if cue.cue not in (*_TOLD_OF, "if_confirmed", "report_if_confirmed"):
        return True
    tape, starts = reading.tape, reading.text.title_starts.data
    first = max(starts[bisect_right(starts, cue.start) - 1], cue.start - _NEAR)
    if cue.cue in _TOLD_OF:
        return bool(words.alleged.search(tape, first, cue.end))
    sentence = tape[cue.start : reading.sentence(cue.start)[1]]
    if tape[cue.end] == "," and sentence.rstrip("\n”\"'").endswith("?"):
        return False
    if cue.cue == "report_if_confirmed":
        return True
    if words.confirmed.match(tape, cue.start):
        return not words.nominated.search(tape, first, cue.end + _NEAR)
    begin, last = reading.sentence(cue.start)
    if not words.subject.match(tape, cue.start, cue.end):
        return not words.of_which.search(tape, max(begin, cue.start - 2), cue.start)
    return bool(words.told.search(tape, first, cue.start) or words.that.match(tape, cue.end, last))


def _extended(reading: Reading, words: _Words, cue: Finding) -> Finding:
    """A cue with the clause that it opens."""
    tape, start, end = reading.tape, cue.start, cue.end
    stop = reading.sentence(start)[1]
    opens = (
        cue.cue == "no_evidence_that"
        or cue.cue in _SHOWING
        or (cue.cue in _APPEARING and words.relative.search(tape, start, end))
        or (cue.kind == "report" and words.opener.match(tape, end - 1))
        or (
            cue.cue in _EVIDENCE
            and words.that.match(tape, end, stop)
            and not words.lacking.match(tape, start)
        )
    )
    if not opens:
        return cue
    last = clause_end(tape, start, end, stop, reading.lexicon)
    aside = words.aside.match(tape, last, min(stop, last + _ASIDE))
    if aside and cue.kind == "report" and not words.verb.search(tape, end, last):
        last = clause_end(tape, start, aside.end(), stop, reading.lexicon)
    shown = cue.cue in _SHOWING or cue.cue in _APPEARING
    if shown and not words.that.match(tape, end, stop):
        main = words.main_verb.search(tape, end, last)
        last = main.start() if main else last
    return cue._replace(end=last)
