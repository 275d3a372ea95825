# cython: wraparound=False
"""One pass over the characters of a string: tokens with their shapes and hashes.

Plain loops over flat arrays. They are compiled where a C compiler is at hand (scan.pxd holds the
types) and run as they stand where there is none, with the same results.
"""

from collections.abc import Iterable

from credscore.characters import (
    APOSTROPHE,
    CAPITALS,
    COMMA,
    DIGIT,
    DOT,
    ED,
    HYPHEN,
    IGNORED,
    ING,
    LONGEST_WORD,
    LOWER,
    LY,
    NAME,
    NUMBER,
    PARAGRAPH,
    PLAIN,
    PLURAL,
    SPACE,
    UPPER,
    YEAR,
    tables,
)

_HEADING_TOKENS = 10  # a line of at most this many words and marks before a capital is a heading
_LONGEST_LINE = 400
_BITS = 0xFFFFFFFFFFFFFFFF
_FACTOR, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F
_NEWLINE = ord(PARAGRAPH)
_plain, _plural, _ly, _ed, _ing = ord(PLAIN), ord(PLURAL), ord(LY), ord(ED), ord(ING)
_name, _capitals, _number, _year = ord(NAME), ord(CAPITALS), ord(NUMBER), ord(YEAR)


def split(
    source: str, borders: memoryview, entries: memoryview, marks: memoryview, folded: memoryview,
    places: memoryview, starts: memoryview, ends: memoryview, shapes: memoryview,
    hashes: memoryview, words: memoryview, capitals: memoryview,
) -> int:  # fmt: skip
    """Write the tokens of a string, and return their number.

    `borders` are where its pieces begin, and last its length. The first character of a piece is a
    token of its own, a paragraph's end. `folded` and `places` have room for the longest piece, the
    others for every character.
    """
    count = 0
    for piece in range(len(borders) - 1):
        size = _fold(source, borders[piece], borders[piece + 1], entries, folded, places)
        starts[count], ends[count] = borders[piece], borders[piece] + 1
        shapes[count], hashes[count], words[count], capitals[count] = _NEWLINE, 0, 0, 0
        count = _split_piece(
            source, size, marks, folded, places, count + 1, starts, ends, shapes, hashes, words,
            capitals,
        )  # fmt: skip
    return count


def _fold(
    source: str, begin: int, end: int, entries: memoryview, folded: memoryview, places: memoryview
) -> int:
    """Write the class and folded letter of every visible character, and its place; their number."""
    size = 0
    for place in range(begin, end):
        entry = entries[ord(source[place])]
        if entry & 255 != IGNORED:
            folded[size] = entry
            places[size] = place
            size += 1
    return size


def _split_piece(
    source: str, size: int, marks: memoryview, folded: memoryview, places: memoryview, count: int,
    starts: memoryview, ends: memoryview, shapes: memoryview, hashes: memoryview,
    words: memoryview, capitals: memoryview,
) -> int:  # fmt: skip
    at = 1
    line, lines, newest = 0, 0, 0  # the first line break since the last token, their number
    earlier, last = 0, 0  # the line break or border before it, the end of the last token
    genitive = 0  # where an 's begins that parts from its word
    while at < size:
        kind = folded[at] & 255
        if kind == SPACE:
            if folded[at] >> 8 == _NEWLINE:
                if lines == 0:
                    line = at
                newest = at
                lines += 1
            at += 1
            continue
        if lines:
            if lines > 1 or (
                last
                and (
                    source[places[last]] in '.!?:;"”’)…'
                    or source[places[at]] in "-*•"
                    or (
                        kind == UPPER
                        and _heads(
                            folded, places, size, starts, count, last, at,
                            max(earlier, line - _LONGEST_LINE),
                        )
                    )
                )
            ):  # fmt: skip
                starts[count], ends[count] = places[line], places[line] + 1
                shapes[count], hashes[count], words[count], capitals[count] = _NEWLINE, 0, 0, 0
                count += 1
            earlier, lines = newest, 0
        start = at
        if at == genitive or kind <= DIGIT:
            at = at + 2 if at == genitive else _end_of_word(source, folded, places, at + 1, size)
            if at < 0:
                genitive = at = -at
            shapes[count] = _shape(folded, start, at)
            hashes[count] = hash_of(folded, start, at)
            words[count], capitals[count] = 1, kind == UPPER
        else:
            at += 1
            shapes[count] = marks[ord(source[places[start]])]
            hashes[count], words[count], capitals[count] = 0, 0, 0
        last = at - 1
        starts[count], ends[count] = places[start], places[last] + 1
        count += 1
    if lines > 1:
        starts[count], ends[count] = places[line], places[line] + 1
        shapes[count], hashes[count], words[count], capitals[count] = _NEWLINE, 0, 0, 0
        count += 1
    return count


