"""All rules as one table for match.py: the programs, and what tells where to try them."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.evidence import Finding
from credscore.patterns._matcher import FIRED, FRAME, WINDOW, Matcher
from credscore.patterns._overlaps import NEAR, cues_of, settle
from credscore.patterns.language import REACH, STEPS, Compiled
from credscore.patterns.program import SPLIT, Names, Steps, leaves

Codes = npt.NDArray[np.intp]
Arrays = Mapping[str, npt.NDArray[Any]]
"""What compile_rules makes, by name."""

_TABLES = ("anchors", "words", "bits", "near", "rows", "tries", "rules", "program",
           "sets")  # fmt: skip
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Rule(NamedTuple):
    """The signal and the name of a rule, and the kind of its evidence ("": a pseudo-trigger)."""

    signal: str
    kind: str
    name: str


class RuleTable:
    """Finds all cues of some rules on a tape. It holds no state of the tapes.

    Parameters
    ----------
    rules
        The rules, in the order of their patterns.
    arrays
        What compile_rules makes of them.
    """

    def __init__(self, rules: Sequence[Rule], arrays: Arrays) -> None:
        self.signals = sorted({rule.signal for rule in rules})
        self.kinds, self.names = [rule.kind for rule in rules], [rule.name for rule in rules]
        self._classes, self._room = arrays["classes"], tuple(arrays["room"].tolist())
        self._rules = arrays["rules"]
        self._tables, self._end = tuple(arrays[name].data for name in _TABLES), int(arrays["end"])
        self.signal_numbers = np.ascontiguousarray(self._rules[:, 2])

    def find(self, tape: npt.NDArray[np.uint16], bounds: Codes) -> npt.NDArray[np.int32]:
        """Evidence of all rules that fire, in text order: its first token, its end, its rule."""
        size = len(tape)
        symbols = np.zeros(size + 2 * REACH, np.uint16)
        tried = np.zeros(self._room, np.int32)
        choices = np.empty(FRAME * (tried.size + 2), np.int32)
        count, fired = size // 4 + 8, np.empty((0, FIRED), np.int32)
        while count > len(fired):
            fired = np.empty((count, FIRED), np.int32)
            tried.fill(0)
            matcher = Matcher(
                symbols.data, REACH, self._end, tried.data, choices.data, *self._tables
            )
            matcher.read(tape.data, self._classes.data)
            count = matcher.find(bounds.data, fired.data)
        reach = np.zeros((len(self.signals), 2), np.intp)
        taken = np.empty((len(self.signals), NEAR, 2), np.intp)
        cues = np.empty((count, 3), np.int32)
        found = settle(
            fired.data, count, np.empty(count, np.intp).data, self._rules.data, reach.data,
            taken.data, cues.data,
        )  # fmt: skip
        return cues[:found]

    def cues(self, signal: str, found: npt.NDArray[np.int32]) -> list[Finding]:
        """The evidence of a signal among all that was found."""
        number = self.signals.index(signal)
        return cues_of(signal, number, found.data, self._rules.data, self.kinds, self.names)


def compile_rules(
    rules: Sequence[Rule], patterns: Sequence[Compiled],
    codes_of: Callable[[str], Codes], size: int,
) -> Arrays:  # fmt: skip
    """The arrays of a RuleTable.

    Parameters
    ----------
    rules, patterns
        The rules and their compiled patterns.
    codes_of
        The characters of the tape that a word, class or mark stands for.
    size
        The number of characters that a tape may hold.
    """
    signals = sorted({rule.signal for rule in rules})
    tries = [
        (number, names, near)
        for number, one in enumerate(patterns)
        for near, names in one.anchors.items()
    ]
    near_names = [[near[index] for *_, near in tries] for index in range(len(STEPS))]
    taken = {names for one in patterns for _, names in one.steps if isinstance(names, frozenset)}
    named = {name for names in (*taken, *chain(*near_names)) if names for name in names}
    classes = _Classes({name: codes_of(name) for name in sorted(named)}, size)
    anchors = _words(classes.where([names for _, names, _ in tries]).T)
    holders, words = anchors.nonzero()
    near = np.array([_words(classes.where(names).T) for names in near_names])
    rows, numbers = np.unique(near.reshape(-1, near.shape[-1]), axis=0, return_inverse=True)
    programs = _Programs(patterns, classes)
    befores = [-1 if one.single else one.before for one in patterns]
    numbered = [(signals.index(rule.signal), bool(rule.kind)) for rule in rules]
    columns = [programs.starts, befores, *zip(*numbered, strict=True), programs.firsts]
    span = max((one.before for one in patterns), default=0) + WINDOW + 1
    return {
        "classes": classes.numbers,
        "room": np.array((programs.most_splits, span)),
        "anchors": holders.searchsorted(np.arange(classes.width + 1)).astype(np.int32),
        "words": words.astype(np.int32),
        "bits": anchors[holders, words],
        "near": (numbers * rows.shape[1]).reshape(len(STEPS), classes.width).astype(np.int32),
        "rows": rows.reshape(-1),
        "tries": np.array([number for number, *_ in tries] + 63 * [0], np.int32),
        "rules": np.array(columns, np.int32).T.copy(),
        "program": np.array(programs.steps, np.int32).reshape(-1),
        "sets": _words(
            np.frombuffer(b"".join(programs.sets), np.bool_).reshape(-1, classes.width + 1)
        ).reshape(-1),
        "end": np.array(classes.width),
    }


class _Classes:
    """Characters that the same names stand for are one class; class 0 are those of none."""

    def __init__(self, codes: dict[str, Codes], size: int) -> None:
        marks = np.zeros(size, np.uint64)
        for number, some in enumerate(codes.values(), 1):
            marks[some] = (marks[some] + np.uint64(number)) * _MIX
        found, classes = np.unique(marks, return_inverse=True)
        self.numbers, self.width = classes.astype(np.uint16), len(found)
        self._named = {name: list(set(classes[some].tolist())) for name, some in codes.items()}

    def where(self, rows: Sequence[Names | None]) -> npt.NDArray[np.bool_]:
        """For every row and class whether it is one of the row's names (None: any)."""
        kinds = {names: kind for kind, names in enumerate(dict.fromkeys(rows))}
        table = np.zeros((len(kinds), self.width), np.bool_)
        for names, kind in kinds.items():
            for name in names or ():
                table[kind, self._named[name]] = True
            table[kind] |= names is None
        return table[[kinds[names] for names in rows]]


