"""All findings of a reading as columns: which article each belongs to, and where in it."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.finding import Finding
from credscore.reading import Reading
from credscore.tally import LEAD, REST, TITLE, add_rows, find_leads, measure_bodies, place_rows

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
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
        add_rows(
            found.kinds.data, found.zones.data, found.articles.data, bounds.data, columns.data,
            sums.data,
        )  # fmt: skip

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
    """The findings of every signal in text order, one row each.

    `rows` are the findings, `starts` and `ends` arrays of their tokens, `kinds` of the numbers of
    their LABELS; `articles`, `zones` and `in_quote` of the same length. `lead_ends` is, for every
    article, the token after its lead, `first_sentences` and `last_sentences` the first sentence
    of its body and the one after its last; `words` are those of its body, `quoted` the words and
    marks of its body that stand in quotation marks.
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Sequence[Finding]]) -> None:
        self.reading, text = reading, reading.text
        self.rows = sorted(chain.from_iterable(by_signal.values()))
        self.first_sentences, self.last_sentences, self.lead_ends = np.empty(
            (3, len(self)), np.intp
        )
        find_leads(
            text.sentence_starts.data, text.body_starts.data, text.body_ends.data,
            self.first_sentences.data, self.last_sentences.data, self.lead_ends.data,
        )  # fmt: skip
        quotations = text.quotations.reshape(-1)
        bodies = np.zeros((2, len(self)), np.intp)
        self.words, self.quoted = bodies
        measure_bodies(
            text.words.data, quotations.data, text.body_starts.data, text.body_ends.data,
            bodies.data,
        )  # fmt: skip
        columns = np.empty((5, len(self.rows)), np.intp)
        self.starts, self.ends, self.kinds, self.articles, self.zones = columns
        self.in_quote = np.empty(len(self.rows), np.bool_)
        place_rows(
            self.rows, LABELS, text.title_starts.data, text.body_starts.data,
            self.lead_ends.data, quotations.data, self.starts.data,
            self.ends.data, self.kinds.data, self.articles.data, self.zones.data,
            self.in_quote.data,
        )  # fmt: skip

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.reading.text.body_starts)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the findings of each article begin, and where the last ones end."""
        bounds: list[int] = self.articles.searchsorted(np.arange(len(self) + 1)).tolist()
        return bounds

    @cached_property
    def sentences(self) -> Ints:
        """Sentences of each body."""
        return self.last_sentences - self.first_sentences

    @cached_property
    def tokens(self) -> Ints:
        """Words and marks of each body."""
        return self.reading.text.body_ends - self.reading.text.body_starts

    @cached_property
    def has_title(self) -> Bools:
        """Which articles have a title."""
        return self.reading.text.body_starts - self.reading.text.title_starts > 1
