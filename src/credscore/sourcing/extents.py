"""The tokens of what a source says, and the denial in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from credscore.evidence import Finding, Statement
from credscore.signals import Reading

_MARKS = frozenset(",.:;—-“”\"'?!\n")

Span = tuple[int, int]
"""The first token, and the one after the last."""


class Extents:
    """Finds the tokens of statements in one reading, by bisection.

    >>> reading = Reading("Two officials said that it sank.")
    >>> Extents(reading).of(reading.attributions[0])  # the tokens of "it sank"
    (6, 8)
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        skipped = _MARKS.union(reading.lexicon.characters("that"))
        self._pronouns = reading.lexicon.characters("<pronoun>")
        # A statement begins with none of `skipped`, and ends with no mark.
        self._firsts = [at for at, letter in enumerate(reading.tape) if letter not in skipped]
        self._lasts = [at for at, letter in enumerate(reading.tape) if letter not in _MARKS]
        bounds: list[list[int]] = reading.text.quotations.T.tolist()
        self._opened, self._closed = bounds

    def of(self, statement: Statement) -> Span | None:
        """The tokens of what is said: those after source and verb, or else those before them."""
        begin, stop = self._reading.sentence(statement.verb_start)
        before = min(statement.source_start, statement.verb_start)
        after = max(statement.source_end, statement.verb_end)
        left, right = self._trimmed(begin, before), self._trimmed(after, stop)
        inverted = statement.source_start >= statement.verb_end
        closes = before > begin and self._reading.tape[before - 1] in ',”"'
        if left and (inverted or not right or (closes and self._is_adverbial(*right))):
            quotation = self._quotation_around(begin, before)
            return left if quotation is None else (quotation + 1, left[1])
        return right

    def _quotation_around(self, token: int, end: int) -> int | None:
        """The first token of a quotation that starts before `token` and ends after it, by `end`."""
        number = bisect_left(self._opened, token) - 1
        if number >= 0 and token < self._closed[number] <= end:
            return self._opened[number]
        return None

    def _is_adverbial(self, start: int, end: int) -> bool:
        """Whether what follows a verb is too short for a statement: "said Monday"."""
        return end - start < 3 and self._reading.tape[start] not in self._pronouns

    def _trimmed(self, start: int, end: int) -> Span | None:
        number = bisect_left(self._firsts, start)
        if number == len(self._firsts) or self._firsts[number] >= end:
            return None
        return self._firsts[number], 1 + self._lasts[bisect_left(self._lasts, end) - 1]


class Denials:
    """Finds the denial that a source utters, among the denials of one reading.

    `denials` are in text order and do not overlap.
    """

    def __init__(self, denials: Sequence[Finding]) -> None:
        self._denials = denials
        self._starts = [denial.start for denial in denials]

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
