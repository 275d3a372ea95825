"""All findings of a reading as columns: which article each belongs to, and where in it."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore import tally
from credscore.finding import Finding
from credscore.reading import Reading
from credscore.tally import LEAD, REST, TITLE

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

ZONES = TITLE, LEAD, REST
"""The zones of an article."""
_ZONES = {"body": (LEAD, REST), "lead": (LEAD,), "title": (TITLE,)}


class _Kinds(dict[str, int]):
    """The numbers of the kinds of one signal."""

    def __init__(self, signal: str, labels: "_Labels") -> None:
        super().__init__()
        self._signal, self._labels = signal, labels

    def __missing__(self, kind: str) -> int:
        with self._labels.lock:
            if kind not in self:
                self._labels.known.append((self._signal, kind))
                self[kind] = len(self._labels.known) - 1
            return self[kind]


class _Labels(dict[str, _Kinds]):
    """By signal and kind a number for each that was ever found, from 0; shared by threads.

    `known` are the signals and kinds in the order of their numbers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.Lock()
        self.known: list[tuple[str, str]] = []

    def __missing__(self, signal: str) -> _Kinds:
        return self.setdefault(signal, _Kinds(signal, self))


LABELS = _Labels()


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

    def add(self, found: "Findings", sums: Floats) -> None:
        """Add the counts of each article, shape (articles, columns)."""
        bounds, columns = self._counting
        if len(bounds) <= len(ZONES) * len(LABELS.known):
            bounds, columns = self._counting = self._by_label()
        tally.add_rows(found.places.data, bounds.data, columns.data, sums.data)

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


class Findings:
    """The findings of every signal in text order.

    `rows` are the findings, `places` where they stand (columns of tally.py), `layout` how the
    articles are laid out; `quotations` are starts and ends by turns.
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Sequence[Finding]]) -> None:
        self.reading, text = reading, reading.text
        self.rows = sorted(chain.from_iterable(by_signal.values()))
        self.quotations = text.quotations.reshape(-1)
        self.layout = np.empty((len(text.body_starts), 8), np.intp)
        tally.lay_out(
            text.title_starts.data, text.body_starts.data, text.body_ends.data,
            text.sentence_starts.data, text.words.data, self.quotations.data, self.layout.data,
        )  # fmt: skip
        self.places = np.empty((len(self.rows), 6), np.intp)
        tally.place_rows(
            self.rows, LABELS, self.layout.data, self.quotations.data, self.places.data
        )

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.layout)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the findings of each article begin, and where the last ones end."""
        articles, borders = self.places[:, tally.ARTICLE], np.arange(len(self) + 1)
        bounds: list[int] = articles.searchsorted(borders).tolist()
        return bounds
