"""The findings of every signal as columns, and the places of the articles in a reading."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import NamedTuple

import numpy as np

from credscore.claim import DenialSpans, concern_claims, find_claims, is_background, refer_back
from credscore.evidence import KIND_NUMBERS, KINDS, SIGNALS, SOURCE_KINDS
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import Bools, Ints, Text

ZONES = TITLE, LEAD, REST = range(3)
"""The zones of an article."""
SIDE = len(ZONES)
"""The zone in which denials of a side matter are counted, wherever they stand."""
COUNTED = (*ZONES, SIDE)
LEAD_SENTENCES = 3  # the first sentences of the body are the lead
_SHORT = 8  # in a body of at most so many sentences every denial concerns the claim
_LONG, _LATE = 20, 2 / 3  # in more sentences, a lone denial after this share of them is an aside
DENIALS = np.array([signal == "official_denials" for signal, _ in KINDS])
"""Whether each of KINDS is a kind of denial: only denials may concern a side matter."""
_DENIAL, _DEBUNK = (KIND_NUMBERS["official_denials", kind] for kind in ("denial", "debunk"))
_REPORT = KIND_NUMBERS["unverifiable_media", "report"]


class Layout(NamedTuple):
    """The places of the articles in a reading: arrays with one entry per article.

    The title has the tokens from `title_starts` to `body_starts` - 1 (a border stands between title
    and body). The body has the tokens from `body_starts` to `body_ends`; the lead ends at
    `lead_ends`. `sentences` and `words` count those of the body. `quoted` counts the words and
    marks of the body that stand in quotation marks. Ends are exclusive.
    """

    title_starts: Ints
    body_starts: Ints
    body_ends: Ints
    lead_ends: Ints
    sentences: Ints
    words: Ints
    quoted: Ints

    def count_in_bodies(self, tokens: Ints) -> Ints:
        """How many of `tokens`, in ascending order, stand in each body."""
        return tokens.searchsorted(self.body_ends) - tokens.searchsorted(self.body_starts)


class Places(NamedTuple):
    """The places of findings: tokens, kinds and names as in RuleTable, articles, ZONES."""

    starts: Ints
    ends: Ints
    kinds: Ints
    names: Ints
    articles: Ints
    zones: Ints
    in_quote: Bools


class Findings:
    """The findings of every signal in text order; findings of the same tokens by kind and name.

    `rows` are the findings, `places` their places, `layout` the places of the articles. `zones` has
    for every token the sum of its zone and len(ZONES) times its article. `verbs` are the first
    tokens of the verbs of attributions.

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
        return len(self.layout.words)

    @cached_property
    def bounds(self) -> list[int]:
        """Where the findings of each article begin in `rows`, and then the end of the last."""
        bounds: list[int] = self.places.articles.searchsorted(np.arange(len(self) + 1)).tolist()
        return bounds

    @cached_property
    def of_claim(self) -> Bools:
        """Whether each finding concerns the central claim of its article.

        Only denials may concern something else: those in the background of their sentence. Behind
        the lead of a body that is not short, so do denials that share too few words with the claim,
        and the only denial of a long text if it is told in passing.
        """
        places, reading, of_claim = self.places, self.reading, np.ones(len(self.rows), np.bool_)
        denials = DENIALS[places.kinds].nonzero()[0]
        of_claim[denials] = [
            not is_background(reading.tape, reading.lexicon, at, *reading.sentence(at))
            for at in places.starts[denials].tolist()
        ]
        denials = denials[of_claim[denials] & (places.zones[denials] == REST)]
        denials = denials[self.layout.sentences[places.articles[denials]] > _SHORT]
        if not len(denials):
            return of_claim
        starts, ends = places.starts[denials], places.ends[denials]
        unsure = ~refer_back(reading.tape, reading.lexicon, starts, ends)
        unsure |= places.kinds[denials] == _DENIAL
        denials, starts, ends = denials[unsure], starts[unsure], ends[unsure]
        if len(denials):
            articles, of_party = places.articles[denials], places.kinds[denials] == _DENIAL
            asked = np.bincount(articles).nonzero()[0]
            words = reading.content_words
            claims = reading.claims if len(asked) == len(self) else find_claims(words, asked)
            of_claim[denials] = concern_claims(
                words, asked, claims, DenialSpans(starts, ends, articles, of_party)
            )
            of_claim[denials] &= ~self._in_passing(of_claim)[denials]
        return of_claim

    def _in_passing(self, of_claim: Bools) -> Bools:
        """Whether each finding alone contests the claim of a long text, and does so in passing.

        A party's denial is in passing in the last third, a debunk anywhere behind the lead.
        """
        places, layout = self.places, self.layout
        articles, debunks = places.articles, places.kinds == _DEBUNK
        contests = of_claim & (debunks | (places.kinds == _DENIAL))
        alone = np.bincount(articles[contests], minlength=len(self)) == 1
        alone &= layout.sentences > _LONG
        numbers = np.asarray(self.reading.text.sentence_numbers)
        begin = numbers.take(layout.body_starts[articles], mode="clip")  # the last may be empty
        before = numbers[places.starts] - begin
        late = debunks | (before > _LATE * layout.sentences[articles])
        in_passing: Bools = contests & alone[articles] & late
        return in_passing

    @cached_property
    def counts(self) -> Ints:
        """How many findings of each kind stand in each zone: (articles, kinds x COUNTED)."""
        width = len(KINDS) * len(COUNTED)
        slots = self.places.articles * width + self.slots
        return np.bincount(slots, minlength=len(self) * width).reshape(-1, width)

    @cached_property
    def source_counts(self) -> Ints:
        """How many attributions of each body have each kind of source: (articles, SOURCE_KINDS)."""
        articles, zones = np.divmod(self.zones[self.verbs], len(ZONES))
        columns = articles * len(SOURCE_KINDS) + self.reading.statements[:, 0]
        size = len(self) * len(SOURCE_KINDS)
        return np.bincount(columns[zones != TITLE], minlength=size).reshape(len(self), -1)

    @cached_property
    def slots(self) -> Ints:
        """The column of `counts` in which each finding is counted."""
        places = self.places
        return places.kinds * len(COUNTED) + np.where(self.of_claim, places.zones, SIDE)


