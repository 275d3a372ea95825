"""Words that tell what a text is, found by their hashes in one pass over all tokens.

But for function words they are no words of the lexicons: what is found here moves no feature.
"""

import functools
from itertools import chain

import numpy as np

from credscore.lexicon import shipped
from credscore.signals import TITLE, ZONES, Bools, Findings, Ints
from credscore.text import WordTable
from credscore.text_kinds.word_lists import CLASSES, PHRASES

NAMES = (*CLASSES, "function")
"""The classes, and the function words of lexicons/grammar.toml."""
_FUNCTION_WORDS = ("det", "pronoun", "be", "have", "preposition", "conjunction")


class Words:
    """The words of titles and bodies that are in the table.

    `tokens` are theirs, `numbers` tell which words they are; the first numbers are anchors.
    `articles` are those of the words. `counts` has how many words of each class of NAMES every body
    has: shape (articles, NAMES).
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
        """The tokens of some classes from `start` to `end` - 1, and their numbers."""
        first, last = self.tokens.searchsorted((start, end))
        numbers = self.numbers[first:last]
        are = _members(names)[numbers]
        return self.tokens[first:last][are], numbers[are]


@functools.cache
def _members(names: tuple[str, ...]) -> Bools:
    """Whether each word of the table is of one of some classes."""
    _, patterns, classes = _tables()
    members: Bools = (classes[:, list(map(NAMES.index, names))].sum(axis=1) > 0)[patterns]
    return members


@functools.cache
def _tables() -> tuple[WordTable, Ints, Ints]:
    """All words, numbered from 1 on, the anchors of PHRASES first; in which classes they are.

    By word that is the number of a row of the last array, shape (patterns, classes).
    """
    function = set(chain(*map(shipped().classes.__getitem__, _FUNCTION_WORDS)))
    groups = [*(set(members.split()) for members in CLASSES.values()), function]
    words = list(dict.fromkeys(chain(PHRASES, *map(sorted, groups))))
    rows = [tuple(word in group for group in groups) for word in words]
    classes = list(dict.fromkeys(rows))
    patterns = np.array(list(map(classes.index, rows)), np.intp)
    table = WordTable({word: number for number, word in enumerate(words, 1)})
    return table, patterns, np.array(classes, np.intp)
