"""The tape in coarse letters: one ASCII letter for each part that a word can play in a source.

Sources are read by short regular expressions over these letters (attribution.py).
"""

import functools
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.attribution._noun_phrases import spell
from credscore.lexicon import Lexicon
from credscore.patterns import expand
from credscore.text import CAPITALS, ED, ING, LY, NAME, NUMBER, PLAIN, PLURAL, YEAR

# Letters of noun phrases: a any other word, m modifier of a source, e word in -ed or -ing, s plural
# noun, X name, U capitals, R role, P roles, Q office holders, C confidential, H talk, L outlet,
# T document, I institution, S speaker, O office; d determiner, q possessive, i indefinite,
# 0 number, g genitive. Others: V verb of speech, b be, h have or modal, n pronoun, w who,
# t that or which, o of, p preposition, c conjunction, & and, M day or month, y adverb.
_CLASSES = (
    ("m", "role_modifier"), ("m", "hearsay_modifier"), ("m", "close_to"),
    ("V", "say"), ("V", "believe"), ("V", "stance"), ("a", "verb_or_noun"),
    ("T", "paper"), ("I", "institution"), ("I", "body"), ("L", "outlet"), ("H", "hearsay_noun"),
    ("S", "speaker"), ("O", "office"), ("Q", "office_holders"), ("P", "role_plural"),
    ("C", "confidential_noun"), ("y", "also"), ("y", "speech_gap"), ("b", "be"), ("h", "have"),
    ("h", "modal_any"), ("h", "do"), ("h", "negation"), ("M", "weekday"), ("M", "month"),
    ("M", "day_word"), ("p", "preposition"), ("p", "far_preposition"), ("c", "conjunction"),
    ("c", "question_word"),
    ("n", "pronoun"), ("d", "det"), ("i", "indefinite"), ("q", "possessive"), ("g", "genitive"),
)  # fmt: skip
_WORDS = (
    ("o", "of"), ("&", "and"), ("&", "or"), ("w", "who"), ("t", "that"), ("t", "which"),
    ("c", "as"),
)  # fmt: skip
_SHAPES = (
    ("a", PLAIN), ("s", PLURAL), ("y", LY), ("e", ED + ING), ("X", NAME), ("U", CAPITALS),
    ("0", NUMBER + YEAR), ('"', "“”"), ("-", "—"), (".", "…"),
)  # fmt: skip


class Coarse(NamedTuple):
    """The coarse letters of a text, forwards and backwards."""

    letters: str
    reversed: str


@functools.lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    table = np.full(1 << 16, ord("a"), np.uint8)
    table[: 1 << 7] = np.arange(1 << 7)

    def fill(letter: str, characters: str) -> None:
        table[[ord(character) for character in characters]] = ord(letter)

    for letter, shapes in _SHAPES:
        fill(letter, shapes)
    table[lexicon.vocabulary.codes_of_ending("ly")] = ord("y")
    for letter, label in _CLASSES:
        fill(letter, lexicon.characters(f"<{label}>"))
        if label == "speaker":
            for entry in lexicon.files["attribution"].classes["role"]:
                one, *more = expand(entry)
                fill("R", lexicon.characters(one))
                fill("P", "".join(lexicon.characters(form) for form in more))
    for letter, word in _WORDS:
        fill(letter, lexicon.characters(word))
    return table


def coarse_of(codes: npt.NDArray[np.uint16], lexicon: Lexicon) -> Coarse:
    """The coarse letters of a tape, in linear time.

    >>> from credscore import lexicon
    >>> coarse_of(np.array([ord(one) for one in "NX."], np.uint16), lexicon.shipped()).reversed
    '.UX'
    """
    letters = np.empty((2, len(codes)), np.uint8)
    spell(codes.data, _table(lexicon).data, letters.data)
    return Coarse(str(letters[0], "latin-1"), str(letters[1], "latin-1"))
