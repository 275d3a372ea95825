"""Which denials concern the central claim of their article, and which a side matter."""

import functools
import re

import numpy as np

from credscore.claim.central_claims import CentralClaims
from credscore.claim.content_words import Bools, ContentWords, Ints, Keys, of_article
from credscore.lexicon import Lexicon
from credscore.text import inflections

NEAR = 60
"""Tokens to each side of the beginning of a denial, at most, that may tell what it denies."""
TELLING = 2
"""Content words of a denial, at least, that tell by themselves what is denied."""
_REFERENCES = "( the | this | these | those | such | all ) <content>{0,2} <report_noun>"
_PRONOUNS = "it | they | this | that"
_GOING_ON = ("of", "that", "about", "by")
"""Words behind a report that say which one it is: "the claim that the bridge was closed"."""


def refer_back(tape: str, lexicon: Lexicon, starts: Ints, ends: Ints) -> Bools:
    """Whether each denial, from token `starts` to `ends`, refers to what was told before it.

    >>> from credscore.signals import Reading
    >>> text = Reading("He denied the reports. He denied the claim that it sank.")
    >>> refer_back(text.tape, text.lexicon, np.array([3, 8]), np.array([6, 14])).tolist()
    [True, False]
    """
    report, pronoun, going_on = _words(lexicon)

    def refers(start: int, end: int) -> bool:
        if pronoun.match(tape, start, end):
            return True
        found = report.search(tape, start, end)
        return found is not None and not tape.startswith(going_on, found.end())

    return np.array([refers(*span) for span in zip(starts.tolist(), ends.tolist(), strict=True)])


@functools.lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    going_on = tuple("".join(map(lexicon.characters, _GOING_ON)))
    return lexicon.compile(_REFERENCES), lexicon.compile(_PRONOUNS), going_on


def concern_claims(
    words: ContentWords, asked: Ints, claims: CentralClaims, starts: Ints, ends: Ints,
    articles: Ints,
) -> Bools:  # fmt: skip
    """Whether each denial, of so many articles, concerns the central claim of its article.

    A denial with content words of its own, "denied that the school was shut", is one of a side
    matter if the title and the claim share none of them, and of the sentence around it and the one
    before at most one, such as the name of who denies. Without words of its own it refers to what
    the article tells: "called the story false". `asked` are the articles of `claims`.
    """
    claimless = claims.ends == claims.starts  # nothing that a denial could differ from
    concerned: Bools = claimless[asked.searchsorted(articles)]
    unsure = (~concerned).nonzero()[0]
    starts, ends, articles = starts[unsure], ends[unsure], articles[unsure]
    tokens, denials = words.within(*_around(words, starts, articles))
    keys, own = words.keys(tokens, articles[denials]), tokens >= starts[denials]
    own &= tokens < ends[denials]
    claimed = _are_claimed(words, claims, asked, keys)

    def count(chosen: Bools) -> Ints:
        return np.bincount(denials[chosen], minlength=len(starts))

    own_words, own_claimed = count(own), count(own & claimed)
    shared, sharing = keys[claimed], denials[claimed]
    first = shared[sharing.searchsorted(sharing)]
    several = np.bincount(sharing[shared != first], minlength=len(starts)) > 0
    concerned[unsure] = (own_words < TELLING) | (own_claimed > 0) | several
    return concerned


def _around(words: ContentWords, starts: Ints, articles: Ints) -> tuple[Ints, Ints]:
    """First token and end of the sentence of each denial, with the sentence before it."""
    text = words.text
    sentences = np.concatenate([[0, 0], text.sentence_starts, [len(text)]])
    numbers = sentences.searchsorted(starts, "right")
    first = np.maximum(sentences[numbers - 2], starts - NEAR)
    return (
        np.maximum(first, text.body_starts[articles]),
        np.minimum(sentences[np.minimum(numbers, len(sentences) - 1)], starts + NEAR),
    )


def _are_claimed(words: ContentWords, claims: CentralClaims, articles: Ints, keys: Keys) -> Bools:
    """Whether the title or the claim of one of some articles has each of some words."""
    text = words.text
    tokens, spans = words.within(
        np.concatenate([text.title_starts[articles], claims.starts]),
        np.concatenate([text.body_starts[articles], claims.ends]),
    )
    forms = of_article(inflections(text.hashes[tokens]), articles[spans % len(articles)])
    return _among(keys, forms)


def are_untold(words: ContentWords, verbs: Ints) -> Bools:
    """Whether no sourced sentence of an article takes up its title, of three words at least.

    The sentences of `verbs`, those of attributions, share no content word with it; or they share
    one, and the whole body at most one more. Words with a capital there count as they are spelt.
    """
    text = words.text
    titled, titles = words.within(text.title_starts, text.body_starts)
    untold: Bools = np.bincount(titles, minlength=len(text.body_ends)) > TELLING
    titled, titles = titled[untold[titles]], titles[untold[titles]]
    if not len(titled):
        return untold
    spelt = words.keys(titled, titles)
    _, once = np.unique(spelt, return_index=True)
    spelt, titled, titles = spelt[once], titled[once], titles[once]
    forms = of_article(inflections(text.hashes[titled]), titles)

    def taken_up(starts: Ints, ends: Ints) -> Ints:
        tokens, _ = words.within(starts, ends)
        keys = words.keys(tokens, text.body_ends.searchsorted(tokens, "right"))
        found = _among(forms, keys[~text.capital[tokens]]).any(axis=0) | _among(spelt, keys)
        return np.bincount(titles, found, len(untold))

    articles = text.body_ends.searchsorted(verbs, "right")
    verbs = verbs[(verbs >= text.body_starts[articles]) & untold[articles]]
    numbers = np.unique(text.sentence_bounds.searchsorted(verbs, "right"))
    sourced = taken_up(text.sentence_bounds[numbers - 1], text.sentence_bounds[numbers])
    untold &= sourced <= 1
    unsure = (untold & (sourced == 1)).nonzero()[0]
    if len(unsure):
        told = taken_up(text.body_starts[unsure], text.body_ends[unsure])
        untold[unsure] = told[unsure] <= TELLING
    return untold


def _among(keys: Keys, others: Keys) -> Bools:
    """Whether each of some keys is one of some others."""
    if not len(others):
        return np.zeros(keys.shape, np.bool_)
    others = np.sort(others, axis=None)
    among: Bools = others.take(others.searchsorted(keys), mode="clip") == keys
    return among
