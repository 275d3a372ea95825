# cython: wraparound=False
"""Finds the matches of all rules on a tape, and drops those that overlap with earlier ones.

README.md shows the way of one rule through these loops with its numbers. In short: at every token
that can be an anchor, four look-ups of its neighbours tell, for 64 anchors at once, which rules
can match there. Only their programs (program.py) are run. A program takes its first choice first,
unless the next token rules it out, and never goes on twice from the same step and token: time is
linear in the tape. Plain loops, compiled if a C compiler is at hand (_matcher.pxd).
"""

from collections.abc import Mapping

from credscore.patterns.program import CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE

WINDOW = 40
"""No match reaches more than this many tokens behind its anchor."""
REACH = 2
"""So many tokens to each side of an anchor are known of every match."""
FRAME = 5
"""A step of a program is so many numbers, and as many are kept of a choice left open."""
NEAR = 40
"""Evidence is compared with this many spans of its signal before it."""
_START, _IS_EVIDENCE, _END, _FIRST, _LAST, _RULE, COLUMNS = range(7)
"""Columns of a match: its first token; whether it is evidence or blocks others; its end; the first
token and the end of its evidence; the number of its rule. The last is their number."""
_WINDOW, _REACH, _FRAME, _NEAR = WINDOW, REACH, FRAME, NEAR


