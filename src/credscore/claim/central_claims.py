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

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.claim.content_words import ContentWords, Keys
from credscore.claim.headline_verbs import have_verb
from credscore.text import NUMBER, Bools, Ints, Text, WordTable

CANDIDATES = 4
"""The number of sentences at the beginning of the body that may be the claim."""
BEGINNING, LONGEST = 8, 200
"""The words of a claim must come back in so many first sentences, and tokens, of the body."""
ENOUGH = 2
"""The least number of content words of a claim that must come back."""
SHORT = 3
"""In a body of at most so many sentences no word needs to come back."""
_MOST_REPEATS = 3
_WORD = 1 << 20
"""More than all repeats in a sentence. So one sum counts repeats and, in units of it, the words
that come back."""
_USUAL_SIZE = 8
"""Added to the words that come back, so that neither long nor short sentences are preferred."""
_PREFERENCE = np.array([1.5, *(2 / (2 + number) for number in range(CANDIDATES))])
"""The factors for the merit of the title and of each sentence."""
_ENDING = np.arange(1, 5)
"""The last tokens of a sentence. Its stop is one of them; marks and a paragraph may follow it."""
_ASKS, _STOPS, _OF_PAGE, _OPENS = 1, 2, 3, 4
_MARKS = np.zeros(1 << 16, np.uint8)
for _marks, _use in ((".!…", _STOPS), ("?", _ASKS), ("|-—", _OF_PAGE), ("'\"‘“", _OPENS)):
    _MARKS[[*map(ord, _marks)]] = _use
"""The use of marks, by the code of their shape. An _OF_PAGE mark stands before a page's name."""
_QUESTION, _NOTE, _TOPIC, _HERE, _LISTED, _COUNT, _GOING_ON, _OFFER, _BACK, _TIME = range(1, 11)
_WHO, _BE, _RELATIVE = range(11, 14)
_CLASSES = {
    _QUESTION: "q question",
    _NOTE: "clarification clarifications correction corrections editor editors note",
    _TOPIC: "everything explained explainer how inside meet what when where",
    _HERE: "here",
    _LISTED: "details facts factors hacks lessons mistakes moments myths photos pictures quotes "
    "reasons secrets signs takeaways things times tips ways",
    _COUNT: "three four five six seven eight nine ten",
    _GOING_ON: "and but her his it its such that their",
    _OFFER: "browser inbox javascript newsletter newsletters subscribe unsubscribe",
    _BACK: "he she these they they're this those",
    _TIME: "afternoon autumn evening fall month morning quarter season spring summer term time "
    "week weekend winter year",
    _WHO: "who",
    _BE: "are is was were",
    _RELATIVE: "that which you",
}
"""Words that stand before the colon of a question; that begin the label of a note ("Editor's note:
..."), or a headline that names its topic, also behind "Here's"; what such a headline counts ("Five
things to know about the vote"), and how many; first words of a sentence that goes on from the one
before it; words of a page that speaks of itself ("Sign up for our newsletter"); words that refer
back, but for those before a time ("this week"); words of a question without its mark ("Who is Ada
Vale"), and those that begin what is said of things that are counted ("Nine bridges that may fall").
"""
_WORDS = WordTable({word: number for number, words in _CLASSES.items() for word in words.split()})
_BEHIND_COUNT = np.isin(np.arange(1 + len(_CLASSES)), (_LISTED, _RELATIVE, _WHO))
Classes = npt.NDArray[np.unsignedinteger[Any]]
"""The number of the class of every token, 0 for none."""
_IN_LABEL, _OPENING, _SOON = np.arange(1, 5), np.arange(4), np.arange(1, 8)
_LABEL = np.arange(1, 10)
"""Offsets of tokens. _IN_LABEL: where the colon of a note may stand. _OPENING: the first words of a
headline. _SOON: where a sentence may refer back. _LABEL: where a headline's label may end."""
_NUMBER = ord(NUMBER)
_WITHOUT_VERB = 0.02
"""The factor for the merit of a headline without a verb: any sentence is preferred to it."""
_LEAST_HEADLINE = 4
"""The least number of words in a headline that states something."""
_LEAST_ANSWER = 5
"""The least number of words behind a headline's question that state something: not "The truth"."""
_SENTENCES = np.array([0, *range(1, CANDIDATES + 2), 1 + BEGINNING])
"""Offsets in sentence_bounds, from the first sentence of a body on; the first is the title's."""


