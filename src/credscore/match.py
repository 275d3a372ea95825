# cython: wraparound=False
"""Where rules are tried on a tape, and what fires.

A rule is tried at an anchor among neighbours that it allows, which is told for all rules at once,
one bit each. Then its program (steps.py) is run, first choices first. A place that failed is not
tried again, so that time is linear in the tape, whatever stands on it. Plain loops, compiled where
that can be (match.pxd).
"""

from credscore.steps import CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE

WINDOW = 40
"""No match reaches more than this many tokens behind its anchor."""
_WINDOW = WINDOW
FRAME = 5
"""So many numbers keep a choice left open."""
_FRAME = FRAME
START, FIRES, END, FIRST, LAST, RULE, FIRED = range(7)
"""Columns of a match: its start, whether it is evidence or blocks others, its end; start and end of
its evidence; the number of its rule. Their number."""
_START, _FIRES, _END, _FIRST, _LAST, _RULE = START, FIRES, END, FIRST, LAST, RULE


def find_matches(
    symbols: memoryview, size: int, margin: int, bounds: memoryview, tried: memoryview,
    choices: memoryview, fired: memoryview, anchored: memoryview, anchors: memoryview,
    offsets: memoryview, near: memoryview, tries: memoryview, rules: memoryview,
    program: memoryview, sets: memoryview,
) -> int:  # fmt: skip
    """Write all matches, and return their number: where there is no room for all, the first ones.

    Parameters
    ----------
    symbols
        The classes of the tape's characters, `size` of them after `margin` zeros, and as many
        behind. Rules tell characters of one class never apart.
    bounds
        Where sentences begin, from 0 to `size`: no match crosses one.
    tried, choices
        Room for the number of the last try at every SPLIT and place, zeros; for choices left open.
    fired
        Room for matches, shape (matches, FIRED).
    anchored, anchors, near
        By class: whether it is an anchor; by class and words of 64 tries: of which tries; by
        offset, class and words: to which tries the neighbour at this offset is welcome.
    tries
        The rule of every try, as many as there are bits.
    rules
        First step of each rule; the number of tokens before its anchor (-1: a rule that is its
        anchor alone); the number of its signal; whether it is evidence.
    program, sets
        The steps: what, with what, and the number of a SPLIT in its rule; bits of the classes
        that a TAKE takes.
    """
    sentence, attempt, count = 0, 0, 0
    words, width = len(tries) // 64, len(offsets)
    for at in range(size):
        while at >= bounds[sentence + 1]:
            sentence += 1
        symbol = symbols[at + margin]
        if not anchored[symbol]:
            continue
        last = -1
        for word in range(words):
            allowed = anchors[symbol, word]
            for step in range(width):
                if not allowed:
                    break
                allowed &= near[step, symbols[at + margin + offsets[step]], word]
            number = 64 * word
            while allowed:
                if not allowed & 255:
                    allowed >>= 8
                    number += 8
                    continue
                if allowed & 1 and tries[number] != last:
                    last = tries[number]
                    attempt = _try(
                        symbols, margin, at, bounds[sentence],
                        min(bounds[sentence + 1], at + _WINDOW), last, rules, program, sets,
                        tried, choices, attempt, fired, count,
                    )  # fmt: skip
                    if attempt < 0:
                        attempt = -attempt
                        count += 1
                allowed >>= 1
                number += 1
    return count


def _try(
    symbols: memoryview, margin: int, at: int, begin: int, limit: int, rule: int,
    rules: memoryview, program: memoryview, sets: memoryview, tried: memoryview,
    choices: memoryview, attempt: int, fired: memoryview, count: int,
) -> int:  # fmt: skip
    """Write the first match of a rule that holds its anchor at `at`, as number `count`.

    The number of attempts, negative where there is a match.
    """
    first, before = rules[rule, 0], rules[rule, 1]
    start = origin = max(begin, at - before)
    end = at + 1 if before < 0 else 0
    evidence, evidence_end = at, at + 1
    attempt += 1
    while end <= at:
        if start > at:
            return attempt
        end = _run(
            symbols, margin, start, limit, origin, first, program, sets, tried, choices, attempt
        )
        if end < 0:
            start += 1
        elif end <= at:  # a match before the anchor: go on behind it
            start = end
            attempt += 1
        elif choices[1] >= 0:
            evidence, evidence_end = choices[0], choices[1]
        else:
            evidence, evidence_end = start, end
    if before < 0:
        start = at
    if count < len(fired):
        fired[count, _START], fired[count, _FIRES] = start, rules[rule, 3]
        fired[count, _END], fired[count, _RULE] = end, rule
        fired[count, _FIRST], fired[count, _LAST] = evidence, evidence_end
    return -attempt


def _run(
    symbols: memoryview, margin: int, start: int, limit: int, origin: int, first: int,
    program: memoryview, sets: memoryview, tried: memoryview, choices: memoryview, attempt: int,
) -> int:  # fmt: skip
    """The end of the match that begins at `start`, -1 where there is none.

    Its evidence is left at the beginning of `choices`, -1 where none is marked.
    """
    step, at = first, start
    opened = evidence = evidence_end = -1
    depth = _FRAME
    while True:
        what = program[step, 0]
        if what == TAKE:
            if at < limit:
                symbol = symbols[at + margin]
                if sets[program[step, 1], symbol >> 6] >> (symbol & 63) & 1:
                    at += 1
                    step += 1
                    continue
        elif what == SPLIT:
            split = program[step, 2]
            if tried[split, at - origin] != attempt:
                tried[split, at - origin] = attempt
                choices[depth] = step + program[step, 1]
                choices[depth + 1] = at
                choices[depth + 2] = opened
                choices[depth + 3] = evidence
                choices[depth + 4] = evidence_end
                depth += _FRAME
                step += 1
                continue
        elif what == JUMP:
            step += program[step, 1]
            continue
        elif what == OPEN:
            opened = at
            step += 1
            continue
        elif what == CLOSE:
            evidence, evidence_end = opened, at
            step += 1
            continue
        elif what == DONE:
            choices[0], choices[1] = evidence, evidence_end
            return at
        depth -= _FRAME
        if depth == 0:
            return -1
        step, at, opened = choices[depth], choices[depth + 1], choices[depth + 2]
        evidence, evidence_end = choices[depth + 3], choices[depth + 4]