def _end_of_word(source: str, folded: memoryview, places: memoryview, at: int, size: int) -> int:
    """Where the word ends that goes on at `at`; negative where a genitive 's begins there."""
    while at < size:
        kind = folded[at] & 255
        if kind < LOWER or kind > DIGIT:
            if kind < APOSTROPHE or kind > COMMA or not _joins(folded, at, size):
                return at
            if (
                kind == APOSTROPHE
                and ord(source[places[at + 1]]) | 32 == 115
                and not _goes_on(folded, at + 2, size)
            ):
                return -at
        at += 1
    return at


def _is_word(folded: memoryview, at: int) -> bool:
    kind = folded[at] & 255
    return bool(LOWER <= kind <= DIGIT)


def _joins(folded: memoryview, at: int, size: int) -> bool:
    """Whether a mark behind a letter or digit joins it with the next one."""
    here = folded[at] & 255
    if here < APOSTROPHE or here > COMMA or at + 1 >= size or at < 2:
        return False
    if not _is_word(folded, at - 1) or not _is_word(folded, at + 1):
        return False
    before, after, further = folded[at - 1] & 255, folded[at + 1] & 255, folded[at - 2] & 255
    if here <= HYPHEN or (before == DIGIT and after == DIGIT):
        return True
    return bool(here == DOT and before == UPPER and (further < LOWER or further == DOT))


def _goes_on(folded: memoryview, at: int, size: int) -> bool:
    return at < size and (_is_word(folded, at) or _joins(folded, at, size))


def _heads(
    folded: memoryview, places: memoryview, size: int, starts: memoryview, count: int,
    last: int, first: int, begin: int,
) -> bool:  # fmt: skip
    """Whether a line is short and the one from `first` on longer; wrapped lines are alike."""
    tokens, wanted = 0, 3 * (last - begin) // 2 + 1
    if folded[begin] >> 8 == _NEWLINE:  # a break, itself no part of its line
        begin += 1
    while count > 0 and starts[count - 1] >= places[begin]:
        count -= 1
        tokens += 1
        if tokens > _HEADING_TOKENS:
            return False
    end = first
    while end < size and end - first < wanted:
        if folded[end] >> 8 == _NEWLINE:
            return False
        end += 1
    return end - first >= wanted


def _shape(folded: memoryview, start: int, end: int) -> int:
    """The shape letter of a word (characters.py)."""
    kind, length = folded[start] & 255, end - start
    if kind == DIGIT:
        if length == 4 and _is_year(folded, start):
            return _year
        return _number
    if kind == UPPER:
        loud = length > 1 and folded[end - 1] & 255 == UPPER and folded[start + 1] & 255 != LOWER
        return _capitals if loud else _name
    if length > 3:
        final, before = folded[end - 1] >> 8, folded[end - 2] >> 8
        if final == 115:  # s
            return _plural
        if final == 121 and before == 108:  # ly
            return _ly
        if final == 100 and before == 101:  # ed
            return _ed
        if final == 103 and before == 110 and folded[end - 3] >> 8 == 105:  # ing
            return _ing
    return _plain


def _is_year(folded: memoryview, start: int) -> bool:
    first = folded[start] >> 8
    if first < 49 or first > 50:  # 1, 2
        return False
    for at in range(start + 1, start + 4):
        letter = folded[at] >> 8
        if letter < 48 or letter > 57:
            return False
    return True


def hash_of(folded: memoryview, start: int, end: int) -> int:
    """64 bits that tell words of up to LONGEST_WORD letters apart; 0 for longer words."""
    if end - start > LONGEST_WORD:
        return 0
    total = part = 0
    shift, factor = 0, _FACTOR
    for at in range(start, end):
        letter = folded[at] >> 8
        part |= letter << shift
        shift += 8
        if shift == 64:
            total = (total + part * factor) & _BITS
            part, shift = 0, 0
            factor = _SECOND if factor == _FACTOR else _THIRD
    return (total + part * factor) & _BITS


def hashes_of(words: Iterable[str]) -> list[int]:
    """The hashes of the words of a lexicon, as `split` writes them for words of a text.

    >>> denied, denies, capital = hashes_of(["denied", "denies", "Denied"])
    >>> denied == denies, denied == capital
    (False, True)
    """
    entries = tables().entries
    return [hash_of(entries[list(map(ord, word))].data, 0, len(word)) for word in words]
