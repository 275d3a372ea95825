"""Content words: the words of a text that tell what it is about (names, nouns, verbs, no numbers).

They are compared by their hashes, so "Ships" and "ships" are one word.
"""

import functools

import numpy as np
import numpy.typing as npt

from credscore.lexicon import Lexicon
from credscore.text import Bools, Ints, Text

Keys = npt.NDArray[np.uint64]

_NEVER = (
    "det", "pronoun", "be", "have", "do", "negation", "preposition", "conjunction", "relative",
    "ly", "number", "month",
)  # fmt: skip
"""Classes of words that say nothing about a subject."""
_UNLESS_NAMES = (
    "modal_any", "also", "genitive", "say", "speech_head", "speech_of_denial", "report_noun",
    "outlet_word", "post_word", "comment_noun", "deny", "contest", "dismiss", "name_as",
    "false_adjective", "bad_adjective", "false_noun", "truth_of",
)  # fmt: skip
"""Classes of words that say nothing about a subject in lower case, such as words for reports and
denials. With a capital they may be names: "May", "Will", "Post"."""
_OTHERS = ("none", "nothing", "true", "truth", "us", "who")
"""Single words that are treated like these classes: "US" and "WHO" are names."""
_APART = 4
_BEHIND = np.arange(1, _APART + 1)[:, np.newaxis]
_OF_ARTICLE = np.uint64(0xD1B54A32D192ED03)
"""Differs from the factor of word hashes; with that one, words of two articles would collide."""


class ContentWords:
    """The content words of a text; `codes` are the codes of its tape.

    >>> from credscore.signals import Reading
    >>> text = Reading("He said that the ferry Queen of Orr sank.")
    >>> words = ContentWords(text.text, text.codes, text.lexicon)
    >>> tokens, _ = words.within(text.text.body_starts, text.text.body_ends)
    >>> [text.text.source[text.text.starts[at] : text.text.ends[at]] for at in tokens]
    ['ferry', 'Orr', 'sank']
    """

    def __init__(self, text: Text, codes: npt.NDArray[np.uint16], lexicon: Lexicon) -> None:
        self.text = text
        self._tokens = (_content_table(lexicon).take(codes) & ~text.particles).nonzero()[0]
        self._continued = _are_continued(text, self._tokens)

    def within(self, starts: Ints, ends: Ints, parts: bool = False) -> tuple[Ints, Ints]:
        """The content words of some spans, one span after the other, and the span of each word.

        A name of several words counts as its last word; with `parts` each of its words counts.
        """
        first, last = self._tokens.searchsorted(starts), self._tokens.searchsorted(ends)
        sizes = last - first
        spans = np.arange(len(sizes)).repeat(sizes)
        places = np.arange(len(spans))
        places += (first - sizes.cumsum() + sizes).repeat(sizes)
        counted = ~self._continued[places] | (places + 1 == last.repeat(sizes)) | parts
        return self._tokens[places[counted]], spans[counted]

    def keys(self, tokens: Ints, articles: Ints) -> Keys:
        """A number for each word; equal words of one article have equal numbers."""
        return of_article(self.text.hashes[tokens], articles)


def _are_continued(text: Text, tokens: Ints) -> Bools:
    """Whether each word belongs to a name that goes on with the next word.

    A name goes on over particles and full stops, up to _APART tokens. It does not in a title, where
    each word may have a capital.
    """
    capital, opens = text.capital[tokens], np.zeros(len(text), np.bool_)
    opens[text.sentence_starts] = True
    near = tokens[1:] - tokens[:-1] <= _APART
    pairs = (near & capital[:-1] & capital[1:]).nonzero()[0]
    first, second = tokens[pairs], tokens[pairs + 1]
    behind = np.minimum(first + _BEHIND, second)
    joined = ((text.particles[behind] | (behind == second)) & ~opens[behind]).all(axis=0)
    joined &= second >= text.body_starts[text.body_ends.searchsorted(second, "right")]
    goes_on = np.zeros(len(tokens), np.bool_)
    goes_on[pairs[joined]] = True
    return goes_on


def of_article(hashes: Keys, articles: Ints) -> Keys:
    """Hashes of words, made different for each article."""
    return hashes + articles.astype(np.uint64) * _OF_ARTICLE


@functools.lru_cache(maxsize=4)
def _content_table(lexicon: Lexicon) -> Bools:
    """Whether each character of the tape is a content word, shape (65536,)."""
    vocabulary = lexicon.vocabulary
    table, capital = np.zeros((2, 1 << 16), np.bool_)
    capital[vocabulary.size - 2 * len(vocabulary.words) + 1 : vocabulary.size : 2] = True
    table[lexicon.codes("<word>")] = True
    for label in _NEVER:
        table[lexicon.codes(f"<{label}>")] = False
    for name in (*(f"<{label}>" for label in _UNLESS_NAMES), *_OTHERS):
        table[lexicon.codes(name)] = capital[lexicon.codes(name)]
    return table
