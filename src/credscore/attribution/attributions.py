"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; _source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import re
from collections.abc import Iterable
from operator import attrgetter

import numpy as np

from credscore.attribution._source_search import DEFINITE, UNASSERTED, Sources
from credscore.evidence import Finding, Statement
from credscore.lexicon import Cues
from credscore.text import CAPITALS, Text

STANCES = frozenset({
    "finds_that", "is_sure", "issues_statement", "judging_verb", "stance_verb", "asked_to",
    "attitude_verb", "attitude_adjective", UNASSERTED,
})  # fmt: skip
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
LOCATIVE = 0.1
"""The share of the mentions of a name behind "in" from which it names a place."""
_CREDIT = re.compile(r"\n\"?([PCH][maXUI]{0,3})-?[:-](?!\n)")
"""Backwards, a source at the end of a headline: "Mayor resigns: sources"."""
_BODY, _OFFICE, _TITLE, _OPENS = 1, 2, 4, 8
_CLASS = np.zeros(1 << 8, np.uint8)
for _letters, _bit in (("IL", _BODY), ("O", _OFFICE), ("RSQ", _TITLE), ("idq", _OPENS)):
    _CLASS[[ord(letter) for letter in _letters]] |= _bit
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
    articles = text.body_ends.searchsorted(rows[:, 0], "right")
    statements = sources.statements(
        rows.data, begins.data, stops.data, articles.data, table.kinds, table.names
    )
    _tell_bodies(statements, sources, text)
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


def _tell_bodies(statements: list[Statement], sources: Sources, text: Text) -> None:
    """Call sources with a name institutions if their names are not those of persons.

    A name that the article has often enough behind "in" or "across" is that of a place, and so of
    a government; "the firm Harrow", "Harrow's ministry" and "Harrow, a bank" tell of bodies. A
    title before the name, "President Keller", tells of a person. A name that ends in a short word
    in capitals is that of a body: "Harrow HC".
    """
    numbers = [number for number, statement in enumerate(statements) if statement.kind == "person"]
    if not numbers:
        return
    letters = np.frombuffer(f"{sources.letters}\n\n\n\n".encode("latin-1"), np.uint8)
    lasts = np.array([statements[number].source_end for number in numbers]) - 1
    short = (letters[lasts] == ord("U")) & (text.ends[lasts] - text.starts[lasts] <= 4)
    names = letters == ord("X")
    ends = (names[:-1] & ~names[1:]).nonzero()[0]
    starts = (names[1:] & ~names[:-1]).nonzero()[0] + 1
    if names[0]:
        ends = ends[1:]  # the first border is no name
    hashes = text.hashes[ends]
    low = np.uint64(0xFFFF)
    wanted = np.zeros(1 << 16, np.bool_)
    wanted[text.hashes[lasts] & low] = True
    asked = wanted[hashes & low]  # most others need not be looked at
    starts, ends, hashes = starts[asked], ends[asked], hashes[asked]
    articles = text.body_ends.searchsorted(ends, "right").astype(np.uint64)
    keys = hashes + articles * np.uint64(0x9E3779B97F4A7C15)
    before, after = _CLASS[letters[starts - 1]], letters[ends + 1]
    near, far = _CLASS[letters[ends + 2]], _CLASS[letters[ends + 3]]
    owner = (after == ord("g")) & ((near | far) & (_OFFICE | _BODY) > 0)
    apposed = (after == ord(",")) & (near & _OPENS > 0) & (far & _BODY > 0)
    body = owner | apposed | ((before & _BODY > 0) & (after != ord("g")))
    titled = before & (_OFFICE | _TITLE) > 0
    places = np.isin(sources.codes[starts - 1], sources.locative)
    _, groups, counts = np.unique(keys, return_inverse=True, return_counts=True)
    are_bodies = np.bincount(groups, places) >= LOCATIVE * counts
    are_bodies |= np.bincount(groups, body) > 0
    are_bodies &= np.bincount(groups, titled) == 0
    bodies = set(ends[are_bodies[groups]].tolist())
    for number, last, acronym in zip(numbers, lasts.tolist(), short.tolist(), strict=True):
        if acronym or last in bodies:
            values = ("institution", *statements[number][1:])
            statements[number] = tuple.__new__(Statement, values)


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
