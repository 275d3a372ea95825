"""Words and patterns that a module asks for by name; they are made at the first request."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from credscore.lexicon.lexicon import Lexicon

_Value = TypeVar("_Value")


class _Cache(dict[str, _Value]):
    def __init__(self, make: Callable[[str], _Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _Value:
        self[name] = self._make(name)
        return self[name]


class Phrases:
    """Words as sets of characters of the tape, and patterns as regular expressions over it.

    A request gives a name in `named`, or the pattern itself. A test of a character against a set is
    much faster than a regular expression.

    >>> from credscore.lexicon import shipped, write_tape
    >>> from credscore.text import Text
    >>> phrases = Phrases({"telling": "said | <deny>"}, shipped())
    >>> tape = write_tape(Text(["She denied it."], [None]), shipped()).characters
    >>> tape[3] in phrases.words["telling"], tape[4] in phrases.words["telling"]
    (True, False)
    >>> phrases.patterns["<deny> it"].search(tape).span()
    (3, 5)
    """

    def __init__(self, named: Mapping[str, str], lexicon: Lexicon) -> None:
        def words(name: str) -> frozenset[str]:
            alternatives = named.get(name, name).split(" | ")
            return frozenset("".join(map(lexicon.characters, alternatives)))

        def pattern(name: str) -> re.Pattern[str]:
            return lexicon.compile(f"( {named.get(name, name)} )")

        self.words = _Cache(words)
        self.patterns = _Cache(pattern)
