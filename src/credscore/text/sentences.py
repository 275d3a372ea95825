"""Where sentences and quotations begin and end, judged by the shapes of tokens."""

import functools
import re

import numpy as np
import numpy.typing as npt

from credscore.text.arrays import Tokens
from credscore.text.characters import BREAK, CLOSER, DIGITS, GOES_ON, OPENER, QUOTES, ROLES, STOP
from credscore.text.word_hashes import hashes_of

Ints = npt.NDArray[np.intp]

_FULL_STOP, _QUOTE, _OPENING, _CLOSING = map(ord, '."“”')
_ABBREVIATIONS = (
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj sr jr st vs no inc ltd co corp hon rev "
    "pres supt det insp"
)
_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec"


@functools.cache
def abbreviations() -> dict[int, int]:
    """By the hash of an abbreviation the roles that may follow its full stop, 0: any.

    "Mr." may stand before any word, "Sept." goes on before a number only.
    """
    return {
        word_hash: needed
        for words, needed in ((_ABBREVIATIONS, 0), (_MONTHS, DIGITS))
        for word_hash in hashes_of(words.split())
    }


def find_sentences(tokens: Tokens) -> Ints:
    """The tokens that begin a sentence, in order.

    A sentence ends with a stop or a paragraph, and up to two closing marks behind it. It goes on
    before lower case, if a full stop or a closing mark stands between, and behind the full stop of
    an initial or an abbreviation.
    """
    roles = ROLES.take(tokens.shapes)
    stops, closers = roles & (STOP | BREAK) > 0, roles & CLOSER > 0
    ends = stops.copy()
    ends[1:] |= stops[:-1] & closers[1:]
    ends[2:] |= stops[:-2] & closers[1:-1] & closers[2:]
    starts: Ints = np.flatnonzero(ends[:-1] & ~ends[1:]) + 1

    last, word, role = starts - 1, starts - 2, roles[starts]
    lower = role & GOES_ON > 0
    full_stop = (tokens.shapes[last] == _FULL_STOP) & (roles[word] & BREAK == 0)
    initial = tokens.capitals[word] & (tokens.ends[word] - tokens.starts[word] == 1)
    goes_on = (lower & closers[last]) | (full_stop & (lower | initial))
    for number in np.flatnonzero(full_stop & tokens.capitals[word] & ~goes_on).tolist():
        needed = abbreviations().get(int(tokens.hashes[word[number]]))
        goes_on[number] = needed == 0 or (needed is not None and role[number] & needed)
    begins: Ints = starts[~goes_on]
    return begins


def find_quotations(tokens: Tokens) -> Ints:
    """First token and end of every quotation, shape (quotations, 2).

    An open quotation ends with its paragraph. Space, or a bracket, on one side only tells which
    way a straight mark faces, so that straight and curly marks read alike, also if one is missing;
    else it closes what is open. Of two marks in a row the second faces as the first does.
    """
    shapes, roles, last = tokens.shapes, ROLES.take(tokens.shapes), len(tokens.shapes) - 1
    marks = np.flatnonzero(roles & (BREAK | QUOTES))
    quotes = roles[marks] & QUOTES > 0
    marks = marks[quotes | np.append(False, quotes[:-1])]  # of the breaks those behind a mark
    following = np.minimum(marks + 1, last)
    joined = tokens.starts[marks] == tokens.ends[marks - 1]
    columns = (
        marks,
        shapes[marks],
        roles[marks] & BREAK > 0,
        joined & (shapes[marks - 1] == _QUOTE),
        ~joined | (roles[marks - 1] & (BREAK | OPENER) > 0),
        (tokens.starts[following] > tokens.ends[marks])
        | (roles[following] & BREAK > 0)
        | (marks == last),
    )
    bounds: list[int] = []
    is_open = opens = False
    for token, shape, is_break, doubled, before, after in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        if is_break:
            opens = False
        elif shape in (_OPENING, _CLOSING):
            opens = shape == _OPENING
        elif not doubled:
            opens = before if before != after else not is_open
        if opens != is_open:
            bounds.append(token if opens or is_break else token + 1)
            is_open = opens
    if is_open:
        bounds.append(len(shapes))
    return np.array(bounds, np.intp).reshape(-1, 2)


def find_runs(shapes: str, shape: str, least: int) -> list[tuple[int, int]]:
    """First token and end of every run of `least` or more tokens of a shape.

    >>> find_runs("wNNwNNN", "N", 3)
    [(4, 7)]
    """
    return [run.span() for run in re.finditer(f"{re.escape(shape)}{{{least},}}", shapes)]
