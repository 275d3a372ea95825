"""The tape of a text, and the cues on it: matches of the rules of all lexicons.

The tape holds one character for every token, so that rules can be matched on it. A word of the
lexicons has its own character. Any other word has the letter of its shape (text/characters.py). A
mark is itself.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.errors import LexiconError
from credscore.evidence import Finding
from credscore.lexicon.asides import asides_of
from credscore.lexicon.lexicon import Lexicon
from credscore.patterns import Rows
from credscore.text import Text, write_codes

_BLANK = ord("\n")


class Tape(NamedTuple):
    """One character per token, as numbers and as a string."""

    codes: npt.NDArray[np.uint16]
    characters: str


def write_tape(text: Text, lexicon: Lexicon) -> Tape:
    """The tape of a text. Capitalised words inside a sentence are names; asides are left blank.

    >>> from credscore.lexicon import shipped
    >>> tape = write_tape(Text(["Could he go? He could ask Could."], [None]), shipped())
    >>> could = shipped().characters("could")
    >>> [tape.characters[token] in could for token in (2, 7)], tape.characters[9]
    ([True, True], 'N')
    """
    codes = np.empty(len(text), np.uint16)
    words, rules = lexicon.vocabulary, lexicon.capital_rules
    write_codes(text, words.slots.data, words.hashes.data, rules.data, codes.data)
    for first, end in asides_of(text):
        codes[first:end] = _BLANK
    return Tape(codes, codes.tobytes().decode("utf-16-le", "surrogatepass"))


class Cues:
    """All cues of a tape, by signal, in text order. No cue crosses a sentence."""

    def __init__(self, tape: Tape, text: Text, lexicon: Lexicon) -> None:
        self.table = lexicon.table
        self._by_signal = self.table.by_signal(self.table.find(tape.codes, text.sentence_bounds))

    def of(self, signal: str) -> list[Finding]:
        return self.table.findings(self._by_signal[signal])

    def rows_of(self, signal: str) -> Rows:
        """The cues of a signal as rows of findings; LexiconError if it has no lexicon."""
        if signal not in self._by_signal:
            raise LexiconError(f"no lexicon is of signal {signal!r}. Add lexicons/{signal}.toml.")
        return self._by_signal[signal]
