# cython: wraparound=False
"""Passes over the characters of a piece of text, and over its tokens.

Plain loops, compiled if a C compiler is at hand (_passes.pxd). `fold` has hardly a branch that
depends on the text, because a processor pays most for those that it predicts wrongly.
"""

from credscore.text.arrays import Tokens
from credscore.text.characters import BREAK, CLOSER, GOES_ON, IGNORED, OPENER, QUOTES, SPACE, STOP

_FACTOR = 0x9E3779B97F4A7C15
_BITS = 0xFFFFFFFFFFFFFFFF
_IGNORED, _SPACE = IGNORED, SPACE
_FULL_STOP, _QUOTE, _OPENING, _CLOSING = map(ord, '."“”')


def fold(
    piece: str, offset: int, entries: memoryview, masks: memoryview, folded: memoryview,
    places: memoryview, edges: memoryview, hashes: memoryview,
) -> int:  # fmt: skip
    """Write class, folded letter and place of every visible character, and return their number.

    The first is a border, a space before the piece, whose first character has place `offset`.
    `entries` and `masks` are those of characters.Tables. `edges` gets by turns the start and the
    end of every run of letters and digits, then the number of characters; `hashes` gets the hash of
    a run beside its end. Both need room for two more than there are characters.
    """
    size, edge, mixed, last = 1, 0, 0, 0
    folded[0], places[0] = _SPACE, offset - 1
    for place, character in enumerate(piece, offset):
        entry = entries[ord(character)]
        if entry & 255 == _IGNORED:
            continue
        edges[edge], hashes[edge] = size, mixed
        mask, letter = masks[entry & 255], entry >> 8
        edge += (mask ^ last) & 1
        last = mask
        mixed = ((mixed << 5 | mixed >> 59) ^ letter * _FACTOR) & mask
        folded[size], places[size] = entry, place
        size += 1
    edges[edge], hashes[edge], edges[edge + 1] = size, mixed, size
    return size


def hash_of(folded: memoryview, start: int, end: int) -> int:
    """The hash of a word, 64 bits: a cyclic polynomial (Cohen 1997)."""
    mixed = 0
    for at in range(start, end):
        letter = folded[at] >> 8
        mixed = ((mixed << 5 | mixed >> 59) ^ letter * _FACTOR) & _BITS
    return mixed


def write_sentences(
    tokens: Tokens, roles: memoryview, abbreviations: dict[int, int], starts: memoryview
) -> int:
    """Write the tokens that begin a sentence, and return their number (sentences.py)."""
    shapes, offsets, ends = tokens.shapes.data, tokens.starts.data, tokens.ends.data
    hashes, capitals = tokens.hashes.data, tokens.capitals.data
    count, closers, ended = 0, 0, False
    for token in range(len(shapes)):
        role = roles[shapes[token]]
        if role & (STOP | BREAK):
            ended, closers = True, 0
        elif ended and role & CLOSER and closers < 2:
            closers += 1
        elif ended:
            ended = False
            last = token - 1
            word, lower = last - 1, role & GOES_ON
            goes_on = bool(lower and roles[shapes[last]] & CLOSER)
            if shapes[last] == _FULL_STOP and not roles[shapes[word]] & BREAK:
                if lower:
                    goes_on = True
                elif capitals[word]:
                    needed = 0 if ends[word] - offsets[word] == 1 else -1
                    if needed:
                        needed = abbreviations.get(hashes[word], -1)
                    goes_on = needed == 0 or (needed > 0 and role & needed != 0)
            if not goes_on:
                starts[count] = token
                count += 1
    return count


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
