"""The programs and anchors of all rules in one table for _matcher.py; README.md has an example."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.evidence import KINDS, OWN_CUES, Finding
from credscore.patterns._matcher import COLUMNS, FRAME, NEAR, REACH, WINDOW, Matcher, drop_overlaps
from credscore.patterns.classes import Classes
from credscore.patterns.language import STEPS, Compiled
from credscore.patterns.program import SPLIT, Steps, reachable
from credscore.text import Ints

Rows = npt.NDArray[np.int32]
"""Findings as numbers, one a row: first token, end, kind and name. A kind is an index into KINDS;
further indexes are the kinds of rules that find no evidence. A name is an index into
RuleTable.names."""
Arrays = Mapping[str, npt.NDArray[Any]]  # the arrays of compile_rules, by name


class Rule(NamedTuple):
    """The signal and the name of a rule, and the kind of its evidence ("": a pseudo-trigger).

    A pseudo-trigger only blocks other rules: neither its match nor overlapping matches are cues.
    """

    signal: str
    kind: str
    name: str


class RuleTable:
    """Finds all cues of `rules` on a tape; compile_rules returns their `arrays`."""

    def __init__(self, rules: Sequence[Rule], arrays: Arrays) -> None:
        self.signals = sorted({rule.signal for rule in rules})
        self.names = sorted({*OWN_CUES, *(rule.name for rule in rules)})
        self.name_numbers = {name: number for number, name in enumerate(self.names)}
        pairs = {(rule.signal, rule.kind) for rule in rules}
        self._pairs = [*KINDS, *sorted(pairs.difference(KINDS))]
        self._pair_numbers = {pair: number for number, pair in enumerate(self._pairs)}
        self.kinds = [kind for _, kind in self._pairs]
        self._numbers = np.array([self._numbered(*rule) for rule in rules], np.int32)
        self.signal_numbers = arrays["rules"][:, 3].astype(np.uint8)  # small ones are sorted fast
        self.arrays = arrays
        self._data = {name: array.data for name, array in arrays.items()}

    def find(self, tape: npt.NDArray[np.uint16], bounds: Ints) -> Rows:
        """The cues of all rules, in the order of their evidence, shape (cues, 3).

        A row holds the first token and the end of the evidence, and the number of the rule. `tape`
        has one character for every token. `bounds` has the first token of every sentence, from 0
        on, and then the size of the tape.

        If evidence of one signal overlaps, only the match that begins first counts. Among matches
        that begin together, a rule that blocks others wins, then the longest match, then the rule
        that comes first. Evidence of a rule that blocks others is no cue.
        """
        matches = self._matches(tape, bounds)
        starts, is_evidence, ends, *_, rules = matches.T.astype(np.int64)
        ranks = (2 * starts + is_evidence) * self.arrays["room"][1] - (ends - starts)
        ranks = ranks * len(self._numbers) + rules  # a match starts near its anchor: sorted fast
        matches = matches.take(ranks.argsort(kind="stable"), axis=0)
        chosen = np.zeros(len(matches), np.uint8)
        reach = np.zeros((len(self.signals), 2), np.intp)
        spans = np.empty((len(self.signals), NEAR, 2), np.intp)
        drop_overlaps(matches.data, self._data["rules"], reach.data, spans.data, chosen.data)
        cues: Rows = matches.compress(chosen & matches[:, 1], axis=0)[:, 3:]
        return cues.take(cues[:, 0].argsort(kind="stable"), axis=0)

    def _matches(self, tape: npt.NDArray[np.uint16], bounds: Ints) -> Rows:
        symbols = np.zeros(len(tape) + 2 * REACH, np.uint16)
        visited = np.zeros(self.arrays["room"], np.int32)
        choices = np.empty(FRAME * (visited.size + 2), np.int32)
        matcher = Matcher(symbols.data, visited.data, choices.data, self._data)
        matches = np.empty((len(tape) // 4 + 8, COLUMNS), np.int32)
        count = matcher.find(tape.data, bounds.data, matches.data)
        if count > len(matches):
            matches = np.empty((count, COLUMNS), np.int32)
            matcher.find(tape.data, bounds.data, matches.data)
        return matches[:count]

    def by_signal(self, cues: Rows) -> dict[str, Rows]:
        """The cues that `find` returns, as rows of findings for each signal."""
        signals = self.signal_numbers.take(cues[:, 2])
        ordered = cues.take(signals.argsort(kind="stable"), axis=0)
        rows = np.empty((len(cues), 4), np.int32)
        rows[:, :2], rows[:, 2:] = ordered[:, :2], self._numbers.take(ordered[:, 2], axis=0)
        ends = np.bincount(signals, minlength=len(self.signals)).cumsum().tolist()
        return {
            signal: rows[start:end]
            for signal, start, end in zip(self.signals, [0, *ends], ends, strict=False)
        }

    def _numbered(self, signal: str, kind: str, name: str) -> tuple[int, int]:
        return self._pair_numbers[signal, kind], self.name_numbers[name]

    def rows(self, findings: Iterable[Finding]) -> Rows:
        """Findings as rows of numbers."""
        rows = [(start, end, *self._numbered(*cue)) for start, end, *cue in findings]
        return np.array(rows, np.int32).reshape(-1, 4)

    def findings(self, rows: Rows) -> list[Finding]:
        """Rows of numbers as findings with their words."""
        pairs, names, fields = self._pairs, self.names, rows.tolist()
        return [Finding._make((*tokens, *pairs[kind], names[at])) for *tokens, kind, at in fields]


def compile_rules(
    rules: Sequence[Rule], patterns: Sequence[Compiled],
    codes_of: Callable[[str], Ints], size: int,
) -> Arrays:  # fmt: skip
    """The arrays of a RuleTable, made from its rules and their compiled patterns.

    `codes_of` gives the tape characters of a word, class or mark. `size` is the number of
    characters. A chunk is a machine word: 64 bits, one for each anchor or class.

        classes: the class of every character; characters that no rule tells apart are one class.
        chunk_starts, chunks, bits: for every class, where its chunks begin (and last their number);
        the number of each chunk: it holds the anchors from 64 x number on; its bits, set for the
        anchors of the class. Chunks without a bit are left out.
        neighbours, neighbour_bits: for every offset (STEPS) and class, where its chunks begin;
        their bits, set for the anchors that allow a token of that class at that offset.
        anchor_rules: the rule of every anchor.
        rules: for every rule its first step, the set of that step, the most tokens before its
        anchor, the number of its signal, and whether its matches are evidence.
        program: the steps, FRAME numbers each: action, argument, and for a SPLIT its number in its
        rule and the sets of its two choices.
        sets: for every set, as bits, the classes with which a match can go on from a step. The
        place of its first chunk names a set.
        room, end: the most splits in a rule and tokens in a match; the class of the tape's end.
    """
    signals = sorted({rule.signal for rule in rules})
    alike = [(sorted(chain(*of.anchors.values())), number) for number, of in enumerate(patterns)]
    anchors = [  # in this order, the anchors of a token lie in few chunks
        (number, names, near)
        for _, number in sorted(alike)
        for near, names in patterns[number].anchors.items()
    ]
    near_names = [[near[index] for *_, near in anchors] for index in range(len(STEPS))]
    named_sets = {
        names for pattern in patterns for _, names in pattern.steps if isinstance(names, frozenset)
    }
    named = {name for names in (*named_sets, *chain(*near_names)) if names for name in names}
    classes = Classes({name: codes_of(name) for name in sorted(named)}, size)
    bits = _chunked(classes.where([names for _, names, _ in anchors]).T)
    holders, chunks = bits.nonzero()
    near = np.array([_chunked(classes.where(names).T) for names in near_names])
    rows, numbers = np.unique(near.reshape(-1, near.shape[-1]), axis=0, return_inverse=True)
    programs = _Programs(classes)
    numbered = [
        (*programs.add(pattern.steps), pattern.before, signals.index(rule.signal), bool(rule.kind))
        for rule, pattern in zip(rules, patterns, strict=True)
    ]
    span = max((pattern.before for pattern in patterns), default=0) + WINDOW + 1
    return {
        "classes": classes.numbers,
        "room": np.array((programs.most_splits, span)),
        "chunk_starts": holders.searchsorted(np.arange(classes.width + 1)).astype(np.int32),
        "chunks": chunks.astype(np.int32),
        "bits": bits[holders, chunks],
        "neighbours": (numbers * rows.shape[1]).reshape(len(STEPS), -1).astype(np.int32),
        "neighbour_bits": rows.reshape(-1),
        "anchor_rules": np.array([number for number, *_ in anchors] + 63 * [0], np.int32),
        "rules": np.array(numbered, np.int32),
        "program": np.array(programs.steps, np.int32).reshape(-1),
        "sets": _chunked(
            np.frombuffer(b"".join(programs.sets), np.bool_).reshape(-1, classes.width + 1)
        ).reshape(-1),
        "end": np.array(classes.width),
    }


class _Programs:
    """All programs joined into one, the sets of their choices, and the most splits in a program."""

    def __init__(self, classes: Classes) -> None:
        self.steps: list[tuple[int, int, int, int, int]] = []
        self.sets: dict[bytes, int] = {}
        self.most_splits, self._classes = 1, classes

    def add(self, steps: Steps) -> tuple[int, int]:
        """Add a program; return its first step and the set of that step."""
        start, splits = FRAME * len(self.steps), 0
        for at, (what, argument) in enumerate(steps):
            if isinstance(argument, frozenset):
                self.steps.append((what, self._set_at(steps, at), 0, 0, 0))
            elif what == SPLIT:
                here, there = self._set_at(steps, at + 1), self._set_at(steps, at + argument)
                self.steps.append((what, FRAME * argument, splits, here, there))
                splits += 1
            else:
                self.steps.append((what, FRAME * argument, 0, 0, 0))
        self.most_splits = max(self.most_splits, splits)
        return start, self._set_at(steps, 0)

    def _set_at(self, steps: Steps, at: int) -> int:
        """The place of a set: the classes with which a match can go on from a step."""
        arguments = [steps[end][1] for end in reachable(steps, at)]
        names = [argument for argument in arguments if isinstance(argument, frozenset)]
        done = len(names) < len(arguments)
        members = np.append(self._classes.where(names).any(axis=0) | done, done).tobytes()
        return self.sets.setdefault(members, len(self.sets) * (1 + self._classes.width // 64))


def _chunked(bits: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint64]:
    """Each row of bits as chunks of 64, lowest first."""
    rows, width = bits.shape
    whole = np.zeros((rows, max(1, (width + 63) // 64) * 64), np.bool_)
    whole[:, :width] = bits
    return np.packbits(whole, axis=1, bitorder="little").view("<u8")
