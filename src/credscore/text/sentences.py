"""Where sentences and quotations begin and end, judged by the shapes of tokens."""

import functools

import numpy as np
import numpy.typing as npt

from credscore.text._passes import LAST_BITS, write_quotations, write_sentences
from credscore.text.arrays import Tokens
from credscore.text.characters import (
    ANY_CASE,
    ANYWHERE,
    BEHIND_WORDS,
    DIGITS,
    ELSEWHERE,
    ROLES,
    UNLESS_OPENED,
)
from credscore.text.word_hashes import hashes_of

Ints = npt.NDArray[np.intp]

_BEFORE_NAMES = (
    "mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col maj sgt cpl pvt capt cmdr cdr "
    "adm brig insp det supt dep asst atty pres vp amb hon rev fr msgr mt ft ex-sen ex-gov ex-rep"
)
_BEFORE_NUMBERS = "no nos jan feb mar apr jun jul aug sep sept oct nov dec art"
_AFTER_NAMES = "inc ltd co corp bros plc llc jr sr esq st ave blvd rd hwy dept univ assn"
_IN_SENTENCES = "vs v approx cf ca viz"
_IN_REFERENCES = "p pp fig figs sec ch para vol"
_AT_ENDS = "co etc al"
_SUBJECTS = "the he she they we"
_BEGINNERS = (
    "it this these those there his her their our some many most on in at after when while if "
    "although however meanwhile according but"
)
_OPENERS = (
    "a an that its you i my your here who what where which why how and or so yet by for from with "
    "within without as to of before since though because despite during until once under over "
    "about against among amid still then now later earlier instead also even just only perhaps "
    "no not nobody nothing all both each every few several another other others such is are was "
    "were do does did has have had can could would might should let asked more"
)


@functools.cache
def abbreviations() -> dict[int, int]:
    """By the hash of an abbreviation what its full stop needs so that the sentence goes on.

    0: nothing. "Mr." may stand before any word, "No." goes on before a number only, "Inc." before
    all but a word that opens sentences. Those in lower case count if ANY_CASE is set.
    """
    return {
        word_hash: needed
        for words, needed in (
            (_BEFORE_NAMES, 0), (_BEFORE_NUMBERS, DIGITS), (_AFTER_NAMES, UNLESS_OPENED),
            (_IN_SENTENCES, ANY_CASE), (_IN_REFERENCES, ANY_CASE | DIGITS),
            (_AT_ENDS, ANY_CASE | UNLESS_OPENED),
        )
        for word_hash in hashes_of(words.split())
    }  # fmt: skip


@functools.cache
def openers() -> dict[int, int]:
    """The hashes of common words that open sentences, and are nobody's name ("Will", "May").

    After Kiss and Strunk (2006), who learn them from text. Of each, where it opens one even if no
    stop stands before it (_passes.py).
    """
    return {
        word_hash: place
        for words, place in (
            (_OPENERS, ELSEWHERE), (_BEGINNERS, BEHIND_WORDS), (_SUBJECTS, ANYWHERE),
        )
        for word_hash in hashes_of(words.split())
    }  # fmt: skip


@functools.cache
def _likely() -> bytearray:
    """By the last bits of a hash, whether `openers` holds any that ends so."""
    likely = bytearray(LAST_BITS + 1)
    for word_hash in openers():
        likely[word_hash & LAST_BITS] = 1
    return likely


def find_sentences(source: str, tokens: Tokens) -> Ints:
    """The tokens that begin a sentence, in order.

    A sentence ends with a stop or a paragraph, and up to two closing marks that are joined to it.
    It goes on before lower case, behind the number of an item, and behind the full stop of an
    abbreviation that asks for what follows. Initials (U.S., J. K., a.m.) ask for a word that
    opens no sentence: "the U.S. Army", but "in the U.S. The army". It ends without a stop where a
    line without one was joined with the next: "New bridge is safe The mayor said so".
    """
    starts = np.empty(len(tokens.shapes), np.intp)
    count = write_sentences(
        source, tokens, ROLES.data, abbreviations(), openers(), _likely(), starts.data
    )
    return starts[:count].copy()


def find_quotations(tokens: Tokens, borders: Ints) -> Ints:
    """First token and end of every quotation, shape (quotations, 2).

    An open quotation ends with its paragraph, unless the first mark of the next one closes it, and
    with its piece of text, at one of `borders`. Space, or a bracket, on one side only tells which
    way a straight mark faces, so that straight and curly marks read alike, also if one is missing;
    else it closes what is open. Of two marks in a row the second faces as the first does.
    """
    bounds = np.empty(len(tokens.shapes) + 1, np.intp)
    count = write_quotations(tokens, ROLES.data, borders.data, bounds.data)
    return bounds[:count].reshape(-1, 2).copy()


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
