"""The callers' strings, never altered, seen as tokens, sentences and quotations.

A token is a word or a single mark. Apostrophes and hyphens join letters, full stops join initials
(U.S.), commas and points join digits; the genitive 's is a token of its own.
"""

import functools
from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from credscore.text._sentences import find_quotations, find_sentences
from credscore.text._tokens import Splitter
from credscore.text.characters import DIGITS, ROLES, tables
from credscore.text.word_hashes import hashes_of

Ints = npt.NDArray[np.intp]
Places = npt.NDArray[np.intc]
Bools = npt.NDArray[np.bool_]

_BORDER = "\0"
MAX_CHARACTERS = 1_000_000
"""Only this many characters of a text are read; a longer one gets the caveat `truncated`."""

_ABBREVIATIONS = (
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj sr jr st vs no inc ltd co corp hon rev "
    "pres supt det insp"
)
_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec"


class Text:
    """Articles read as one string, as arrays with one entry per token; nothing is altered.

    In `source` every title and every body, the `pieces`, follow a border character, so that nothing
    joins what belongs to two of them. `shapes` has one character per token: a mark itself, or the
    shape letter of a word (characters.py). `sentence_starts` are token indexes. `quotations` are
    token spans of shape (quotations, 2), an unclosed one reaching to the end of its paragraph.

    For article i, tokens title_starts[i] to body_starts[i] - 1 are its title's (the border of the
    body is no part of it), tokens body_starts[i] to body_ends[i] its body's; title_offsets[i] and
    body_offsets[i] say where in `source` the caller's strings, `titles` and `bodies`, begin.

    Parameters
    ----------
    bodies, titles
        The caller's strings, at least one and as many titles; None: no title.
    """

    def __init__(self, bodies: Sequence[str], titles: Sequence[str | None]) -> None:
        self.bodies, self.titles = bodies, titles
        pieces: list[str] = []
        for body, title in zip(bodies, titles, strict=True):
            heading = (title or "")[: MAX_CHARACTERS // 4]
            pieces += (heading, body[: MAX_CHARACTERS - len(heading)])
        self.pieces = pieces
        self.truncated = [
            len(body) + len(title or "") > MAX_CHARACTERS
            for body, title in zip(bodies, titles, strict=True)
        ]
        borders = np.zeros(len(pieces) + 1, np.intp)
        np.cumsum([len(piece) + 1 for piece in pieces], out=borders[1:])
        self._split(borders, max(map(len, pieces)) + 1)
        places: Ints = self.starts.searchsorted(borders.astype(np.intc))
        self.title_offsets, self.body_offsets = borders[:-1:2] + 1, borders[1::2] + 1
        self.title_starts, self.body_starts = places[:-1:2] + 1, places[1::2] + 1
        self.body_ends = places[2::2]
        quotations = np.empty(len(self) + 1, np.intp)
        bounds = find_quotations(
            self.shape_codes.data, self.starts.data, self.ends.data, ROLES.data, quotations.data
        )
        self.quotations = quotations[:bounds].reshape(-1, 2)

    def _split(self, borders: Ints, longest: int) -> None:
        known, most = tables(), int(borders[-1])
        # One array for the larger part: its memory is kept for the next text.
        hashes, word_hashes, positions, scratch = np.empty((4, most + 2), np.uint64)
        starts, ends = positions.view(np.intc).reshape(2, -1)
        places, edges = scratch.view(np.intc).reshape(2, -1)
        folded = np.empty(longest + 3, np.uint16)
        words, capital = np.empty((2, most), np.bool_)
        shapes = np.empty(most, np.uint16)
        splitter = Splitter(
            self.pieces, known.entries.data, known.marks.data, known.word_masks.data,
            folded.data, places.data, edges.data, word_hashes.data, starts.data, ends.data,
            shapes.data, hashes.data, words.data, capital.data, _abbreviations(),
        )  # fmt: skip
        count = splitter.split()
        self.starts: Places = starts[:count]
        self.ends: Places = ends[:count]
        self.hashes = hashes[:count]
        self.words, self.capital = words[:count], capital[:count]
        self.shape_codes = shapes[:count]
        found = np.empty(count, np.intp)
        sentences = find_sentences(
            self.shape_codes.data, self.starts.data, self.ends.data, self.hashes.data,
            self.capital.data, ROLES.data, _abbreviations(), found.data,
        )  # fmt: skip
        self.sentence_starts = found[:sentences]

    @cached_property
    def source(self) -> str:
        """All titles and bodies, each behind its border."""
        return _BORDER + _BORDER.join(self.pieces)

    @cached_property
    def shapes(self) -> str:
        """The shape of every token, as a string."""
        return self.shape_codes.tobytes().decode("utf-16-le")

    def __len__(self) -> int:
        """The number of tokens, borders included."""
        return len(self.starts)


@functools.cache
def _abbreviations() -> dict[int, int]:
    """The roles that may follow the full stop of an abbreviation; 0: any."""
    return {
        word_hash: needed
        for words, needed in ((_ABBREVIATIONS, 0), (_MONTHS, DIGITS))
        for word_hash in hashes_of(words.split())
    }
