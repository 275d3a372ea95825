"""All rules as one table for match.py: the programs, and what tells where to try them."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.match import WINDOW, find_matches
from credscore.pattern import REACH, STEPS, Compiled
from credscore.steps import SPLIT, Names

Codes = npt.NDArray[np.intp]

_MIX = np.uint64(0x9E3779B97F4A7C15)


class Rule(NamedTuple):
    """The signal and the name of a rule, and the kind of its evidence ("": a pseudo-trigger)."""

    signal: str
    kind: str
    name: str


class RuleTable:
    """Finds all matches of some rules on a tape. It holds no state of the tapes.

    Parameters
    ----------
    patterns
        The compiled patterns, in the order of the rules.
    codes_of
        The characters of the tape that a word, class or mark stands for.
    size
        The number of characters that a tape may hold.
    """

    def __init__(
        self, patterns: Sequence[Compiled], codes_of: Callable[[str], Codes], size: int
    ) -> None:
        tries = [
            (number, names, near)
            for number, one in enumerate(patterns)
            for near, names in one.anchors.items()
        ]
        sets: dict[Names, int] = {}
        first, steps = [], list[tuple[int, int, int]]()
        splits = 0
        for one in patterns:
            first.append(len(steps))
            split = 0
            for what, argument in one.steps:
                if isinstance(argument, frozenset):
                    steps.append((what, sets.setdefault(argument, len(sets)), 0))
                else:
                    steps.append((what, argument, split))
                    split += what == SPLIT
            splits = max(splits, split)
        near_names = [[near[index] for *_, near in tries] for index in range(len(STEPS))]
        named = {name for names in sets for name in names}
        named.update(name for near in near_names for names in near if names for name in names)
        self._codes = {name: codes_of(name) for name in sorted(named)}
        self._number_classes(size)
        anchors = self._bits([names for _, names, _ in tries])
        span = max((one.before for one in patterns), default=0) + WINDOW + 1
        self._shape = (max(1, splits), span)
        self._tables = (
            anchors,
            np.array(STEPS, np.intp),
            np.array([self._bits(near) for near in near_names]),
            np.array([number for number, _, _ in tries], np.int32),
            np.array(
                [(at, -1 if one.single else one.before)
                 for at, one in zip(first, patterns, strict=True)], np.int32,
            ).reshape(-1, 2),
            np.array(steps, np.int32).reshape(-1, 3),
            np.array([self._row(names) for names in sets], np.uint64).reshape(len(sets), -1),
        )  # fmt: skip

    def _number_classes(self, size: int) -> None:
        """Characters that the same names stand for are one class; the first class is 0."""
        marks = np.zeros(size, np.uint64)
        with np.errstate(over="ignore"):
            for number, codes in enumerate(self._codes.values(), 1):
                marks[codes] = (marks[codes] + np.uint64(number)) * _MIX
        found, self._classes = np.unique(marks, return_inverse=True)
        self._classes = self._classes.astype(np.uint16)
        self._width = len(found)

    def _classes_of(self, names: Iterable[str]) -> Codes:
        codes = [self._codes[name] for name in names]
        classes: Codes = self._classes[np.concatenate(codes)].astype(np.intp)
        return classes

    def _bits(self, allowed: list[Names | None]) -> npt.NDArray[np.uint64]:
        """One bit a try: may this class stand there? Shape (words of 64 bits, classes)."""
        bits = np.zeros(((len(allowed) + 63) // 64, self._width), np.uint64)
        for number, names in enumerate(allowed):
            word, bit = number // 64, np.uint64(1 << number % 64)
            if names is None:
                bits[word] |= bit
            else:
                bits[word, self._classes_of(names)] |= bit
        return bits

    def _row(self, names: Names) -> npt.NDArray[np.uint64]:
        """One bit a class: is it one of `names`? As words of 64 bits."""
        bits = np.zeros((self._width + 63) // 64 * 64, np.uint8)
        bits[self._classes_of(names)] = 1
        return np.packbits(bits, bitorder="little").view("<u8")

    def matches(self, tape: npt.NDArray[np.uint16], bounds: Codes) -> npt.NDArray[np.intp]:
        """Start and end, start and end of the evidence in it, number of the rule; a row each."""
        size = len(tape)
        symbols = np.zeros(size + 2 * REACH, np.uint16)
        self._classes.take(tape, out=symbols[REACH : REACH + size])
        scratch = np.zeros(self._shape, np.int32)
        frames = np.empty(5 * (scratch.size + 2), np.int32)
        found = find_matches(
            symbols.data, size, REACH, bounds.data, scratch.data, frames.data,
            *(table.data for table in self._tables),
        )  # fmt: skip
        return np.array(found, np.intp).reshape(-1, 5)
