"""The steps of a program that matches tokens, and how they are put together.

A program is tried at one token after the other, first choices first, as a regular expression is
(Pike's and Thompson's machine; Cox 2007, https://swtch.com/~rsc/regexp/regexp2.html). Steps tell
relative places, so that programs can be joined and repeated as they are.
"""

TAKE, SPLIT, JUMP, OPEN, CLOSE, DONE = range(6)
"""Take a token of some names; go on here, or else there; go on there; evidence begins; evidence
ends; the match is complete."""

MOST_STEPS = 5000
"""The longest program of a pattern."""

Names = frozenset[str]
"""Words, classes and marks, as written in a pattern."""
Step = tuple[int, Names | int]
"""What to do and with what: names, or how many steps to go from here."""
Steps = tuple[Step, ...]


def either(branches: list[Steps]) -> Steps:
    """The first branch that leads to a match; neighbours of one token each are one step."""
    steps = branches[-1]
    for branch in reversed(branches[:-1]):
        names = [one[0][1] for one in (branch, steps) if len(one) == 1]
        sets = [one for one in names if isinstance(one, frozenset)]
        if len(sets) == 2:
            steps = ((TAKE, sets[0] | sets[1]),)
        else:
            steps = ((SPLIT, len(branch) + 2), *branch, (JUMP, len(steps) + 1), *steps)
    return steps


def repeated(steps: Steps, least: int, most: int | None) -> Steps:
    """As often as it can be done, between `least` and `most` times."""
    further: Steps = ()
    if most is None:
        further = ((SPLIT, len(steps) + 2), *steps, (JUMP, -len(steps) - 1))
    else:
        for _ in range(most - least):
            if len(further) > MOST_STEPS:
                break  # too long already: refused as a whole
            further = ((SPLIT, len(steps) + len(further) + 1), *steps, *further)
    return steps * least + further


def leaves(steps: Steps, at: int) -> set[int]:
    """The steps, from `at` on, that take the next token or complete the match."""
    seen, left = set[int](), [at]
    while left:
        place = left.pop()
        what, argument = steps[place]
        if place in seen:
            continue
        seen.add(place)
        if what == JUMP and isinstance(argument, int):
            left.append(place + argument)
        elif what not in (TAKE, DONE):
            left.append(place + 1)
            if what == SPLIT and isinstance(argument, int):
                left.append(place + argument)
    return {place for place in seen if steps[place][0] in (TAKE, DONE)}
