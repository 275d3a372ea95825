"""All findings of a reading as columns: which article each belongs to, and where in it."""

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from credscore.evidence import Finding
from credscore.signals import _places
from credscore.signals._places import LEAD, REST, TITLE
from credscore.signals.reading import Reading

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

ZONES = TITLE, LEAD, REST
"""The zones of an article."""


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


class Findings:
    """The findings of every signal in text order.

    `rows` are the findings, `places` where they stand (columns of _places.py), `layout` how the
    articles are laid out; `quotations` are starts and ends by turns.
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Sequence[Finding]]) -> None:
        self.reading, text = reading, reading.text
        self.rows = sorted(chain.from_iterable(by_signal.values()))
        self.quotations = text.quotations.reshape(-1)
        self.layout = np.empty((len(text.body_starts), 8), np.intp)
        _places.lay_out(
            text.title_starts.data, text.body_starts.data, text.body_ends.data,
            text.sentence_starts.data, text.words.data, self.quotations.data, self.layout.data,
        )  # fmt: skip
        self.places = np.empty((len(self.rows), 6), np.intp)
        _places.place_rows(
            self.rows, LABELS, self.layout.data, self.quotations.data, self.places.data
        )

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.layout)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the findings of each article begin, and where the last ones end."""
        articles, borders = self.places[:, _places.ARTICLE], np.arange(len(self) + 1)
        bounds: list[int] = articles.searchsorted(borders).tolist()
        return bounds
