"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; _source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from collections.abc import Iterable
from functools import partial
from itertools import repeat
from operator import attrgetter

from credscore.attribution._source_search import DEFINITE, UNASSERTED, Sources
from credscore.evidence import NAMED, Finding, Statement
from credscore.lexicon import Cues
from credscore.text import CAPITALS, Text

STANCES = frozenset({
    "finds_that", "is_sure", "issues_statement", "judging_verb", "stance_verb", "asked_to",
    "attitude_verb", "attitude_adjective", UNASSERTED,
})  # fmt: skip
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
_CREDIT = re.compile(r"\n\"?([PCH][maXUI]{0,3})-?[:-](?!\n)")
"""Backwards, a source at the end of a headline: "Mayor resigns: sources"."""
_finding = partial(tuple.__new__, Finding)
_VAGUE = frozenset({"unnamed", "hearsay"})
_ACTS = frozenset({"asked_to", "judging_verb", "stance_verb"})
_QUOTED = re.compile(r"[^.?!\n]{0,16}[\"“]")
"""The words of a source behind its verb."""
_MARKS = '"“”'
_BYLINE = re.compile(r"-(?:(?<=[\"\n]-)|(?<=^-))-?(X[X.]{1,4})(?=[.,\"\n]|$)")


def find_attributions(
    sources: Sources, text: Text, cues: Cues, signal: str
) -> tuple[Statement, ...]:
    """All attributed statements, in text order; `signal` is that of their verbs.

    One whose cue is in STANCES tells what a source wants or does about a thing, rather than what
    it says.
    """
    table = cues.table
    values = sources.statements(cues.rows_of(signal).data, text, table.kinds, table.names)
    statements = list(map(tuple.__new__, repeat(Statement), values))
    bylines = [
        Statement("person", "byline", *line.span(1), line.start(), line.start(1))
        for line in _BYLINE.finditer(sources.letters)
    ]
    size = len(text)
    for line in _CREDIT.finditer(sources.backwards_with_end()):
        start, end = size + 1 - line.end(1), size + 1 - line.start(1)
        kind = sources.credit(start, end)
        if kind is not None:
            bylines.append(Statement(kind, "credit", start, end, start - 1, start))
    if bylines:
        statements = sorted(statements + bylines, key=attrgetter("verb_start"))
    return tuple(statements)


def sourced(
    statements: Iterable[Statement], signal: str, kinds: frozenset[str], shapes: str
) -> list[Finding]:
    """The source noun phrases of statements of some kinds of source, as evidence of a signal.

    Of unnamed sources only those that say something, and none that is a word in capitals among
    others, the name of an outlet: "PEOPLE confirmed". Of named ones those too whose words are
    quoted: "Keller called it “a farce”". `shapes` are those of the text.
    """
    return [
        _finding((source.source_start, source.source_end, signal, source.kind, source.cue))
        for source in statements
        if source.kind in kinds
        and not (source.kind in _VAGUE and (source.cue in STANCES or _is_title(source, shapes)))
        and not (source.cue in _ACTS and source.kind in NAMED and not _is_quoted(source, shapes))
        and source.cue != DEFINITE
    ]


def _is_quoted(source: Statement, shapes: str) -> bool:
    before = min(source.source_start, source.verb_start)
    closed = shapes[before - 1] in _MARKS and shapes[before - 2] in ",?!…—"
    return closed or bool(_QUOTED.match(shapes, source.verb_end))


def _is_title(source: Statement, shapes: str) -> bool:
    start, end = source.source_start, source.source_end
    return end == start + 1 and shapes[start] == CAPITALS != shapes[source.verb_start]
