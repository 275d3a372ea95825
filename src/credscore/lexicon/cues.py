"""The cues of a tape: matches of the rules of all lexicons, found in one linear pass."""

from credscore.evidence import Finding
from credscore.lexicon.lexicon import Lexicon
from credscore.lexicon.tape import Tape
from credscore.patterns import Rows, RuleTable
from credscore.text import Text


class Cues:
    """All cues of a tape, in text order; `found` are they as RuleTable.find gives them."""

    def __init__(self, found: Rows, table: RuleTable) -> None:
        self.found, self.table = found, table
        self._by_signal = table.by_signal(found)

    def of(self, signal: str) -> list[Finding]:
        """The cues of a signal of the lexicons."""
        return self.table.findings(self._by_signal[signal])

    def rows_of(self, signal: str) -> Rows:
        """The cues of a signal as rows of findings."""
        return self._by_signal[signal]


def find_cues(tape: Tape, text: Text, lexicon: Lexicon) -> Cues:
    """All cues of a tape; none crosses the end of a sentence."""
    return Cues(lexicon.table.find(tape.codes, text.sentence_bounds), lexicon.table)
