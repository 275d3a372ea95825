# cython: wraparound=False
"""Passes over the characters of a piece of text, and over its tokens.

Plain loops, compiled if a C compiler is at hand (_passes.pxd). `fold` has hardly a branch that
depends on the text, because a processor pays most for those that it predicts wrongly.
"""

from credscore.text.arrays import Tokens
from credscore.text.characters import (
    ANY_CASE,
    BREAK,
    CLOSER,
    DIGITS,
    GOES_ON,
    IGNORED,
    OPENER,
    QUOTES,
    SPACE,
    STOP,
    UNLESS_OPENED,
)

_FACTOR = 0x9E3779B97F4A7C15
_BITS = 0xFFFFFFFFFFFFFFFF
_IGNORED, _SPACE = IGNORED, SPACE
_DOT = "."
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
    source: str, tokens: Tokens, roles: memoryview, abbreviations: dict[int, int],
    openers: frozenset[int], starts: memoryview,
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
            continue
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
    openers: frozenset[int], token: int, first: int,
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
