"""Who is said to have said what: source noun phrase, verb, and what kind of source it is.

The verbs are cues of attribution.toml; _source_search.py finds their sources. The scheme of source,
cue and content follows PolNeAR (Newell et al. 2018).
"""

import functools
import re

import numpy as np
import numpy.typing as npt

from credscore.attribution._source_search import DEFINITE, UNASSERTED, Sources
from credscore.evidence import ANONYMOUS, KIND_NUMBERS, KINDS, SOURCE_KINDS, SOURCES, Statement
from credscore.lexicon import Cues
from credscore.patterns import Rows, RuleTable
from credscore.text import CAPITALS, Text

STANCES = frozenset({
    "finds_that", "is_sure", "issues_statement", "judging_verb", "stance_verb", "asked_to",
    "attitude_verb", "attitude_adjective", UNASSERTED,
})  # fmt: skip
"""Cues of attitude ("called for", "opposed"), as PolNeAR has them beside those of speech."""
_CREDIT = re.compile(r"\n\"?([PCH][maXUI]{0,3})-?[:-](?!\n)")
"""Backwards, a source at the end of a headline: "Mayor resigns: sources"."""
_VAGUE = np.array([kind in ("unnamed", "hearsay") for kind in SOURCE_KINDS])
_UNNAMED = np.array([kind in ANONYMOUS for kind in SOURCE_KINDS])
_OF_KINDS = {kind: KIND_NUMBERS[signal, kind] for signal, kind in KINDS if signal in SOURCES}
_EVIDENCE = np.array([_OF_KINDS.get(kind, -1) for kind in SOURCE_KINDS])
_CAPITALS = ord(CAPITALS)
_BYLINE = re.compile(r"-(?:(?<=[\"\n]-)|(?<=^-))-?(X[X.]{1,4})(?=[.,\"\n]|$)")


def find_attributions(sources: Sources, text: Text, cues: Cues, signal: str) -> Rows:
    """All attributed statements, in text order; `signal` is that of their verbs.

    A row has the fields of Statement, kind and cue as places in SOURCE_KINDS and RuleTable.names. A
    cue of STANCES tells what a source wants or does about a thing, rather than what it says.
    """
    verbs, table = cues.rows_of(signal), cues.table
    rows = np.empty((2 * len(verbs), len(Statement._fields)), np.int32)
    rows = rows[: sources.statements(verbs.data, text, table, rows.data)]
    numbers, person = table.name_numbers, SOURCE_KINDS.index("person")
    more = [
        (person, numbers["byline"], *line.span(1), line.start(), line.start(1))
        for line in _BYLINE.finditer(sources.letters)
    ]
    size = len(text)
    for line in _CREDIT.finditer(sources.backwards_with_end()):
        start, end = size + 1 - line.end(1), size + 1 - line.start(1)
        kind = sources.credit(start, end)
        if kind is not None:
            more.append((SOURCE_KINDS.index(kind), numbers["credit"], start, end, start - 1, start))
    if more:
        rows = np.concatenate([rows, np.array(more, np.int32)])
        rows = rows[rows[:, -2].argsort(kind="stable")]
    return rows


def sourced(statements: Rows, table: RuleTable, text: Text) -> dict[str, Rows]:
    """By signal the source noun phrases of statements that are evidence of it, as its findings.

    Of unnamed sources only those that say something, and none that is a word in capitals among
    others, the name of an outlet: "PEOPLE confirmed".
    """
    kinds, cues, starts, ends, verbs, _ = statements.T
    shapes, evidence, unnamed = text.shape_codes, _EVIDENCE[kinds], _UNNAMED[kinds]
    left_out = (ends == starts + 1) & (shapes[starts] == _CAPITALS) & (shapes[verbs] != _CAPITALS)
    left_out |= _are_stances(table)[cues]
    left_out &= _VAGUE[kinds]
    left_out |= (evidence < 0) | (cues == table.name_numbers[DEFINITE])
    rows, kept = np.array([starts, ends, evidence, cues], np.int32).T, ~left_out
    return dict(zip(SOURCES, (rows[kept & unnamed], rows[kept & ~unnamed]), strict=True))


@functools.lru_cache(maxsize=4)
def _are_stances(table: RuleTable) -> npt.NDArray[np.bool_]:
    """By number of a cue whether it is one of STANCES."""
    return np.isin(table.names, list(STANCES))
