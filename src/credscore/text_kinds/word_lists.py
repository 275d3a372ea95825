"""The phrases and words by which texts say what they are, read from word_lists.toml."""

import tomllib
from importlib.resources import files
from typing import NamedTuple

ENOUGH = 4
"""Points of different marks that make a text of a kind."""


class Phrases(NamedTuple):
    """Phrases that say the same, case-blind; `*` is any word.

    They are a mark of a kind of text, worth so many points however often one of them stands in the
    place `where`; word_lists.toml lists the places.
    """

    kind: str
    mark: str
    points: int
    where: str
    phrases: tuple[str, ...]


_CONTENT = tomllib.loads((files("credscore.text_kinds") / "word_lists.toml").read_text("utf-8"))
PHRASES = tuple(Phrases(*row) for row in _CONTENT["marks"])
CLASSES: dict[str, str] = _CONTENT["classes"]
"""By name the words of each class, parted by spaces."""
