"""Phrases by their rarer words, by which all of them are looked for in one pass."""

import functools
from collections import defaultdict
from typing import NamedTuple

from credscore.text import hashes_of
from credscore.text_kinds.phrases import PHRASES

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
    rows = [(row, phrase.split()) for row, entry in enumerate(PHRASES)
            for phrase in entry.phrases.split("|")]  # fmt: skip
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
def phrases() -> tuple[tuple[tuple[int, int, Phrase], ...], ...]:
    """The phrases of each anchor, in the order of `anchors`.

    Before each stands the hash of one of its words, and how far that is from the anchor: where
    these do not fit, the phrase does not stand.
    """
    return tuple(
        tuple((max(phrase.hashes[place], 0), place - phrase.before, phrase)
              for phrase, place in zip(of_anchor, map(_neighbour, of_anchor), strict=True))
        for of_anchor in _by_anchor().values()
    )  # fmt: skip


def _neighbour(phrase: Phrase) -> int:
    """The place in the phrase of a word or mark beside its anchor; of the anchor if it has none."""
    for place in (phrase.before + 1, phrase.before - 1):
        if 0 <= place < len(phrase.hashes) and phrase.hashes[place]:
            return place
    return phrase.before
