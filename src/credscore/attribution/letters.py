"""The tape in letters: one ASCII letter for each part that a word can play in a source.

Sources are read by short expressions over these letters (_phrases.py, phrases.py).

| letter | word | letter | word |
|---|---|---|---|
| `R` `P` | a role, several | `V` | verb of speech, belief or stance |
| `Q` | office holders | `b` | form of be |
| `C` | confidential noun | `h` | have, do, modal, negation |
| `H` | talk and rumour | `n` | pronoun |
| `L` | outlet | `w` `t` | who; that, which |
| `T` | document | `o` `p` | of; preposition |
| `I` `S` `O` | institution, speaker, office | `c` `&` | conjunction; and, or |
| `X` `U` | name, word in capitals | `M` | day or month |
| `m` | modifier of a source | `y` | adverb |
| `a` `e` | any other word, one in -ed or -ing | `d` `q` | determiner, possessive |
| `s` | any other plural noun | `i` `0` | indefinite, number |
| `g` | genitive | marks | themselves; a quotation mark is `"` |
"""

import functools
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.lexicon import Lexicon
from credscore.patterns import expand
from credscore.text import CAPITALS, ED, ING, LY, NAME, NUMBER, PLAIN, PLURAL, YEAR

NAMES = "XU"
"""Letters of names."""
HEADS = "XURPCHLTIOSQs"
"""Letters that can be the head of a source noun phrase."""
PARTS = "mesaXURPCHLTIOSQ"
"""Letters that can stand inside a noun phrase."""
JOINTS = "'g-"
"""What joins parts of a noun phrase."""
DETERMINERS = "dq"
"""Letters that can begin a noun phrase."""
COUNTS = "i0"
"""Letters of how many, behind or in place of a determiner."""
PREPOSITIONS = "op"
"""Letters that join two noun phrases."""
MODIFIERS = "ayem"
"""Letters that can stand beside a preposition that joins two noun phrases."""
ADVERBS = "y"
AUXILIARIES = "hb"
CLAUSES = "nVeb"
"""Letters that show a clause of its own."""
BOUNDARIES = ',.:;"\n&ct-'
"""Letters and marks behind which a noun phrase begins."""

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


class Letters(NamedTuple):
    """The letters of a text, forwards and backwards."""

    forwards: str
    backwards: str


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
                singular, *others = expand(entry)
                fill("R", lexicon.characters(singular))
                fill("P", "".join(lexicon.characters(form) for form in others))
    for letter, word in _WORDS:
        fill(letter, lexicon.characters(word))
    return table


def letters_of(codes: npt.NDArray[np.uint16], lexicon: Lexicon) -> Letters:
    """The letters of a tape.

    >>> from credscore import lexicon
    >>> letters_of(np.array([ord(mark) for mark in "NX."], np.uint16), lexicon.shipped())
    Letters(forwards='XU.', backwards='.UX')
    """
    letters = _table(lexicon).take(codes).tobytes().decode("latin-1")
    return Letters(letters, letters[::-1])
