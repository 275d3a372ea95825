# cython: wraparound=False
"""One pass over the characters of a string: tokens with their shapes and hashes.

Plain loops over flat arrays. They are compiled where a C compiler is at hand (scan.pxd holds the
types) and run as they stand where there is none, with the same results.
"""

from credscore.characters import (
    APOSTROPHE,
    COMMA,
    DIGIT,
    DOT,
    HYPHEN,
    IGNORED,
    LONGEST_WORD,
    LOWER,
    PARAGRAPH,
    SHAPE_LETTERS,
    SPACE,
    UPPER,
)

_HEADING_WORDS = 10  # a line of at most this many words before a longer one may be a heading
_STOPS, _CLOSERS, _BULLETS = ".!?…", "\"”'’)]", "-*•"
_BITS = 0xFFFFFFFFFFFFFFFF
_FACTOR, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F
_NEWLINE = ord(PARAGRAPH)
_LINE_END = SPACE | _NEWLINE << 8
_plain, _ly, _ed, _ing, _plural, _name, _capitals, _number, _year = map(ord, SHAPE_LETTERS)


def split(
    source: str, borders: memoryview, entries: memoryview, marks: memoryview, folded: memoryview,
    places: memoryview, starts: memoryview, ends: memoryview, shapes: memoryview,
    hashes: memoryview, words: memoryview, capitals: memoryview, abbreviations: dict[int, int],
) -> int:  # fmt: skip
    """Write the tokens of a string, and return their number.

    `borders` are where its pieces begin, and last its length. The first character of a piece is a
    token of its own, a paragraph's end. `folded` and `places` have room for the longest piece, the
    others for every character. `abbreviations` are those of sentences.py.

    A line ends a paragraph where it is followed by an empty one, or ends like a sentence, or is
    followed by an item of a list, or is a heading. Lengths of lines count words, so that neither
    names nor spaces matter.
    """
    count = 0
    for piece in range(len(borders) - 1):
        size = _fold(source, borders[piece], borders[piece + 1], entries, folded, places)
        starts[count], ends[count] = borders[piece], borders[piece] + 1
        shapes[count], hashes[count], words[count], capitals[count] = _NEWLINE, 0, 0, 0
        count = _split_piece(
            source, size, marks, folded, places, count + 1, starts, ends, shapes, hashes, words,
            capitals, abbreviations,
        )  # fmt: skip
    return count


def _fold(
    source: str, begin: int, end: int, entries: memoryview, folded: memoryview, places: memoryview
) -> int:
    """Write the class and folded letter of every visible character, and its place; their number."""
    size = 0
    for place, character in enumerate(source[begin:end], begin):
        entry = entries[ord(character)]
        if entry & 255 != IGNORED:
            folded[size] = entry
            places[size] = place
            size += 1
    return size


def _split_piece(
    source: str, size: int, marks: memoryview, folded: memoryview, places: memoryview, count: int,
    starts: memoryview, ends: memoryview, shapes: memoryview, hashes: memoryview,
    words: memoryview, capitals: memoryview, abbreviations: dict[int, int],
) -> int:  # fmt: skip
    at, last = 1, 0
    line, lines = 0, 0  # the first line break since the last token, their number
    begin, opened = 1, True  # where the line begins, and whether a paragraph does there
    genitive = 0  # where an 's begins that parts from its word
    while at < size:
        kind = folded[at] & 255
        if kind == SPACE:
            if folded[at] >> 8 == _NEWLINE:
                if lines == 0:
                    line = at
                lines += 1
            at += 1
            continue
        if lines:
            listed = source[places[at]] in _BULLETS and not (
                at + 1 < size and folded[at + 1] & 255 == HYPHEN
            )
            opened = bool(
                listed
                or not last
                or lines > 1
                or _ends_a_sentence(
                    source, starts, ends, hashes, words, capitals, count - 1, kind, abbreviations
                )
                or (
                    opened
                    and kind == UPPER
                    and _heads(source, folded, places, begin, last, at, size)
                )
            )
            if opened and (last or lines > 1):
                starts[count], ends[count] = places[line], places[line] + 1
                shapes[count], hashes[count], words[count], capitals[count] = _NEWLINE, 0, 0, 0
                count += 1
            begin, lines = at, 0
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


def _ends_a_sentence(
    source: str, starts: memoryview, ends: memoryview, hashes: memoryview, words: memoryview,
    capitals: memoryview, token: int, following: int, abbreviations: dict[int, int],
) -> bool:  # fmt: skip
    """Whether a line whose last token is `token` ends in a stop, before marks that close at most.

    A full stop ends nothing before lower case, nor behind an initial or an abbreviation.
    """
    closed = False
    for _ in range(2):
        if source[starts[token]] in _CLOSERS:
            token -= 1
            closed = True
    mark = source[starts[token]]
    if mark not in _STOPS or (following == LOWER and (closed or mark == ".")):
        return False
    if mark != "." or closed or not words[token - 1] or not capitals[token - 1]:
        return True
    if ends[token - 1] - starts[token - 1] == 1:
        return False
    needed = abbreviations.get(hashes[token - 1], -1)
    return not (needed == 0 or (needed > 0 and following == DIGIT))


def _heads(
    source: str, folded: memoryview, places: memoryview, begin: int, last: int, first: int,
    size: int,
) -> bool:  # fmt: skip
    """Whether a line has few words and the one from `first` on more; wrapped lines are alike."""
    if source[places[last]] == "," or source[places[last - 1]] == ",":  # before a closing mark
        return False
    found = _count_words(folded, begin, last + 1, _HEADING_WORDS + 1)
    wanted = (3 * found + 1) // 2
    return bool(found <= _HEADING_WORDS and _count_words(folded, first, size, wanted) >= wanted)


def _count_words(folded: memoryview, at: int, size: int, most: int) -> int:
    """The words of a line from `at` on, at most so many."""
    count, inside = 0, False
    while at < size and count < most and folded[at] != _LINE_END:
        if _is_word(folded, at):
            count += not inside
            inside = True
        else:
            inside = inside and _joins(folded, at, size)
        at += 1
    return count


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
