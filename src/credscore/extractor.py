"""What an extractor is: the name of a signal and a function from a Reading to findings."""

from collections.abc import Callable
from typing import NamedTuple

from credscore.finding import Finding
from credscore.reading import Reading

__all__ = ["Extractor", "Finding"]


class Extractor(NamedTuple):
    """A signal's name and how its evidence is found; `find` returns findings in text order."""

    signal: str
    find: Callable[[Reading], list[Finding]]
