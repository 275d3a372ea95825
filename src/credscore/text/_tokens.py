# cython: wraparound=False
"""Splits a string into tokens with their shapes and hashes, in one pass over its characters.

The loops run over flat arrays. They are compiled if a C compiler is at hand (_tokens.pxd holds the
C types). Without one they run as plain Python, with the same results.
"""

import re
from typing import Any

from credscore.text._passes import fold, hash_of
from credscore.text.characters import (
    AMPERSAND,
    ANY_CASE,
    APOSTROPHE,
    COMMA,
    DIGIT,
    DIGITS,
    DOT,
    FOREIGN,
    HYPHEN,
    LONGEST_WORD,
    LOWER,
    PARAGRAPH,
    SHAPE_LETTERS,
    SPACE,
    UNLESS_OPENED,
    UPPER,
    visible,
)
from credscore.text.toml_tables import WORDS
from credscore.text.word_hashes import hashes_of

_ARTICLES = frozenset(hashes_of(WORDS["articles"].split()))
_LONGEST_ARTICLE = 4
_NAME_MARK = re.compile(r"!(?=['’]s(?!\w)|[,.]\s|[^\S\n]+[a-z]++(?![\w/@]|[.:][\w/]))")
_UNFINISHED = frozenset(hashes_of([*WORDS["small"].split(), *WORDS["unfinished"].split()]))
_BULLETS = "-*•"
_NEWLINE = ord(PARAGRAPH)
_HEADING_WORDS = 10  # a heading has at most this many words, and a longer line follows it
_SHORT_LINE, _LONG_LINE = 6, 18  # a wrapped line has 7 to 17 words
_LONGEST_LINE = 25  # the most words of a wrapped line
_LOUD = 15  # a line with this many capitals and no small letter is a headline
_STOPS, _CLOSERS, _OPENERS = ".!?…", "\"”'’)]", "\"“'‘(["
_LINE_END = SPACE | _NEWLINE << 8
_plain, _ly, _ed, _ing, _plural, _name, _capitals, _number, _year = map(ord, SHAPE_LETTERS)


