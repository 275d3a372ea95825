"""Where sentences and quotations begin and end, judged by the shapes of tokens."""

import functools

import numpy as np
import numpy.typing as npt

from credscore.text._passes import write_quotations, write_sentences
from credscore.text.arrays import Tokens
from credscore.text.characters import DIGITS, ROLES
from credscore.text.word_hashes import hashes_of

Ints = npt.NDArray[np.intp]

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
    starts = np.empty(len(tokens.shapes), np.intp)
    return starts[: write_sentences(tokens, ROLES.data, abbreviations(), starts.data)].copy()


def find_quotations(tokens: Tokens) -> Ints:
    """First token and end of every quotation, shape (quotations, 2).

    An open quotation ends with its paragraph. Space, or a bracket, on one side only tells which
    way a straight mark faces, so that straight and curly marks read alike, also if one is missing;
    else it closes what is open. Of two marks in a row the second faces as the first does.
    """
    bounds = np.empty(len(tokens.shapes) + 1, np.intp)
    return bounds[: write_quotations(tokens, ROLES.data, bounds.data)].reshape(-1, 2).copy()


def find_runs(shapes: str, shape: str, least: int) -> list[tuple[int, int]]:
    """First token and end of every run of `least` or more tokens of a shape.

    >>> find_runs("wNNwNNN", "N", 3)
    [(4, 7)]
    """
    runs, start = [], shapes.find(shape * least)
    while start >= 0:
        end = start + least
        while end < len(shapes) and shapes[end] == shape:
            end += 1
        runs.append((start, end))
        start = shapes.find(shape * least, end)
    return runs
