"""Tells which denials concern the central claim of their article, and which a side matter."""

from typing import NamedTuple

import numpy as np

from credscore.claim.central_claims import CentralClaims
from credscore.claim.content_words import ContentWords, Keys, of_article
from credscore.lexicon import Lexicon
from credscore.text import Bools, Ints, inflections

NEAR = 60
"""Only so many tokens to each side of a denial's beginning may tell what it denies."""
SUFFICIENT = 2
"""With so many content words a denial tells by itself what is denied."""
_REFERENCES = "( the | this | these | those | such | all ) <content>{0,2} <report_noun>"
_PRONOUNS = "it | they | this | that"
_GOING_ON = ("of", "that", "about", "by")
"""Words behind a report that say which report it is: "the claim that the bridge was closed"."""
_DENIED = (
    "( who | whom | which | that | after | before | having | despite | <pronoun> ) <pronoun>?"
    " ( had | first | initially | once | long | previously | <ly> | <also> ){0,3} <deny>"
)
_ADMITS = (
    "( admits | admitting | confess~ | concede~ | conceding | acknowledge~ | acknowledging |"
    " ( admit | admitted ) ( to? <ing> | to? ( <det> | <possessive> | <pronoun> ) | that |"
    " on <weekday> | having | taking ) )"
)
_WORDS = "admit~ | confess~ | concede~ | acknowledge~ | confirms | confirmed | accused | <punished>"
"""Every pattern of _BACKGROUND needs one of these words."""
_BACKGROUND = (
    f"{_DENIED} <any>{{0,20}} ( {_ADMITS} | confirms | confirmed ( that | on ) )",
    f"{_ADMITS} <any>{{0,20}} {_DENIED}",
    "<deny> <any>{0,40} ( later | <ly> ) ( admit~ | confess~ | concede~ | acknowledge~ )",
    "( who | that ) <have>? <be>? <also>? <ly> accused",
    "<ly> accused <any>{1,6} ( <turn_of_events> | <redress> )",
    "( <turn_of_events> | <redress> ) <any>{0,12} <ly> accused of",
    "<punished> ( after | for | of | over | to | with ) <any>{0,4} <false_adjective>",
)
"""Patterns of background: "denied it but later admitted it", "a falsely accused man wins"."""


def is_background(tape: str, lexicon: Lexicon, at: int, begin: int, stop: int) -> bool:
    """Whether the denial at token `at`, in the sentence from `begin` to `stop`, is background.

    It is if its party has admitted the matter, or if it only tells who somebody is.
    """
    begin, stop = max(begin, at - NEAR), min(stop, at + NEAR)
    if not lexicon.compile(_WORDS).search(tape, begin, stop):
        return False
    matches = (lexicon.compile(each).search(tape, begin, stop) for each in _BACKGROUND)
    return any(match is not None and match.start() <= at < match.end() for match in matches)


def refer_back(tape: str, lexicon: Lexicon, starts: Ints, ends: Ints) -> Bools:
    """Whether each denial, from token `starts` to `ends`, points back to an earlier report.

    >>> from credscore.signals import Reading
    >>> text = Reading("He denied the reports. He denied the claim that it sank.")
    >>> refer_back(text.tape, text.lexicon, np.array([3, 8]), np.array([6, 14])).tolist()
    [True, False]
    """
    report, pronoun = lexicon.compile(_REFERENCES), lexicon.compile(_PRONOUNS)
    going_on = tuple("".join(map(lexicon.characters, _GOING_ON)))

    def refers(start: int, end: int) -> bool:
        if pronoun.match(tape, start, end):
            return True
        match = report.search(tape, start, end)
        return match is not None and not tape.startswith(going_on, match.end())

    return np.array([refers(*span) for span in zip(starts.tolist(), ends.tolist(), strict=True)])


class DenialSpans(NamedTuple):
    """Denials: their tokens, their articles, and whether a party or authority denies."""

    starts: Ints
    ends: Ints
    articles: Ints
    of_party: Bools


