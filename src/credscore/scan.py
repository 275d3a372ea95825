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


def fold(source: str, entries: memoryview, folded: memoryview, places: memoryview) -> int:
    """Write the class and folded letter of every visible character, and its place; their number."""
    size = 0
    for place in range(len(source)):
        entry = entries[ord(source[place])]
        if entry & 255 != IGNORED:
            folded[size] = entry
            places[size] = place
            size += 1
    return size


def split(
    source: str, folded: memoryview, places: memoryview, size: int, borders: memoryview,
    marks: memoryview, starts: memoryview, ends: memoryview, shapes: memoryview,
    hashes: memoryview, words: memoryview, capitals: memoryview, abbreviations: dict[int, int],
) -> int:  # fmt: skip
    """Write the tokens of what `fold` wrote; their number.

    `borders` are places in `source` of characters that part one piece from the next, and last its
    length: each is a token of its own, a paragraph's end. The string must begin with one. What
    marks have not (hashes, words, capitals) must hold zeros.
    `abbreviations` are those of sentences.py. A line ends a paragraph where it is followed by an
    empty one, or ends like a sentence, or is followed by an item of a list, or is a heading;
    lengths count words, so that neither names nor spaces matter.
    """
    count = border = at = last = 0
    line, lines = -1, 0  # the first line break since the last token, their number
    begin, opened = 0, True  # where the line begins, and whether a paragraph does there
    while at < size:
        kind = folded[at] & 255
        if kind == SPACE and places[at] != borders[border]:
            if folded[at] >> 8 == _NEWLINE:
                if lines == 0:
                    line = at
                lines += 1
            at += 1
            continue
        if lines:
            behind_border = folded[last] & 255 == SPACE
            opened = lines > 1 or (
                not behind_border
                and kind != SPACE
                and (
                    _ends_a_sentence(
                        source,
                        starts,
                        ends,
                        hashes,
                        words,
                        capitals,
                        count - 1,
                        kind,
                        abbreviations,
                    )
                    or (
                        source[places[at]] in _BULLETS
                        and (at + 1 >= size or folded[at + 1] & 255 != HYPHEN)
                    )
                    or (
                        opened
                        and kind == UPPER
                        and _heads(source, folded, places, begin, last, at, size, borders[border])
                    )
                )
            )
            if opened:
                _add(places, line, line + 1, count, starts, ends)
                shapes[count] = _NEWLINE
                count += 1
            opened = opened or behind_border
            begin, lines = at, 0
        if kind < LOWER or kind > DIGIT:
            _add(places, at, at + 1, count, starts, ends)
            shapes[count] = marks[ord(source[places[at]])] if kind != SPACE else _NEWLINE
            count += 1
            if kind == SPACE:
                begin, opened = at + 1, True
                border += 1
            last = at
            at += 1
            continue
        start = at
        genitive = False
        at += 1
        while at < size:
            kind = folded[at] & 255
            if kind < LOWER or kind > DIGIT:
                if not _joins(folded, at, size):
                    break
                if (
                    kind == APOSTROPHE
                    and ord(source[places[at + 1]]) | 32 == 115
                    and not (
                        at + 2 < size and (_is_word(folded, at + 2) or _joins(folded, at + 2, size))
                    )
                ):
                    genitive = True
                    break
            at += 1
        while True:
            _add(places, start, at, count, starts, ends)
            shapes[count] = _shape(folded, start, at)
            hashes[count] = hash_of(folded, start, at)
            words[count] = 1
            capitals[count] = folded[start] & 255 == UPPER
            count += 1
            last = at - 1
            if not genitive:
                break
            genitive = False
            start = at
            at += 2
    if lines > 1:
        _add(places, line, line + 1, count, starts, ends)
        shapes[count] = _NEWLINE
        count += 1
    return count


def _add(
    places: memoryview, start: int, end: int, count: int, starts: memoryview, ends: memoryview
) -> None:
    starts[count] = places[start]
    ends[count] = places[end - 1] + 1


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
    size: int, border: int,
) -> bool:  # fmt: skip
    """Whether a line has few words and the one from `first` on more; wrapped lines are alike."""
    if source[places[last]] == "," or source[places[last - 1]] == ",":  # before a closing mark
        return False
    found = _count_words(folded, places, begin, last + 1, border, _HEADING_WORDS + 1)
    wanted = (3 * found + 1) // 2
    return bool(
        found <= _HEADING_WORDS
        and _count_words(folded, places, first, size, border, wanted) >= wanted
    )


def _count_words(
    folded: memoryview, places: memoryview, at: int, size: int, border: int, most: int
) -> int:
    """The words of a line from `at` on, before a border; at most so many."""
    count, inside = 0, False
    while at < size and count < most and folded[at] != _LINE_END and places[at] != border:
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
