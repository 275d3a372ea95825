"""The steps of a program that matches tokens, and how they are put together.

A program runs from one token on and tries first choices first, like a regular expression (Pike's
and Thompson's machine; Cox 2007, https://swtch.com/~rsc/regexp/regexp2.html). Jumps are relative,
so that programs can be joined and repeated unchanged.
"""

TAKE, SPLIT, JUMP, OPEN, CLOSE, DONE = range(6)
"""TAKE: take a token of these names. SPLIT: go on with the next step, or else so many steps on.
JUMP: go on so many steps on. OPEN, CLOSE: the evidence begins, ends. DONE: the match is
complete."""

MOST_STEPS = 5000  # the longest program of a pattern

Names = frozenset[str]  # words, classes and marks, as written in a pattern
Steps = tuple[tuple[int, Names | int], ...]  # what to do, then the names or how many steps to go


def either(branches: list[Steps]) -> Steps:
    """The first branch that leads to a match; adjacent branches of one token become one step."""
    steps = branches[-1]
    for branch in reversed(branches[:-1]):
        names = [program[0][1] for program in (branch, steps) if len(program) == 1]
        sets = [argument for argument in names if isinstance(argument, frozenset)]
        if len(sets) == 2:
            steps = ((TAKE, sets[0] | sets[1]),)
        else:
            steps = ((SPLIT, len(branch) + 2), *branch, (JUMP, len(steps) + 1), *steps)
    return steps


def repeated(steps: Steps, least: int, most: int | None) -> Steps:
    """The steps, repeated as often as possible, `least` to `most` times (None: without end)."""
    further: Steps = ()
    if most is None:
        further = ((SPLIT, len(steps) + 2), *steps, (JUMP, -len(steps) - 1))
    else:
        for _ in range(most - least):
            if len(further) > MOST_STEPS:
                break  # already too long: compile_pattern will refuse the program
            further = ((SPLIT, len(steps) + len(further) + 1), *steps, *further)
    return steps * least + further


def reachable(steps: Steps, start: int) -> set[int]:
    """The steps, reached from `start`, that take the next token or complete the match."""
    seen, ahead = set[int](), [start]
    while ahead:
        at = ahead.pop()
        if at in seen:
            continue
        seen.add(at)
        action, argument = steps[at]
        if action not in (TAKE, DONE, JUMP):
            ahead.append(at + 1)
        if action in (SPLIT, JUMP) and isinstance(argument, int):
            ahead.append(at + argument)
    return {at for at in seen if steps[at][0] in (TAKE, DONE)}
