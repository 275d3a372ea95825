"""Words that tell what a text is, found by their hashes in one pass over all tokens.

They are no words of the lexicons: what is found here moves no feature.
"""

import functools
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.signals import ZONES, Bools, Findings, Ints
from credscore.text import hashes_of
from credscore.text_kinds.phrase_index import anchors

CLASSES = {
    "english": (
        "and because been but from of that the this those to were when which while who with would"
    ),
    "self": "i i'd i'll i'm i've myself",
    "ought": "let's must mustn't ought should shouldn't",
    "filler": (
        "adipiscing aliqua aliquam aliquet aliquip amet anim ante arcu aute auctor bibendum cillum "
        "commodo condimentum congue consectetur consequat convallis cras cupidatat curabitur "
        "cursus dapibus deserunt diam dictum dignissim dolor dolore donec duis efficitur egestas "
        "eiusmod eleifend elementum elit enim erat eros esse est etiam euismod excepteur "
        "exercitation facilisis faucibus felis feugiat finibus fringilla fugiat fusce gravida "
        "hendrerit iaculis imperdiet incididunt ipsum irure labore laboris laborum lacinia lacus "
        "lectus libero ligula lobortis lorem luctus maecenas magna malesuada mattis mauris maximus "
        "metus minim molestie mollit mollis morbi nam nec neque nibh nisi nisl nostrud nulla "
        "nullam nunc occaecat odio officia orci ornare pariatur pellentesque pharetra phasellus "
        "placerat posuere praesent pretium proident proin pulvinar purus quam quis quisque "
        "reprehenderit rhoncus rutrum sagittis sapien scelerisque sed sint sodales sollicitudin "
        "sunt suscipit suspendisse tellus tempor tempus tincidunt tortor tristique ullamco "
        "ullamcorper ultrices ultricies urna varius vehicula velit venenatis veniam vestibulum "
        "vitae vivamus viverra volutpat voluptate vulputate"
    ),
    "notice": (
        "adblock adblocker advertising browser consent cookie cookies javascript personalise "
        "personalised personalize personalized preferences privacy subscriber subscribers "
        "subscribing unsubscribe"
    ),
    "navigation": (
        "about account advertise archive basket careers cart comments contact content cookie "
        "cookies copyright donate download faq faqs feedback follow gallery help home "
        "log login logout menu navigation newsletter newsletters next photos podcast "
        "podcasts popular previous print privacy register reserved rights rss search share shop "
        "sign sitemap skip store subscribe terms topics trending videos arts business culture "
        "education entertainment events lifestyle local opinion politics science sport sports "
        "technology travel video weather world"
    ),
}
"""Classes of words; those of `english` are hardly words of any other language. No pronoun and no
name is among them but I.
"""
_NAMES = tuple(CLASSES)
_HALF = np.uint64(32)


class Table(NamedTuple):
    """A hash table of all words.

    `hashes` are in their slots, `numbers` say by slot which word stands there, `patterns` by word
    in which classes it is, as a row of `classes`: shape (patterns, CLASSES).
    """

    hashes: npt.NDArray[np.uint64]
    numbers: Ints
    patterns: Ints
    classes: Ints


class Words:
    """The words of titles and bodies that are in the table.

    `tokens` are theirs, `numbers` tell which words they are, `articles` whose.
    """

    def __init__(self, findings: Findings) -> None:
        self._table = table()
        hashes, numbers, patterns, classes = self._table
        found, self._articles = findings.reading.text.hashes, len(findings)
        slots = (found >> _HALF).view(np.intp) & (len(hashes) - 1)
        self.tokens: Ints = ((hashes.take(slots) == found) & (found != 0)).nonzero()[0]
        self.numbers = numbers[slots[self.tokens]]
        self.articles = findings.zones[self.tokens] // len(ZONES)
        self._patterns, size = patterns[self.numbers], len(classes)
        counts = np.bincount(
            self.articles * size + self._patterns, minlength=self._articles * size
        ).reshape(-1, size)
        self._counts = counts @ classes

    def count(self, name: str) -> Ints:
        """How many words of a class each article has."""
        counts: Ints = self._counts[:, _NAMES.index(name)]
        return counts

    def different(self, name: str) -> Ints:
        """How many different words of a class each article has."""
        of_class, size = self._are(name), len(self._table.patterns)
        pairs = np.unique(self.articles[of_class] * size + self.numbers[of_class])
        return np.bincount(pairs // size, minlength=self._articles)

    def of(self, *names: str) -> Ints:
        """The tokens of some classes."""
        are = np.logical_or.reduce([self._are(name) for name in names])
        return self.tokens[are]

    def _are(self, name: str) -> Bools:
        are: Bools = self._table.classes[:, _NAMES.index(name)].take(self._patterns) > 0
        return are


@functools.cache
def table() -> Table:
    """The table of all words, built once. The first words are the anchors of phrases."""
    groups = [members.split() for members in CLASSES.values()]
    words = list(dict.fromkeys(chain(anchors(), *groups)))
    hashes = hashes_of(words)
    size = 1
    while len({word_hash >> 32 & size - 1 for word_hash in hashes}) < len(hashes):
        size *= 2
    slots, numbers = np.zeros(size, np.uint64), np.zeros(size, np.intp)
    places = [word_hash >> 32 & size - 1 for word_hash in hashes]
    slots[places], numbers[places] = np.array(hashes, np.uint64), np.arange(len(hashes))
    rows = [tuple(word in group for group in map(set, groups)) for word in words]
    classes = list(dict.fromkeys(rows))
    patterns = np.array(list(map(classes.index, rows)), np.intp)
    return Table(slots, numbers, patterns, np.array(classes, np.intp))
