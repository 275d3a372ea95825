"""Phrases by their rarer words, by which all of them are looked for in one pass."""

import functools
from collections import defaultdict
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.signals import Ints
from credscore.text import hashes_of
from credscore.text_kinds.word_lists import PHRASES

_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "is", "it",
    "of", "our", "the", "their", "this", "to", "until", "we", "we're",
})  # fmt: skip
"""Words that are no anchors: they stand in every text."""


class Phrase(NamedTuple):
    """One phrase: the hashes of its words (0: any word, -c: the mark c), `before` the anchor."""

    row: int
    before: int
    hashes: tuple[int, ...]


@functools.cache
def _by_anchor() -> dict[str, list[Phrase]]:
    rows = [(row, phrase.split()) for row, entry in enumerate(PHRASES) for phrase in entry.phrases]
    written = sorted({word for _, words in rows for word in words if word[-1].isalpha()})
    known = dict(zip(written, hashes_of(written), strict=True))
    by_anchor: dict[str, list[Phrase]] = defaultdict(list)
    for row, words in rows:
        hashes = tuple(known.get(word) or (0 if word == "*" else -ord(word)) for word in words)
        anchor = max((word for word in words if word in known and word not in _COMMON), key=len)
        by_anchor[anchor].append(Phrase(row, words.index(anchor), hashes))
    return by_anchor


def anchors() -> tuple[str, ...]:
    """The words by which phrases are found, each once."""
    return tuple(_by_anchor())


@functools.cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases, those of one anchor behind those of the one before it in `anchors`."""
    return tuple(chain.from_iterable(_by_anchor().values()))


@functools.cache
def _index() -> tuple[Ints, Ints, npt.NDArray[np.uint64]]:
    """By anchor the place of its first phrase, and behind the last one their number.

    By phrase where another of its words is, so many tokens from the anchor, and its hash.
    """
    places = list(map(_neighbour, phrases()))
    pairs = list(zip(phrases(), places, strict=True))
    return (
        np.cumsum([0, *map(len, _by_anchor().values())]),
        np.array([place - phrase.before for phrase, place in pairs]),
        np.array([max(phrase.hashes[place], 0) for phrase, place in pairs], np.uint64),
    )


def candidates(words: Ints, tokens: Ints, hashes: npt.NDArray[np.uint64]) -> tuple[Ints, Ints]:
    """Where a phrase may stand: places in `words`, and in `phrases()` the phrase.

    `words` are numbers of words, the first of them those of `anchors`, at `tokens` of a text that
    has these `hashes`. Beside the anchor the phrase fits; the rest of it is not looked at.
    """
    firsts, steps, neighbours = _index()
    anchored = (words < len(firsts) - 1).nonzero()[0]
    numbers = words[anchored]
    counts = firsts[numbers + 1] - firsts[numbers]
    places = anchored.repeat(counts)
    found = np.arange(len(places)) + (firsts[numbers] - counts.cumsum() + counts).repeat(counts)
    beside = np.minimum(tokens[places] + steps[found], len(hashes) - 1)
    fits = (hashes[beside] == neighbours[found]).nonzero()[0]
    return places[fits], found[fits]


def _neighbour(phrase: Phrase) -> int:
    """The place in the phrase of a word or mark beside its anchor; of the anchor if it has none."""
    for place in (phrase.before + 1, phrase.before - 1):
        if 0 <= place < len(phrase.hashes) and phrase.hashes[place]:
            return place
    return phrase.before
