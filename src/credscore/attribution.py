"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from credscore.cues import Cues
from credscore.source_search import WINDOW, Sources
from credscore.text import Text

UNASSERTED = "not_asserted"
"""The cue of what nobody is told to have said: "officials might say", "critics plan to argue"."""
STANCES = frozenset({"stance_verb", "asked_to", "attitude_verb", "attitude_adjective", UNASSERTED})
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
_WINDOW = WINDOW
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
    sources: Sources, text: Text, cues: Cues, signal: str
) -> tuple[Attribution, ...]:
    """All attributions, in text order; the verbs are cues of attribution.toml or attitude.toml.

    One whose cue is in STANCES tells what a source wants or does about a thing, rather than what
    it says.
    """
    bounds, count, size = text.sentence_starts.data, len(text.sentence_starts), len(text)
    rows, rules, number = cues.rows.data, cues.table.rules, cues.table.signals.index(signal)
    signals = cues.table.signal_numbers.data
    found: list[Attribution] = []
    sentence, begin, limit, last = 0, 0, 0, -1
    for row in range(len(rows)):
        rule = rows[row, 2]
        if signals[rule] != number:
            continue
        start, end = rows[row, 0], rows[row, 1]
        while start >= limit:
            begin, limit = limit, bounds[sentence] if sentence < count else size
            sentence += 1
        stop = min(limit, end + _WINDOW)
        source = sources.of(start, end, rules[rule][1], begin, stop, last < begin)
        if source is not None:
            name = rules[rule][2] if source.asserted else UNASSERTED
            found.append(_made((source.kind, name, source.start, source.end, start, end)))
            last = start
    bylines = [
        Attribution("person", "byline", *name.span(1), name.start(), name.start(1))
        for name in _BYLINE.finditer(sources.letters)
    ]
    return tuple(sorted(found + bylines, key=attrgetter("verb_start")) if bylines else found)
