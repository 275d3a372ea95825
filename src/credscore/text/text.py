"""Reads the caller's strings, which stay unchanged, as tokens, sentences and quotations.

A token is a word or a single mark. Apostrophes and hyphens join letters, full stops join initials
(U.S.), commas and points join digits. A full stop belongs to its abbreviation unless it may end the
sentence, too. A genitive 's is a token of its own.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np

from credscore.text import _tokens
from credscore.text.arrays import Bools, Ints, room_for
from credscore.text.characters import NAME, PLAIN, tables, visible
from credscore.text.headlines import headline, worded
from credscore.text.openings import story_start
from credscore.text.page_lines import first_line_of_article
from credscore.text.sentences import ABBREVIATIONS, find_quotations, find_sentences, inner_stops
from credscore.text.small_print import end_of_article
from credscore.text.toml_tables import WORDS
from credscore.text.word_hashes import WordTable

BORDER = "\0"  # stands before every title and every body that are read together
PARTICLES = tuple(f"{WORDS['particles']} {WORDS['name_beginnings']}".split())
"""Words that stand inside names, of any language ("van den Berg"): they make no text longer."""
_BEGINNING = 2
_PARTICLES = WordTable(
    dict.fromkeys(PARTICLES, 1) | dict.fromkeys(WORDS["name_beginnings"].split(), _BEGINNING)
)
_MOST = 3  # the most small words that begin one name: "van de la"
MAX_CHARACTERS = 1_000_000
"""Only this many characters of a text are read; a longer one gets the caveat `truncated`."""


class Text:
    """Articles read as one string. The arrays have one entry for each token (arrays.Tokens).

    In `source` each title and each body follows a border character, so that no token spans two of
    them; these strings are the `pieces`. There is at least one body, and one title for each body;
    None means no title, as does one without a letter or digit. An article without a title takes the
    headline that its body begins with. Page lines above and below it and small print at the end of
    a body are not read. `titled` tells which articles were given a title. `headings` are the
    strings that hold the titles: the given titles, or the bodies.

    `shapes` has one character for each token: a mark itself, or the shape letter of a word
    (characters.py). `story_starts` are the tokens where stories begin, behind captions and
    datelines. `sentence_starts` are tokens. `sentence_bounds` adds 0 and the number of tokens to
    them. `sentence_numbers` gives for each token the place of its sentence there. `quotations` are
    spans of tokens, shape (quotations, 2); an open one reaches to the end of its paragraph.
    `particles` tells which tokens are PARTICLES.

    The title of article i has the tokens title_starts[i] to body_starts[i] - 1; the border of the
    body is not one of them. Its body has the tokens body_starts[i] to body_ends[i], exclusive.
    title_offsets[i] and body_offsets[i] are the places in `source` where the caller's strings,
    `titles` and `bodies`, begin. If the body's headline is read as the title, the body begins
    before its piece.
    """

    def __init__(self, bodies: Sequence[str], titles: Sequence[str | None]) -> None:
        titles = list(map(worded, titles))
        self.bodies, self.titles = [body[:] for body in bodies], titles  # no subclass of str
        self.titled = np.array([bool(title) for title in titles])
        self.headings, self.truncated = list[str](), list[bool]()
        pieces, begins, stories = list[str](), list[tuple[int, int]](), list[int]()
        for body, title in zip(self.bodies, titles, strict=True):
            start, below, heading = _heading(body, title)
            end = min(end_of_article(body), MAX_CHARACTERS - len(heading) + below)
            pieces += (heading, body[below:end])
            stories.append(story_start(pieces[-1]))
            begins.append((start, below))
            self.headings.append(title[:] if title else body)
            self.truncated.append(len(body) + len(title or "") > MAX_CHARACTERS)
        self.pieces, self.source = pieces, BORDER + BORDER.join(pieces)
        borders = np.array([*accumulate((len(piece) + 1 for piece in pieces), initial=0)], np.intp)
        self._split(borders, max(map(len, pieces)) + 1, borders[1:-1:2] + 1, stories)
        places: Ints = self.starts.searchsorted(borders.astype(np.intc))
        self.title_offsets, self.body_offsets = (
            borders[:-1].reshape(-1, 2) + 1 - np.array(begins, np.intp)
        ).T
        self.title_starts, self.body_starts = places[:-1:2] + 1, places[1::2] + 1
        self.body_ends = places[2::2]
        self._first, self._body = self.title_starts.tolist(), self.body_starts.tolist()
        self._last, self._bounds = self.body_ends.tolist(), self.sentence_bounds.data

    def _split(self, borders: Ints, longest: int, bodies: Ints, stories: list[int]) -> None:
        tokens, scratch = room_for(int(borders[-1]), longest)
        splitter = _tokens.Splitter(self.pieces, tables(), tokens, scratch, ABBREVIATIONS)
        tokens = tokens.first(splitter.split())
        sentences = find_sentences(self.source, tokens)
        stops = inner_stops(self.source, tokens, sentences)
        if len(stops):
            tokens, sentences = tokens.joined(stops), sentences - stops.searchsorted(sentences)
        self.starts, self.ends, self.shape_codes, self.hashes, self.words, self.capital = tokens
        particles = _PARTICLES.of(self.hashes)
        self._name_particles(particles == _BEGINNING)
        self.story_starts: Ints = self.starts.searchsorted((bodies + stories).astype(np.intc))
        begins = np.zeros(len(self), np.bool_)
        begins[sentences] = True
        begins[self.story_starts[np.array(stories) > 0]] = True
        self.sentence_starts = begins.nonzero()[0]
        self.sentence_bounds = np.concatenate([[0], self.sentence_starts, [len(self)]])
        sizes = self.sentence_bounds[1:] - self.sentence_bounds[:-1]
        self.sentence_numbers = np.arange(len(sizes)).repeat(sizes).data
        # A word too long for a hash is a word, too.
        self.particles = ((particles > 0) | (self.hashes == 0)) & self.words
        self.quotations = find_quotations(tokens, borders)

    def _name_particles(self, small: Bools) -> None:
        """Give small words before a capital the shape of a name: "van der Meer", "bin Rashid"."""
        places = (small & (self.shape_codes == ord(PLAIN))).nonzero()[0]
        for _ in range(_MOST):
            named = places[self.capital.take(places + 1, mode="clip")]
            self.capital[named], self.shape_codes[named] = True, ord(NAME)

    def word(self, token: int) -> str:
        """A token without invisible characters such as the zero-width space."""
        return visible(self.source[self.starts[token] : self.ends[token]])

    def sentence(self, position: int) -> tuple[int, int]:
        """First token and end of the sentence at `position`, within its title or body."""
        number, bounds = self.sentence_numbers[position], self._bounds
        article = max(0, bisect_right(self._first, position) - 1)
        begin, end = bounds[number], bounds[number + 1]
        first, body, last = self._first[article], self._body[article], self._last[article]
        first, last = (first, body) if position < body else (body, last)
        return (begin if begin > first else first), (end if end < last else last)

    def passage(self, article: int, start: int, end: int) -> tuple[bool, int, int, str]:
        """Tokens `start` to `end` (exclusive) of an article as the caller wrote them.

        Returns whether they stand in the given title, their two offsets there or in the body, and
        the words.
        """
        in_body = start >= int(self.body_starts[article])
        offset = (self.body_offsets if in_body else self.title_offsets)[article]
        first, last = int(self.starts[start] - offset), int(self.ends[end - 1] - offset)
        in_title = not in_body and bool(self.titled[article])
        given = (self.titles if in_title else self.bodies)[article] or ""
        return in_title, first, last, given[first:last]

    @cached_property
    def shapes(self) -> str:
        return self.shape_codes.tobytes().decode("utf-16-le")

    def __len__(self) -> int:
        """The number of tokens, borders included."""
        return len(self.starts)


def read_part(body: str, title: str | None) -> tuple[str, str | None]:
    """Body and title as they are read, cut to MAX_CHARACTERS."""
    title = worded(title)
    _, below, heading = _heading(body, title)
    return body[: MAX_CHARACTERS - len(heading) + below], title and heading


def _heading(body: str, title: str | None) -> tuple[int, int, str]:
    """Offsets of title and rest in the body, and the part of the title that is read."""
    start, end, below = (0, 0, first_line_of_article(body)) if title else headline(body)
    return start, below, (title or body[start:end])[: MAX_CHARACTERS // 4]


def is_compiled() -> bool:
    """Whether the loops over characters are compiled. If not, scoring is many times slower."""
    return not str(_tokens.__file__).endswith(".py")
