"""The quotations of one reading, found by bisection."""

from bisect import bisect_left, bisect_right

from credscore.signals import Reading

_CLOSING = '"”'
_ENDS = ",.?!…"
"""Marks before the closing mark of a whole utterance: "“Fire!”", not "a “free” agent"."""

Span = tuple[int, int]  # the first token, and the token after the last


class Quotations:
    """Finds quotations by where they begin and end, marks included."""

    def __init__(self, reading: Reading) -> None:
        self._tape = reading.tape
        self._all: list[Span] = [*map(tuple, reading.text.quotations.tolist())]
        self._opened, self._closed = reading.text.quotations.T.tolist()

    def around(self, start: int, end: int) -> Span | None:
        """The quotation that begins before these tokens, and ends behind them."""
        number = bisect_left(self._opened, start) - 1
        return self._all[number] if number >= 0 and self._closed[number] >= end else None

    def opened_in(self, start: int, end: int) -> Span | None:
        """The last quotation that begins in these tokens."""
        number = bisect_left(self._opened, end) - 1
        return self._all[number] if number >= 0 and self._opened[number] >= start else None

    def opened_at(self, token: int) -> Span | None:
        """The quotation that begins with this token."""
        return self.opened_in(token, token + 1)

    def closed_in(self, start: int, end: int) -> Span | None:
        """The last quotation that ends in these tokens."""
        number = bisect_right(self._closed, end) - 1
        return self._all[number] if number >= 0 and self._closed[number] > start else None

    def beside(self, begin: int, stop: int) -> Span | None:
        """The quotation behind a sentence, or before it, in its paragraph."""
        behind = None if self._tape[stop - 1] == "\n" else self.opened_at(stop)
        return behind or (self.closed_in(begin - 1, begin) if self.is_closed(begin) else None)

    def is_closed(self, end: int) -> bool:
        """Whether a closing mark stands before a token."""
        return self._tape[end - 1] in _CLOSING

    def is_whole(self, end: int) -> bool:
        """Whether the quotation that ends here is a whole utterance: "“Fire!”"."""
        return self.is_closed(end) and self._tape[end - 2] in _ENDS
