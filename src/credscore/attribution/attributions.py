"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from operator import attrgetter

from credscore.attribution._source_search import WINDOW, Sources
from credscore.evidence.finding import Attribution, Finding
from credscore.lexicon import Cues
from credscore.text import CAPITALS, Text

UNASSERTED = "not_asserted"
"""The cue of what nobody is told to have said: "officials might say", "critics plan to argue"."""
STANCES = frozenset({"stance_verb", "asked_to", "attitude_verb", "attitude_adjective", UNASSERTED})
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
_VAGUE = frozenset({"unnamed", "hearsay"})
_CAPITALS, _WINDOW = ord(CAPITALS), WINDOW
_BYLINE = re.compile(r"-(?:(?<=[\"\n]-)|(?<=^-))-?(X[X.]{1,4})(?=[.,\"\n]|$)")


def find_attributions(
    sources: Sources, text: Text, cues: Cues, signal: str
) -> tuple[Attribution, ...]:
    """All attributions, in text order; the verbs are cues of attribution.toml or attitude.toml.

    One whose cue is in STANCES tells what a source wants or does about a thing, rather than what
    it says.
    """
    bounds, count, size = text.sentence_starts.data, len(text.sentence_starts), len(text)
    rows, number = cues.rows.data, cues.table.signals.index(signal)
    signals, kinds, names = cues.table.signal_numbers.data, cues.table.kinds, cues.table.names
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
        source = sources.of(start, end, kinds[rule], begin, stop, last < begin)
        if source is not None:
            name = names[rule] if source.asserted else UNASSERTED
            one = Attribution.__new__(Attribution)
            one.kind, one.cue = source.kind, name
            one.source_start, one.source_end = source.start, source.end
            one.verb_start, one.verb_end = start, end
            found.append(one)
            last = start
    bylines = [
        Attribution("person", "byline", *line.span(1), line.start(), line.start(1))
        for line in _BYLINE.finditer(sources.letters)
    ]
    return tuple(sorted(found + bylines, key=attrgetter("verb_start")) if bylines else found)


def asserted(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Those of which a source is told to have said it."""
    found = []
    for number in range(len(attributions)):
        one = attributions[number]
        if one.cue != UNASSERTED:
            found.append(one)
    return tuple(found)


def sourced(
    attributions: tuple[Attribution, ...], signal: str, kinds: frozenset[str], shapes: memoryview
) -> list[Finding]:
    """The source noun phrases of attributions to some kinds of source, as evidence of a signal.

    Of unnamed sources only those that say something, and none that is a word in capitals among
    others, the name of an outlet: "PEOPLE confirmed". `shapes` are those of the text.
    """
    found = []
    for number in range(len(attributions)):
        source = attributions[number]
        if source.kind not in kinds:
            continue
        if source.kind in _VAGUE and (source.cue in STANCES or _is_title(source, shapes)):
            continue
        one = Finding.__new__(Finding)
        one.start, one.end = source.source_start, source.source_end
        one.signal, one.kind, one.cue = signal, source.kind, source.cue
        found.append(one)
    return found


def _is_title(source: Attribution, shapes: memoryview) -> bool:
    start, end = source.source_start, source.source_end
    if end > start + 2 or shapes[start] != _CAPITALS:
        return False
    return shapes[start + 1 if end > start + 1 else source.verb_start] != _CAPITALS