class _Programs:
    """The steps of all patterns; where each begins, with which set; the most splits of one."""

    def __init__(self, patterns: Sequence[Compiled], classes: _Classes) -> None:
        self.steps: list[tuple[int, int, int, int, int]] = []
        self.starts: list[int] = []
        self.firsts: list[int] = []
        self.sets: dict[bytes, int] = {}
        self.most_splits, self._classes = 1, classes
        for one in patterns:
            self.starts.append(FRAME * len(self.steps))
            self.firsts.append(self._first(one.steps, 0))
            splits = 0
            for at, (what, argument) in enumerate(one.steps):
                if isinstance(argument, frozenset):
                    self.steps.append((what, self._first(one.steps, at), 0, 0, 0))
                elif what == SPLIT:
                    here, there = (self._first(one.steps, at + way) for way in (1, argument))
                    self.steps.append((what, FRAME * argument, splits, here, there))
                    splits += 1
                else:
                    self.steps.append((what, FRAME * argument, 0, 0, 0))
            self.most_splits = max(self.most_splits, splits)

    def _first(self, steps: Steps, at: int) -> int:
        """The first word of the set of what a match can go on with from a step."""
        names = [steps[place][1] for place in leaves(steps, at)]
        row = self._classes.where([one for one in names if isinstance(one, frozenset)]).any(axis=0)
        done = not all(isinstance(one, frozenset) for one in names)
        found = np.append(row | done, done).tobytes()
        return self.sets.setdefault(found, len(self.sets) * (1 + self._classes.width // 64))


def _words(bits: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint64]:
    """Each row of bits as words of 64, lowest first."""
    rows, width = bits.shape
    whole = np.zeros((rows, max(1, (width + 63) // 64) * 64), np.bool_)
    whole[:, :width] = bits
    return np.packbits(whole, axis=1, bitorder="little").view("<u8")
