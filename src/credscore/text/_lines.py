# cython: wraparound=False
"""Where lines of a piece of text end paragraphs, judged by the folded characters around them.

Compiled if a C compiler is at hand (_lines.pxd).
"""

from typing import Any

from credscore.text.characters import (
    ANY_CASE,
    APOSTROPHE,
    COMMA,
    DIGIT,
    DIGITS,
    DOT,
    HYPHEN,
    LOWER,
    PARAGRAPH,
    SPACE,
    UNLESS_OPENED,
    UPPER,
)

_HEADING_WORDS = 10  # a line of at most this many words before a longer one may be a heading
_SHORT_LINE, _LONG_LINE = 6, 18  # which a wrapped line seldom is: it has 7 to 17 words
_LONGEST_LINE = 25  # words that no wrapped line has
_STOPS, _CLOSERS, _OPENERS = ".!?…", "\"”'’)]", "\"“'‘(["
_LINE_END = SPACE | ord(PARAGRAPH) << 8


class Lines:
    """The lines of the piece that is read, and the arrays that are written.

    Parameters
    ----------
    tables, tokens, scratch, abbreviations
        As characters.tables, arrays.room_for and sentences.abbreviations give them.
    """

    def __init__(
        self, tables: Any, tokens: Any, scratch: Any, abbreviations: dict[int, int]
    ) -> None:
        self.abbreviations, self.piece, self.offset = abbreviations, "", 0
        self.entries, self.marks = tables.entries.data, tables.marks.data
        self.masks = tables.word_masks.data
        self.folded, self.places = scratch.folded.data, scratch.places.data
        self.edges, self.word_hashes = scratch.edges.data, scratch.hashes.data
        self.starts, self.ends = tokens.starts.data, tokens.ends.data
        self.shapes, self.hashes = tokens.shapes.data, tokens.hashes.data
        self.words, self.capitals = tokens.words.data, tokens.capitals.data

    def _character(self, place: int) -> str:
        return self.piece[place - self.offset] if place >= self.offset else "\0"

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

    def _ends_a_sentence(self, token: int, following: int) -> bool:
        """Whether a line with this last token ends in a stop, before marks that close at most.

        A stop ends nothing before lower case, a full stop nothing behind an abbreviation.
        """
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

    def _parts(
        self, begin: int, last: int, first: int, size: int, opened: bool, whole: bool
    ) -> bool:
        """Whether the line from `first` on begins a paragraph, though the one before has no stop.

        `opened` tells whether the one before begins one, `whole` that no line of its block is
        wrapped. A heading has few words, and the next line more; wrapped lines are alike.
        """
        final, before = self.places[last], self.places[last - 1]
        if self._character(final) == "," or self._character(before) == ",":  # before a closing mark
            return False
        if not self._is_word(first) and self._character(self.places[first]) not in _OPENERS:
            return False
        words = self._count_words(begin, last + 1, _LONGEST_LINE)
        following = self._count_words(first, size, _LONGEST_LINE)
        if whole or max(words, following) == _LONGEST_LINE:
            return True
        needed = (3 * words + 1) // 2 if words <= _SHORT_LINE else _LONG_LINE
        heading = opened and self.folded[first] & 255 == UPPER and words <= _HEADING_WORDS
        return bool(heading and following >= needed)

    def _has_whole_lines(self, at: int, size: int) -> bool:
        """Whether the lines from `at` to the next empty one were not wrapped.

        Of four or more one is short that is not the last, and none begins in lower case.
        """
        breaks, short_line = 0, False
        while True:
            words = self._count_words(at, size, _SHORT_LINE)
            while at < size and self.folded[at] != _LINE_END:
                at += 1
            lines = 0
            while at < size and self.folded[at] & 255 == SPACE:
                lines += self.folded[at] == _LINE_END
                at += 1
            if at >= size or lines > 1:
                return bool(short_line and breaks > 2)
            if self.folded[at] & 255 == LOWER:
                return False
            breaks += 1
            short_line = short_line or words < _SHORT_LINE

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