def concern_claims(
    words: ContentWords, asked: Ints, claims: CentralClaims, denials: DenialSpans
) -> Bools:
    """Whether each denial concerns the central claim of its article.

    A party's denial does if two of its content words are words of the title or the claim. A denial
    with fewer content words ("denied it") does if any word of its sentence or of the sentence
    before is such a word.

    A statement that something is false ("a false report that the school was shut") does if one of
    its own words is a word of the title or the claim, or if two words around it are. It does also
    if it has fewer than two words of its own, because it then refers to what the article tells.
    `asked` are the articles of `claims`.
    """
    claimless = claims.ends == claims.starts  # without a claim, every denial concerns it
    concerned: Bools = claimless[asked.searchsorted(denials.articles)]
    unsure = (~concerned).nonzero()[0]
    starts, ends, articles = denials.starts[unsure], denials.ends[unsure], denials.articles[unsure]
    tokens, numbers = words.within(*_around(words, starts, articles))
    keys, own = words.keys(tokens, articles[numbers]), tokens >= starts[numbers]
    own &= tokens < ends[numbers]
    claimed = _are_claimed(words, claims, asked, keys)

    def count(chosen: Bools) -> Ints:
        pairs = {*zip(numbers[chosen].tolist(), keys[chosen].tolist(), strict=True)}
        return np.bincount([number for number, _ in pairs], minlength=len(starts))

    own_claimed, near_claimed = count(own & claimed), count(claimed)
    bare = np.bincount(numbers[own], minlength=len(starts)) < SUFFICIENT
    by_party = np.where(bare, near_claimed > 0, own_claimed > 1)
    by_others = bare | (own_claimed > 0) | (near_claimed > 1)
    concerned[unsure] = np.where(denials.of_party[unsure], by_party, by_others)
    return concerned


def _around(words: ContentWords, starts: Ints, articles: Ints) -> tuple[Ints, Ints]:
    """First token and end of each denial's sentence together with the sentence before."""
    text, bounds = words.text, words.text.sentence_bounds
    numbers = np.asarray(text.sentence_numbers)[starts]
    first = np.maximum(bounds[np.maximum(numbers - 1, 0)], starts - NEAR)
    ends = np.minimum(bounds[numbers + 1], starts + NEAR)
    return np.maximum(first, text.body_starts[articles]), ends


def _are_claimed(words: ContentWords, claims: CentralClaims, articles: Ints, keys: Keys) -> Bools:
    """Whether each word stands in the title or the claim of its article."""
    text = words.text
    tokens, spans = words.within(
        np.concatenate([text.title_starts[articles], claims.starts]),
        np.concatenate([text.body_starts[articles], claims.ends]),
    )
    forms = of_article(inflections(text.hashes[tokens]), articles[spans % len(articles)])
    return _among(keys, forms)


def have_unsourced_title(words: ContentWords, sources: Ints, named: Ints) -> Bools:
    """Whether each article has a title of three words or more that no sourced sentence takes up.

    Sourced sentences hold one of the tokens `sources`. They take up the title if they share a
    content word with it, or with sentences that tell its story. Those share two words with the
    title, or follow such a sentence and have no source. If only one sourced sentence shares only
    one word, that is too little if fewer than two sources are `named` and the whole body shares at
    most two words. Words with a capital must be spelt alike.
    """
    text = words.text
    titled, titles = words.within(text.title_starts, text.body_starts)
    long: Bools = np.bincount(titles, minlength=len(text.body_ends)) > SUFFICIENT
    asked = long.nonzero()[0]
    if not len(asked):
        return long
    tokens, spans = words.within(text.body_starts[asked], text.body_ends[asked], parts=True)
    articles = asked[spans]
    keys = words.keys(tokens, articles)
    numbers = np.asarray(text.sentence_numbers)
    sentences, has_source = numbers[tokens], np.zeros(len(text.sentence_bounds), np.bool_)
    has_source[numbers[sources]] = True
    sourced: Bools = has_source[sentences]

    forms = of_article(inflections(text.hashes[titled]), titles)
    shared, capital = _among(keys, forms), text.capital[tokens]
    shared[capital] = _among(keys[capital], words.keys(titled, titles))

    def count(of: Ints | Keys, chosen: Bools) -> Ints:
        different = dict(zip(of[chosen].tolist(), articles[chosen].tolist(), strict=True))
        return np.bincount([*different.values()], minlength=len(long))

    taking_up = shared & sourced
    taken_up = count(keys, taking_up)
    enough = (named >= SUFFICIENT) | (count(keys, shared) > SUFFICIENT)
    enough |= (taken_up > 1) | (count(sentences, taking_up) > 1)
    stories = _have_two_keys(sentences[shared], keys[shared], len(has_source))
    stories[1:] |= stories[:-1] & ~has_source[1:]
    taken_up_in = articles[sourced][_among(keys[sourced], keys[stories[sentences]])]
    long[taken_up_in] = False
    return long & ~(enough & (taken_up > 0))


def _have_two_keys(sentences: Ints, keys: Keys, size: int) -> Bools:
    """Which of `size` sentences have two different keys; `keys` are those of the `sentences`."""
    order = np.lexsort((keys, sentences))
    sentences, keys = sentences[order], keys[order]
    more = (sentences[1:] == sentences[:-1]) & (keys[1:] != keys[:-1])
    several = np.zeros(size, np.bool_)
    several[sentences[1:][more]] = True
    return several


def _among(keys: Keys, others: Keys) -> Bools:
    """Whether each key is one of the others."""
    if not len(others):
        return np.zeros(keys.shape, np.bool_)
    others = np.sort(others, axis=None)
    among: Bools = others.take(others.searchsorted(keys), mode="clip") == keys
    return among
