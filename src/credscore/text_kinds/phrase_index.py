"""Phrases as arrays, by which all of them are looked for in one pass over a reading."""

import functools
from collections import defaultdict
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.signals import Ints
from credscore.text import hashes_of
from credscore.text_kinds.phrases import IN_HEAD, PHRASES

_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "is", "it",
    "of", "our", "the", "their", "this", "to", "until", "we", "we're",
})  # fmt: skip
"""Words that are no anchors: they stand in every text."""
_FAR = 1 << 40


class Phrase(NamedTuple):
    """One phrase: the hashes of its words (0: any word, -c: the mark c), `before` the anchor."""

    row: int
    before: int
    hashes: tuple[int, ...]


@functools.cache
def _by_anchor() -> dict[str, list[Phrase]]:
    by_anchor: dict[str, list[Phrase]] = defaultdict(list)
    for row, entry in enumerate(PHRASES):
        for phrase in entry.phrases.split("|"):
            words = phrase.split()
            hashes = tuple(
                0 if word == "*" else hashes_of([word])[0] if word[-1].isalpha() else -ord(word)
                for word in words
            )
            rare = [word for word in words if word[-1].isalpha() and word not in _COMMON]
            anchor = max(rare, key=len)
            by_anchor[anchor].append(Phrase(row, words.index(anchor), hashes))
    return by_anchor


def anchors() -> tuple[str, ...]:
    """The words by which phrases are found, each once."""
    return tuple(_by_anchor())


class Index(NamedTuple):
    """The phrases in the order of their anchors, as arrays.

    Anchor n, in the order of `anchors`, has the phrases firsts[n] to firsts[n + 1] - 1. For each
    phrase `neighbours` has the hash of the word (0: a mark) that stands `steps` tokens from its
    anchor, `reach` the words that may stand before the anchor in its paragraph.
    """

    phrases: tuple[Phrase, ...]
    firsts: Ints
    neighbours: npt.NDArray[np.uint64]
    steps: Ints
    reach: Ints


@functools.cache
def index() -> Index:
    """The index of all phrases, built once."""
    rows = _by_anchor().values()
    phrases = tuple(chain.from_iterable(rows))
    near = list(map(_neighbour, phrases))
    neighbours = [max(one.hashes[place], 0) for one, place in zip(phrases, near, strict=True)]
    steps = [place - one.before for one, place in zip(phrases, near, strict=True)]
    reach = [_FAR if PHRASES[one.row].where <= IN_HEAD else one.before for one in phrases]
    return Index(
        phrases, np.cumsum([0, *map(len, rows)]), np.array(neighbours, np.uint64),
        np.array(steps, np.intp), np.array(reach, np.intp),
    )  # fmt: skip


def _neighbour(phrase: Phrase) -> int:
    """The place in the phrase of a word or mark beside its anchor; of the anchor if it has none."""
    for place in (phrase.before + 1, phrase.before - 1):
        if 0 <= place < len(phrase.hashes) and phrase.hashes[place]:
            return place
    return phrase.before