class CentralClaims(NamedTuple):
    """The tokens of each article's central claim; start and end are equal if it has none."""

    starts: Ints
    ends: Ints
    in_title: Bools
    on_topics: Bools
    """Whether the title of each article only names its topic."""


def find_claims(words: ContentWords, articles: Ints) -> CentralClaims:
    """The central claims of some articles of a text."""
    text = words.text
    title_starts, body_starts = text.title_starts[articles], text.body_starts[articles]
    leads, body_ends = text.story_starts[articles], text.body_ends[articles]
    last = np.minimum(body_ends, leads + LONGEST)[:, np.newaxis]
    numbers = text.sentence_starts.searchsorted(leads, "right")[:, np.newaxis] - 1 + _SENTENCES
    edges = np.minimum(text.sentence_bounds.take(numbers, mode="clip"), last)
    edges[:, 0], edges[:, 1] = title_starts, leads
    starts, ends = edges[:, :-2], edges[:, 1:-1].copy()
    ends[:, 0] = body_starts

    tokens, spans = words.within(title_starts, edges[:, -1])
    repeats = _repeats(words.keys(tokens, articles[spans]))
    sums = np.zeros(len(tokens) + 1, np.intp)
    (repeats + (repeats > 0) * _WORD).cumsum(out=sums[1:])
    left, right = tokens.searchsorted(starts), tokens.searchsorted(ends)
    counted, counts = sums[right] - sums[left], right - left
    returning, repeated = np.divmod(counted, _WORD)
    short = (edges[:, 1 + SHORT] >= body_ends)[:, np.newaxis]
    enough = np.where(short, counts > ENOUGH, returning >= ENOUGH)

    classes, counted_words = _WORDS.of(text.hashes), np.concatenate([[0], text.words.cumsum()])
    ending = ends[..., np.newaxis] - _ENDING
    marks = _MARKS[text.shape_codes[ending]] * (ending >= starts[..., np.newaxis])
    asks = (marks == _ASKS) & ~np.logical_or.accumulate(text.words[ending], axis=2)
    asks, stops = asks.any(axis=2), (marks == _STOPS).any(axis=2)
    asks[:, 0] |= _are_questions(text, counted_words, title_starts, body_starts)
    headed = (body_starts - title_starts == 1) & ~(asks | stops)[:, 1] & ~short[:, 0]
    is_all = edges[:, 2] == edges[:, -1]
    headed &= is_all | (asks | stops)[:, 2:].any(axis=1)  # otherwise the first lines are a list
    stops[:, 0] = True  # neither a title nor a first line that is a headline needs a full stop
    stops[headed, 1] = True
    first = classes.take(starts, mode="clip")
    asks |= (first == _QUESTION) & (text.shape_codes.take(starts + 1, mode="clip") == ord(":"))
    colons = text.shape_codes.take(starts[:, 1:, np.newaxis] + _IN_LABEL, mode="clip") == ord(":")
    asks[:, 1:] |= (first[:, 1:] == _NOTE) & colons.any(axis=-1)
    merits = (repeated + short) / np.sqrt(returning + _USUAL_SIZE) * _PREFERENCE
    merits[headed, 1] *= _PREFERENCE[0]
    brief = counted_words[ends[:, :2]] - counted_words[starts[:, :2]] < _LEAST_HEADLINE
    on_topics = _are_topics(text, classes, starts[:, :2], ends[:, :2])
    topics = brief | on_topics
    stops[:, 0] &= ~topics[:, 0]
    stops[:, 1] &= ~(headed & topics[:, 1])
    goes_on = (first[:, 2:] == _GOING_ON) | (first[:, 2:] == _BACK)
    merits[:, 2:] *= 1 - goes_on / 2
    merits[:, 1:] *= 1 - _have_early_pronoun(text, classes, starts[:, 1:], ends[:, 1:]) / 2
    heads = np.array([ends[:, 0], np.where(headed, ends[:, 1], starts[:, 1])]).T
    states = have_verb(text, starts[:, :2], heads) | (heads <= starts[:, :2])
    merits[:, :2] *= np.where(states, 1.0, _WITHOUT_VERB)
    offers = (classes[tokens] == _OFFER).nonzero()[0]
    offering = offers.searchsorted(left) < offers.searchsorted(right)
    stops[:, 1:] &= ~offering[:, 1:]
    merits *= stops & ~asks & enough
    best, rows = merits.argmax(axis=1), np.arange(len(articles))
    starts, ends = starts[rows, best], ends[rows, best]
    ends = np.where(merits[rows, best] > 0, ends, starts)
    return CentralClaims(starts, ends, best == 0, on_topics[:, 0])


