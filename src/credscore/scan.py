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


class Splitter:
    """Splits strings into tokens, which it writes into arrays.

    Parameters
    ----------
    source
        The string.
    entries, marks
        Those of characters.Tables.
    folded, places
        Room for the longest piece of the string.
    starts, ends, shapes, hashes, words, capitals
        Room for as many tokens as there are characters.
    abbreviations
        Those of sentences.py.
    """

    def __init__(
        self, source: str, entries: memoryview, marks: memoryview, folded: memoryview,
        places: memoryview, starts: memoryview, ends: memoryview, shapes: memoryview,
        hashes: memoryview, words: memoryview, capitals: memoryview,
        abbreviations: dict[int, int],
    ) -> None:  # fmt: skip
        self.source, self.entries, self.marks = source, entries, marks
        self.folded, self.places = folded, places
        self.starts, self.ends, self.shapes = starts, ends, shapes
        self.hashes, self.words, self.capitals = hashes, words, capitals
        self.abbreviations = abbreviations

    def split(self, borders: memoryview) -> int:
        """Write the tokens, and return their number.

        `borders` are where its pieces begin, and last its length. The first character of a piece
        is a token of its own, a paragraph's end.

        A line ends a paragraph where it is followed by an empty one, or ends like a sentence, or
        is followed by an item of a list, or is a heading. Lengths of lines count words, so that
        neither names nor spaces matter.
        """
        count = 0
        for piece in range(len(borders) - 1):
            size = self._fold(borders[piece], borders[piece + 1])
            self._end_paragraph(count, borders[piece])
            count = self._split_piece(size, count + 1)
        return count

    def _end_paragraph(self, token: int, place: int) -> None:
        self.starts[token], self.ends[token], self.shapes[token] = place, place + 1, _NEWLINE
        self.hashes[token], self.words[token], self.capitals[token] = 0, 0, 0

    def _fold(self, begin: int, end: int) -> int:
        """Write class, folded letter and place of every visible character; their number."""
        size = 0
        for place, character in enumerate(self.source[begin:end], begin):
            entry = self.entries[ord(character)]
            if entry & 255 != IGNORED:
                self.folded[size] = entry
                self.places[size] = place
                size += 1
        return size

    def _split_piece(self, size: int, count: int) -> int:
        folded, places, starts, ends = self.folded, self.places, self.starts, self.ends
        shapes, hashes = self.shapes, self.hashes
        words, capitals = self.words, self.capitals
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
                listed = self.source[places[at]] in _BULLETS and not (
                    at + 1 < size and folded[at + 1] & 255 == HYPHEN
                )
                opened = bool(
                    listed
                    or not last
                    or lines > 1
                    or self._ends_a_sentence(count - 1, kind)
                    or (opened and kind == UPPER and self._heads(begin, last, at, size))
                )
                if opened and (last or lines > 1):
                    self._end_paragraph(count, places[line])
                    count += 1
                begin, lines = at, 0
            start = at
            if kind <= DIGIT:
                word_hash = part = shift = 0
                factor, mark = _FACTOR, LOWER
                while at < size:
                    mark = folded[at] & 255
                    if mark < LOWER or mark > DIGIT:
                        break
                    letter = folded[at] >> 8
                    part |= letter << shift
                    shift += 8
                    if shift == 64:
                        word_hash += part * factor
                        part = shift = 0
                        factor = _SECOND if factor == _FACTOR else _THIRD
                    at += 1
                word_hash = (word_hash + part * factor) & _BITS
                if APOSTROPHE <= mark <= COMMA:
                    at = self._end_of_word(at, size)
                    if at < 0:
                        genitive = at = -at
                    word_hash = hash_of(self.folded, start, at)
                elif at - start > LONGEST_WORD:
                    word_hash = 0
                hashes[count], shapes[count] = word_hash, self._shape(start, at)
                words[count], capitals[count] = 1, kind == UPPER
            elif at == genitive:
                at += 2
                hashes[count], shapes[count] = hash_of(self.folded, start, at), _plain
                words[count], capitals[count] = 1, 0
            else:
                at += 1
                shapes[count] = self.marks[ord(self.source[places[start]])]
                hashes[count], words[count], capitals[count] = 0, 0, 0
            last = at - 1
            starts[count], ends[count] = places[start], places[last] + 1
            count += 1
        if lines > 1:
            self._end_paragraph(count, places[line])
            count += 1
        return count

    def _end_of_word(self, at: int, size: int) -> int:
        """Where the word ends that goes on at `at`; negative where a genitive 's begins there."""
        while at < size:
            kind = self.folded[at] & 255
            if kind < LOWER or kind > DIGIT:
                if kind < APOSTROPHE or kind > COMMA or not self._joins(at, size):
                    return at
                if (
                    kind == APOSTROPHE
                    and ord(self.source[self.places[at + 1]]) | 32 == 115
                    and not self._goes_on(at + 2, size)
                ):
                    return -at
            at += 1
        return at

    def _is_word(self, at: int) -> bool:
        kind = self.folded[at] & 255
        return bool(LOWER <= kind <= DIGIT)

    def _joins(self, at: int, size: int) -> bool:
        """Whether a mark behind a letter or digit joins it with the next one."""
        here = self.folded[at] & 255
        if here < APOSTROPHE or here > COMMA or at + 1 >= size or at < 2:
            return False
        if not self._is_word(at - 1) or not self._is_word(at + 1):
            return False
        before, after = self.folded[at - 1] & 255, self.folded[at + 1] & 255
        further = self.folded[at - 2] & 255
        if here <= HYPHEN or (before == DIGIT and after == DIGIT):
            return True
        return bool(here == DOT and before == UPPER and (further < LOWER or further == DOT))

    def _goes_on(self, at: int, size: int) -> bool:
        return at < size and (self._is_word(at) or self._joins(at, size))

    def _ends_a_sentence(self, token: int, following: int) -> bool:
        """Whether a line with this last token ends in a stop, before marks that close at most.

        A full stop ends nothing before lower case, nor behind an initial or an abbreviation.
        """
        closed = False
        for _ in range(2):
            if self.source[self.starts[token]] in _CLOSERS:
                token -= 1
                closed = True
        mark = self.source[self.starts[token]]
        if mark not in _STOPS or (following == LOWER and (closed or mark == ".")):
            return False
        if mark != "." or closed or not self.words[token - 1] or not self.capitals[token - 1]:
            return True
        if self.ends[token - 1] - self.starts[token - 1] == 1:
            return False
        needed = self.abbreviations.get(self.hashes[token - 1], -1)
        return not (needed == 0 or (needed > 0 and following == DIGIT))

    def _heads(self, begin: int, last: int, first: int, size: int) -> bool:
        """Whether a line has few words and that from `first` on more; wrapped lines are alike."""
        final, before = self.source[self.places[last]], self.source[self.places[last - 1]]
        if final == "," or before == ",":  # before a closing mark
            return False
        found = self._count_words(begin, last + 1, _HEADING_WORDS + 1)
        wanted = (3 * found + 1) // 2
        return bool(found <= _HEADING_WORDS and self._count_words(first, size, wanted) >= wanted)

    def _count_words(self, at: int, size: int, most: int) -> int:
        """The words of a line from `at` on, at most so many."""
        count, inside = 0, False
        while at < size and count < most and self.folded[at] != _LINE_END:
            if self._is_word(at):
                count += not inside
                inside = True
            else:
                inside = inside and self._joins(at, size)
            at += 1
        return count

    def _shape(self, start: int, end: int) -> int:
        """The shape letter of a word (characters.py)."""
        kind, length = self.folded[start] & 255, end - start
        if kind == DIGIT:
            if length == 4 and self._is_year(start):
                return _year
            return _number
        if kind == UPPER:
            if length == 1 or self.folded[start + 1] & 255 == LOWER:
                return _name
            return _capitals if self.folded[end - 1] & 255 == UPPER else _name
        if length > 3:
            final, before = self.folded[end - 1] >> 8, self.folded[end - 2] >> 8
            if final == 115:  # s
                return _plural
            if final == 121 and before == 108:  # ly
                return _ly
            if final == 100 and before == 101:  # ed
                return _ed
            if final == 103 and before == 110 and self.folded[end - 3] >> 8 == 105:  # ing
                return _ing
        return _plain

    def _is_year(self, start: int) -> bool:
        first = self.folded[start] >> 8
        if first < 49 or first > 50:  # 1, 2
            return False
        for at in range(start + 1, start + 4):
            letter = self.folded[at] >> 8
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