class Matcher:
    """Finds the matches on one tape.

    Parameters
    ----------
    symbols
        Zeros, for the class of every token, with REACH more before and behind.
    visited, choices
        Zeros, for the last attempt that came to a SPLIT at a token; room for choices left open.
    data
        Views of the arrays that compile_rules gives (rule_table.py).
    """

    def __init__(
        self, symbols: memoryview, visited: memoryview, choices: memoryview,
        data: Mapping[str, memoryview],
    ) -> None:  # fmt: skip
        self.symbols, self.visited, self.choices = symbols, visited, choices
        self.word_starts, self.words = data["word_starts"], data["words"]
        self.bits, self.neighbours = data["bits"], data["neighbours"]
        self.neighbour_bits = data["neighbour_bits"]
        self.anchor_rules, self.rules = data["anchor_rules"], data["rules"]
        self.program, self.sets, self.classes = data["program"], data["sets"], data["classes"]
        self.end, self.attempt = data["end"][()], 0

    def find(self, tape: memoryview, bounds: memoryview, matches: memoryview) -> int:
        """Write all matches, and return their number; without room for all, the first ones.

        `bounds` are where sentences begin, and last the size of the tape: no match crosses one.
        `matches` is room for them, shape (matches, COLUMNS).
        """
        for at in range(len(tape)):
            self.symbols[at + _REACH] = self.classes[tape[at]]
        words, bits, near = self.words, self.bits, self.neighbour_bits
        symbols, count = self.symbols, 0
        for sentence in range(len(bounds) - 1):
            begin, stop = bounds[sentence], bounds[sentence + 1]
            for at in range(begin, stop):
                place, last = at + _REACH, -1
                entry, entries = (
                    self.word_starts[symbols[place]], self.word_starts[symbols[place] + 1]
                )  # fmt: skip
                if entry == entries:
                    continue
                after = self.neighbours[0, symbols[place + 1]]
                before = self.neighbours[1, symbols[place - 1]]
                later = self.neighbours[2, symbols[place + 2]]
                earlier = self.neighbours[3, symbols[place - 2]]
                while entry < entries:
                    word = words[entry]
                    allowed = bits[entry] & near[after + word] & near[before + word]
                    allowed &= near[later + word] & near[earlier + word]
                    anchor = 64 * word
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

    def _holds(self, word: int, symbol: int) -> bool:
        return bool(self.sets[word + (symbol >> 6)] >> (symbol & 63) & 1)

    def _try(
        self, at: int, begin: int, limit: int, rule: int, matches: memoryview, count: int
    ) -> bool:  # fmt: skip
        """Write the first match of a rule that holds its anchor at `at`, as number `count`."""
        first, before = self.rules[rule, 0], self.rules[rule, 1]
        start = origin = max(begin, at - before)
        end = at + 1 if before < 0 else 0
        evidence, evidence_end = at, at + 1
        firm = before < 1 or self.rules[rule, 5] == first
        if not firm and not self._may_match(at, start, limit, rule):
            return False
        self.attempt += 1
        while end <= at:
            if start > at:
                return False
            end = -1
            if self._holds(self.rules[rule, 4], self.symbols[start + _REACH]):
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
        if count < len(matches):
            matches[count, _START], matches[count, _IS_EVIDENCE] = start, self.rules[rule, 3]
            matches[count, _END], matches[count, _RULE] = end, rule
            matches[count, _FIRST], matches[count, _LAST] = evidence, evidence_end
        return True

    def _may_match(self, at: int, start: int, limit: int, rule: int) -> bool:
        """Whether a rule matches, up to `at`, behind what its matches need not begin with."""
        self.attempt += 1
        for place in range(start, at + 1):
            if self._holds(self.rules[rule, 6], self.symbols[place + _REACH]) and (
                self._run(place, limit, start, self.rules[rule, 5]) >= 0
            ):
                return True
        return False

    def _run(self, start: int, limit: int, origin: int, first: int) -> int:
        """The end of the match that begins at `start`, -1 if there is none.

        Its evidence is left at the beginning of `choices`, -1 if none is marked.
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
    matches: memoryview, order: memoryview, rules: memoryview, reach: memoryview,
    spans: memoryview, cues: memoryview,
) -> int:  # fmt: skip
    """Write the cues in the order of their evidence, and return their number.

    Of overlapping evidence of one signal the first match's counts; of matches that begin together
    that of a rule that blocks others, else the longest match's, of these the first rule's. Evidence
    of a rule that blocks others is no cue. Evidence may stand inside the context of another cue.

    `matches` come in the order of their anchors, `rules` from compile_rules. `order` and `cues`
    (first token and end of the evidence, rule) are as long as `matches`. `reach` holds zeros: by
    signal, how far its evidence reaches and how many spans it has; `spans` has room for the last
    of these, shape (signals, NEAR, 2).
    """
    count = 0
    _sort(matches, order)
    for number in range(len(order)):
        row = order[number]
        first, last, rule = matches[row, _FIRST], matches[row, _LAST], matches[row, _RULE]
        signal = rules[rule, 2]
        size = reach[signal, 1]
        if first < reach[signal, 0] and _overlaps(first, last, spans, signal, size):
            continue
        if last > reach[signal, 0]:
            reach[signal, 0] = last
        spans[signal, size % _NEAR, 0], spans[signal, size % _NEAR, 1] = first, last
        reach[signal, 1] = size + 1
        if matches[row, _IS_EVIDENCE]:
            at = count  # evidence stands near its match: no cue moves far
            while at > 0 and first < cues[at - 1, 0]:
                cues[at, 0], cues[at, 1] = cues[at - 1, 0], cues[at - 1, 1]
                cues[at, 2] = cues[at - 1, 2]
                at -= 1
            cues[at, 0], cues[at, 1], cues[at, 2] = first, last, rule
            count += 1
    return count


def _sort(matches: memoryview, order: memoryview) -> None:
    """Sort the rows by their starts. A match starts near its anchor, so no row moves far."""
    for row in range(len(order)):
        at = row
        while at > 0 and _precedes(matches, row, order[at - 1]):
            order[at] = order[at - 1]
            at -= 1
        order[at] = row


def _precedes(matches: memoryview, row: int, other: int) -> bool:
    if matches[row, _START] != matches[other, _START]:
        return bool(matches[row, _START] < matches[other, _START])
    if matches[row, _IS_EVIDENCE] != matches[other, _IS_EVIDENCE]:
        return bool(matches[row, _IS_EVIDENCE] < matches[other, _IS_EVIDENCE])
    if matches[row, _END] != matches[other, _END]:
        return bool(matches[row, _END] > matches[other, _END])
    return bool(matches[row, _RULE] < matches[other, _RULE])


def _overlaps(first: int, last: int, spans: memoryview, signal: int, size: int) -> bool:
    for near in range(min(size, _NEAR)):
        if first < spans[signal, near, 1] and spans[signal, near, 0] < last:
            return True
    return False