class Splitter:
    """Splits strings into tokens, which it writes into arrays; each string follows a border."""

    def __init__(
        self, pieces: list[str], tables: Any, tokens: Any, scratch: Any,
        abbreviations: dict[int, int],
    ) -> None:  # fmt: skip
        self.pieces, self.abbreviations, self.piece, self.offset = pieces, abbreviations, "", 0
        self.block, self.is_whole = 0, False  # the block asked for last; has it whole lines?
        self.entries, self.marks = tables.entries.data, tables.marks.data
        self.masks = tables.word_masks.data
        self.folded, self.places = scratch.folded.data, scratch.places.data
        self.edges, self.word_hashes = scratch.edges.data, scratch.hashes.data
        self.starts, self.ends = tokens.starts.data, tokens.ends.data
        self.shapes, self.hashes = tokens.shapes.data, tokens.hashes.data
        self.words, self.capitals = tokens.words.data, tokens.capitals.data

    def split(self) -> int:
        """Write the tokens and return their number. Borders and ends of paragraphs are tokens, too.

        A line ends its paragraph in one of these cases. An empty line or an item of a list follows.
        It ends like a sentence. It is a heading, or in capitals. It was not wrapped: it or the next
        line is too long, or no line of its block begins in lower case and one of them is short. The
        length of a line is its number of words.
        """
        count = place = 0
        for piece in self.pieces:
            self.piece, self.offset = piece, place + 1
            size = fold(
                piece, place + 1, self.entries, self.masks, self.folded, self.places, self.edges,
                self.word_hashes,
            )  # fmt: skip
            self._end_paragraph(count, place)
            count = self._split_piece(size, count + 1)
            place += len(piece) + 1
        return count

    def _end_paragraph(self, token: int, place: int) -> None:
        self.starts[token], self.ends[token], self.shapes[token] = place, place + 1, _NEWLINE
        self.hashes[token], self.words[token], self.capitals[token] = 0, 0, 0

    def _split_piece(self, size: int, count: int) -> int:
        folded, places, starts, ends = self.folded, self.places, self.starts, self.ends
        shapes, hashes, words, capitals = self.shapes, self.hashes, self.words, self.capitals
        edges, word_hashes, edge = self.edges, self.word_hashes, 0
        at, last = 1, 0
        line, lines = 0, 0  # the first line break since the last token; the number of breaks
        begin, opened = 1, True  # where the line begins; whether a paragraph begins there
        block, self.block = 1, 0  # a block has lines without an empty one between them
        genitive = 0  # where a genitive 's begins
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
                if not last or lines > 1:
                    block = at
                listed = self._character(places[at]) in _BULLETS and not (
                    at + 1 < size and folded[at + 1] & 255 == HYPHEN
                )
                opened = bool(
                    listed
                    or not last
                    or lines > 1
                    or self._ends_a_sentence(count - 1, kind)
                    or (
                        kind != LOWER
                        and self.hashes[count - 1] not in _UNFINISHED
                        and self._begins_paragraph(begin, last, at, size, opened, block)
                    )
                )
                if opened and (last or lines > 1):
                    self._end_paragraph(count, places[line])
                    count += 1
                begin, lines = at, 0
            start = at
            if kind <= DIGIT:
                while edges[edge] < at:
                    edge += 2
                at, hashes[count] = edges[edge + 1], word_hashes[edge + 1]
                if at < size and APOSTROPHE <= folded[at] & 255 <= AMPERSAND:
                    at = self._end_of_word(at, size)
                    if at < 0:
                        genitive = at = -at
                    hashes[count] = hash_of(self.folded, start, at)
                if kind == LOWER and self._is_name(start, at):
                    kind = UPPER
                if at - start > LONGEST_WORD:
                    hashes[count] = 0
                shapes[count] = self._shape(kind, start, at)
                words[count], capitals[count] = 1, kind == UPPER
            elif at == genitive:
                at += 2
                hashes[count], shapes[count] = hash_of(self.folded, start, at), _plain
                words[count], capitals[count] = 1, 0
            else:
                at += 1
                mark, place = self._character(places[start]), places[start] - self.offset
                if mark in ".!" and self._is_genitive(at, size):
                    genitive = at  # "the U.S.'s", "Yahoo!'s"
                is_named = mark == "!" and shapes[count - 1] == _name
                if is_named and _NAME_MARK.match(visible(self.piece[place : place + LONGEST_WORD])):
                    continue  # "Yahoo! said", "Yahoo!'s", "at Yahoo!,"
                shapes[count] = self.marks[ord(mark)]
                hashes[count], words[count], capitals[count] = 0, 0, 0
            last = at - 1
            starts[count], ends[count] = places[start], places[last] + 1
            count += 1
        if lines > 1:
            self._end_paragraph(count, places[line])
            count += 1
        return count

    def _end_of_word(self, at: int, size: int) -> int:
        """The end of the word that goes on at `at`; negative if a genitive 's begins there."""
        while at < size:
            kind = self.folded[at] & 255
            if kind < LOWER or kind > DIGIT:
                if kind < APOSTROPHE or kind > AMPERSAND or not self._joins(at, size):
                    return at
                if self._is_genitive(at, size):
                    return -at
            at += 1
        return at

    def _is_genitive(self, at: int, size: int) -> bool:
        """Whether an apostrophe and an s stand at `at`, and no more of a word."""
        if at + 1 >= size or self.folded[at] & 255 != APOSTROPHE or self._continues(at + 2, size):
            return False
        return ord(self._character(self.places[at + 1])) | 32 == 115

    def _continues(self, at: int, size: int) -> bool:
        return at < size and (self._is_word(at) or self._joins(at, size))

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a name begins with a joined article or small letters: al-Sayed, d'Orsay, eBay."""
        for at in range(start + 1, min(start + _LONGEST_ARTICLE, end - 2) + 1):
            kind, following = self.folded[at] & 255, self.folded[at + 1] & 255
            if kind == UPPER:  # but kWh
                return following == UPPER or (at < end - 2 and self.folded[at + 2] & 255 == LOWER)
            if kind != LOWER:
                return following == UPPER and (
                    kind == APOSTROPHE or hash_of(self.folded, start, at) in _ARTICLES
                )
        return False

    def _shape(self, kind: int, start: int, end: int) -> int:
        """The shape letter of a word whose first letter is of class `kind` (characters.py)."""
        length = end - start
        if kind == DIGIT:
            return _year if length == 4 and self._is_year(start) else _number
        if kind == UPPER:
            if length == 1 or self.folded[start + 1] & 255 == LOWER:
                return _name
            last = self.folded[end - 1]
            return _capitals if last & 255 == UPPER and last >> 8 != FOREIGN else _name
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
        if not 49 <= self.folded[start] >> 8 <= 50:  # 1, 2
            return False
        for at in range(start + 1, start + 4):
            letter = self.folded[at] >> 8
            if letter < 48 or letter > 57:
                return False
        return True

    def _character(self, place: int) -> str:
        return self.piece[place - self.offset] if place >= self.offset else "\0"

    def _is_word(self, at: int) -> bool:
        kind = self.folded[at] & 255
        return bool(LOWER <= kind <= DIGIT)

    def _joins(self, at: int, size: int) -> bool:
        """Whether the mark at `at`, behind a letter or digit, joins it with the next one."""
        here = self.folded[at] & 255
        outside = here < APOSTROPHE or here > AMPERSAND or at + 1 >= size or at < 2
        if outside or not (self._is_word(at - 1) and self._is_word(at + 1)):
            return False
        before, after = self.folded[at - 1] & 255, self.folded[at + 1] & 255
        if here <= HYPHEN or (here <= COMMA and before == after == DIGIT):
            return True
        further = self.folded[at - 2] & 255
        initial = here == DOT and (further < LOWER or further == DOT)
        return bool(before == UPPER and (initial or (here == AMPERSAND and after == UPPER)))

    def _ends_a_sentence(self, token: int, following: int) -> bool:
        """Whether a line with this last token ends in a stop; closing marks may follow the stop."""
        closed = False
        for _ in range(2):
            if self._character(self.starts[token]) in _CLOSERS:
                token, closed = token - 1, True
        mark = self._character(self.starts[token])
        if mark not in _STOPS or following == LOWER:
            return False
        word = token - 1
        if mark != "." or closed or not self.words[word]:
            return True
        start, size = self.starts[word], self.ends[word] - self.starts[word]
        needed = self.abbreviations.get(self.hashes[word], -1)
        if needed >= 0 and not (needed & ANY_CASE or self.capitals[word]):
            needed = -1
        if self.capitals[word]:
            initial = size == 1 or (size > 2 and self._character(start + 1) == ".")
        else:
            initial = size == 1 and self._character(start - 1) == "."
        if initial or (needed >= 0 and needed & UNLESS_OPENED):
            return False
        return needed < 0 or (needed & DIGITS != 0 and following != DIGIT)

    def _begins_paragraph(
        self, begin: int, last: int, first: int, size: int, opened: bool, block: int
    ) -> bool:
        """Whether the line at `first` begins a paragraph, though the line before it has no stop."""
        final, before = self.places[last], self.places[last - 1]
        if self._character(final) == "," or self._character(before) == ",":  # before a closing mark
            return False
        if not self._is_word(first) and self._character(self.places[first]) not in _OPENERS:
            return False
        words = self._count_words(begin, last + 1, _LONGEST_LINE)
        following = self._count_words(first, size, _LONGEST_LINE)
        if max(words, following) == _LONGEST_LINE:
            return True
        if self._character(final) == ")" and self._is_in_capitals(first, size):
            return True
        letter = first if self._is_word(first) else first + 1
        small = letter + 1 < size and self.folded[letter + 1] & 255 == LOWER
        if opened and small and self._is_in_capitals(begin, size):
            return True
        needed = (3 * words + 1) // 2 if words <= _SHORT_LINE else _LONG_LINE
        heading = opened and self.folded[first] & 255 == UPPER and words <= _HEADING_WORDS
        if heading and following >= needed:
            return True
        if self.block != block:
            self.block, self.is_whole = block, self._has_whole_lines(block, size)
        return self.is_whole

    def _has_whole_lines(self, at: int, size: int) -> bool:
        """Whether the lines from `at` to the next empty one were not wrapped."""
        breaks, short_line = 0, False
        while True:
            words, final = self._count_words(at, size, _SHORT_LINE), SPACE
            while at < size and self.folded[at] != _LINE_END:
                if self.folded[at] & 255 != SPACE:
                    final = self.folded[at] & 255
                at += 1
            lines = 0
            while at < size and self.folded[at] & 255 == SPACE:
                lines += self.folded[at] == _LINE_END
                at += 1
            if at >= size or lines > 1:
                return bool(short_line and breaks > 2)
            if self.folded[at] & 255 == LOWER:
                return False
            breaks += not (final == UPPER and self.folded[at] & 255 == UPPER)
            short_line = short_line or words < _SHORT_LINE

    def _is_in_capitals(self, at: int, size: int) -> bool:
        """Whether the line from `at` on has many letters, all in capitals."""
        count = 0
        while at < size and self.folded[at] != _LINE_END:
            if self.folded[at] & 255 == LOWER:
                return False
            count += self.folded[at] & 255 == UPPER
            at += 1
        return count >= _LOUD

    def _count_words(self, at: int, size: int, most: int) -> int:
        """The number of words of a line from `at` on; counting ends at `most`."""
        count, inside = 0, False
        while at < size and count < most and self.folded[at] != _LINE_END:
            is_word = self._is_word(at)
            count += is_word and not inside
            inside = is_word or (inside and self._joins(at, size))
            at += 1
        return count
