"""Finds where sentences and quotations begin and end, from the shapes of tokens."""

import numpy as np

from credscore.text._passes import LAST_BITS, write_quotations, write_sentences
from credscore.text.arrays import Ints, Tokens
from credscore.text.characters import (
    ANY_CASE,
    ANYWHERE,
    BEHIND_BRACKETS,
    BEHIND_WORDS,
    BREAK,
    CLOSER,
    DIGITS,
    OPENER,
    PARAGRAPH,
    PLURAL,
    ROLES,
    STOP,
    UNLESS_OPENED,
)
from credscore.text.toml_tables import WORDS
from credscore.text.word_hashes import hashes_of

_SPOKEN = ROLES & STOP > 0
_SPOKEN[ord(",")] = True  # a comma may stand before the mark that closes speech
_INSIDE = ROLES & (STOP | CLOSER | BREAK) == 0


def _by_hash(kind: str, **values: int) -> dict[int, int]:
    return {
        word_hash: value
        for name, value in values.items()
        for word_hash in hashes_of(WORDS[kind][name].split())
    }


ABBREVIATIONS = _by_hash(
    "abbreviations", before_names=0, before_numbers=DIGITS, after_names=UNLESS_OPENED,
    in_sentences=ANY_CASE, in_references=ANY_CASE | DIGITS, at_ends=ANY_CASE | UNLESS_OPENED,
)  # fmt: skip
"""By the hash of an abbreviation what its full stop needs so that the sentence goes on.

0: nothing. "Mr." may stand before any word, "No." goes on before a number only, "Inc." before all
but a word that opens sentences. Those in lower case count if ANY_CASE is set.
"""
_OPENERS = _by_hash(
    "openers", behind_brackets=BEHIND_BRACKETS, behind_words=BEHIND_WORDS, anywhere=ANYWHERE
)
"""By the hash of a common word that opens sentences, where it does without a stop before it.

After Kiss and Strunk (2006), who learn them from text.
"""
_LIKELY = bytearray(LAST_BITS + 1)
"""By the last bits of a hash, whether _OPENERS holds any that ends so."""
for _word_hash in _OPENERS:
    _LIKELY[_word_hash & LAST_BITS] = 1


_GENITIVE = hashes_of(["'s"])[0]


def find_sentences(source: str, tokens: Tokens) -> Ints:
    """The tokens that begin a sentence, in order.

    A sentence ends with a stop or a paragraph. Up to two closing marks that are joined to the stop
    belong to it. The sentence goes on before lower case, behind the number of an item, and behind
    the full stop of an abbreviation that needs a next word. Initials (U.S., J. K., a.m.) need a
    word that opens no sentence: "the U.S. Army", but "in the U.S. The army". A line without a stop
    may be joined with the next line. The sentence then ends there: "New bridge is safe The mayor
    said so".
    """
    starts = np.empty(len(tokens.shapes), np.intp)
    count = write_sentences(
        source, tokens, ROLES.data, ABBREVIATIONS, _OPENERS, _LIKELY, starts.data
    )
    return starts[:count].copy()


def inner_stops(source: str, tokens: Tokens, starts: Ints) -> Ints:
    """The full stops that end an abbreviation or initials inside a sentence: Dr. Lee, U.S. Army.

    They belong to their word. Before a closing mark a stop may end the sentence as well.
    """
    stops: Ints = (tokens.shapes[:-1] == ord(".")).nonzero()[0]
    words = stops - 1
    joined = tokens.words[words] & (tokens.ends[words] == tokens.starts[stops])
    apart = ~tokens.words[stops + 1] | (tokens.starts[stops + 1] > tokens.ends[stops])
    joined &= apart | (tokens.hashes[stops + 1] == _GENITIVE)  # not in "harrow.co.uk"
    goes_on = starts.searchsorted(stops) == starts.searchsorted(stops + 2)
    goes_on &= _INSIDE[tokens.shapes[stops + 1]]
    stops = stops[joined & goes_on]
    return stops[[_is_short(source, tokens, word) for word in (stops - 1).tolist()]]


def _is_short(source: str, tokens: Tokens, word: int) -> bool:
    """Whether a word is an abbreviation, or initials in capitals."""
    start, size = int(tokens.starts[word]), int(tokens.ends[word] - tokens.starts[word])
    needed = ABBREVIATIONS.get(int(tokens.hashes[word]), -1)
    if not tokens.capitals[word]:
        return needed >= 0 and needed & ANY_CASE > 0
    return needed >= 0 or size == 1 or source[start + 1] == "."


def find_quotations(tokens: Tokens, borders: Ints) -> Ints:
    """First token and end of every quotation, shape (quotations, 2).

    An open quotation ends with its paragraph, unless the first mark of the next paragraph closes
    it. It ends at the latest with its piece of text, at one of `borders`. A straight mark opens or
    closes by the side on which a space or bracket stands; without one it closes what is open. So
    straight and curly marks read alike, even if one is missing. Of two marks in a row, the second
    does what the first does.
    """
    bounds = np.empty(len(tokens.shapes) + 1, np.intp)
    count = write_quotations(tokens, ROLES.data, borders.data, bounds.data)
    quotations, speeches = bounds[:count].reshape(-1, 2).copy(), _speeches(tokens)
    return _merged(quotations, speeches) if len(speeches) else quotations


def _merged(quotations: Ints, speeches: Ints) -> Ints:
    """Quotations and speeches in order, without those inside another one."""
    marks = quotations.reshape(-1)
    first, last = marks.searchsorted(speeches - (0, 1), "right").T
    speeches = speeches[(first | last) & 1 == 0]  # both ends outside quotations
    around = speeches[:, 0].searchsorted(quotations[:, 0], "right") - 1
    ends = np.append(speeches[:, 1], 0)[around]
    outside = quotations[quotations[:, 0] >= ends]
    return np.asarray(np.sort(np.concatenate((outside, speeches), axis=None)).reshape(-1, 2))


def _speeches(tokens: Tokens) -> Ints:
    """First token and end of speech in single marks: 'I ran,' he said.

    Other single marks are apostrophes ("the workers' union"), or hold words that are hardly a
    quotation.
    """
    shapes, starts, ends = tokens.shapes, tokens.starts, tokens.ends
    marks = (shapes == ord("'")).nonzero()[0]
    before = shapes[marks - 1]
    spoken = _SPOKEN[before]
    if not spoken.any():
        return np.empty(0, np.intp)
    following = np.minimum(marks + 1, len(shapes) - 1)
    is_joined = starts[marks] == ends[marks - 1]
    holds = tokens.words[following] & (starts[following] == ends[marks])
    closes = is_joined & ~holds & (before != ord(PLURAL))
    closing: Ints = marks[closes & spoken]
    if not len(closing):
        return closing
    outside = ~is_joined | (ROLES[before] & (BREAK | OPENER) > 0)
    opening = marks[outside & holds & (ROLES[shapes[following]] & DIGITS == 0)]  # not "'90s"
    ends_of = closing.take(closing.searchsorted(opening), mode="clip")
    borders = np.concatenate([np.flatnonzero(shapes == ord(PARAGRAPH)), marks[closes & ~spoken]])
    borders.sort(kind="stable")
    whole = (opening < ends_of) & (borders.searchsorted(opening) == borders.searchsorted(ends_of))
    last, first = np.unique(ends_of[whole], return_index=True)
    return np.asarray(np.stack((opening[whole][first], last + 1), axis=1))
