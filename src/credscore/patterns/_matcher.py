# cython: wraparound=False
"""Finds the matches of all rules on a tape, and drops those that overlap with earlier ones.

README.md follows one rule through these loops, with its numbers. In short: at every token that can
be an anchor, four look-ups of its neighbours tell, for 64 anchors at once, which rules can match.
Only the programs of these rules (program.py) are run. A program takes its first choice first,
unless the next token rules it out. It never goes on twice from the same step and token, so time is
linear in the tape. A chunk is 64 bits. The loops are compiled if there is a C compiler.
"""

from collections.abc import Mapping

from credscore.patterns.program import CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE

WINDOW = 40  # no match reaches more than this many tokens behind its anchor
REACH = 2  # tokens to each side of an anchor that are checked before a rule is run
FRAME = 5  # numbers in a step of a program; a choice that is left open has as many
NEAR = 40  # evidence is compared with this many earlier spans of its signal
_START, _IS_EVIDENCE, _END, _FIRST, _LAST, _RULE, COLUMNS = range(7)
"""Columns of a match: its first token; whether it is evidence or blocks others; its end; the first
token and the end of its evidence; the number of its rule. COLUMNS is the number of columns."""
_WINDOW, _REACH, _FRAME, _NEAR = WINDOW, REACH, FRAME, NEAR


class Matcher:
    """Finds the matches on one tape.

    Parameters
    ----------
    symbols
        Zeros. The class of every token is written here; REACH zeros stand before and behind.
    visited, choices
        Zeros, for the last attempt that reached a SPLIT at a token; room for choices left open.
    data
        Views of the arrays that compile_rules returns (rule_table.py).
    """

    def __init__(
        self, symbols: memoryview, visited: memoryview, choices: memoryview,
        data: Mapping[str, memoryview],
    ) -> None:  # fmt: skip
        self.symbols, self.visited, self.choices = symbols, visited, choices
        self.chunk_starts, self.chunks = data["chunk_starts"], data["chunks"]
        self.bits, self.neighbours = data["bits"], data["neighbours"]
        self.neighbour_bits = data["neighbour_bits"]
        self.anchor_rules, self.rules = data["anchor_rules"], data["rules"]
        self.program, self.sets, self.classes = data["program"], data["sets"], data["classes"]
        self.end, self.attempt = data["end"][()], 0

    def find(self, tape: memoryview, bounds: memoryview, matches: memoryview) -> int:
        """Write all matches and return their number; write the first ones if room is short.

        `bounds` are the beginnings of sentences, then the size of the tape. No match crosses one.
        `matches` is the room for matches, shape (matches, COLUMNS).
        """
        for at in range(len(tape)):
            self.symbols[at + _REACH] = self.classes[tape[at]]
        chunks, bits, near = self.chunks, self.bits, self.neighbour_bits
        symbols, count = self.symbols, 0
        for sentence in range(len(bounds) - 1):
            begin, stop = bounds[sentence], bounds[sentence + 1]
            for at in range(begin, stop):
                place, last = at + _REACH, -1
                entry = self.chunk_starts[symbols[place]]
                entries = self.chunk_starts[symbols[place] + 1]
                if entry == entries:
                    continue
                after = self.neighbours[0, symbols[place + 1]]
                before = self.neighbours[1, symbols[place - 1]]
                later = self.neighbours[2, symbols[place + 2]]
                earlier = self.neighbours[3, symbols[place - 2]]
                while entry < entries:
                    chunk = chunks[entry]
                    allowed = bits[entry] & near[after + chunk] & near[before + chunk]
                    allowed &= near[later + chunk] & near[earlier + chunk]
                    anchor = 64 * chunk
                    while allowed:
                        if not allowed & 255:
                            allowed >>= 8
                            anchor += 8
                            continue
                        if allowed & 1 and self.anchor_rules[anchor] != last:
                            last, limit = self.anchor_rules[anchor], min(stop, at + _WINDOW)
                            count += self._try(at, begin, limit, last, matches, count)
                        allowed >>= 1
                        anchor += 1
                    entry += 1
        return count

    def _holds(self, chunk: int, symbol: int) -> bool:
        """Whether a set, which begins at a chunk of `sets`, holds a class."""
        return bool(self.sets[chunk + (symbol >> 6)] >> (symbol & 63) & 1)

    def _try(
        self, at: int, begin: int, limit: int, rule: int, matches: memoryview, count: int
    ) -> bool:  # fmt: skip
        """Write the first match of a rule whose anchor is at `at`, as match number `count`."""
        first, start, end = self.rules[rule, 0], max(begin, at - self.rules[rule, 2]), 0
        origin, evidence, evidence_end = start, at, at + 1
        self.attempt += 1
        while end <= at:
            if start > at:
                return False
            end = -1
            if self._holds(self.rules[rule, 1], self.symbols[start + _REACH]):
                end = self._run(start, limit, origin, first)
            if end < 0:
                start += 1
            elif end <= at:  # the match ends before the anchor: go on behind the match
                start = end
                self.attempt += 1
            elif self.choices[1] >= 0:
                evidence, evidence_end = self.choices[0], self.choices[1]
            else:
                evidence, evidence_end = start, end
        if count < len(matches):
            matches[count, _START], matches[count, _IS_EVIDENCE] = start, self.rules[rule, 4]
            matches[count, _END], matches[count, _RULE] = end, rule
            matches[count, _FIRST], matches[count, _LAST] = evidence, evidence_end
        return True

    def _run(self, start: int, limit: int, origin: int, first: int) -> int:
        """The end of the match that begins at `start`; -1 if there is none.

        The first two `choices` then hold its evidence; -1 if the pattern marks none.
        """
        step, at = first, start
        symbol = self.symbols[at + _REACH] if at < limit else self.end
        opened = evidence = evidence_end = -1
        depth = _FRAME
        while True:
            what = self.program[step]
            if what == TAKE:
                if self._holds(self.program[step + 1], symbol):
                    at += 1
                    step += _FRAME
                    symbol = self.symbols[at + _REACH] if at < limit else self.end
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
                elif self.visited[self.program[step + 2], at - origin] != self.attempt:
                    self.visited[self.program[step + 2], at - origin] = self.attempt
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
            symbol = self.symbols[at + _REACH] if at < limit else self.end


def drop_overlaps(
    matches: memoryview, rules: memoryview, reach: memoryview, spans: memoryview, chosen: memoryview
) -> None:
    """Mark as 1 in `chosen` the matches whose evidence overlaps none chosen before in its signal.

    `reach` holds zeros. For each signal it gets how far the evidence reaches and the number of its
    spans. `spans` has room for the last spans, shape (signals, NEAR, 2). `rules` come from
    compile_rules.
    """
    for row in range(len(matches)):
        first, last = matches[row, _FIRST], matches[row, _LAST]
        signal = rules[matches[row, _RULE], 3]
        size = reach[signal, 1]
        if first < reach[signal, 0] and _overlaps(first, last, spans, signal, size):
            continue
        reach[signal, 0], reach[signal, 1] = max(reach[signal, 0], last), size + 1
        spans[signal, size % _NEAR, 0], spans[signal, size % _NEAR, 1] = first, last
        chosen[row] = 1


def _overlaps(first: int, last: int, spans: memoryview, signal: int, size: int) -> bool:
    for near in range(min(size, _NEAR)):
        if first < spans[signal, near, 1] and spans[signal, near, 0] < last:
            return True
    return False
