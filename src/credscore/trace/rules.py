"""The rules of the lexicons that were tried on a tape, and what became of each match."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from credscore.lexicon import Lexicon, Tape
from credscore.patterns import RuleTable
from credscore.text import Text
from credscore.trace.plain_source import plain_twin, recorded

_TRY = "_try"
"""The method of the matcher that tries a rule at an anchor, and its variables: the anchor, the
rule, start and end of the match and of its evidence."""
_BLOCKS = "blocks others"
_NEAR = 40  # matches that a match can overlap with
_VARIABLES = ("at", "rule", "start", "end", "evidence", "evidence_end")


class Match(NamedTuple):
    """A rule that matched: tokens of the match and of its evidence, ends exclusive.

    `outcome` is "cue"; "blocks others" of a pseudo-trigger; "blocked by FILE RULE" or "covered by
    FILE RULE" if another match of the signal has the place.
    """

    file: str
    rule: str
    signal: str
    kind: str
    start: int
    end: int
    evidence_start: int
    evidence_end: int
    outcome: str


class Try(NamedTuple):
    """A rule whose anchor and neighbours stand here, but that does not match."""

    anchor: int
    file: str
    rule: str


def try_rules(tape: Tape, text: Text, lexicon: Lexicon) -> tuple[list[Match], list[Try]]:
    """All matches in the order in which they are compared, and the tries without a match."""
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    table = plain_twin(RuleTable)(lexicon.rules, lexicon.kept())
    _, returns = recorded(plain_twin(RuleTable).find, table, tape.codes, bounds)
    tries = [returned for returned in returns if returned.function == _TRY]
    files = [name for name, file in lexicon.files.items() for _ in file.rules]
    rows, failed = set(), set()
    for at, rule, start, end, first, last, matched in (
        (*(returned.variables[name] for name in _VARIABLES), returned.value) for returned in tries
    ):
        if matched:
            rows.add((start, bool(lexicon.rules[rule].kind), start - end, rule, first, last))
        else:
            failed.add(Try(at, files[rule], lexicon.rules[rule].name))
    cues = {tuple(row) for row in lexicon.table.find(tape.codes, bounds).tolist()}
    matches: list[Match] = []
    standing: dict[str, list[Match]] = defaultdict(list)
    for start, _, length, rule, first, last in sorted(rows):
        signal, kind, name = lexicon.rules[rule]
        match = Match(files[rule], name, signal, kind, start, start - length, first, last, "cue")
        if (first, last, rule) not in cues:
            match = match._replace(outcome=_outcome(match, standing[signal][-_NEAR:]))
        if match.outcome in ("cue", _BLOCKS):
            standing[signal].append(match)
        matches.append(match)
    return matches, sorted(failed)


def _outcome(match: Match, standing: Sequence[Match]) -> str:
    """What became of a match that is no cue: of those that overlap the first one counts."""
    for other in standing:
        if match.evidence_start < other.evidence_end and other.evidence_start < match.evidence_end:
            how = "covered by" if other.kind else "blocked by"
            return f"{how} {other.file}.toml {other.rule}"
    return _BLOCKS
