# cython: wraparound=False
"""The visible characters of a piece of text, folded, and where its runs of letters and digits are.

Plain loops, compiled if a C compiler is at hand (_folding.pxd). `fold` has hardly a branch that
depends on the text, because a processor pays most for those that it predicts wrongly.
"""

from credscore.text.characters import IGNORED, SPACE

_FACTOR = 0x9E3779B97F4A7C15
_BITS = 0xFFFFFFFFFFFFFFFF
_IGNORED, _SPACE = IGNORED, SPACE


def fold(
    piece: str, offset: int, entries: memoryview, masks: memoryview, folded: memoryview,
    places: memoryview, edges: memoryview, hashes: memoryview,
) -> int:  # fmt: skip
    """Write class, folded letter and place of every visible character; their number.

    A border comes first, which no piece of a text has: a space one place before the piece.

    Parameters
    ----------
    offset
        The place of the first character.
    entries
        Those of characters.Tables.
    masks
        By class all bits where it is one of letters or digits, else none.
    edges, hashes
        By turns where a run of letters and digits begins and ends, then the number of characters;
        beside an end the hash_of this run. Room for two more than characters.
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
    """64 bits that tell words apart (a cyclic polynomial; Cohen 1997)."""
    mixed = 0
    for at in range(start, end):
        letter = folded[at] >> 8
        mixed = ((mixed << 5 | mixed >> 59) ^ letter * _FACTOR) & _BITS
    return mixed
