"""The cues of a tape: matches of the rules of all lexicons, found in one linear pass."""

import numpy as np
import numpy.typing as npt

from credscore.evidence import Finding
from credscore.lexicon.lexicon import Lexicon
from credscore.lexicon.tape import Tape
from credscore.patterns import RuleTable
from credscore.text import Text


class Cues:
    """All cues of a tape, in text order; findings are made only of the signals asked for."""

    def __init__(self, rows: npt.NDArray[np.int32], table: RuleTable) -> None:
        self.rows, self.table = rows, table
        self._by_signal = table.by_signal(rows)
        self._findings: dict[str, list[Finding]] = {}

    def of(self, signal: str) -> list[Finding]:
        """The cues of a signal; none if the lexicons have no such signal."""
        if signal not in self._findings:
            self._findings[signal] = self.table.cues(signal, self.rows_of(signal))
        return self._findings[signal]

    def rows_of(self, signal: str) -> npt.NDArray[np.int32]:
        """The cues of a signal as rows: first token, end, number of the rule; shape (cues, 3)."""
        return self._by_signal.get(signal, self.rows[:0])


def find_cues(tape: Tape, text: Text, lexicon: Lexicon) -> Cues:
    """All cues of a tape; none crosses the end of a sentence."""
    return Cues(lexicon.table.find(tape.codes, text.sentence_bounds), lexicon.table)
