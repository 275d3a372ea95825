"""The callers' strings, never altered, seen as tokens, sentences and quotations."""

import functools
import re
from collections.abc import Sequence

import numpy as np

from credscore.characters import ED, ING, LY, NUMBER, PLAIN, PLURAL, YEAR
from credscore.tokens import Ints, hashes_of, tokenise

_BORDER = "\0"
MAX_CHARACTERS = 1_000_000
"""Only this many characters of a text are read; a longer one gets the caveat `truncated`."""

_ABBREVIATIONS = (
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj sr jr st vs no inc ltd co corp hon rev "
    "pres supt det insp"
)
_TITLED, _DATED = "title", "date"
_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec"
_QUOTATION = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")

_STOP, _CLOSER, _BREAK, _GOES_ON, _NUMBER = 1, 2, 4, 8, 16
_ROLES = np.zeros(1 << 16, np.uint8)
for _characters, _role in (
    (".!?…", _STOP),
    ("\"”')]", _CLOSER),
    ("\n", _BREAK),
    (NUMBER + YEAR, _NUMBER),
    (PLAIN + LY + ED + ING + PLURAL + ",;:", _GOES_ON),
):
    _ROLES[[ord(character) for character in _characters]] = _role


class Text:
    """Articles read as one string, as arrays with one entry per token; nothing is altered.

    In `source` every title and every body follow a border character, so that nothing joins what
    belongs to two of them. `shapes` has one character per token: a mark itself, or the shape
    letter of a word (characters.py). `sentence_starts` are token indexes. `quotations` are token
    spans of shape (quotations, 2), an unclosed one reaching to the end of its paragraph.

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
        self.source = _BORDER + _BORDER.join(pieces)
        self.truncated = [
            len(body) + len(title or "") > MAX_CHARACTERS
            for body, title in zip(bodies, titles, strict=True)
        ]
        borders = np.zeros(len(pieces) + 1, np.intp)
        np.cumsum([len(piece) + 1 for piece in pieces], out=borders[1:])
        tokens = tokenise(self.source, borders[:-1])
        self.starts, self.ends, self.hashes = tokens.starts, tokens.ends, tokens.hashes
        self.words, self.capital = tokens.words, tokens.capital
        self.shape_codes, self.shapes = tokens.shape_codes, tokens.shapes
        places = self.starts.searchsorted(borders)
        self.title_offsets, self.body_offsets = borders[:-1:2] + 1, borders[1::2] + 1
        self.title_starts, self.body_starts = places[:-1:2] + 1, places[1::2] + 1
        self.body_ends = places[2::2]
        self.sentence_starts = self._sentence_starts()
        self.quotations = np.array(
            [match.span() for match in _QUOTATION.finditer(self.shapes)], np.intp
        ).reshape(-1, 2)

    def _sentence_starts(self) -> Ints:
        roles = _ROLES.take(self.shape_codes)
        ending = (roles == _STOP) | (roles == _BREAK)
        closers = (roles == _CLOSER).nonzero()[0]
        for _ in range(2):  # a stop may be followed by a closing quotation mark and a bracket
            ending[closers[ending[closers - 1]]] = True
        places = (ending[:-1] & ~ending[1:]).nonzero()[0]
        before = places - 1
        stop = (self.shape_codes[places] == ord(".")) & (roles[before] != _BREAK)
        initial = self.ends[before] - self.starts[before] == 1
        initial &= self.capital[before]
        short = (stop & self.capital[before] & ~initial).nonzero()[0]
        following = roles[places[short] + 1]
        initial[short] = [
            abbreviation == _TITLED or (abbreviation == _DATED and role == _NUMBER)
            for abbreviation, role in zip(
                map(_abbreviations().get, self.hashes[before[short]].tolist()),
                following.tolist(),
                strict=True,
            )
        ]
        lower = roles[places + 1] == _GOES_ON
        goes_on = (stop & (lower | initial)) | ((roles[places] == _CLOSER) & lower)
        starts: Ints = places[~goes_on] + 1
        return starts

    def __len__(self) -> int:
        """The number of tokens, borders included."""
        return len(self.starts)


@functools.cache
def _abbreviations() -> dict[int, str]:
    """What must follow the full stop of an abbreviation: anything, or a number."""
    return {
        word_hash: kind
        for kind, words in ((_TITLED, _ABBREVIATIONS), (_DATED, _MONTHS))
        for word_hash in hashes_of(words.split()).tolist()
    }
