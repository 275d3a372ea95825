"""Which findings are counted together, and sums of counts."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from credscore.evidence import KINDS
from credscore.signals import COUNTED, LEAD, REST, SIDE, TITLE, Ints

_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,),
          "all of the body": (LEAD, REST, SIDE)}  # fmt: skip


class Pieces(NamedTuple):
    """Evidence that is counted together: of a signal, of some kinds (none: of all), in a zone.

    `where` is body, lead (which is part of the body) or title: what concerns the claim; or all of
    the body, with what concerns a side matter.

    >>> Pieces("hedges", frozenset({"modal"})).holds("hedges", "modal", LEAD)
    True
    """

    signal: str
    kinds: frozenset[str] = frozenset()
    where: str = "body"

    def holds(self, signal: str, kind: str, zone: int) -> bool:
        """Whether a finding of this signal and kind, in this zone, is one of them."""
        of_kind = not self.kinds or kind in self.kinds
        return signal == self.signal and of_kind and zone in _ZONES[self.where]

    def slots(self) -> list[int]:
        """The columns of Findings.counts in which they are counted."""
        slots = ((signal, kind, zone) for signal, kind in KINDS for zone in COUNTED)
        return [slot for slot, of in enumerate(slots) if self.holds(*of)]


class Sums:
    """Adds columns of counts up: each of its sums is that of a list of columns.

    >>> Sums([[0, 2], []])(np.array([[1, 10, 100]])).tolist()
    [[101, 0]]
    """

    def __init__(self, columns: Iterable[Sequence[int]]) -> None:
        groups = [[0, *(1 + column for column in group)] for group in columns]
        self._columns = np.array([*chain.from_iterable(groups)], np.intp)
        self._starts = np.cumsum([0, *map(len, groups)])[:-1]

    def __call__(self, *counts: Ints) -> Ints:
        """The sums, shape (articles, sums), of counts side by side, shape (articles, any) each."""
        zeros = np.zeros((len(counts[0]), 1), np.intp)  # so that no group is empty
        beside = np.concatenate([zeros, *counts], axis=1)
        return np.add.reduceat(beside.take(self._columns, axis=1), self._starts, axis=1)
