# cython: wraparound=False
"""Where sentences and quotations begin and end, told by the shapes of tokens.

Plain loops, compiled where that can be (sentences.pxd).
"""

from credscore.text.characters import BREAK, CLOSER, GOES_ON, OPENER, QUOTES, STOP

_FULL_STOP = ord(".")
_QUOTE, _OPENING, _CLOSING = ord('"'), ord("“"), ord("”")


def find_sentences(
    shapes: memoryview, starts: memoryview, ends: memoryview, hashes: memoryview,
    capitals: memoryview, roles: memoryview, abbreviations: dict[int, int], found: memoryview,
) -> int:  # fmt: skip
    """Write the tokens that begin a sentence; their number.

    `abbreviations` maps a hash to the roles that may follow its full stop, 0: any.
    """
    count, closers, ended = 0, 0, False
    for token in range(len(shapes)):
        role = roles[shapes[token]]
        if role & (STOP | BREAK):
            ended, closers = True, 0
        elif ended and role & CLOSER and closers < 2:
            closers += 1
        elif ended:
            ended = False
            stop = token - 1
            lower = role & GOES_ON
            goes_on = bool(lower and roles[shapes[stop]] & CLOSER)
            if shapes[stop] == _FULL_STOP and not roles[shapes[stop - 1]] & BREAK:
                if lower:
                    goes_on = True
                elif capitals[stop - 1]:
                    if ends[stop - 1] - starts[stop - 1] == 1:
                        goes_on = True
                    else:
                        needed = abbreviations.get(hashes[stop - 1], -1)
                        goes_on = needed == 0 or (needed > 0 and role & needed != 0)
            if not goes_on:
                found[count] = token
                count += 1
    return count


def find_quotations(
    shapes: memoryview, starts: memoryview, ends: memoryview, roles: memoryview, found: memoryview
) -> int:  # fmt: skip
    """Write first token and end of every quotation, and return how many numbers these are.

    An open quotation ends with its paragraph. Space, or a bracket, on one side only tells which
    way a straight mark faces, so that straight and curly marks read alike, also where one is
    missing; else it closes what is open.
    """
    count, is_open, opens, last = 0, False, False, len(shapes) - 1
    for token in range(len(shapes)):
        shape = shapes[token]
        if not roles[shape] & (BREAK | QUOTES):
            continue
        if roles[shape] & BREAK:
            opens = False
        elif shape in (_OPENING, _CLOSING):
            opens = shape == _OPENING
        else:
            joined = token > 0 and starts[token] == ends[token - 1]
            if not (joined and shapes[token - 1] == _QUOTE):  # a doubled mark faces the same way
                before = not joined or bool(roles[shapes[token - 1]] & (BREAK | OPENER))
                after = token == last or starts[token + 1] > ends[token]
                after = after or bool(roles[shapes[token + 1]] & BREAK)
                opens = before if before != after else not is_open
        if opens != is_open:
            found[count] = token if opens or roles[shape] & BREAK else token + 1
            count += 1
            is_open = opens
    if is_open:
        found[count] = len(shapes)
        count += 1
    return count


def find_runs(shapes: memoryview, shape: int, least: int) -> list[tuple[int, int]]:
    """First token and end of every run of `least` or more tokens of a shape."""
    found = []
    run = 0
    for token in range(len(shapes)):
        if shapes[token] == shape:
            run += 1
            continue
        if run >= least:
            found.append((token - run, token))
        run = 0
    if run >= least:
        found.append((len(shapes) - run, len(shapes)))
    return found


def count_up_to(bounds: memoryview, position: int) -> int:
    """How many of some ascending numbers are at most `position`."""
    low, high = 0, len(bounds)
    while low < high:
        middle = (low + high) // 2
        if bounds[middle] <= position:
            low = middle + 1
        else:
            high = middle
    return low
