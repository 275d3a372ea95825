"""Chooses the title or sentence that states what an article relays.

Of the title and the first sentences that one is chosen whose content words come back most often in
the beginning of the article: what a text goes on to speak of is what it relays. A line without a
full stop states nothing, as in lists, menus and credits, unless it is a headline; nor does a
question, with its mark or its label ("Q: ..."), nor a note ("Editor's note: ..."), nor a headline
that only names its topic ("What to know about the vote", "Five things to know", "Nine bridges that
may fall"), nor a sentence that offers a newsletter. A later sentence that goes on from the one
before it ("They were told") counts half, as does one that soon says "he" or "this" without a name
before it ("Tired of it, he left"); a headline without a verb ("The mystery of the old mill") hardly
counts.
"""

from typing import NamedTuple

import numpy as np

from credscore.claim.candidates import CANDIDATES, Candidates
from credscore.claim.content_words import ContentWords, Keys
from credscore.text import Bools, Ints

ENOUGH = 2
"""The least number of content words of a claim that must come back."""
_MOST_REPEATS = 3
_USUAL_SIZE = 8
"""Added to the words that come back, so that neither long nor short sentences are preferred."""
_OF_HEADLINE, _OF_SENTENCES = 1.5, np.array([2 / (1 + n) for n in range(CANDIDATES + 1)])
"""The factors for the merit of a headline, and of the sentence in each column."""
_WITHOUT_VERB = 0.02
"""The factor for the merit of a headline without a verb: any sentence is preferred to it."""


class CentralClaims(NamedTuple):
    """The tokens of each article's central claim; start and end are equal if it has none."""

    starts: Ints
    ends: Ints
    in_title: Bools
    on_topics: Bools
    """Whether the title of each article only names its topic."""


def find_claims(words: ContentWords, articles: Ints) -> CentralClaims:
    """The central claims of some articles of a text."""
    candidates = Candidates(words.text, articles)
    tokens, spans = words.within(candidates.starts[:, 0], candidates.beginning_ends)
    repeats = _repeats(words.keys(tokens, articles[spans]))
    first, last = tokens.searchsorted(candidates.starts), tokens.searchsorted(candidates.ends)
    repeated, returning = (_sums(counts, first, last) for counts in (repeats, repeats > 0))
    short = candidates.of_short_body
    enough = np.where(short, last - first > ENOUGH, returning >= ENOUGH)
    merits = (repeated + short) / np.sqrt(returning + _USUAL_SIZE)
    merits *= np.where(candidates.headlines, _OF_HEADLINE, _OF_SENTENCES)
    merits *= np.where(candidates.without_verb(), _WITHOUT_VERB, 1)
    for less_likely in (candidates.going_on(), candidates.with_early_pronoun()):
        merits *= np.where(less_likely, 1 / 2, 1)
    merits *= candidates.stating & ~candidates.asking & ~candidates.offering() & enough
    best, rows = merits.argmax(axis=1), np.arange(len(articles))
    starts, ends = candidates.starts[rows, best], candidates.ends[rows, best]
    ends = np.where(merits[rows, best] > 0, ends, starts)
    return CentralClaims(starts, ends, best == 0, candidates.on_topics[:, 0])


def _sums(counts: Ints | Bools, first: Ints, last: Ints) -> Ints:
    """The sums of the counts from `first` to before `last`."""
    sums = np.concatenate([[0], counts.cumsum()])
    between: Ints = sums[last] - sums[first]
    return between


def _repeats(keys: Keys) -> Ints:
    """How often each key comes back, at most _MOST_REPEATS."""
    order = keys.argsort()
    groups = np.zeros(len(keys), np.intp)
    in_order = keys[order]
    (in_order[1:] != in_order[:-1]).cumsum(out=groups[1:])
    repeats = np.empty(len(keys), np.intp)
    repeats[order] = np.minimum(np.bincount(groups) - 1, _MOST_REPEATS)[groups]
    return repeats
