"""Words and patterns that a module asks for by name, made when they are first asked for."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from credscore.lexicon.lexicon import Lexicon
from credscore.patterns import Classes, compile_pattern, names_of

_Made = TypeVar("_Made")


class _MadeOnce(dict[str, _Made]):
    """Makes what is asked for and not there yet."""

    def __init__(self, make: Callable[[str], _Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _Made:
        self[name] = self._make(name)
        return self[name]


class Phrases:
    """Words as sets of characters of the tape, and patterns as regular expressions over it.

    Each is asked for by its name in `named`, or as it stands there. To ask whether a character is
    one of a set takes a small part of the time that a regular expression takes.

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

        self.words = _MadeOnce(words)
        self.patterns = _MadeOnce(pattern)


class Symbols:
    """The characters that tell apart what some patterns name.

    >>> import re
    >>> from credscore.lexicon import shipped, write_tape
    >>> from credscore.text import Text
    >>> symbols = Symbols(["<deny> <det>"], shipped())
    >>> tape = write_tape(Text(["She denied the reports."], [None]), shipped())
    >>> re.search(symbols.expression("<deny> <det>"), symbols.of(tape.codes)).span()
    (3, 5)
    """

    def __init__(self, patterns: Iterable[str], lexicon: Lexicon) -> None:
        names = sorted({name for pattern in patterns for name in names_of(pattern)})
        codes = {name: lexicon.codes(name) for name in names}
        self._classes = Classes(codes, lexicon.vocabulary.size)

    def of(self, codes: npt.NDArray[np.uint16]) -> str:
        """A tape in these characters, one for every token."""
        return self._classes.numbers.take(codes).tobytes().decode("utf-16-le")

    def expression(self, pattern: str) -> str:
        """A pattern (patterns/language.py) as a regular expression over `of`."""
        return compile_pattern(pattern, self._classes.characters).expression


class NamedPatterns(_MadeOnce[re.Pattern[str]]):
    """Patterns that a module asks for by name, over their `symbols`, compiled when asked for.

    Those of `ending` have to end where a search ends. Several names with a space between them stand
    for what any of them does.

    >>> from credscore.lexicon import shipped, write_tape
    >>> from credscore.text import Text
    >>> named = NamedPatterns({"object": "<deny> <det>", "place": "in | at"}, (), shipped())
    >>> tape = write_tape(Text(["She denied the reports."], [None]), shipped())
    >>> named["place object"].search(named.symbols.of(tape.codes)).span()
    (3, 5)
    """

    def __init__(
        self, patterns: Mapping[str, str], ending: Collection[str], lexicon: Lexicon
    ) -> None:
        super().__init__(lambda names: re.compile(self.expression(names)))
        self.symbols = Symbols(patterns.values(), lexicon)
        self._patterns, self._ending = patterns, ending

    def expression(self, names: str) -> str:
        """The regular expression over `symbols` that some names stand for."""
        alternatives = names.split()
        written = self.symbols.expression(" | ".join(map(self._patterns.__getitem__, alternatives)))
        return f"(?:{written})" + r"\Z" * (alternatives[0] in self._ending)
