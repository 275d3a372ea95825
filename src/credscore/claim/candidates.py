"""Reads the form of what may state the claim of an article: its title and first sentences."""

from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.claim.headline_verbs import have_verb
from credscore.text import NUMBER, Bools, Ints, Text, WordTable, read_table

CANDIDATES = 4
"""The number of sentences at the beginning of the body that may be the claim."""
BEGINNING, LONGEST = 8, 200
"""The words of a claim must come back in so many first sentences, and tokens, of the body."""
SHORT = 3
"""In a body of at most so many sentences no word needs to come back."""
_LEAST_HEADLINE = 4
"""The least number of words in a headline that states something."""
_LEAST_ANSWER = 5
"""The least number of words behind a headline's question that state something: not "The truth"."""
_SENTENCES = np.array([0, *range(1, CANDIDATES + 2), 1 + BEGINNING])
"""Offsets in sentence_bounds, from the first sentence of a body on; the first is the title's."""
_OPENING, _SOON, _LABEL = np.arange(4), np.arange(1, 8), np.arange(1, 10)
"""Offsets of the first words of a headline, of where a sentence may refer back, and of where the
label of a headline may end."""
_NOTE_LABEL, _ENDING = np.arange(1, 5), np.arange(1, 5)
"""Offsets of where the label of a note may end. Of the last tokens of a sentence one is its stop;
marks and a paragraph may follow it."""
_ASKS, _STOPS, _OF_PAGE, _OPENS = 1, 2, 3, 4
_MARKS = np.zeros(1 << 16, np.uint8)
for _marks, _use in ((".!…", _STOPS), ("?", _ASKS), ("|-—", _OF_PAGE), ("'\"‘“", _OPENS)):
    _MARKS[[*map(ord, _marks)]] = _use
"""The use of marks, by the code of their shape. An _OF_PAGE mark stands before a page's name."""
Classes = npt.NDArray[np.unsignedinteger[Any]]
"""The number of the class of every token, 0 for none."""
_CLASSES = read_table("claim/candidate_words.toml")["classes"]
_CLASS = {name: number for number, name in enumerate(_CLASSES, 1)}
_WORDS = WordTable({word: _CLASS[name] for name in _CLASSES for word in _CLASSES[name].split()})
_BEHIND_COUNT = np.isin(range(1 + len(_CLASS)), [_CLASS[c] for c in ("listed", "relative", "who")])


