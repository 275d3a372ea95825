"""The clause around a denial: a cue, and the tokens of its article that may tell what it means."""

import re
from bisect import bisect_right

from credscore.evidence import Finding
from credscore.signals.denials.words import Words
from credscore.signals.reading import Reading

NEAR, BEFORE = 60, 12
"""Tokens beside a predicate in which its speaker and report are sought; before it, its frame."""


class Clause:
    """A cue, and the tokens around it that may tell what it means.

    `signs` are the words' symbols of the reading.
    """

    __slots__ = ("begin", "cue", "reading", "signs", "stop", "words")

    def __init__(self, reading: Reading, words: Words, signs: str, cue: Finding) -> None:
        self.reading, self.words, self.signs, self.cue = reading, words, signs, cue
        first, last = reading.sentence(cue.start)
        self.begin, self.stop = max(first, cue.start - NEAR), min(last, cue.start + NEAR)

    def before(self, name: str, at: int | None = None) -> bool:
        """Whether what `name` stands for ends at token `at`, by default where the cue begins."""
        end = self.cue.start if at is None else at
        first = max(self.begin, end - BEFORE)
        return self.words[name].search(self.signs, first, end) is not None

    def back(self, name: str, at: int) -> int:
        """The first token of what `name` stands for, if it ends at token `at`, else `at`."""
        match = self.words[name].search(self.signs, max(self.begin, at - BEFORE), at)
        return match.start() if match else at

    def follows(self, name: str, at: int) -> bool:
        """Whether what `name` stands for begins at token `at`."""
        return self.words[name].match(self.signs, at, self.stop) is not None

    def beyond(self, name: str, at: int) -> int:
        """The token after what `name` stands for, if it begins at token `at`, else `at`."""
        match = self.words[name].match(self.signs, at, self.stop)
        return match.end() if match else at

    def find(self, name: str, first: int, end: int) -> re.Match[str] | None:
        """What `name` stands for, where it is first from `first` to `end`."""
        return self.words[name].search(self.signs, first, end)

    def holds(self, name: str, first: int, end: int) -> bool:
        """Whether what `name` stands for is anywhere from `first` to `end`."""
        return self.find(name, first, end) is not None

    @property
    def recent(self) -> int:
        """The first token of the sentence before this one, if it is of the same article."""
        first = self.earlier
        return max(first, self.reading.sentence(self.begin - 1)[0]) if first < self.begin else first

    @property
    def following(self) -> int:
        """The token after the sentence behind this one, if it is of the same article."""
        text, stop = self.reading.text, self.stop
        last = text.body_ends.data[bisect_right(text.title_starts.data, self.begin) - 1]
        return min(stop + NEAR, self.reading.sentence(stop)[1]) if stop < last else stop

    @property
    def earlier(self) -> int:
        """The first token of its article, at most NEAR before it, that may name the report."""
        starts = self.reading.text.title_starts.data
        return max(starts[bisect_right(starts, self.begin) - 1], self.begin - NEAR)

    def frame(self, start: int) -> str | None:
        """How what begins at `start` is not asserted: negated, asked ...; None if it is."""
        word = self.find("frame_word", max(self.begin, start - BEFORE), start)
        frame = word and self.find("frame", word.start(), start)
        return frame.lastgroup if frame else None
