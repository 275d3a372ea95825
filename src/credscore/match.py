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
_FRAME = 5  # numbers that a choice is kept in


def find_matches(
    symbols: memoryview, size: int, margin: int, bounds: memoryview, scratch: memoryview,
    frames: memoryview, anchors: memoryview, offsets: memoryview, near: memoryview,
    tries: memoryview, rules: memoryview, program: memoryview, sets: memoryview,
) -> list[int]:  # fmt: skip
    """All matches: start and end, start and end of the evidence in it, number of the rule.

    Parameters
    ----------
    symbols
        The classes of the tape's characters, `size` of them after `margin` zeros, and as many
        behind. Rules tell characters of one class never apart.
    bounds
        Where sentences begin, from 0 to `size`: no match crosses one.
    scratch, frames
        Room for the numbers of a try at every SPLIT and place, zeros, and for choices left open.
    anchors, near
        By words of 64 tries and by class: which tries have an anchor there; by offset, word and
        class: to which the neighbour at this offset is welcome.
    tries
        The rule of every try.
    rules
        First step of each rule, and the number of tokens before its anchor (-1: a rule that is
        its anchor alone).
    program, sets
        The steps: what, with what, and the number of a SPLIT in its rule; bits of the classes
        that a TAKE takes.
    """
    found: list[int] = []
    sentence, attempt = 0, 0
    words, width = len(anchors), len(offsets)
    for at in range(size):
        while at >= bounds[sentence + 1]:
            sentence += 1
        symbol = symbols[at + margin]
        last = -1
        for word in range(words):
            allowed = anchors[word, symbol]
            for step in range(width):
                if not allowed:
                    break
                allowed &= near[step, word, symbols[at + margin + offsets[step]]]
            number = 64 * word
            while allowed:
                if allowed & 1 and tries[number] != last:
                    last = tries[number]
                    attempt = _try(
                        symbols, margin, at, bounds[sentence],
                        min(bounds[sentence + 1], at + _WINDOW), last, rules, program, sets,
                        scratch, frames, attempt, found,
                    )  # fmt: skip
                allowed >>= 1
                number += 1
    return found


def _try(
    symbols: memoryview, margin: int, at: int, begin: int, limit: int, rule: int,
    rules: memoryview, program: memoryview, sets: memoryview, scratch: memoryview,
    frames: memoryview, attempt: int, found: list[int],
) -> int:  # fmt: skip
    """Note the first match of a rule that holds its anchor at `at`; the number of attempts."""
    first, before = rules[rule, 0], rules[rule, 1]
    if before < 0:
        found.extend((at, at + 1, at, at + 1, rule))
        return attempt
    start = origin = max(begin, at - before)
    attempt += 1
    while start <= at:
        end = _run(
            symbols, margin, start, limit, origin, first, program, sets, scratch, frames, attempt
        )
        if end > at:
            evidence, evidence_end = frames[0], frames[1]
            if evidence_end < 0:
                evidence, evidence_end = start, end
            found.extend((start, end, evidence, evidence_end, rule))
            return attempt
        if end < 0:
            start += 1
        else:  # a match before the anchor: go on behind it
            start = end
            attempt += 1
    return attempt


def _run(
    symbols: memoryview, margin: int, start: int, limit: int, origin: int, first: int,
    program: memoryview, sets: memoryview, scratch: memoryview, frames: memoryview, attempt: int,
) -> int:  # fmt: skip
    """The end of the match that begins at `start`, -1 where there is none.

    Its evidence is left at the beginning of `frames`, -1 where none is marked.
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
            if scratch[split, at - origin] != attempt:
                scratch[split, at - origin] = attempt
                frames[depth] = step + program[step, 1]
                frames[depth + 1] = at
                frames[depth + 2] = opened
                frames[depth + 3] = evidence
                frames[depth + 4] = evidence_end
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
            frames[0], frames[1] = evidence, evidence_end
            return at
        depth -= _FRAME
        if depth == 0:
            return -1
        step, at, opened = frames[depth], frames[depth + 1], frames[depth + 2]
        evidence, evidence_end = frames[depth + 3], frames[depth + 4]
