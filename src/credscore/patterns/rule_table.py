"""All rules as one table for _matcher.py: programs and anchors; README.md shows those of one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.evidence import KINDS, OWN_CUES, Finding
from credscore.patterns._matcher import COLUMNS, FRAME, NEAR, REACH, WINDOW, Matcher, drop_overlaps
from credscore.patterns.classes import Classes
from credscore.patterns.language import STEPS, Compiled
from credscore.patterns.program import SPLIT, Steps, leaves
from credscore.text import Ints

Rows = npt.NDArray[np.int32]
"""Findings as numbers, one a row: first token, end, kind and name. A kind is a place in KINDS,
behind them in those of rules that find no evidence; a name a place in RuleTable.names."""
Arrays = Mapping[str, npt.NDArray[Any]]  # the arrays of compile_rules, by name


class Rule(NamedTuple):
    """The signal and the name of a rule, and the kind of its evidence ("": a pseudo-trigger).

    A pseudo-trigger only blocks other rules: its match is no cue, nor what overlaps with it.
    """

    signal: str
    kind: str
    name: str


class RuleTable:
    """Finds all cues of `rules` on a tape; `arrays` are what compile_rules gives for them."""

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
        has one character for every token, `bounds` the first token of every sentence, from 0 on,
        and last the size of the tape.

        Of overlapping evidence of one signal the first match's counts; of matches that begin
        together that of a rule that blocks others, else the longest match's, of these the first
        rule's. Evidence of a rule that blocks others is no cue.
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
        """The cues that `find` gives as rows of findings, apart by signal."""
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
        rows = [(start, end, *self._numbered(*cue)) for start, end, *cue in findings]
        return np.array(rows, np.int32).reshape(-1, 4)

    def findings(self, rows: Rows) -> list[Finding]:
        pairs, names, fields = self._pairs, self.names, rows.tolist()
        return [Finding._make((*tokens, *pairs[kind], names[at])) for *tokens, kind, at in fields]


def compile_rules(
    rules: Sequence[Rule], patterns: Sequence[Compiled],
    codes_of: Callable[[str], Ints], size: int,
) -> Arrays:  # fmt: skip
    """The arrays of a RuleTable, of its rules and their compiled patterns.

    `codes_of` gives the characters of the tape for a word, class or mark, `size` is their number.

        classes: by character its class; characters that no rule tells apart are one.
        word_starts, words, bits: by class the start of its words of 64 anchors, and last their
        number; the place of each among all words; its bits, one for every anchor of the class.
        neighbours, neighbour_bits: by offset (STEPS) and class the start of its words; these, with
        a bit for every anchor that allows that neighbour.
        anchor_rules: the rule of every anchor.
        rules: by rule its first step, the set of that, the most tokens before its anchor, the
        number of its signal, and whether it is evidence.
        program: the steps, FRAME numbers each: what, with what, and of a SPLIT its number in its
        rule and the sets of its two choices.
        sets: as bits the classes with which a match can go on from a step; the first word of a set
        is its name.
        room, end: the most splits of a rule and tokens of a match; the class of the tape's end.
    """
    signals = sorted({rule.signal for rule in rules})
    alike = [(sorted(chain(*of.anchors.values())), number) for number, of in enumerate(patterns)]
    anchors = [  # in this order a token asks for few words of bits
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
    bits = _words(classes.where([names for _, names, _ in anchors]).T)
    holders, words = bits.nonzero()
    near = np.array([_words(classes.where(names).T) for names in near_names])
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
        "word_starts": holders.searchsorted(np.arange(classes.width + 1)).astype(np.int32),
        "words": words.astype(np.int32),
        "bits": bits[holders, words],
        "neighbours": (numbers * rows.shape[1]).reshape(len(STEPS), -1).astype(np.int32),
        "neighbour_bits": rows.reshape(-1),
        "anchor_rules": np.array([number for number, *_ in anchors] + 63 * [0], np.int32),
        "rules": np.array(numbered, np.int32),
        "program": np.array(programs.steps, np.int32).reshape(-1),
        "sets": _words(
            np.frombuffer(b"".join(programs.sets), np.bool_).reshape(-1, classes.width + 1)
        ).reshape(-1),
        "end": np.array(classes.width),
    }


class _Programs:
    """Programs as one, the sets of their choices, and the most splits of one of them."""

    def __init__(self, classes: Classes) -> None:
        self.steps: list[tuple[int, int, int, int, int]] = []
        self.sets: dict[bytes, int] = {}
        self.most_splits, self._classes = 1, classes

    def add(self, steps: Steps) -> tuple[int, int]:
        """The first step of a program, and the set of that."""
        start, splits = FRAME * len(self.steps), 0
        for at, (what, argument) in enumerate(steps):
            if isinstance(argument, frozenset):
                self.steps.append((what, self._first(steps, at), 0, 0, 0))
            elif what == SPLIT:
                here, there = self._first(steps, at + 1), self._first(steps, at + argument)
                self.steps.append((what, FRAME * argument, splits, here, there))
                splits += 1
            else:
                self.steps.append((what, FRAME * argument, 0, 0, 0))
        self.most_splits = max(self.most_splits, splits)
        return start, self._first(steps, 0)

    def _first(self, steps: Steps, at: int) -> int:
        """The first word of the set of what a match can go on with from a step."""
        arguments = [steps[leaf][1] for leaf in leaves(steps, at)]
        names = [argument for argument in arguments if isinstance(argument, frozenset)]
        done = len(names) < len(arguments)
        held = np.append(self._classes.where(names).any(axis=0) | done, done).tobytes()
        return self.sets.setdefault(held, len(self.sets) * (1 + self._classes.width // 64))


def _words(bits: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint64]:
    """Each row of bits as words of 64, lowest first."""
    rows, width = bits.shape
    whole = np.zeros((rows, max(1, (width + 63) // 64) * 64), np.bool_)
    whole[:, :width] = bits
    return np.packbits(whole, axis=1, bitorder="little").view("<u8")
