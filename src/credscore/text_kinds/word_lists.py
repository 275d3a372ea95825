"""The phrases and words by which texts say what they are (word_lists.toml)."""

import functools
import tomllib
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from credscore.signals import Ints
from credscore.text import Text, hashes_of

ENOUGH = 4
"""Points of different marks that make a text of a kind."""
_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "is", "it",
    "of", "our", "the", "their", "this", "to", "until", "we", "we're",
})  # fmt: skip
"""Words that are no anchors: they stand in every text."""
_ANYTHING, _ANY_WORD = 0, 1  # in place of a hash: behind the end of a phrase; for *
_LEAST_HASH = 1 << 16  # marks are less


class Phrase(NamedTuple):
    """A phrase, case-blind; `*` is any word. By its word at `anchor` it is looked for.

    It is a mark of a kind of text, worth so many points in the place `where` (word_lists.toml),
    however often it or another phrase of the mark stands there.
    """

    kind: str
    mark: str
    points: int
    where: str
    words: tuple[str, ...]
    anchor: int


def _anchor(words: list[str]) -> int:
    """The place of the longest word that is not common."""
    rare = [word if word not in _COMMON and word[-1].isalpha() else "" for word in words]
    return rare.index(max(rare, key=len))


_CONTENT = tomllib.loads((files("credscore.text_kinds") / "word_lists.toml").read_text("utf-8"))
CLASSES: dict[str, str] = _CONTENT["classes"]
"""By name the words of each class, parted by spaces."""
PHRASES = tuple(
    Phrase(kind, mark, points, where, tuple(words), _anchor(words))
    for kind, mark, points, where, phrases in _CONTENT["marks"]
    for words in map(str.split, phrases)
)
ANCHORS = tuple(dict.fromkeys(phrase.words[phrase.anchor] for phrase in PHRASES))


class _Tables:
    """The phrases as arrays: by anchor their numbers, else -1; by phrase its words.

    `steps` lead from the anchor to a word beside it, which has the hash `neighbours`.
    """

    def __init__(self) -> None:
        by_anchor: dict[str, list[int]] = {anchor: [] for anchor in ANCHORS}
        self.anchors = np.array([phrase.anchor for phrase in PHRASES])
        longest = max(len(phrase.words) for phrase in PHRASES)
        self.signs = np.full((len(PHRASES), longest), _ANYTHING, np.uint64)
        self.steps = np.zeros(len(PHRASES), np.intp)
        for number, (*_, words, anchor) in enumerate(PHRASES):
            by_anchor[words[anchor]].append(number)
            self.signs[number, : len(words)] = list(map(_sign, words))
            beside = (at for at in (anchor + 1, anchor - 1) if 0 <= at < len(words))
            self.steps[number] = next((at for at in beside if words[at] != "*"), anchor) - anchor
        signs = self.signs[np.arange(len(PHRASES)), self.anchors + self.steps]
        self.neighbours = np.where(signs < _LEAST_HASH, 0, signs)
        self.numbers = np.full((len(ANCHORS), max(map(len, by_anchor.values()))), -1)
        for row, found in zip(self.numbers, by_anchor.values(), strict=True):
            row[: len(found)] = found


def _sign(word: str) -> int:
    if word[-1].isalpha():
        return hashes_of([word])[0]
    return _ANY_WORD if word == "*" else ord(word)


_tables = functools.cache(_Tables)


def phrases_at(text: Text, tokens: Ints, anchors: Ints) -> tuple[Ints, Ints]:
    """The phrases around some anchors of ANCHORS at `tokens`: places there, places in PHRASES."""
    tables = _tables()
    of_anchors = tables.numbers[anchors]
    places, columns = (of_anchors >= 0).nonzero()
    phrases = of_anchors[places, columns]
    beside = text.hashes.take(tokens[places] + tables.steps[phrases], mode="clip")
    near = beside == tables.neighbours[phrases]  # few are: the others are not looked at
    places, phrases = places[near], phrases[near]
    begins = tokens[places] - tables.anchors[phrases]
    at = begins[:, np.newaxis] + np.arange(tables.signs.shape[1])
    words = text.words.take(at, mode="clip") & (at < len(text))
    wanted = tables.signs[phrases]
    here = np.where(
        words, text.hashes.take(at, mode="clip"), text.shape_codes.take(at, mode="clip")
    )
    is_word = (wanted == _ANY_WORD) & (here >= _LEAST_HASH)
    fits = ((wanted == here) | (wanted == _ANYTHING) | is_word).all(axis=1)
    return places[fits], phrases[fits]
