"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; _source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from collections.abc import Iterable
from operator import attrgetter

import numpy as np

from credscore.attribution._source_search import DEFINITE, UNASSERTED, Sources
from credscore.attribution.letters import NAMES
from credscore.evidence import ANONYMOUS, Finding, Statement
from credscore.lexicon import Cues
from credscore.text import CAPITALS, Text

STANCES = frozenset(
    {
        "finds_that",
        "is_sure",
        "issues_statement",
        "judging_verb",
        "stance_verb",
        "asked_to",
        "attitude_verb",
        "attitude_adjective",
        UNASSERTED,
    }
)
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
LOCATIVE = 0.1
"""The share of the mentions of a name behind "in" from which it names a place."""
_CREDIT = re.compile(r"(?<=[^\n])[:-]-?([maXUI]{0,3}[PCH])(?=\"?(?:\n|$))")
"""A source at the end of a headline: "Mayor resigns: sources"."""
_BODY = re.compile(
    r"(?<=[IL])(X++)(?!g)|(X++)(?=,[idq][amesX]{0,4}[IL][,p])|(X++)(?=g[amse]{0,2}[IO])"
)
_PERSON = re.compile(r"(?<=[ORSQ])X++")
"""What tells the name of a body, "the firm Harrow", from that of a person, "President Keller"."""
_VAGUE = frozenset({"unnamed", "hearsay"})
_BYLINE = re.compile(r"-(?:(?<=[\"\n]-)|(?<=^-))-?(X[X.]{1,4})(?=[.,\"\n]|$)")


def find_attributions(
    sources: Sources, text: Text, cues: Cues, signal: str
) -> tuple[Statement, ...]:
    """All attributed statements, in text order; `signal` is that of their verbs.

    One whose cue is in STANCES tells what a source wants or does about a thing, rather than what
    it says.
    """
    table, rows = cues.table, cues.rows_of(signal)
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    sentences = bounds.searchsorted(rows[:, 0], "right")
    begins, stops = bounds[sentences - 1], bounds[sentences]
    statements = sources.statements(rows.data, begins.data, stops.data, table.kinds, table.names)
    _tell_bodies(statements, sources, text)
    _tell_definite(statements, sources, text)
    bylines = [
        Statement("person", "byline", *line.span(1), line.start(), line.start(1))
        for line in _BYLINE.finditer(sources.letters)
    ]
    bylines += [
        Statement(kind, "credit", *line.span(1), line.start(), line.start() + 1)
        for line in _CREDIT.finditer(sources.letters)
        if (kind := sources.credit(*line.span(1))) is not None
    ]
    if bylines:
        statements = sorted(statements + bylines, key=attrgetter("verb_start"))
    return tuple(statements)


def _tell_definite(statements: list[Statement], sources: Sources, text: Text) -> None:
    """Call a role with "the" a person, unless the article had such a one that is not named."""
    letters, hashes, unnamed = sources.letters, text.hashes, set[tuple[int, int]]()
    for number, statement in enumerate(statements):
        start, end = statement.source_start, statement.source_end
        definite = statement.cue == DEFINITE or letters[start:end] == "dO"
        if not definite and statement.kind not in ANONYMOUS:
            continue
        article = int(text.body_ends.searchsorted(statement.verb_start, "right"))
        words = hashes[start:end].tolist()
        if not definite:
            unnamed.update((article, word) for word in words)
        elif (article, words[-1]) in unnamed:
            statements[number] = statement._replace(kind="unnamed", cue="definite_again")
        else:
            statements[number] = statement._replace(kind="person")


def _tell_bodies(statements: list[Statement], sources: Sources, text: Text) -> None:
    """Call sources with a name institutions if their names are not those of persons.

    A name that the article has often enough behind "in" or "across" is that of a place, and so of
    a government, unless a title stands before it; one that ends in a short word in capitals is
    that of a body: "Harrow HC".
    """
    letters = sources.letters
    persons = [
        number
        for number, statement in enumerate(statements)
        if statement.kind == "person" and letters[statement.source_end - 1] in NAMES
    ]
    if not persons:
        return
    names = np.frombuffer(letters.encode("latin-1"), np.uint8) == ord("X")
    ends = (names & ~np.append(names[1:], False)).nonzero()[0]
    starts = (names & ~np.append(False, names[:-1])).nonzero()[0]
    articles = text.body_ends.searchsorted(ends, "right").astype(np.uint64)
    keys = text.hashes[ends] + articles * np.uint64(0x9E3779B97F4A7C15)
    places = [sources.tape[at - 1] in sources.locative for at in starts.tolist()]
    _, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
    bodies = np.bincount(numbers, places) >= LOCATIVE * counts
    lasts = dict(zip(ends.tolist(), numbers.tolist(), strict=True))
    for sign in _BODY.finditer(letters):
        bodies[lasts[sign.end(sign.lastindex or 0) - 1]] = True
    for sign in _PERSON.finditer(letters):
        bodies[lasts[sign.end() - 1]] = False
    for number in persons:
        statement = statements[number]
        last = statement.source_end - 1
        short = letters[last] == "U" and text.ends[last] - text.starts[last] <= 4
        if short or (last in lasts and bodies[lasts[last]]):
            statements[number] = statement._replace(kind="institution")


def sourced(
    statements: Iterable[Statement], signal: str, kinds: frozenset[str], shapes: str
) -> list[Finding]:
    """The source noun phrases of statements of some kinds of source, as evidence of a signal.

    Of unnamed sources only those that say something, and none that is a word in capitals among
    others, the name of an outlet: "PEOPLE confirmed". `shapes` are those of the text.
    """
    return [
        tuple.__new__(
            Finding, (source.source_start, source.source_end, signal, source.kind, source.cue)
        )
        for source in statements
        if source.kind in kinds
        and not (source.kind in _VAGUE and (source.cue in STANCES or _is_title(source, shapes)))
        and source.cue != DEFINITE
    ]


def _is_title(source: Statement, shapes: str) -> bool:
    start, end = source.source_start, source.source_end
    return end == start + 1 and shapes[start] == CAPITALS != shapes[source.verb_start]
