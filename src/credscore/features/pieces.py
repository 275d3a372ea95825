"""Which findings a column of sums counts."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np

from credscore.features import _counting
from credscore.signals import LABELS, LEAD, REST, TITLE, ZONES, Findings, Floats, Ints

_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,)}


class Pieces(NamedTuple):
    """Evidence that is counted together: of a signal, of some kinds (None: all), in a zone."""

    signal: str
    kinds: frozenset[str] | None = None
    where: str = "body"

    def holds(self, signal: str, kind: str, zone: int) -> bool:
        """Whether a finding is one of them."""
        of_kind = self.kinds is None or kind in self.kinds
        return signal == self.signal and of_kind and zone in _ZONES[self.where]


class Sums:
    """Counts of evidence, added to columns of an array: pairs of a column and what it counts."""

    def __init__(self, columns: Iterable[tuple[int, Pieces]]) -> None:
        self._columns = tuple(columns)
        self._counting: tuple[Ints, Ints] = np.zeros(1, np.intp), np.zeros(0, np.intp)

    def add(self, found: Findings, sums: Floats) -> None:
        """Add the counts of each article, shape (articles, columns)."""
        bounds, columns = self._counting
        if len(bounds) <= len(ZONES) * len(LABELS.known):
            bounds, columns = self._counting = self._by_label()
        _counting.add_rows(found.places.data, bounds.data, columns.data, sums.data)

    def _by_label(self) -> tuple[Ints, Ints]:
        """The columns that count a label in a zone, one after the other, and their bounds."""
        counting = [
            [column for column, wanted in self._columns if wanted.holds(signal, kind, zone)]
            for signal, kind in tuple(LABELS.known)
            for zone in ZONES
        ]
        bounds = np.zeros(len(counting) + 1, np.intp)
        np.cumsum([len(columns) for columns in counting], out=bounds[1:])
        return bounds, np.array([*chain.from_iterable(counting)], np.intp)
