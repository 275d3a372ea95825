"""The clause around a cue, and the patterns that tell what the cue means there (phrases.toml)."""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from string import Template

from credscore.evidence import Finding
from credscore.lexicon import Lexicon
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import read_table

NEAR = 60  # the most tokens of a sentence that are read to each side of a cue
BEFORE = 12  # a frame stands within so many tokens before a cue
TABLES = read_table("signals/phrases.toml")
"""The tables of phrases.toml, by signal."""


def cues_of(signal: str) -> dict[str, frozenset[str]]:
    """The sets of cues of a signal, by name."""
    return {name: frozenset(cues.split()) for name, cues in TABLES[signal]["cues"].items()}


def patterns_of(signal: str) -> dict[str, dict[str, str]]:
    """The patterns of a signal by table and name, with the text of each $name put in."""
    tables: dict[str, dict[str, str]] = {"parts": {}}
    for title in ("parts", "frames", "before", "patterns"):
        patterns = tables.setdefault(title, {})
        for name, pattern in TABLES[signal].get(title, {}).items():
            patterns[name] = Template(" ".join(pattern.split())).substitute(tables["parts"])
    return tables


class ClausePatterns(dict[str, re.Pattern[str]]):
    """The patterns of a signal, compiled when asked for. Several names mean any of them.

    "frame" means any of the frames; each is a group with its name. A match of a frame, or of a
    pattern of `before`, must end where the search ends.
    """

    def __init__(self, signal: str, lexicon: Lexicon) -> None:
        super().__init__()
        tables = patterns_of(signal)
        self._before, self._frames = tables["before"], tables["frames"]
        self._patterns = {**self._frames, **self._before, **tables["patterns"]}
        self._unless, self._lexicon = TABLES[signal].get("unless", {}), lexicon

    def __missing__(self, names: str) -> re.Pattern[str]:
        written = self._lexicon.expression
        if names == "frame":
            parts = [rf"(?P<{name}>{written(frame)})\Z" for name, frame in self._frames.items()]
        else:
            parts = list(map(self._part, names.split()))
        self[names] = re.compile("|".join(parts))
        return self[names]

    def _part(self, name: str) -> str:
        unless = self._unless.get(name)
        ahead = f"(?!{self._part(unless)})" if unless else ""
        end = r"\Z" * (name in self._before)
        return f"{ahead}(?:{self._lexicon.expression(self._patterns[name])}){end}"


_clause_patterns = functools.cache(ClausePatterns)


class Clause:
    """A cue at tokens `start` to `end`, and the tokens around it that may tell what it means.

    Methods take `names` of patterns. A pattern that must end at a token is searched within `reach`
    tokens before it.
    """

    __slots__ = ("begin", "cue", "end", "reach", "reading", "start", "stop", "tape", "words")

    def __init__(self, reading: Reading, words: ClausePatterns, cue: Finding, reach: int) -> None:
        self.reading, self.words, self.tape, self.cue = reading, words, reading.tape, cue
        self.start, self.end, self.reach = cue.start, cue.end, reach
        first, last = reading.sentence(cue.start)
        self.begin, self.stop = max(first, cue.start - NEAR), min(last, cue.start + NEAR)

    def has_before(self, names: str, at: int | None = None) -> bool:
        """Whether one of the patterns ends at token `at`, by default where the cue begins."""
        end = self.start if at is None else at
        first = end - self.reach
        if first < self.begin:
            first = self.begin
        return self.words[names].search(self.tape, first, end) is not None

    def start_of(self, name: str, at: int) -> int:
        """The first token of the match of a pattern that ends at token `at`; else `at`."""
        match = self.words[name].search(self.tape, max(self.begin, at - self.reach), at)
        return match.start() if match else at

    def has_behind(self, names: str, at: int | None = None) -> bool:
        """Whether one of the patterns begins at token `at`, by default where the cue ends."""
        first = self.end if at is None else at
        return self.words[names].match(self.tape, first, self.stop) is not None

    def end_of(self, name: str, at: int) -> int:
        """The end of the match of a pattern that begins at token `at`; else `at`."""
        match = self.words[name].match(self.tape, at, self.stop)
        return match.end() if match else at

    def find(self, names: str, first: int, end: int) -> re.Match[str] | None:
        """The first match of the patterns from token `first` to `end`."""
        return self.words[names].search(self.tape, first, end)

    def holds(self, names: str, first: int | None = None, end: int | None = None) -> bool:
        """Whether one of the patterns matches anywhere from `first` to `end`, or in the clause."""
        first, end = self.begin if first is None else first, self.stop if end is None else end
        if end > self.stop:
            end = min(end, self.article_end)
        return self.words[names].search(self.tape, first, end) is not None

    def holds_before(self, names: str) -> bool:
        """Whether one of the patterns matches in the clause before the cue."""
        return self.words[names].search(self.tape, self.begin, self.start) is not None

    def holds_behind(self, names: str) -> bool:
        """Whether one of the patterns matches in the clause behind the cue."""
        return self.words[names].search(self.tape, self.end, self.stop) is not None

    @property
    def article(self) -> int:
        """The number of its article in the reading."""
        return bisect_right(self.reading.text.title_starts.data, self.start) - 1

    @property
    def article_end(self) -> int:
        return self.reading.text.body_ends.data[self.article]

    @property
    def context_start(self) -> int:
        """The first token of the article, but at most NEAR tokens before the clause."""
        return max(self.reading.text.title_starts.data[self.article], self.begin - NEAR)

    @property
    def previous_start(self) -> int:
        """The first token of the sentence before, if it is in the same article."""
        first = self.context_start
        return max(first, self.reading.sentence(self.begin - 1)[0]) if first < self.begin else first

    @property
    def next_end(self) -> int:
        """The end of the sentence behind, if it is in the same article."""
        stop = self.stop
        return min(stop + NEAR, self.reading.sentence(stop)[1]) if stop < self.article_end else stop

    def frame(self, start: int) -> str | None:
        """Why a predicate at `start` is not asserted ("negated", "asked" ...); None if it is."""
        word = self.find("frame_word", max(self.begin, start - BEFORE), start)
        frame = word and self.find("frame", word.start(), start)
        return frame.lastgroup if frame else None


def clauses(reading: Reading, signal: str, cues: Rows, reach: int = BEFORE) -> Iterator[Clause]:
    words = _clause_patterns(signal, reading.lexicon)
    for cue in reading.findings(cues):
        yield Clause(reading, words, cue, reach)
