"""Which findings are counted together, and sums of counts."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from credscore.evidence import KINDS
from credscore.signals import LEAD, REST, TITLE, ZONES, Floats, Ints

_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,)}


class Pieces(NamedTuple):
    """Evidence that is counted together: of a signal, of some kinds (none: of all), in a zone.

    `where` is body, lead (which is part of the body) or title.

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
        """The columns of Findings.counts in which they are counted.

        >>> len(Pieces("hedges", frozenset({"modal"})).slots())  # in the lead, and behind it
        2
        """
        slots = ((signal, kind, zone) for signal, kind in KINDS for zone in ZONES)
        return [slot for slot, of in enumerate(slots) if self.holds(*of)]


class Sums:
    """Adds columns of counts up: each of its sums is that of a list of columns.

    >>> Sums([[0, 2], []], width=3)(np.array([[1, 10, 100]])).tolist()
    [[101.0, 0.0]]
    """

    def __init__(self, columns: Sequence[Sequence[int]], width: int) -> None:
        self._matrix = np.zeros((width, len(columns)))
        for number, group in enumerate(columns):
            np.add.at(self._matrix, (group, number), 1)

    def __call__(self, counts: Ints) -> Floats:
        """The sums, shape (articles, sums), of counts of shape (articles, width)."""
        sums: Floats = counts @ self._matrix
        return sums
