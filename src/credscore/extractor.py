"""What an extractor is: the name of a signal and a function from a Reading to findings."""

from collections.abc import Callable
from typing import NamedTuple

from credscore.reading import Reading


class Finding(NamedTuple):
    """One piece of evidence before it has characters: tokens start to end (exclusive)."""

    kind: str
    cue: str
    start: int
    end: int


class Extractor(NamedTuple):
    """A signal's name and how its evidence is found; `find` returns findings in text order."""

    signal: str
    find: Callable[[Reading], list[Finding]]
