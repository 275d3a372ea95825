"""Which findings a column of sums counts."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np

from credscore.evidence import KINDS
from credscore.features import _counting
from credscore.signals import LEAD, REST, TITLE, ZONES, Findings, Floats

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
        pairs = tuple(columns)
        counting = [
            [column for column, wanted in pairs if wanted.holds(signal, kind, zone)]
            for signal, kind in KINDS
            for zone in ZONES
        ]
        self._bounds = np.zeros(len(counting) + 1, np.intp)
        np.cumsum([len(columns) for columns in counting], out=self._bounds[1:])
        self._columns = np.array([*chain.from_iterable(counting)], np.intp)

    def add(self, found: Findings, sums: Floats) -> None:
        """Add the counts of each article, shape (articles, columns)."""
        _counting.add_rows(found.places.data, self._bounds.data, self._columns.data, sums.data)
