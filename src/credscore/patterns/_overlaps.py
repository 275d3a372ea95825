# cython: wraparound=False
"""Which of the matches of all rules are cues. Plain loops, compiled where that can be (settle.pxd).

A rule that blocks others is a pseudo-trigger: its match is no cue, nor what overlaps with it.
"""

from credscore.evidence.finding import Finding
from credscore.patterns._matcher import END, FIRES, FIRST, LAST, RULE, START

NEAR = 40
"""Evidence is compared with this many pieces kept before it."""
_NEAR = NEAR


def settle(
    fired: memoryview, count: int, order: memoryview, rules: memoryview, reach: memoryview,
    taken: memoryview, cues: memoryview,
) -> int:  # fmt: skip
    """Write the cues in the order of their evidence: its start and end, and the number of the rule.

    Of overlapping evidence of one signal counts the first match's; of those that begin together a
    blocker's (a pseudo-trigger, which is not itself a cue), else the longest one's, of these the
    first rule's. Evidence may stand inside the context of another cue.

    Parameters
    ----------
    fired, count, order
        The matches, their number, and room for as many numbers.
    rules
        Those of find_matches.
    reach, taken
        By signal, zeros: where its evidence ends, how many pieces it has; room for its last
        pieces, shape (signals, NEAR, 2).
    cues
        Room for as many cues as there are matches, shape (matches, 3).

    Returns
    -------
    int
        The number of cues.
    """
    _sort(fired, count, order)
    found = 0
    for place in range(count):
        row = order[place]
        first, last, rule = fired[row, FIRST], fired[row, LAST], fired[row, RULE]
        signal = rules[rule, 2]
        kept = reach[signal, 1]
        if first < reach[signal, 0] and not _is_free(first, last, taken, signal, kept):
            continue
        if last > reach[signal, 0]:
            reach[signal, 0] = last
        taken[signal, kept % _NEAR, 0], taken[signal, kept % _NEAR, 1] = first, last
        reach[signal, 1] = kept + 1
        if fired[row, FIRES]:
            at = found  # evidence stands near its match, so that none is moved far
            while at > 0 and first < cues[at - 1, 0]:
                cues[at, 0], cues[at, 1] = cues[at - 1, 0], cues[at - 1, 1]
                cues[at, 2] = cues[at - 1, 2]
                at -= 1
            cues[at, 0], cues[at, 1], cues[at, 2] = first, last, rule
            found += 1
    return found


def cues_of(
    signal: str, number: int, cues: memoryview, rules: memoryview, kinds: list[str],
    names: list[str],
) -> list[Finding]:  # fmt: skip
    """The cues of a signal, which has a number, as findings.

    Parameters
    ----------
    cues, rules
        As settle has them.
    kinds, names
        By rule its kind and name.
    """
    found = []
    for row in range(len(cues)):
        rule = cues[row, 2]
        if rules[rule, 2] == number:
            one = Finding.__new__(Finding)
            one.start, one.end = cues[row, 0], cues[row, 1]
            one.signal, one.kind, one.cue = signal, kinds[rule], names[rule]
            found.append(one)
    return found


def _sort(fired: memoryview, count: int, order: memoryview) -> None:
    """Write the order of matches; they come in the order of their anchors, which is much like it.

    A match begins near its anchor, so that none is moved far: time is linear.
    """
    for row in range(count):
        place = row
        while place > 0 and _precedes(fired, row, order[place - 1]):
            order[place] = order[place - 1]
            place -= 1
        order[place] = row


def _precedes(fired: memoryview, one: int, other: int) -> bool:
    if fired[one, START] != fired[other, START]:
        return bool(fired[one, START] < fired[other, START])
    if fired[one, FIRES] != fired[other, FIRES]:
        return bool(fired[one, FIRES] < fired[other, FIRES])
    if fired[one, END] != fired[other, END]:
        return bool(fired[one, END] > fired[other, END])
    return bool(fired[one, RULE] < fired[other, RULE])


def _is_free(first: int, last: int, taken: memoryview, signal: int, kept: int) -> bool:
    for near in range(min(kept, _NEAR)):
        if first < taken[signal, near, 1] and taken[signal, near, 0] < last:
            return False
    return True
