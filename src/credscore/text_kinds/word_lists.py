"""The phrases and words by which texts say what they are (word_lists.toml)."""

import functools
import tomllib
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

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


@functools.cache
def _tables() -> tuple[Ints, Ints, npt.NDArray[np.uint64]]:
    """By anchor the numbers of its phrases, else -1; of phrases the anchor's place, the hashes."""
    by_anchor: dict[str, list[int]] = {anchor: [] for anchor in ANCHORS}
    signs = np.full(
        (len(PHRASES), max(len(phrase.words) for phrase in PHRASES)), _ANYTHING, np.uint64
    )
    for number, phrase in enumerate(PHRASES):
        by_anchor[phrase.words[phrase.anchor]].append(number)
        signs[number, : len(phrase.words)] = [
            hashes_of([word])[0] if word[-1].isalpha() else _ANY_WORD if word == "*" else ord(word)
            for word in phrase.words
        ]
    numbers = np.full((len(ANCHORS), max(map(len, by_anchor.values()))), -1)
    for row, found in zip(numbers, by_anchor.values(), strict=True):
        row[: len(found)] = found
    return numbers, np.array([phrase.anchor for phrase in PHRASES]), signs


def phrases_at(text: Text, tokens: Ints, anchors: Ints) -> tuple[Ints, Ints]:
    """The phrases around some anchors of ANCHORS at `tokens`: places there, places in PHRASES."""
    numbers, befores, signs = _tables()
    of_anchors = numbers[anchors]
    places, columns = (of_anchors >= 0).nonzero()
    found = of_anchors[places, columns]
    begins = tokens[places] - befores[found]
    at = begins[:, np.newaxis] + np.arange(signs.shape[1])
    here, wanted = text.hashes.take(at, mode="clip"), signs[found]
    here = np.where(text.words.take(at, mode="clip"), here, text.shape_codes.take(at, mode="clip"))
    fits = (
        (wanted == here) | (wanted == _ANYTHING) | ((wanted == _ANY_WORD) & (here >= _LEAST_HASH))
    )
    whole = fits.all(axis=1)
    return places[whole], found[whole]
