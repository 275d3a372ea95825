"""Finds who is said to have said what: the source noun phrase, its verb, and its kind.

The verbs are cues of attribution.toml; _source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import functools
import re

import numpy as np
import numpy.typing as npt

from credscore.attribution._source_kind import kind_of
from credscore.attribution._source_names import UNASSERTED
from credscore.attribution._source_search import DEFINITE, Sources
from credscore.evidence import (
    ANONYMOUS,
    KIND_NUMBERS,
    KINDS,
    NAMED,
    SOURCE_KINDS,
    SOURCES,
    Statement,
)
from credscore.lexicon import Cues
from credscore.patterns import Rows, RuleTable
from credscore.text import CAPITALS, Text

STANCES = frozenset({
    "finds_that", "is_sure", "issues_statement", "judging_verb", "stance_verb", "asked_to",
    "attitude_verb", "attitude_adjective", UNASSERTED,
})  # fmt: skip
"""Cues of attitude ("called for", "opposed"), which PolNeAR has beside cues of speech."""
_CREDIT = re.compile(r"\n\"?([PCHR][maXUI]{0,3})-?[:-](?!\n)")
"""Read backwards, a source at the end of a headline: "Mayor resigns: sources"."""
_OPENING = re.compile(r"([maXUI]{0,2}(?:[PRC]|(?<!U)H)(?=:)|C(?=-))[:-](?!\n)")
"""A source at the beginning of a title: "Sources: mayor resigns", "Sources – mayor resigns"."""
_LABEL = re.compile(r"[\"']:(?<!\n[\"']:)([X.]{0,4}X[mdqaOSRIXUg]{0,5})(?=[\n.\"])")
"""Backwards, who speaks, at the beginning of a sentence: "Maria Keller: “It sank.”"."""
_VAGUE = ("unnamed", "hearsay")
_ACTS = ("asked_to", "judging_verb", "stance_verb")
"""Cues of acts of a named source: they are statements only if its words are quoted."""
_QUOTED = re.compile(r"[^.?!\n]{0,16}[\"“'‘]")
"""Quoted words of a source behind its verb."""
_MARKS = '"“”'
_OF_KINDS = {kind: KIND_NUMBERS[signal, kind] for signal, kind in KINDS if signal in SOURCES}
_EVIDENCE = np.array([_OF_KINDS.get(kind, -1) for kind in SOURCE_KINDS])
_OF_UNNAMED, _OF_NAMED, _IF_NO_TITLE, _IF_QUOTED = 1, 2, 4, 8
"""Bits: the signal that a statement is evidence of, and conditions that it must still meet."""
_BYLINE = re.compile(r"-(?:(?<=[\"\n]-)|(?<=^-))-?(X[X.]{1,4})(?=[.,\"\n]|$)")


def find_attributions(sources: Sources, text: Text, cues: Cues, signal: str) -> Rows:
    """All attributed statements, in text order; `signal` is the signal of their verbs.

    A row has the fields of Statement; kind and cue are indexes into SOURCE_KINDS and
    RuleTable.names. A cue of STANCES tells what a source wants or does, not what it says.
    """
    verbs, table = cues.rows_of(signal), cues.table
    rows = np.empty((2 * len(verbs), len(Statement._fields)), np.int32)
    rows = rows[: sources.statements(verbs.data, text, table, rows.data)]
    rows = rows.compress(rows[:, 0] >= 0, axis=0)
    numbers, person = table.name_numbers, SOURCE_KINDS.index("person")
    more = [
        (person, numbers["byline"], *line.span(1), line.start(), line.start(1))
        for line in _BYLINE.finditer(sources.letters)
    ]
    size, starts, backwards = len(text), text.sentence_starts, sources.backwards_with_end()
    for line in (*_CREDIT.finditer(backwards), *_LABEL.finditer(backwards)):
        start, end = size + 1 - line.end(1), size + 1 - line.start(1)
        label = line.re is _LABEL
        begins = text.title_starts if sources.letters.startswith("'", end + 1) else starts
        if label and start not in begins[begins.searchsorted(start) :][:1]:
            continue  # "There stood Mr. Keller: “It sank.”"
        if label or sources.letters[end - 1] != "R":
            kind = kind_of(sources, start, end - 1, end, 0)
        else:
            kind = "unnamed" if end + 1 in text.body_starts else None
        if kind is not None:
            verb = end if label else start - 1  # the mark
            more.append((SOURCE_KINDS.index(kind), numbers["credit"], start, end, verb, verb + 1))
    for start in text.title_starts.tolist():
        opening = _OPENING.match(sources.letters, start)
        if opening is not None:
            end = opening.end(1)
            is_role = sources.letters[end - 1] == "R"
            kind = "unnamed" if is_role else kind_of(sources, start, end - 1, end, 0)
            if kind in ANONYMOUS:
                more.append((SOURCE_KINDS.index(kind), numbers["credit"], start, end, end, end + 1))
    if more:
        rows = np.concatenate([rows, np.array(more, np.int32)])
        rows = rows[rows[:, -2].argsort(kind="stable")]
    return rows


def sourced(statements: Rows, table: RuleTable, text: Text) -> dict[str, Rows]:
    """The statements whose sources are evidence of each signal.

    An unnamed source must say something. It must not be a single word in capitals whose verb has
    none: that is the name of an outlet ("PEOPLE confirmed"). Acts of a named source count only if
    its words are quoted ("Keller called it “a farce”").
    """
    kinds, cues = statements.T[:2]
    bits = _evidence_of(table).take(kinds * len(table.names) + cues)
    for at in (bits > _OF_NAMED).nonzero()[0].tolist():
        statement = statements[at].tolist()
        asks_quotation = bits[at] & _IF_QUOTED
        if not (
            _is_quoted(statement, text.shapes)
            if asks_quotation
            else _is_no_title(statement, text.shapes)
        ):
            bits[at] = 0
    parts = (statements.compress(bits & of, axis=0) for of in (_OF_UNNAMED, _OF_NAMED))
    return dict(zip(SOURCES, parts, strict=True))


def phrases_of(statements: Rows) -> Rows:
    """The source noun phrases of statements as findings."""
    kinds, cues, starts, ends, _, _ = statements.T
    return np.array([starts, ends, _EVIDENCE[kinds], cues], np.int32).T


def _is_quoted(statement: list[int], shapes: str) -> bool:
    _, _, start, _, verb, verb_end = statement
    before = min(start, verb)
    closed = shapes[before - 1] in _MARKS and shapes[before - 2] in ",?!…—"
    return closed or bool(_QUOTED.match(shapes, verb_end))


def _is_no_title(statement: list[int], shapes: str) -> bool:
    _, _, start, end, verb, _ = statement
    beside = verb - (verb < start)  # the mark before a credit is no word
    return end > start + 1 or shapes[start] != CAPITALS or shapes[beside] == CAPITALS


@functools.lru_cache(maxsize=4)
def _evidence_of(table: RuleTable) -> npt.NDArray[np.uint8]:
    """For each kind of source and cue, what a statement is evidence of, and on which conditions."""
    evidence = np.zeros((len(SOURCE_KINDS), len(table.names)), np.uint8)
    stances, acts = (np.array([name in cues for name in table.names]) for cues in (STANCES, _ACTS))
    for row, kind in zip(evidence, SOURCE_KINDS, strict=True):
        if kind in NAMED:
            row[:] = np.where(acts, _OF_NAMED | _IF_QUOTED, _OF_NAMED)
        elif kind in _VAGUE:
            row[~stances] = _OF_UNNAMED | _IF_NO_TITLE
        elif kind in ANONYMOUS:
            row[:] = _OF_UNNAMED
        row[table.name_numbers[DEFINITE]] = 0
    return evidence.reshape(-1)