def _are_topics(text: Text, classes: Classes, starts: Ints, ends: Ints) -> Bools:
    """Whether each headline only names the topic of its article and says nothing about it.

    So does one whose topic stands behind a label that is no statement: "The bridge: how it fell".
    """
    first = starts + 2 * (classes.take(starts, mode="clip") == _HERE)  # behind "Here's"
    stop, labels = ends[..., np.newaxis], starts[..., np.newaxis] + _LABEL
    colons = (text.shape_codes.take(labels, mode="clip") == ord(":")) & (labels < stop)
    behind = np.where(colons.any(axis=-1), starts + 2 + colons.argmax(axis=-1), first)
    tokens = np.array((first, behind))
    opening = tokens[..., np.newaxis] + _OPENING
    words = classes.take(opening, mode="clip") * (opening < stop)
    counts = (text.shape_codes.take(tokens, mode="clip") == _NUMBER) | (words[..., 0] == _COUNT)
    listed = counts & _BEHIND_COUNT[words].any(axis=-1)
    opens = words[0, ..., 0]
    asked = (opens == _WHO) & (words[0, ..., 1] == _BE)
    named: Bools = listed.any(axis=0) | (opens == _TOPIC) | asked
    labelled = colons.any(axis=-1) & (words[1, ..., 0] == _TOPIC)
    if labelled.any():
        named |= labelled & ~have_verb(text, starts, behind - 1)
    return named


def _have_early_pronoun(text: Text, classes: Classes, starts: Ints, ends: Ints) -> Bools:
    """Whether each sentence soon says "he" or "this", before any name: "Tired of it, he left"."""
    opening = starts[..., np.newaxis] + _SOON
    named = np.logical_or.accumulate(text.capital.take(opening, mode="clip") > 0, axis=-1)
    words = classes.take(opening, mode="clip") * (opening < ends[..., np.newaxis])
    back = (words[..., :-1] == _BACK) & (words[..., 1:] != _TIME) & ~named[..., :-1]
    referring: Bools = back.any(axis=-1)
    return referring


def _are_questions(text: Text, counted_words: Ints, starts: Ints, ends: Ints) -> Bools:
    """Whether each headline asks; a page's name, a quote or a few words may follow the mark."""
    marks = (text.shape_codes == ord("?")).nonzero()[0]
    if not len(marks):
        return starts < 0  # none
    titles = np.minimum(ends.searchsorted(marks, "right"), len(ends) - 1)
    following = np.minimum(marks + 1, len(text) - 1)
    few = counted_words[ends[titles]] - counted_words[marks] < _LEAST_ANSWER
    use = _MARKS[text.shape_codes[following]]
    opens = text.starts[following] > text.ends[marks]  # the mark behind "?" closes no quotation
    few |= (use == _OF_PAGE) | (opens & (use == _OPENS))
    marks = marks[few]
    asks: Bools = marks.searchsorted(starts) < marks.searchsorted(ends)
    return asks


def _repeats(keys: Keys) -> Ints:
    """How often each key comes back, at most _MOST_REPEATS."""
    order = keys.argsort()
    groups = np.zeros(len(keys), np.intp)
    in_order = keys[order]
    (in_order[1:] != in_order[:-1]).cumsum(out=groups[1:])
    repeats = np.empty(len(keys), np.intp)
    repeats[order] = np.minimum(np.bincount(groups) - 1, _MOST_REPEATS)[groups]
    return repeats
