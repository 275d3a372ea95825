"""Media and reports that nobody has verified; see lexicons/unverifiable_media.toml.

A pattern says what is doubted; what follows it to the end of its clause belongs to it if the
pattern leaves its object open ("no evidence that", "a video purporting to show").
"""

import functools
import re

from credscore.attribution import clause_end
from credscore.evidence import Finding
from credscore.lexicon import Lexicon
from credscore.signals.reading import Reading


@functools.cache
def _relative(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.compile("( that | which | what | purporting | purported | claiming | said )")


def find(reading: Reading) -> list[Finding]:
    """Every cue of the lexicon is a finding, with its object."""
    tape, lexicon = reading.tape, reading.lexicon
    findings = []
    for cue in reading.cues("unverifiable_media"):
        start, end = cue.start, cue.end
        is_open = cue.cue == "no_evidence_that" or (
            cue.cue == "media_appears" and _relative(lexicon).search(tape, start, end)
        )
        if is_open:
            end = clause_end(tape, start, end, reading.sentence(start)[1], lexicon)
        findings.append(cue._replace(end=end))
    return findings
