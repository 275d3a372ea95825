# cython: wraparound=False
"""Where rules are tried on a tape, and what fires.

A rule is tried at an anchor among neighbours that it allows, which is told for 64 rules at once,
one bit each. Then its program (steps.py) is run, first choices first, but for those that the next
symbol rules out. A place that failed is not tried again, so that time is linear in the tape,
whatever stands on it. Plain loops, compiled where that can be (match.pxd).
"""

from credscore.patterns.program import CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE

WINDOW = 40
"""No match reaches more than this many tokens behind its anchor."""
_WINDOW = WINDOW
FRAME = 5
"""So many numbers keep a choice left open, and as many a step of a program."""
_FRAME = FRAME
START, FIRES, END, FIRST, LAST, RULE, FIRED = range(7)
"""Columns of a match: its start, whether it is evidence or blocks others, its end; start and end of
its evidence; the number of its rule. Their number."""
_START, _FIRES, _END, _FIRST, _LAST, _RULE = START, FIRES, END, FIRST, LAST, RULE


class Matcher:
    """Finds the matches on one tape.

    Parameters
    ----------
    symbols, margin
        Room for the classes of the tape's characters after `margin` zeros, and as many behind.
        Rules never tell characters of one class apart.
    end
        The class that stands for the end of the tape: the one behind the last.
    tried, choices
        Room for the number of the last try at every SPLIT and place, zeros; for choices left open.
    anchors, words, bits
        By class where its words begin, and last their number; which words of 64 tries they are,
        and those of its tries that have it as an anchor.
    near, rows
        By offset and class where the words begin that tell to which tries the neighbour there is
        welcome: one token on, one back, two on, two back; these words.
    tries
        The rule of every try.
    rules
        First step of each rule; the number of tokens before its anchor (-1: a rule that is its
        anchor alone); the number of its signal; whether it is evidence; the set of its first step.
    program, sets
        The steps, FRAME numbers each: what, with what, and of a SPLIT its number in its rule and
        the sets of its two choices; as bits the classes that a set holds, which is told by its
        first word. The set of a step are those with which a match can go on from there.
    """

    def __init__(
        self, symbols: memoryview, margin: int, end: int, tried: memoryview, choices: memoryview,
        anchors: memoryview, words: memoryview, bits: memoryview, near: memoryview,
        rows: memoryview, tries: memoryview, rules: memoryview, program: memoryview,
        sets: memoryview,
    ) -> None:  # fmt: skip
        self.anchors, self.words, self.bits = anchors, words, bits
        self.near, self.rows, self.tries = near, rows, tries
        self.rules, self.program, self.sets, self.end = rules, program, sets, end
        self.symbols, self.margin, self.tried, self.choices = symbols, margin, tried, choices
        self.attempt = 0

    def read(self, tape: memoryview, classes: memoryview) -> None:
        """Write the symbols of a tape, by the class of every character."""
        for at in range(len(tape)):
            self.symbols[at + self.margin] = classes[tape[at]]

    def find(self, bounds: memoryview, fired: memoryview) -> int:
        """Write all matches, and return their number: where there is no room for all, the first.

        `bounds` are where sentences begin, and last the size of the tape: no match crosses one.
        `fired` is room for matches, shape (matches, FIRED).
        """
        anchors, words, bits = self.anchors, self.words, self.bits
        near, rows, tries = self.near, self.rows, self.tries
        symbols, margin, count = self.symbols, self.margin, 0
        for sentence in range(len(bounds) - 1):
            begin, stop = bounds[sentence], bounds[sentence + 1]
            for at in range(begin, stop):
                place, last = at + margin, -1
                first, entries = anchors[symbols[place]], anchors[symbols[place] + 1]
                if first == entries:
                    continue
                after, before = near[0, symbols[place + 1]], near[1, symbols[place - 1]]
                later, earlier = near[2, symbols[place + 2]], near[3, symbols[place - 2]]
                for entry in range(first, entries):
                    word = words[entry]
                    allowed = bits[entry] & rows[after + word] & rows[before + word]
                    allowed &= rows[later + word] & rows[earlier + word]
                    number = 64 * word
                    while allowed:
                        if not allowed & 255:
                            allowed >>= 8
                            number += 8
                            continue
                        if allowed & 1 and tries[number] != last:
                            last, limit = tries[number], min(stop, at + _WINDOW)
                            count += self._try(at, begin, limit, last, fired, count)
                        allowed >>= 1
                        number += 1
        return count

    def _holds(self, word: int, symbol: int) -> bool:
        return bool(self.sets[word + (symbol >> 6)] >> (symbol & 63) & 1)

    def _try(
        self, at: int, begin: int, limit: int, rule: int, fired: memoryview, count: int
    ) -> bool:  # fmt: skip
        """Write the first match of a rule that holds its anchor at `at`, as number `count`."""
        first, before = self.rules[rule, 0], self.rules[rule, 1]
        start = origin = max(begin, at - before)
        end = at + 1 if before < 0 else 0
        evidence, evidence_end = at, at + 1
        self.attempt += 1
        while end <= at:
            if start > at:
                return False
            end = -1
            if self._holds(self.rules[rule, 4], self.symbols[start + self.margin]):
                end = self._run(start, limit, origin, first)
            if end < 0:
                start += 1
            elif end <= at:  # a match before the anchor: go on behind it
                start = end
                self.attempt += 1
            elif self.choices[1] >= 0:
                evidence, evidence_end = self.choices[0], self.choices[1]
            else:
                evidence, evidence_end = start, end
        if before < 0:
            start = at
        if count < len(fired):
            fired[count, _START], fired[count, _FIRES] = start, self.rules[rule, 3]
            fired[count, _END], fired[count, _RULE] = end, rule
            fired[count, _FIRST], fired[count, _LAST] = evidence, evidence_end
        return True

    def _run(self, start: int, limit: int, origin: int, first: int) -> int:
        """The end of the match that begins at `start`, -1 where there is none.

        Its evidence is left at the beginning of `choices`, -1 where none is marked.
        """
        step, at = first, start
        symbol = self.symbols[at + self.margin] if at < limit else self.end
        opened = evidence = evidence_end = -1
        depth = _FRAME
        while True:
            what = self.program[step]
            if what == TAKE:
                if self._holds(self.program[step + 1], symbol):
                    at += 1
                    step += _FRAME
                    symbol = self.symbols[at + self.margin] if at < limit else self.end
                    continue
            elif what == SPLIT:
                here = self._holds(self.program[step + 3], symbol)
                if not self._holds(self.program[step + 4], symbol):
                    if here:
                        step += _FRAME
                        continue
                elif not here:
                    step += self.program[step + 1]
                    continue
                elif self.tried[self.program[step + 2], at - origin] != self.attempt:
                    self.tried[self.program[step + 2], at - origin] = self.attempt
                    self.choices[depth] = step + self.program[step + 1]
                    self.choices[depth + 1] = at
                    self.choices[depth + 2] = opened
                    self.choices[depth + 3] = evidence
                    self.choices[depth + 4] = evidence_end
                    depth += _FRAME
                    step += _FRAME
                    continue
            elif what == JUMP:
                step += self.program[step + 1]
                continue
            elif what == OPEN:
                opened = at
                step += _FRAME
                continue
            elif what == CLOSE:
                evidence, evidence_end = opened, at
                step += _FRAME
                continue
            elif what == DONE:
                self.choices[0], self.choices[1] = evidence, evidence_end
                return at
            depth -= _FRAME
            if depth == 0:
                return -1
            step, at, opened = self.choices[depth], self.choices[depth + 1], self.choices[depth + 2]
            evidence, evidence_end = self.choices[depth + 3], self.choices[depth + 4]
            symbol = self.symbols[at + self.margin] if at < limit else self.end