_FINDERS = {
    signal.name: import_module(f"credscore.signals.{signal.name}").find for signal in SIGNALS
}
"""The function that finds the evidence of each signal: `find` of the module with its name."""


def find_all(reading: Reading) -> dict[str, Rows]:
    """The findings of every signal; what begins a debunk is not also an unverified report."""
    findings = {signal: finder(reading) for signal, finder in _FINDERS.items()}
    denials, doubts = findings["official_denials"], findings["unverifiable_media"]
    debunks = denials.compress(denials[:, 2] == _DEBUNK, axis=0)
    if len(debunks) and len(doubts):
        before = debunks[:, 0].searchsorted(doubts[:, 0], "right") - 1
        apart = (before < 0) | (debunks[before, 1] <= doubts[:, 0])
        findings["unverifiable_media"] = doubts.compress(apart | (doubts[:, 2] != _REPORT), axis=0)
    return findings


def find(texts: Sequence[str], titles: Sequence[str | None]) -> Findings:
    """The findings of articles that are read together; InputError if one is not a string.

    >>> len(find(["He allegedly fled."], [None]).rows)
    1
    """
    reading = Reading.together(texts, titles)
    return Findings(reading, find_all(reading))


def _layout_of(text: Text) -> Layout:
    """Where title, lead and body of each article stand, and how much stands in the body."""
    starts, ends, sentences = text.body_starts, text.body_ends, text.sentence_starts
    first = sentences.searchsorted(text.story_starts)
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
    """For each of `size` tokens its zone, plus len(ZONES) times its article."""
    starts = np.empty(len(ZONES) * len(layout.words) + 1, np.intp)
    starts[TITLE:-1:3], starts[LEAD::3], starts[REST::3] = (
        layout.title_starts, layout.body_starts, layout.lead_ends
    )  # fmt: skip
    starts[0], starts[-1] = 0, size  # token 0 is a border and belongs to no article
    return np.arange(len(starts) - 1).repeat(starts[1:] - starts[:-1])
