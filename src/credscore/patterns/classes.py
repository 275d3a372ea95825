"""Classes of characters on the tape: for the rule table, and as text for regular expressions."""

import functools
import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from credscore.patterns.program import Names
from credscore.text import Ints

_MIX = np.uint64(0x9E3779B97F4A7C15)


class Classes:
    """Classes of characters. Characters with the same names are one class; class 0 has no name.

    `codes` gives the characters of every name; `size` is the number of characters. `numbers` gives
    the class of every character; `width` is the number of classes.
    """

    def __init__(self, codes: Mapping[str, Ints], size: int) -> None:
        marks = np.zeros(size, np.uint64)
        for number, characters in enumerate(codes.values(), 1):
            marks[characters] = (marks[characters] + np.uint64(number)) * _MIX
        different, classes = np.unique(marks, return_inverse=True)
        self.numbers, self.width = classes.astype(np.uint16), len(different)
        self._named = {name: classes[characters] for name, characters in codes.items()}

    def where(self, rows: Sequence[Names | None]) -> npt.NDArray[np.bool_]:
        """For every row and class, whether the class has one of the row's names (None: any)."""
        kinds = {names: kind for kind, names in enumerate(dict.fromkeys(rows))}
        table = np.zeros((len(kinds), self.width), np.bool_)
        for names, kind in kinds.items():
            for name in names or ():
                table[kind, self._named[name]] = True
            table[kind] |= names is None
        return table[[kinds[names] for names in rows]]


@functools.lru_cache(maxsize=4096)
def character_class(characters: str, alphabet: str = "") -> str:
    """A regular expression for one of `characters`; adjacent characters form one range.

    If `characters` are most of an `alphabet`, it is written as "all except the others", which
    compiles faster.
    """
    most = 0 < len(alphabet) < 2 * len(characters)
    members = np.zeros(1 + (1 << 16) + 1, np.bool_)  # with one before and one behind all
    members[1:-1][_codes(alphabet * most)] = True
    members[1:-1][_codes(characters)] = not most
    edges = (members[1:] != members[:-1]).nonzero()[0].tolist()
    runs = zip(edges[::2], edges[1::2], strict=True)
    ranges = "".join(f"{_escaped(first)}-{_escaped(end - 1)}" for first, end in runs)
    return f"[{'^' * most}{ranges}]"


def _codes(characters: str) -> npt.NDArray[np.uint16]:
    return np.frombuffer(characters.encode("utf-16-le"), np.uint16)


def _escaped(code: int) -> str:
    return re.escape(chr(code))
