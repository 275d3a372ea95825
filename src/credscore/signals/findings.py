"""All findings of a reading as columns: which article each belongs to, and where in it."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from credscore.evidence import Finding, kind_numbers
from credscore.signals import _places
from credscore.signals._places import LEAD, REST, TITLE
from credscore.signals.reading import Reading

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

ZONES = TITLE, LEAD, REST
"""The zones of an article."""


_NUMBERS = kind_numbers()


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
            self.rows, _NUMBERS, self.layout.data, self.quotations.data, self.places.data
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
