"""Media and reports that nobody has verified; see lexicons/unverifiable_media.toml.

A pattern says what is doubted; what follows it to the end of its clause belongs to it if the
pattern leaves its object open ("no evidence that", "a video that purports to show").
"""

import functools
import re

from credscore.attribution import clause_end
from credscore.lexicon import Lexicon
from credscore.patterns import Rows
from credscore.signals.reading import Reading

_APPEARING = frozenset({"media_appears", "thing_purporting"})
"""Rules whose object is open in a relative clause, and behind "to be"."""


@functools.cache
def _openers(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    clause = "( that | whether | if | who | when | how | to | about )"
    return lexicon.compile(clause), lexicon.compile("( that | which | purporting | be )")


def find(reading: Reading) -> Rows:
    """Every cue of the lexicon is a finding, with the clause that it opens."""
    tape, (clause, relative) = reading.tape, _openers(reading.lexicon)
    findings = []
    for cue in reading.cues("unverifiable_media"):
        start, end = cue.start, cue.end
        if (
            cue.cue == "no_evidence_that"
            or (cue.cue in _APPEARING and relative.search(tape, start, end))
            or (cue.kind == "report" and clause.match(tape, end - 1))
        ):
            end = clause_end(tape, start, end, reading.sentence(start)[1], reading.lexicon)
        findings.append(cue._replace(end=end))
    return reading.lexicon.table.rows(findings)
