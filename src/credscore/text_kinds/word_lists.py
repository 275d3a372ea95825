"""The phrases and words by which texts say what they are (word_lists.toml)."""

import tomllib
from collections import defaultdict
from importlib.resources import files
from typing import NamedTuple

from credscore.text import hashes_of

ENOUGH = 4
"""Points of different marks that make a text of a kind."""
_COMMON = frozenset({
    "a", "all", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "is", "it",
    "of", "our", "the", "their", "this", "to", "until", "we", "we're",
})  # fmt: skip
"""Words that are no anchors: they stand in every text."""
ANY_WORD = 0
"""The sign of *."""


class Phrase(NamedTuple):
    """A phrase, case-blind; `*` is any word. By its word at `anchor` it is looked for.

    It is a mark of a kind of text, worth so many points in the place `where` (word_lists.toml),
    however often it or another phrase of the mark stands there. `signs` are the hashes of its
    words, and its marks as code points.
    """

    kind: str
    mark: str
    points: int
    where: str
    signs: tuple[int, ...]
    anchor: int


def _anchor(words: list[str]) -> int:
    """The place of the longest word that is not common."""
    rare = [word if word not in _COMMON and word[-1].isalpha() else "" for word in words]
    return rare.index(max(rare, key=len))


def _sign(word: str) -> int:
    if word[-1].isalpha():
        return hashes_of([word])[0]
    return ANY_WORD if word == "*" else ord(word)


_CONTENT = tomllib.loads((files("credscore.text_kinds") / "word_lists.toml").read_text("utf-8"))
CLASSES: dict[str, str] = _CONTENT["classes"]
"""By name the words of each class, parted by spaces."""
PHRASES: dict[str, list[Phrase]] = defaultdict(list)
"""The phrases by the words that are their anchors."""
for _kind, _mark, _points, _where, _phrases in _CONTENT["marks"]:
    for _words in map(str.split, _phrases):
        _at = _anchor(_words)
        _phrase = Phrase(_kind, _mark, _points, _where, tuple(map(_sign, _words)), _at)
        PHRASES[_words[_at]].append(_phrase)
