"""The words of a text that tell what it is about: names, nouns and verbs, no numbers and no others.

They are compared by their hashes, so that "Ships" and "ships" are one word. A name counts like any
other word: where else it stands in the text matters, never which name it is.
"""

import functools

import numpy as np
import numpy.typing as npt

from credscore.lexicon import Lexicon
from credscore.text import Text, are_particles

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Keys = npt.NDArray[np.uint64]

_NEVER = (
    "det", "pronoun", "be", "have", "do", "negation", "preposition", "conjunction", "relative",
    "ly", "number",
)  # fmt: skip
"""Classes of words that say nothing of a subject."""
_UNLESS_NAMES = (
    "modal_any", "also", "genitive", "say", "speech_head", "speech_of_denial", "report_noun",
    "outlet_word", "post_word", "comment_noun", "deny", "contest", "dismiss", "name_as",
    "false_adjective", "bad_adjective", "false_noun", "truth_of",
)  # fmt: skip
"""Classes of words that say nothing of a subject in lower case, among them those of reports and of
denials; with a capital they may be names: "May", "Will", "Post"."""
_OTHERS = ("none", "nothing", "true", "truth", "us", "who")
"""Words that are treated like these: "US" and "WHO" are names."""
_FULL_STOP = ord(".")
_APART = 4
_BETWEEN = np.arange(1, _APART)
_OF_ARTICLE = np.uint64(0x9E3779B97F4A7C15)


class ContentWords:
    """The content words of a text, `tokens`; `codes` are those of its tape.

    A name of several words is one, its last.

    >>> from credscore.signals import Reading
    >>> text = Reading("He said that the ferry sank.")
    >>> words = ContentWords(text.text, text.codes, text.lexicon)
    >>> [text.text.source[text.text.starts[at] : text.text.ends[at]] for at in words.tokens]
    ['ferry', 'sank']
    """

    def __init__(self, text: Text, codes: npt.NDArray[np.uint16], lexicon: Lexicon) -> None:
        self.text = text
        tokens = _saying(lexicon)[codes].nonzero()[0]
        self.tokens = _last_of_names(text, tokens[~are_particles(text.hashes[tokens])])

    def within(self, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """The content words of some spans, one span after the other, and the span of each."""
        first, last = self.tokens.searchsorted(starts), self.tokens.searchsorted(ends)
        sizes = last - first
        spans = np.arange(len(sizes)).repeat(sizes)
        places = np.arange(len(spans))
        places += (first - sizes.cumsum() + sizes).repeat(sizes)
        return self.tokens[places], spans

    def keys(self, tokens: Ints, articles: Ints) -> Keys:
        """A number for each of some words, the same for the same words of an article."""
        return of_article(self.text.hashes[tokens], articles)


def of_article(hashes: Keys, articles: Ints) -> Keys:
    """Hashes of words, told apart by their articles."""
    return hashes + articles.astype(np.uint64) * _OF_ARTICLE


def _last_of_names(text: Text, tokens: Ints) -> Ints:
    """Content words, of a name of several words only the last: "Anna Vale" and "Vale" are one.

    A name goes on over PARTICLES and full stops, up to _APART tokens. In a title, where each word
    may have a capital, all count.
    """
    pairs = (text.capital[tokens[:-1]] & text.capital[tokens[1:]]).nonzero()[0]
    first, second = tokens[pairs], tokens[pairs + 1]
    opens = np.zeros(len(text), np.bool_)
    opens[text.sentence_starts] = True
    between = np.minimum(first[:, np.newaxis] + _BETWEEN, second[:, np.newaxis])
    passed = are_particles(text.hashes[between]) & text.words[between]
    passed |= text.shape_codes[between] == _FULL_STOP
    passed &= ~opens[between]
    passed |= between == second[:, np.newaxis]
    joined = passed.all(axis=1) & (second - first <= _APART) & ~opens[second]
    joined &= second >= text.body_starts[text.body_ends.searchsorted(second, "right")]
    kept = np.ones(len(tokens), np.bool_)
    kept[pairs[joined]] = False
    return tokens[kept]


@functools.lru_cache(maxsize=4)
def _saying(lexicon: Lexicon) -> Bools:
    """By character of the tape whether it is a content word, shape (65536,)."""
    vocabulary = lexicon.vocabulary
    table, capital = np.zeros((2, 1 << 16), np.bool_)
    capital[vocabulary.size - 2 * len(vocabulary.words) + 1 : vocabulary.size : 2] = True

    def places(name: str) -> list[int]:
        return list(map(ord, lexicon.characters(name)))

    table[places("<word>")] = True
    for label in _NEVER:
        table[places(f"<{label}>")] = False
    for name in (*(f"<{label}>" for label in _UNLESS_NAMES), *_OTHERS):
        table[places(name)] = capital[places(name)]
    return table
