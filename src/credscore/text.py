"""The caller's string, never altered, seen as tokens, sentences and quotations."""

import functools
import re

import numpy as np

from credscore.characters import ED, ING, LY, PLAIN, PLURAL, word_hash
from credscore.tokens import Ints, tokenise

MAX_CHARACTERS = 1_000_000
"""Only this many characters of a text are read; a longer one gets the caveat `truncated`."""

_ABBREVIATIONS = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "sen",
    "rep",
    "gov",
    "gen",
    "col",
    "lt",
    "sgt",
    "capt",
    "maj",
    "sr",
    "jr",
    "st",
    "vs",
    "no",
    "inc",
    "ltd",
    "co",
    "corp",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "hon",
    "rev",
    "pres",
    "supt",
    "det",
    "insp",
]
_QUOTATION = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")

_STOP, _CLOSER, _BREAK, _GOES_ON = 1, 2, 4, 8
_ROLES = np.zeros(1 << 16, np.uint8)
for _characters, _role in (
    (".!?…", _STOP),
    ("\"”')]", _CLOSER),
    ("\n", _BREAK),
    (PLAIN + LY + ED + ING + PLURAL + ",;:", _GOES_ON),
):
    _ROLES[[ord(character) for character in _characters]] = _role


class Text:
    """A text and its title as arrays with one entry per token; nothing of the caller's changes.

    `source` is the title, a blank line and the text; the first `title_tokens` tokens are the
    title's. `shapes` has one character per token: a mark itself, or the shape letter of a word
    (characters.py). `quotations` are token spans, an unclosed one reaching to the end of its
    paragraph; `sentence_starts` are token indexes.
    """

    __slots__ = (
        "capital", "ends", "hashes", "offset", "quotations", "raw", "sentence_starts",
        "shape_codes", "shapes", "source", "starts", "title", "title_tokens", "truncated", "words",
    )  # fmt: skip

    def __init__(self, raw: str, title: str | None = None) -> None:
        self.raw = raw
        self.title = title
        self.truncated = len(raw) + len(title or "") > MAX_CHARACTERS
        heading = (title or "")[: MAX_CHARACTERS // 4]
        self.offset = len(heading) + 2 if heading else 0
        body = raw[: MAX_CHARACTERS - self.offset]
        self.source = f"{heading}\n\n{body}" if heading else body
        tokens = tokenise(self.source)
        self.starts, self.ends, self.hashes = tokens.starts, tokens.ends, tokens.hashes
        self.words, self.capital = tokens.words, tokens.capital
        self.shape_codes, self.shapes = tokens.shape_codes, tokens.shapes
        self.title_tokens = int(np.searchsorted(self.starts, self.offset)) if heading else 0
        self.sentence_starts = [0, *self._sentence_ends().tolist()]
        self.quotations = [match.span() for match in _QUOTATION.finditer(self.shapes)]

    def _sentence_ends(self) -> Ints:
        """The first tokens of all sentences but the first."""
        roles = _ROLES.take(self.shape_codes)
        ending = (roles == _STOP) | (roles == _BREAK)
        closers = np.flatnonzero(roles == _CLOSER)
        for _ in range(2):  # a stop may be followed by a closing quotation mark and a bracket
            ending[closers[ending[closers - 1] & (closers > 0)]] = True
        places = np.flatnonzero(ending[:-1] & ~ending[1:])
        following = roles[places + 1]
        stop = self.shape_codes[places] == ord(".")
        goes_on = (stop | (roles[places] == _CLOSER)) & (following == _GOES_ON)
        if len(places) and places[0] == 0:
            goes_on[0] = True
        before = places - 1
        initial = stop & self.capital[before]
        for at in np.flatnonzero(initial):
            token = before[at]
            if (
                self.ends[token] - self.starts[token] == 1
                or int(self.hashes[token]) in _abbreviation_hashes()
            ):
                goes_on[at] = True
        starts: Ints = places[~goes_on] + 1
        return starts

    def __len__(self) -> int:
        """The number of tokens, title included."""
        return len(self.starts)


@functools.cache
def _abbreviation_hashes() -> frozenset[int]:
    return frozenset(map(word_hash, _ABBREVIATIONS))
