"""The phrases and words by which texts say what they are (word_lists.toml)."""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from credscore.text import Text, hashes_of, read_table

ENOUGH = 4
"""Points of different marks that make a text of a kind."""
_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "is", "it",
    "of", "our", "the", "their", "this", "to", "until", "we", "we're",
})  # fmt: skip
"""Words that are no anchors: they stand in every text."""


class Phrase(NamedTuple):
    """A phrase, case-blind; a last `*` is any word. By its word at `anchor` it is looked for.

    It is a mark of a kind of text, worth so many points in the place `where` (word_lists.toml),
    however often it or another phrase of the mark stands there. `signs` are its words and marks
    (`signs_of`) without the `*`, `size` counts it.
    """

    kind: str
    mark: str
    points: int
    where: str
    signs: bytes
    size: int
    anchor: int


def _anchor(words: list[str]) -> int:
    """The place of the longest word that is not common."""
    rare = [word if word not in _COMMON and word[-1].isalpha() else "" for word in words]
    return rare.index(max(rare, key=len))


def signs_of(text: Text) -> bytes:
    """The hashes of the words of a text, and its marks as code points: 8 bytes each."""
    return np.where(text.words, text.hashes, text.shape_codes).tobytes()


_CONTENT = read_table("text_kinds/word_lists.toml")
CLASSES: dict[str, str] = _CONTENT["classes"]
"""By name the words of each class, parted by spaces."""
PHRASES: dict[str, list[Phrase]] = defaultdict(list)
"""The phrases by the words that are their anchors."""
for *_of, _phrases in _CONTENT["marks"]:
    for _words in map(str.split, _phrases):
        _told = [word for word in _words if word != "*"]
        _signs = [hashes_of([sign])[0] if sign[-1].isalpha() else ord(sign) for sign in _told]
        _row = (*_of, np.array(_signs, np.uint64).tobytes(), len(_words), _anchor(_words))
        PHRASES[_words[_row[-1]]].append(Phrase._make(_row))
