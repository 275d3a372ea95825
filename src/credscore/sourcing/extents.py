"""The tokens of what a source says, and the denial in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from credscore.evidence import Finding, Statement
from credscore.signals import Reading

_MARKS = frozenset(",.:;—-“”\"'?!\n")
_CLOSED = re.compile(r"[,?!…—-]['\"”]$")
"""What ends a quotation before its source: "“It sank,” she said"."""
_BESIDE = re.compile(r"[pMyc][^tnwbhV,\"]{0,20}(?=[.\n]|$|,(?!\"))|(?=[.\n]|$|,[ecV])")
"""Letters of what stands behind a verb and is not said: "in a statement on Monday"."""
_BEFORE_THAT = re.compile(r"(?:[pM]|[da]a(?=t))[^tnwbh,:\"]{0,20}(?:t(?![hp])|[,:](?=\"))")
"""When and where one says "that": not the letters of "to" and of no time."""
_TOLD = re.compile(
    r"(?:n(?=[^t,:\"]{0,20}[t\"])|[^tnwbhV,:\"]{1,20}?)"
    r"(?:[pMy][^tnwbhV,:\"]{0,20})?(?:t(?![hp])|[,:]?(?=\"))|"
    r"(?:n|[dqi]?[ames]{0,2}(?:[PRLI]|[XU][XU.]*[PRIL]?))(?=[ndq])"
)
"""Those whom one tells: "told the BBC that", "told a reporter in Harrow: “", "told them the"."""
_LISTENERS = re.compile(r"[dqi]?[amesXUPRLI.]{1,6}(?=[pMyc,.\n]|$)")

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
        self._to, self._times = map(reading.lexicon.characters, ("to", "<time_word>"))
        self._telling = reading.lexicon.characters("<addressing>")
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
        if left and right and statement.cue == "according_to" and self._opens(left, after):
            return right
        if left and (inverted or not right or self._is_before(begin, before, after, right)):
            quotation = self._quotation_around(begin, before)
            return left if quotation is None else (quotation + 1, left[1])
        if inverted or statement.cue != "speech_verb":
            return right
        said = self._said(statement.verb_start, after, stop)
        if right is None or self._is_beside(said, right[1]):
            return self._quotation_beside(begin, stop) or right
        return self._trimmed(said, stop) or right

    def _is_beside(self, start: int, end: int) -> bool:
        """Whether these tokens tell only when, where or to whom one speaks."""
        beside = _BESIDE.match(self._reading.sources.letters, start)
        return beside is not None and beside.end() >= end

    def _quotation_beside(self, begin: int, stop: int) -> Span | None:
        """The quotation that follows a sentence or ends before it: "“It sank.” He said so"."""
        number = bisect_left(self._opened, stop)
        if number < len(self._opened) and self._opened[number] <= stop + 1:
            return self._trimmed(self._opened[number], self._closed[number])
        if number and begin - 1 <= self._closed[number - 1] <= begin:
            return self._trimmed(self._opened[number - 1], self._closed[number - 1])
        return None

    def _opens(self, left: Span, after: int) -> bool:
        """Whether only "On Monday" or a subject stands before "according to police, ..."."""
        letters = self._reading.sources.letters
        short = left[1] - left[0] < 3 or self._is_beside(*left)
        return letters[after : after + 1] == "," and short

    def _is_before(self, begin: int, before: int, after: int, right: Span) -> bool:
        """Whether a statement ends before its source, so that what follows is beside it."""
        tape, letters = self._reading.tape, self._reading.sources.letters
        if before > begin + 1 and _CLOSED.search(tape, before - 2, before):
            return True
        if before == begin or tape[before - 1] not in ',”"':
            return False
        return self._is_adverbial(*right) or _BESIDE.match(letters, after) is not None

    def _said(self, verb: int, after: int, stop: int) -> int:
        """Where the words begin behind those whom a source tells, and behind when and where."""
        letters, tape = self._reading.sources.letters, self._reading.tape
        if tape[verb] in self._telling:
            aside = _TOLD.match(letters, after, stop) or _LISTENERS.match(letters, after, stop)
            return after if aside is None else aside.end()
        aside = _BEFORE_THAT.match(letters, after, stop)
        if aside is None or tape[after] in self._to:
            return after
        timed = letters[after] in "pM" or tape[after + 1] in self._times
        return aside.end() if timed else after

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
