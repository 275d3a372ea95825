# cython: wraparound=False
"""Where sentences and quotations begin and end, told by the shapes of tokens.

Plain loops, compiled where that can be (sentences.pxd).
"""

from credscore.characters import BREAK, CLOSER, GOES_ON, PARAGRAPH, STOP

_NEWLINE, _FULL_STOP = ord(PARAGRAPH), ord(".")
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


def find_quotations(shapes: memoryview) -> list[int]:
    """First token and end of every quotation; an open one ends with its paragraph."""
    found: list[int] = []
    closing = 0
    for token in range(len(shapes)):
        shape = shapes[token]
        if closing:
            if shape == closing:
                found.append(token + 1)
                closing = 0
            elif shape == _NEWLINE:
                found.append(token)
                closing = 0
        elif shape in (_QUOTE, _OPENING):
            found.append(token)
            closing = _QUOTE if shape == _QUOTE else _CLOSING
    if closing:
        found.append(len(shapes))
    return found
