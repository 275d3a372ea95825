"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from collections.abc import Callable
from functools import partial
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
_BYLINE = re.compile(r"-(?:(?<=[\"\n]-)|(?<=^-))-?(X[X.]{1,4})(?=[.,\"\n]|$)")


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


_made: Callable[[tuple[str, str, int, int, int, int]], Attribution] = partial(
    tuple.__new__, Attribution
)


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
    sentence, begin, last = 0, 0, -1
    for cue in cues:
        start, end = cue[0], cue[1]
        while start >= bounds[sentence]:
            begin = bounds[sentence]
            sentence += 1
        stop = min(bounds[sentence], end + WINDOW)
        source = sources.of(cue, begin, stop, last < begin)
        if source is not None:
            kind, source_start, source_end, asserted = source
            name = cue[4] if asserted else UNASSERTED
            found.append(_made((kind, name, source_start, source_end, start, end)))
            last = start
    bylines = [
        Attribution("person", "byline", *name.span(1), name.start(), name.start(1))
        for name in _BYLINE.finditer(sources.letters)
    ]
    return tuple(sorted(found + bylines, key=attrgetter("verb_start")) if bylines else found)
