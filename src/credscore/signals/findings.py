"""All findings of a reading as columns, and where the articles of the reading lie."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, islice, repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.evidence import KIND_NUMBERS, KINDS, Finding
from credscore.signals.reading import Reading
from credscore.text import Text

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

ZONES = TITLE, LEAD, REST = range(3)
"""The zones of an article."""
LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""

_ZERO = np.zeros(1, np.intp)


class Layout(NamedTuple):
    """Where the articles of a reading lie: arrays with one entry per article.

    The title of an article is its tokens from `title_starts` to `body_starts` - 1 (a border stands
    between title and body), its body those from `body_starts` to `body_ends`; the lead reaches to
    `lead_ends`. `sentences` and `words` count those of the body, `quoted` its words and marks in
    quotation marks. Ends are exclusive.
    """

    title_starts: Ints
    body_starts: Ints
    body_ends: Ints
    lead_ends: Ints
    sentences: Ints
    words: Ints
    quoted: Ints

    def count_in_bodies(self, tokens: Ints) -> Ints:
        """How many of some tokens, in ascending order, stand in each body."""
        return tokens.searchsorted(self.body_ends) - tokens.searchsorted(self.body_starts)

    def zones_of(self, tokens: Ints) -> tuple[Ints, Ints]:
        """The article and the zone of each token."""
        starts = np.array([self.title_starts, self.body_starts, self.lead_ends]).T.reshape(-1)
        articles, zones = np.divmod(starts.searchsorted(tokens, "right") - 1, len(ZONES))
        return articles, zones


class Places(NamedTuple):
    """Where findings stand: arrays with one entry per finding.

    `starts` and `ends` are tokens, `kinds` places in the catalogue's KINDS, `articles` numbers in
    the reading, `zones` of ZONES; `in_quote` tells whether a finding stands in quotation marks.
    """

    starts: Ints
    ends: Ints
    kinds: Ints
    articles: Ints
    zones: Ints
    in_quote: Bools


class Findings:
    """The findings of every signal in text order.

    `rows` are the findings, `places` tells where they stand, `layout` how the articles lie.

    >>> findings = Findings(Reading("It may rain."), {"": [Finding(2, 3, "hedges", "modal", "m")]})
    >>> findings.places.kinds.tolist() == [KINDS.index(("hedges", "modal"))]
    True
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Sequence[Finding]]) -> None:
        self.reading = reading
        self.rows = sorted(chain.from_iterable(by_signal.values()))
        self.layout = _layout_of(reading.text)
        self.places = _places_of(self.rows, self.layout, reading.text)

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.layout.words)

    @cached_property
    def verbs(self) -> Ints:
        """The first token of the verb of every attribution."""
        return np.array([statement.verb_start for statement in self.reading.attributions], np.intp)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the findings of each article begin in `rows`, and where the last ones end."""
        bounds: list[int] = self.places.articles.searchsorted(np.arange(len(self) + 1)).tolist()
        return bounds

    @cached_property
    def counts(self) -> Ints:
        """How many findings of each kind stand in each zone: (articles, kinds x zones).

        Those of kind k and zone z are in column len(ZONES) * k + z.
        """
        width = len(KINDS) * len(ZONES)
        slots = self.places.articles * width + self.slots
        return np.bincount(slots, minlength=len(self) * width).reshape(-1, width)

    @cached_property
    def slots(self) -> Ints:
        """The column of `counts` in which each finding is counted."""
        return self.places.kinds * len(ZONES) + self.places.zones


def _layout_of(text: Text) -> Layout:
    starts, ends, sentences = text.body_starts, text.body_ends, text.sentence_starts
    first, last = sentences.searchsorted(starts), sentences.searchsorted(ends)
    lead_ends, counts = ends.copy(), last - first
    long = counts > LEAD_SENTENCES
    lead_ends[long] = sentences[first[long] + LEAD_SENTENCES]
    begins, stops = text.quotations.T
    sizes = np.concatenate([_ZERO, (stops - begins).cumsum()])
    quoted = sizes[begins.searchsorted(ends)] - sizes[begins.searchsorted(starts)]
    layout = Layout(text.title_starts, starts, ends, lead_ends, counts, counts, quoted)
    return layout._replace(words=layout.count_in_bodies(text.words.nonzero()[0]))


def _places_of(rows: list[Finding], layout: Layout, text: Text) -> Places:
    columns = zip(*rows, strict=True) if rows else repeat(())
    starts, ends, signals, kinds = (tuple(column) for column in islice(columns, 4))
    begins = np.array(starts, np.intp)
    numbers = [KIND_NUMBERS[pair] for pair in zip(signals, kinds, strict=True)]
    in_quote = text.quotations.reshape(-1).searchsorted(begins, "right") & 1 == 1
    return Places(
        begins, np.array(ends, np.intp), np.array(numbers, np.intp), *layout.zones_of(begins),
        in_quote,
    )  # fmt: skip
