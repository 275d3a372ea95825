"""Finds the phrases and words by which texts show their kind (word_lists.toml), by their hashes.

Except for function words they are no words of the lexicons, so they move no feature.
"""

import functools
from collections import defaultdict
from itertools import chain
from typing import NamedTuple

import numpy as np

from credscore.lexicon import shipped
from credscore.signals import TITLE, ZONES, Bools, Findings, Ints
from credscore.text import Text, WordTable, hashes_of, read_table

ENOUGH = 4  # the points of different marks by which a text is of a kind
_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "is", "it",
    "of", "our", "the", "their", "this", "to", "until", "we", "we're",
})  # fmt: skip
"""Words that are no anchors: they stand in every text."""


class Phrase(NamedTuple):
    """A phrase in any case; a last `*` stands for any word. The word at `anchor` finds it.

    It is a mark of a kind of text. In the place `where` (word_lists.toml) the mark is worth so many
    points, however often a phrase of the mark stands there. `signs` are the phrase's words and
    marks (`signs_of`) without the `*`; `size` counts the `*`, too.
    """

    kind: str
    mark: str
    points: int
    where: str
    signs: bytes
    size: int
    anchor: int


def _anchor(words: list[str]) -> int:
    """The index of the longest word that is not common."""
    rare = [word if word not in _COMMON and word[-1].isalpha() else "" for word in words]
    return rare.index(max(rare, key=len))


def signs_of(text: Text) -> bytes:
    """The hashes of the words of a text, and its marks as code points, 8 bytes each."""
    return np.where(text.words, text.hashes, text.shape_codes).tobytes()


_CONTENT = read_table("text_kinds/word_lists.toml")
CLASSES: dict[str, str] = _CONTENT["classes"]  # the words of each class
PHRASES: dict[str, list[Phrase]] = defaultdict(list)  # phrases by anchor
for *_of, _phrases in _CONTENT["marks"]:
    for _words in map(str.split, _phrases):
        _told = [word for word in _words if word != "*"]
        _signs = [hashes_of([sign])[0] if sign[-1].isalpha() else ord(sign) for sign in _told]
        _row = (*_of, np.array(_signs, np.uint64).tobytes(), len(_words), _anchor(_words))
        PHRASES[_words[_row[-1]]].append(Phrase._make(_row))
NAMES = (*CLASSES, "function")  # the classes, and the function words of lexicons/grammar.toml
_FUNCTION_WORDS = ("det", "pronoun", "be", "have", "preposition", "conjunction")


class Words:
    """The words of titles and bodies that the table holds.

    `tokens` are their tokens, `numbers` tell which words they are; anchors have the first numbers.
    `articles` are the articles of the words. `counts` is the number of words of each class of NAMES
    in every body, shape (articles, NAMES).
    """

    def __init__(self, findings: Findings) -> None:
        table, patterns, classes = _tables()
        numbers, size = table.of(findings.reading.text.hashes), len(classes)
        self.tokens: Ints = (numbers > 0).nonzero()[0]
        self.numbers = numbers[self.tokens].astype(np.intp) - 1
        zones = findings.zones[self.tokens]
        self.articles = zones // len(ZONES)
        counts = np.bincount(
            zones * size + patterns[self.numbers], minlength=len(findings) * len(ZONES) * size
        ).reshape(-1, len(ZONES), size)
        bodies = counts.sum(axis=1) - counts[:, TITLE]
        self.counts: Ints = bodies @ classes

    def count(self, name: str) -> Ints:
        return self.counts[:, NAMES.index(name)]

    def within(self, start: int, end: int, *names: str) -> tuple[Ints, Ints]:
        """The tokens of these classes from `start` to `end` (exclusive), and their numbers."""
        first, last = self.tokens.searchsorted((start, end))
        numbers = self.numbers[first:last]
        are = _members(names)[numbers]
        return self.tokens[first:last][are], numbers[are]


@functools.cache
def _members(names: tuple[str, ...]) -> Bools:
    """Whether each word of the table is in one of these classes."""
    _, patterns, classes = _tables()
    return np.asarray((classes[:, list(map(NAMES.index, names))].sum(axis=1) > 0)[patterns])


@functools.cache
def _tables() -> tuple[WordTable, Ints, Ints]:
    """The numbers of all words, from 1 on, anchors of PHRASES first; the classes of each word.

    A word's number indexes the last array, shape (patterns, classes).
    """
    function = set(chain(*map(shipped().classes.__getitem__, _FUNCTION_WORDS)))
    groups = [*(set(members.split()) for members in CLASSES.values()), function]
    words = list(dict.fromkeys(chain(PHRASES, *map(sorted, groups))))
    rows = [tuple(word in group for group in groups) for word in words]
    classes = list(dict.fromkeys(rows))
    patterns = np.array(list(map(classes.index, rows)), np.intp)
    table = WordTable({word: number for number, word in enumerate(words, 1)})
    return table, patterns, np.array(classes, np.intp)
