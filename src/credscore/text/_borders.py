# cython: wraparound=False
"""Passes over the tokens of texts: where sentences and quotations begin and end.

Plain loops, compiled if a C compiler is at hand (_borders.pxd).
"""

from credscore.text.arrays import Tokens
from credscore.text.characters import (
    ANY_CASE,
    ANYWHERE,
    BREAK,
    CAPITALS,
    CLOSER,
    DIGITS,
    GOES_ON,
    NAME,
    OPENER,
    QUOTES,
    STOP,
    UNLESS_OPENED,
)

LAST_BITS = 0xFFF
"""Of the hash of a word, those by which `likely` tells whether it may be one of the openers."""
_LAST_BITS = LAST_BITS
_SHOUTED = 4
"""Words in capitals before the last one of a line in capitals, at least."""
_DOT = "."
_FULL_STOP, _QUOTE, _OPENING, _CLOSING, _BRACKET = map(ord, '."“”)')
_name, _capitals = ord(NAME), ord(CAPITALS)


def write_sentences(
    source: str, tokens: Tokens, roles: memoryview, abbreviations: dict[int, int],
    openers: dict[int, int], likely: bytearray, starts: memoryview,
) -> int:  # fmt: skip
    """Write the tokens that begin a sentence, and return their number (sentences.py)."""
    shapes, offsets, ends = tokens.shapes.data, tokens.starts.data, tokens.ends.data
    hashes, capitals = tokens.hashes.data, tokens.capitals.data
    count, closers, ended = 0, 0, False
    for token in range(len(shapes)):
        role = roles[shapes[token]]
        if role & (STOP | BREAK):
            ended, closers = True, 0
        elif not ended:
            if shapes[token] != _name:
                continue
            if not likely[hashes[token] & _LAST_BITS] and shapes[token - 1] != _capitals:
                continue
            if _begins_anew(shapes, offsets, ends, hashes, capitals, roles, openers, token):
                starts[count] = token
                count += 1
        elif (
            role & CLOSER
            and closers < 2
            and offsets[token] == ends[token - 1]
            and not roles[shapes[token - 1]] & BREAK
        ):
            closers += 1
        else:
            ended = False
            first = starts[count - 1] if count else -1
            if not _goes_on(
                source, shapes, offsets, ends, hashes, capitals, roles, abbreviations, openers,
                token, first,
            ):  # fmt: skip
                starts[count] = token
                count += 1
    return count


def _goes_on(
    source: str, shapes: memoryview, offsets: memoryview, ends: memoryview, hashes: memoryview,
    capitals: memoryview, roles: memoryview, abbreviations: dict[int, int],
    openers: dict[int, int], token: int, first: int,
) -> bool:  # fmt: skip
    """Whether a sentence that began at token `first` goes on at `token`, behind a stop."""
    role, last = roles[shapes[token]], token - 1
    word = last - 1
    if roles[shapes[last]] & BREAK:
        return False
    if role & GOES_ON:
        return not roles[shapes[word]] & BREAK
    if shapes[last] != _FULL_STOP or roles[shapes[word]] & BREAK or ends[word] < offsets[last]:
        return False
    size, start = ends[word] - offsets[word], offsets[word]
    if ends[last] == offsets[token] and ends[token] - offsets[token] == 1 and hashes[token]:
        return True  # Ph.D.
    if word == first and size < 3 and roles[shapes[word]] & DIGITS:
        return True  # the number of an item
    needed = abbreviations.get(hashes[word], -1)
    if needed >= 0 and not (needed & ANY_CASE or capitals[word]):
        needed = -1
    initial = size == 1 and (capitals[word] or source[start - 1] == _DOT)
    if initial or (size > 2 and capitals[word] and source[start + 1] == _DOT):
        needed = UNLESS_OPENED
    if needed < 0:
        return False
    if needed & UNLESS_OPENED:
        return not role & QUOTES and hashes[token] not in openers
    return not needed & DIGITS or bool(role & DIGITS)


def _begins_anew(
    shapes: memoryview, offsets: memoryview, ends: memoryview, hashes: memoryview,
    capitals: memoryview, roles: memoryview, openers: dict[int, int], token: int,
) -> bool:  # fmt: skip
    """Whether a sentence begins at a capitalised word, behind a line that had no stop.

    The line may have been joined with the next one: a common word that opens sentences has a
    capital and lower case behind it, or the line before was in capitals.
    """
    last, following = token - 1, token + 1
    if shapes[last] == _capitals:
        first = last
        while first > 0 and shapes[first - 1] == _capitals:
            first -= 1
        if last - first >= _SHOUTED:
            return ends[token] - offsets[token] > 1
    if following >= len(shapes) or not (roles[shapes[following]] & GOES_ON and hashes[following]):
        return False
    opens = openers.get(hashes[token], -1)
    if opens <= 0 or not hashes[last]:  # a bracket, but not "(2)"
        return opens >= 0 and shapes[last] == _BRACKET and ends[last - 1] - offsets[last - 1] > 2
    if capitals[last] or roles[shapes[last]] & DIGITS:
        return opens == ANYWHERE
    return hashes[last] not in openers


def write_quotations(tokens: Tokens, roles: memoryview, bounds: memoryview) -> int:
    """Write the first token and the end of every quotation; return twice their number."""
    shapes, starts, ends = tokens.shapes.data, tokens.starts.data, tokens.ends.data
    count, is_open, opens, last = 0, False, False, len(shapes) - 1
    for token in range(len(shapes)):
        shape = shapes[token]
        role = roles[shape]
        if not role & (BREAK | QUOTES):
            continue
        if role & BREAK:
            opens = False
        elif shape in (_OPENING, _CLOSING):
            opens = shape == _OPENING
        else:
            joined = token > 0 and starts[token] == ends[token - 1]
            if not (joined and shapes[token - 1] == _QUOTE):
                before = not joined or roles[shapes[token - 1]] & (BREAK | OPENER) != 0
                after = token == last or starts[token + 1] > ends[token]
                after = after or roles[shapes[token + 1]] & BREAK != 0
                opens = before if before != after else not is_open
        if opens != is_open:
            bounds[count] = token if opens or role & BREAK else token + 1
            count += 1
            is_open = opens
    if is_open:
        bounds[count] = len(shapes)
        count += 1
    return count
