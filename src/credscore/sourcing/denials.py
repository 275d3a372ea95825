"""The denial that a source utters."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from credscore.evidence import Finding, Statement
from credscore.sourcing.quotations import Span


class Denials:
    """Finds the denial that a source utters, among the denials of one reading.

    `denials` are in text order and do not overlap.
    """

    def __init__(self, denials: Sequence[Finding]) -> None:
        self._denials = denials
        self._starts = [denial.start for denial in denials]

    def refused(self, statement: Statement) -> bool:
        """Whether a source only declines to comment: the verb stands in such a denial."""
        denial = self.of(statement, None)
        return denial is not None and denial.kind == "non_confirmation"

    def of(self, statement: Statement, extent: Span | None) -> Finding | None:
        """The first denial that holds the verb, or that starts in what is said."""
        numbers = [bisect_right(self._starts, statement.verb_start) - 1]
        if numbers[0] < 0 or self._denials[numbers[0]].end <= statement.verb_start:
            numbers.pop()
        if extent is not None:
            number = bisect_left(self._starts, extent[0])
            if number < len(self._starts) and self._starts[number] < extent[1]:
                numbers.append(number)
        return self._denials[min(numbers)] if numbers else None
