"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from operator import attrgetter
from typing import NamedTuple

from credscore.cues import Finding
from credscore.lexicon import Lexicon
from credscore.source_search import WINDOW, Sources
from credscore.text import Text

UNASSERTED = "not_asserted"
"""The cue of what nobody is told to have said: "officials might say", "critics plan to argue"."""
STANCES = frozenset({"stance_verb", "asked_to", "attitude_verb", "attitude_adjective", UNASSERTED})
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
_BYLINE = re.compile(r"(?:(?<=[\"\n])|^)-{1,2}(X[X.]{1,4})(?=[.,\"\n]|$)")


class Attribution(NamedTuple):
    """One attributed statement; positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, document, pronoun.
    """

    kind: str
    cue: str
    source_start: int
    source_end: int
    verb_start: int
    verb_end: int


def find_attributions(
    tape: str, text: Text, cues: list[Finding], lexicon: Lexicon
) -> tuple[Attribution, ...]:
    """All attributions, in text order; the verbs come as cues of attribution.toml or attitude.toml.

    One whose cue is in STANCES tells what a source wants or does about a thing, rather than what
    it says.
    """
    sources = Sources(tape, lexicon)
    bounds = [*text.sentence_starts.tolist(), len(tape)]
    found: list[Attribution] = []
    sentence, begin = 0, 0
    for cue in cues:
        while cue.start >= bounds[sentence]:
            begin = bounds[sentence]
            sentence += 1
        stop = min(bounds[sentence], cue.end + WINDOW)
        alone = not found or found[-1].verb_start < begin
        source = sources.of(cue, begin, stop, alone)
        if source is not None:
            name = cue.cue if source.asserted else UNASSERTED
            place = source.start, source.end, cue.start, cue.end
            found.append(Attribution(source.kind, name, *place))
    bylines = [
        Attribution("person", "byline", *name.span(1), name.start(), name.start(1))
        for name in _BYLINE.finditer(sources.letters)
    ]
    return tuple(sorted(found + bylines, key=attrgetter("verb_start")) if bylines else found)
