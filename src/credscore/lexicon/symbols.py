"""A tape in fewer characters: those that some patterns do not tell apart are one.

Expressions over it are smaller and compiled in a fraction of the time.
"""

import re
from collections.abc import Collection, Iterable, Mapping

import numpy as np
import numpy.typing as npt

from credscore.lexicon.lexicon import Lexicon
from credscore.patterns import Classes, compile_pattern, names_of


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
        codes = {name: np.array([*map(ord, lexicon.characters(name))], np.intp) for name in names}
        self._classes = Classes(codes, lexicon.vocabulary.size)

    def of(self, codes: npt.NDArray[np.uint16]) -> str:
        """A tape in these characters, one for every token."""
        return self._classes.numbers.take(codes).tobytes().decode("utf-16-le")

    def expression(self, pattern: str) -> str:
        """A pattern (patterns/language.py) as a regular expression over `of`."""
        return compile_pattern(pattern, self._classes.characters).expression


class NamedPatterns(dict[str, re.Pattern[str]]):
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
        self.symbols = Symbols(patterns.values(), lexicon)
        self._patterns, self._ending = patterns, ending

    def expression(self, names: str) -> str:
        """The regular expression over `symbols` that some names stand for."""
        alternatives = names.split()
        written = self.symbols.expression(" | ".join(map(self._patterns.__getitem__, alternatives)))
        return f"(?:{written})" + r"\Z" * (alternatives[0] in self._ending)

    def __missing__(self, names: str) -> re.Pattern[str]:
        self[names] = re.compile(self.expression(names))
        return self[names]
