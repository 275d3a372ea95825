"""All findings of a reading as columns, and where the articles of the reading lie."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.claim import concern_claims, is_background, refer_back
from credscore.evidence import KINDS
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import Text

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

ZONES = TITLE, LEAD, REST = range(3)
"""The zones of an article."""
SIDE = len(ZONES)
"""Where findings are counted that stand in the rest and concern no claim, but a side matter."""
COUNTED = (*ZONES, SIDE)
LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""
SHORT = 8
"""Sentences of a body, at most, in which every denial concerns the claim."""
DENIALS = np.array([signal == "official_denials" for signal, _ in KINDS])
"""By place in KINDS whether it is a kind of denial: only denials may concern a side matter."""


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


class Places(NamedTuple):
    """Where findings stand: arrays with one entry per finding.

    `starts` and `ends` are tokens, `kinds` and `names` numbers of RuleTable, `articles` numbers in
    the reading, `zones` of ZONES; `in_quote` tells whether a finding stands in quotation marks.
    """

    starts: Ints
    ends: Ints
    kinds: Ints
    names: Ints
    articles: Ints
    zones: Ints
    in_quote: Bools


class Findings:
    """The findings of every signal in text order, those of the same tokens by kind and name.

    `rows` are the findings, `places` tells where they stand, `layout` how the articles lie.
    `zones` has for every token of the reading len(ZONES) times its article, and its zone. `verbs`
    are the first tokens of the verbs of attributions.

    >>> reading = Reading("It may rain.")
    >>> findings = Findings(reading, {"hedges": reading.rows("hedges")})
    >>> [KINDS[kind] for kind in findings.places.kinds]
    [('hedges', 'modal')]
    """

    def __init__(self, reading: Reading, by_signal: Mapping[str, Rows]) -> None:
        self.reading = reading
        rows = np.concatenate([*by_signal.values()])
        names, size = len(reading.lexicon.table.names), len(reading.text)
        cues = len(KINDS) * names
        keys = rows @ np.array([size * cues, cues, names, 1])
        self.rows = rows.take(keys.argsort(kind="stable"), axis=0)
        self.verbs: Ints = reading.statements[:, 4].astype(np.intp)
        self.layout = _layout_of(reading.text)
        self.zones = _zones_of(self.layout, len(reading.text))
        columns = self.rows.T.astype(np.intp)
        articles, zones = np.divmod(self.zones[columns[0]], len(ZONES))
        bounds = reading.text.quotations.reshape(-1)
        in_quote = bounds.searchsorted(columns[0], "right") & 1 == 1
        self.places = Places._make((*columns, articles, zones, in_quote))

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.layout.words)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the findings of each article begin in `rows`, and where the last ones end."""
        bounds: list[int] = self.places.articles.searchsorted(np.arange(len(self) + 1)).tolist()
        return bounds

    @cached_property
    def of_claim(self) -> Bools:
        """Whether each finding concerns the central claim of its article.

        Only denials may concern something else: those of a sentence's background, and those that
        stand behind the lead of a long body.
        """
        places, of_claim, reading = self.places, np.ones(len(self.rows), np.bool_), self.reading
        for denial in DENIALS[places.kinds].nonzero()[0].tolist():
            at = int(places.starts[denial])
            sentence = reading.sentence(at)
            of_claim[denial] = not is_background(reading.tape, reading.lexicon, at, *sentence)
        asked = DENIALS[places.kinds] & (places.zones == REST) & of_claim
        asked &= self.layout.sentences[places.articles] > SHORT
        denials = asked.nonzero()[0]
        if len(denials):
            denials = denials[~refer_back(
                reading.tape, reading.lexicon, places.starts[denials], places.ends[denials]
            )]  # fmt: skip
        if len(denials):
            articles = places.articles[denials]
            asked = np.unique(articles)
            of_claim[denials] = concern_claims(
                reading.content_words, asked, reading.claims_of(asked),
                places.starts[denials], places.ends[denials], articles,
            )  # fmt: skip
        return of_claim

    @cached_property
    def counts(self) -> Ints:
        """How many findings of each kind stand in each zone: (articles, kinds x COUNTED).

        Those of kind k and zone z are in column len(COUNTED) * k + z.
        """
        width = len(KINDS) * len(COUNTED)
        slots = self.places.articles * width + self.slots
        return np.bincount(slots, minlength=len(self) * width).reshape(-1, width)

    @cached_property
    def slots(self) -> Ints:
        """The column of `counts` in which each finding is counted."""
        places = self.places
        return places.kinds * len(COUNTED) + np.where(self.of_claim, places.zones, SIDE)


def _layout_of(text: Text) -> Layout:
    starts, ends, sentences = text.body_starts, text.body_ends, text.sentence_starts
    first = sentences.searchsorted(starts)
    counts = sentences.searchsorted(ends) - first
    behind = text.sentence_bounds.take(1 + LEAD_SENTENCES + first, mode="clip")
    lead_ends = np.minimum(behind, ends)
    begins, stops = text.quotations.T
    sizes = np.zeros(len(begins) + 1, np.intp)
    (stops - begins).cumsum(out=sizes[1:])
    quoted = sizes[begins.searchsorted(ends)] - sizes[begins.searchsorted(starts)]
    layout = Layout(text.title_starts, starts, ends, lead_ends, counts, counts, quoted)
    return layout._replace(words=layout.count_in_bodies(text.words.nonzero()[0]))


def _zones_of(layout: Layout, size: int) -> Ints:
    starts = np.empty(len(ZONES) * len(layout.words) + 1, np.intp)
    starts[TITLE:-1:3], starts[LEAD::3], starts[REST::3] = (
        layout.title_starts, layout.body_starts, layout.lead_ends
    )  # fmt: skip
    starts[0], starts[-1] = 0, size  # the first border is no token of an article
    return np.arange(len(starts) - 1).repeat(starts[1:] - starts[:-1])
