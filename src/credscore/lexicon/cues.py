"""One linear pass over the text: every word looked up in all lexicons, every rule that fires."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.evidence import Finding
from credscore.lexicon._tape import write
from credscore.lexicon.lexicon import Lexicon
from credscore.lexicon.vocabulary import FIRST_CODE
from credscore.patterns import RuleTable
from credscore.text import ROLES, Text


class Tape(NamedTuple):
    """One character per token, as numbers and as a string."""

    codes: npt.NDArray[np.uint16]
    characters: str


def write_tape(text: Text, lexicon: Lexicon) -> Tape:
    """One character per token; capitalised words inside a sentence are names."""
    known = lexicon.vocabulary
    tape = np.empty(len(text), np.uint16)
    write(
        text.pieces, text.title_offsets.data, text.body_offsets.data, text.starts.data,
        text.ends.data, text.hashes.data, text.words.data, text.capital.data,
        text.shape_codes.data, ROLES.data, text.sentence_starts.data, text.title_starts.data,
        text.body_starts.data, text.body_ends.data, known.slots.data, known.hashes.data,
        lexicon.habits.data, FIRST_CODE, tape.data,
    )  # fmt: skip
    return Tape(tape, tape.tobytes().decode("utf-16-le", "surrogatepass"))


class Cues:
    """All cues of a tape, in text order; findings are made of those that are asked for."""

    def __init__(self, rows: npt.NDArray[np.int32], table: RuleTable) -> None:
        self.rows, self.table = rows, table
        self._made: dict[str, list[Finding]] = {}

    def of(self, signal: str) -> list[Finding]:
        """The cues of a signal; none where the lexicons know no such signal."""
        if signal not in self._made:
            known = signal in self.table.signals
            self._made[signal] = self.table.cues(signal, self.rows) if known else []
        return self._made[signal]

    def rows_of(self, signal: str) -> npt.NDArray[np.int32]:
        """The rows of a signal, shape (cues, 3)."""
        rules = self.table.signal_numbers[self.rows[:, 2]]
        rows: npt.NDArray[np.int32] = self.rows[rules == self.table.signals.index(signal)]
        return rows


def find_cues(tape: Tape, text: Text, lexicon: Lexicon) -> Cues:
    """All cues. None reaches beyond its sentence."""
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    return Cues(lexicon.table.find(tape.codes, bounds), lexicon.table)
