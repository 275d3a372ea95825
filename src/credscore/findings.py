"""All findings of a reading as columns: which article each belongs to, and where in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from credscore.cues import Finding
from credscore.hashes import hashes_of
from credscore.reading import Reading

Ints = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""
ZONES = TITLE, LEAD, REST = range(3)
"""The zones of an article."""
_PARTICLES = (
    "the of and for de del della di da do dos du la le los las el al bin bint ibn ben abu van von "
    "der den ter ten zu y"
)
"""Words that stand inside names of several words, of any language: they make no text longer."""
_SLOTS = np.uint64(1021)
_IN_NAMES = np.zeros(int(_SLOTS), np.uint64)
"""Their hashes, each in the slot that its remainder tells: one look-up a token."""
for _hash in hashes_of(_PARTICLES.split()):
    _IN_NAMES[_hash % int(_SLOTS)] = _hash


class Findings:
    """The findings of every signal in text order, one row each.

    `rows` are the findings, `starts` and `ends` arrays of their tokens, `kinds` of numbers of their
    `labels` (signal, kind); `articles`, `zones` and `in_quote` of the same length.
    `lead_ends` is, for every article, the token after its lead.
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Sequence[Finding]]) -> None:
        self.reading = reading
        self.rows = sorted(chain.from_iterable(by_signal.values()))
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
        self.starts, self.ends = (
            np.fromiter(map(itemgetter(place), self.rows), np.intp, len(self.rows))
            for place in (0, 1)
        )
        self.articles = text.title_starts.searchsorted(self.starts, "right") - 1
        body, lead_end = text.body_starts[self.articles], self.lead_ends[self.articles]
        self.zones = np.where(
            self.starts < body, TITLE, np.where(self.starts < lead_end, LEAD, REST)
        )
        self.in_quote = text.quotations.ravel().searchsorted(self.starts, "right") % 2 == 1
        self._count()

    def _count(self) -> None:
        numbers: dict[tuple[str, str], int] = {}
        found = [numbers.setdefault(row[2:4], len(numbers)) for row in self.rows]
        self.kinds = np.array(found, np.intp)
        self.labels = tuple(numbers)
        self._numbers: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (signal, kind), number in numbers.items():
            self._numbers[signal].append((kind, number))
        zones, kinds, articles = len(ZONES), len(numbers), len(self)
        slots = (self.zones * kinds + self.kinds) * articles + self.articles
        counts = np.bincount(slots, minlength=zones * kinds * articles)
        title, lead, rest = counts.reshape(zones, kinds, articles)
        self._in_zones = {"title": title, "lead": lead, "body": lead + rest}
        self._none = np.zeros(articles, np.intp)

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
        return self._last_sentences - self._first_sentences

    @cached_property
    def tokens(self) -> Ints:
        """Words and marks of each body."""
        return self.reading.text.body_ends - self.reading.text.body_starts

    @cached_property
    def words(self) -> Ints:
        """Words of each body."""
        return self.within(self.reading.text.words.nonzero()[0])

    @cached_property
    def units(self) -> tuple[Ints, Ints]:
        """The tokens at which a word or a name begins, and those of them with a capital.

        Neighbours with capitals are one name, with what may stand inside: particles, articles, the
        full stops of initials and titles. So a name has no length.
        """
        text = self.reading.text
        counted = text.words & (_IN_NAMES.take(text.hashes % _SLOTS) != text.hashes)
        places = counted.nonzero()[0]
        capital = text.capital[places]
        borders = ~text.words & (text.shape_codes != ord("."))
        borders[text.sentence_starts] = True
        pieces = np.cumsum(borders)[places]
        joined = capital[1:] & capital[:-1] & (pieces[1:] == pieces[:-1])
        begins = np.append(True, ~joined)[: len(places)]
        return places[begins], places[begins & capital]

    @cached_property
    def length(self) -> Ints:
        """Words of each body, a name of several words counted as one."""
        return self.within(self.units[0])

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
        places: Ints = (self.reading.text.shape_codes == ord(character)).nonzero()[0]
        return places

    def within(self, positions: Ints) -> Ints:
        """How many of some sorted token positions lie in each body."""
        text = self.reading.text
        return positions.searchsorted(text.body_ends) - positions.searchsorted(text.body_starts)

    def within_titles(self, positions: Ints) -> Ints:
        """How many of some sorted token positions lie in each title."""
        text = self.reading.text
        return positions.searchsorted(text.body_starts) - positions.searchsorted(text.title_starts)

    def labelled(self, signal: str, kind: str) -> npt.NDArray[np.bool_]:
        """Which findings are of a signal and kind."""
        number = self.labels.index((signal, kind)) if (signal, kind) in self.labels else -1
        chosen: npt.NDArray[np.bool_] = self.kinds == number
        return chosen

    def tally(self, chosen: npt.NDArray[np.bool_]) -> Ints:
        """How many of some findings each article has."""
        return np.bincount(self.articles[chosen], minlength=len(self))

    def count(self, signal: str, kinds: frozenset[str] | None = None, where: str = "body") -> Ints:
        """Pieces of evidence of a signal in the body, lead or title of each article."""
        counts, total = self._in_zones[where], self._none
        for kind, number in self._numbers[signal]:
            if kinds is None or kind in kinds:
                total = total + counts[number]
        return total