class Candidates:
    """The title and the first sentences of some articles of a text.

    Arrays have a row for each article and a column for the title and each of CANDIDATES sentences.
    `beginning_ends` has the token behind the beginning of each article.

    >>> text = Text(["Is it open? The bridge fell on Monday.\\n"], ["The bridge"])
    >>> candidates = Candidates(text, np.array([0]))
    >>> candidates.asking[0, :3].tolist(), candidates.stating[0, :3].tolist()
    ([False, True, False], [False, False, True])
    """

    def __init__(self, text: Text, articles: Ints) -> None:
        self._text, self._classes = text, _WORDS.of(text.hashes)
        self._word_counts = np.concatenate([[0], text.words.cumsum()])
        titles, bodies = text.title_starts[articles], text.body_starts[articles]
        stories, body_ends = text.story_starts[articles], text.body_ends[articles]
        last = np.minimum(body_ends, stories + LONGEST)[:, np.newaxis]
        first = text.sentence_starts.searchsorted(stories, "right")[:, np.newaxis] - 1
        edges = np.minimum(text.sentence_bounds.take(first + _SENTENCES, mode="clip"), last)
        edges[:, 0], edges[:, 1] = titles, stories
        self.starts, self.beginning_ends = edges[:, :-2], edges[:, -1]
        self.ends = edges[:, 1:-1].copy()
        self.ends[:, 0] = bodies
        self.of_short_body = (edges[:, 1 + SHORT] >= body_ends)[:, np.newaxis]
        self._first = self._classes.take(self.starts, mode="clip")
        asking, stopping = self._read_ends()
        asking[:, 0] |= self._asking_titles()
        self.headlines = self._find_headlines(asking | stopping)
        self.asking = asking | self._labelled()
        self.on_topics = self._name_topics()
        brief = self._words_between(self.starts, self.ends) < _LEAST_HEADLINE
        self.stating = np.where(self.headlines, ~brief & ~self.on_topics, stopping)

    def without_verb(self) -> Bools:
        """Which are headlines without a verb: "The mystery of the old mill"."""
        stops = np.where(self.headlines, self.ends, self.starts)
        without: Bools = (stops > self.starts) & ~have_verb(self._text, self.starts, stops)
        return without

    def going_on(self) -> Bools:
        """Which sentences go on from the one before them: "They were told"."""
        going = self._is(self._first, "going_on") | self._is(self._first, "back")
        going[:, :2] = False
        return going

    def with_early_pronoun(self) -> Bools:
        """Which sentences soon say "he" or "this", before any name: "Tired of it, he left"."""
        opening = self.starts[:, 1:, np.newaxis] + _SOON
        named = np.logical_or.accumulate(self._text.capital.take(opening, mode="clip") > 0, axis=-1)
        words = self._classes.take(opening, mode="clip") * (opening < self.ends[:, 1:, np.newaxis])
        back = self._is(words, "back")[..., :-1] & ~self._is(words, "time")[..., 1:]
        referring = np.zeros(self.starts.shape, np.bool_)
        referring[:, 1:] = (back & ~named[..., :-1]).any(axis=-1)
        return referring

    def offering(self) -> Bools:
        """Which sentences speak of the page itself: "Sign up for our newsletter"."""
        offers = self._is(self._classes, "offer").nonzero()[0]
        offering: Bools = offers.searchsorted(self.starts) < offers.searchsorted(self.ends)
        offering[:, 0] = False
        return offering

    def _is(self, classes: Classes, name: str) -> Bools:
        is_of: Bools = classes == _CLASS[name]
        return is_of

    def _words_between(self, starts: Ints, ends: Ints) -> Ints:
        between: Ints = self._word_counts[ends] - self._word_counts[starts]
        return between

    def _read_ends(self) -> tuple[Bools, Bools]:
        """Which end with a question mark, and which with another stop."""
        ending = self.ends[..., np.newaxis] - _ENDING
        marks = _MARKS[self._text.shape_codes[ending]] * (ending >= self.starts[..., np.newaxis])
        before_words = ~np.logical_or.accumulate(self._text.words[ending], axis=2)
        return ((marks == _ASKS) & before_words).any(axis=2), (marks == _STOPS).any(axis=2)

    def _asking_titles(self) -> Bools:
        """Which titles ask; a page's name, a quote or a few words may follow the mark."""
        text, starts, ends = self._text, self.starts[:, 0], self.ends[:, 0]
        marks = (text.shape_codes == ord("?")).nonzero()[0]
        if not len(marks):
            return np.zeros(len(starts), np.bool_)
        titles = np.minimum(ends.searchsorted(marks, "right"), len(ends) - 1)
        following = np.minimum(marks + 1, len(text) - 1)
        few = self._words_between(marks, ends[titles]) < _LEAST_ANSWER
        use = _MARKS[text.shape_codes[following]]
        opens = text.starts[following] > text.ends[marks]  # the mark behind "?" closes no quotation
        few |= (use == _OF_PAGE) | (opens & (use == _OPENS))
        marks = marks[few]
        asks: Bools = marks.searchsorted(starts) < marks.searchsorted(ends)
        return asks

    def _find_headlines(self, ended: Bools) -> Bools:
        """Which are headlines: titles, and first lines without a stop above sentences with one."""
        untitled = self.ends[:, 0] - self.starts[:, 0] == 1
        is_all = self.ends[:, 1] == self.beginning_ends
        headed = untitled & ~ended[:, 1] & ~self.of_short_body[:, 0]
        headlines = np.zeros(self.starts.shape, np.bool_)
        headlines[:, 0] = True
        headlines[:, 1] = headed & (is_all | ended[:, 2:].any(axis=1))
        return headlines

    def _labelled(self) -> Bools:
        """Which begin with the label of a question ("Q: ..."), or of a note in the body."""
        colons = self._text.shape_codes.take(self.starts + 1, mode="clip") == ord(":")
        labelled: Bools = self._is(self._first, "question") & colons
        labels = self.starts[:, 1:, np.newaxis] + _NOTE_LABEL
        colons = (self._text.shape_codes.take(labels, mode="clip") == ord(":")).any(axis=-1)
        labelled[:, 1:] |= self._is(self._first[:, 1:], "note") & colons
        return labelled

    def _name_topics(self) -> Bools:
        """Which headlines only name the topic of their article and say nothing about it.

        So does one whose topic stands behind a label that is no statement: "The bridge: how it
        fell".
        """
        text, starts, stop = self._text, self.starts, self.ends[..., np.newaxis]
        first = starts + 2 * self._is(self._first, "here")  # behind "Here's"
        labels = starts[..., np.newaxis] + _LABEL
        colons = (text.shape_codes.take(labels, mode="clip") == ord(":")) & (labels < stop)
        behind = np.where(colons.any(axis=-1), starts + 2 + colons.argmax(axis=-1), first)
        tokens = np.array((first, behind))
        opening = tokens[..., np.newaxis] + _OPENING
        words = self._classes.take(opening, mode="clip") * (opening < stop)
        counts = text.shape_codes.take(tokens, mode="clip") == ord(NUMBER)
        counts |= self._is(words[..., 0], "number")
        listed = counts & _BEHIND_COUNT[words].any(axis=-1)
        opens, is_topic = words[0, ..., 0], self._is(words[..., 0], "topic")
        asked = self._is(opens, "who") & self._is(words[0, ..., 1], "be")
        named: Bools = listed.any(axis=0) | is_topic[0] | asked
        labelled = colons.any(axis=-1) & is_topic[1] & self.headlines
        if labelled.any():
            named |= labelled & ~have_verb(text, starts, behind - 1)
        return named & self.headlines
