"""All findings of a reading as columns: which article each belongs to, and where in it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from credscore.cues import Finding
from credscore.reading import Reading

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""
TITLE, LEAD, REST = range(3)
"""The zones of an article."""


class Findings:
    """The findings of every signal in text order, one row each.

    `rows` are tuples (start, end, signal, kind, cue); `articles` and `zones` arrays of the same
    length. `lead_ends` is, for every article, the token after its lead.
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Sequence[Finding]]) -> None:
        self.reading = reading
        self.rows = sorted(
            (start, end, signal, kind, cue)
            for signal, found in by_signal.items()
            for kind, cue, start, end in found
        )
        text = reading.text
        sentences = text.sentence_starts
        self._first_sentences = sentences.searchsorted(text.body_starts)
        self._last_sentences = sentences.searchsorted(text.body_ends)
        after_lead = self._first_sentences + LEAD_SENTENCES
        self.lead_ends = np.where(
            after_lead < self._last_sentences,
            sentences.take(after_lead, mode="clip") if len(sentences) else 0,
            text.body_ends,
        )
        self.starts = np.array([row[0] for row in self.rows], np.intp)
        self.articles = text.title_starts.searchsorted(self.starts, "right") - 1
        body, lead_end = text.body_starts[self.articles], self.lead_ends[self.articles]
        self.zones = np.where(
            self.starts < body, TITLE, np.where(self.starts < lead_end, LEAD, REST)
        )
        self.in_quote = text.quotations.ravel().searchsorted(self.starts, "right") % 2 == 1
        self._count()

    def _count(self) -> None:
        numbers: dict[tuple[str, str], int] = {}
        codes = [
            numbers.setdefault((signal, kind), len(numbers)) for _, _, signal, kind, _ in self.rows
        ]
        size, kinds = len(self), len(numbers)
        slots = (self.articles * kinds + np.array(codes, np.intp)) * 3 + self.zones
        self._table = np.bincount(slots, minlength=size * kinds * 3).reshape(size, kinds, 3)
        self._numbers = numbers

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.reading.text.body_starts)

    @cached_property
    def sentences(self) -> Ints:
        """Sentences of each body."""
        return self._last_sentences - self._first_sentences

    @cached_property
    def tokens(self) -> Ints:
        """Words and marks of each body."""
        return self.reading.text.body_ends - self.reading.text.body_starts

    @cached_property
    def words(self) -> Ints:
        """Words of each body."""
        return self.within(np.flatnonzero(self.reading.text.words))

    @cached_property
    def quoted(self) -> Ints:
        """Words and marks of each body that stand in quotation marks."""
        starts, ends = self.reading.text.quotations.T
        articles = self.reading.text.title_starts.searchsorted(starts, "right") - 1
        inside = starts >= self.reading.text.body_starts[articles]
        lengths = (ends - starts)[inside]
        return np.bincount(articles[inside], lengths, minlength=len(self)).astype(np.intp)

    @cached_property
    def has_title(self) -> npt.NDArray[np.bool_]:
        """Which articles have a title."""
        return self.reading.text.body_starts - self.reading.text.title_starts > 1

    def places(self, character: str) -> Ints:
        """The tokens with a shape letter, or that are a mark (characters.py)."""
        return np.flatnonzero(self.reading.text.shape_codes == ord(character))

    def within(self, positions: Ints) -> Ints:
        """How many of some sorted token positions lie in each body."""
        text = self.reading.text
        return positions.searchsorted(text.body_ends) - positions.searchsorted(text.body_starts)

    def within_titles(self, positions: Ints) -> Ints:
        """How many of some sorted token positions lie in each title."""
        text = self.reading.text
        return positions.searchsorted(text.body_starts) - positions.searchsorted(text.title_starts)

    def count(
        self,
        signal: str,
        kinds: frozenset[str] | None = None,
        zones: tuple[int, ...] = (LEAD, REST),
    ) -> Ints:
        """Pieces of evidence of a signal in each article, by default in its body."""
        wanted = [
            number
            for (name, kind), number in self._numbers.items()
            if name == signal and (kinds is None or kind in kinds)
        ]
        counts: Ints = self._table[:, wanted][:, :, zones].sum(axis=(1, 2))
        return counts
