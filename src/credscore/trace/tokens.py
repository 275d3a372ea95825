"""What each token of a text is to the rules and to the search for sources, in words."""

import functools
from collections import defaultdict
from typing import NamedTuple

from credscore.attribution import Sources, trait_names
from credscore.lexicon import FIRST_CODE, Lexicon, Tape
from credscore.text import CAPITALS, ED, ING, LY, NAME, NUMBER, PLAIN, PLURAL, YEAR, Text

_SHAPES = {
    PLAIN: "lower case", LY: "in -ly", ED: "in -ed", ING: "in -ing", PLURAL: "in -s",
    NAME: "name", CAPITALS: "in capitals", NUMBER: "number", YEAR: "year",
}  # fmt: skip
_LETTERS = {
    "a": "other word", "m": "modifier of a source", "e": "word in -ed or -ing", "s": "plural noun",
    "X": "name", "U": "capitals", "R": "role", "P": "roles", "Q": "office holders",
    "C": "confidential noun", "H": "talk", "L": "outlet", "T": "document", "I": "institution",
    "S": "speaker", "O": "office", "d": "determiner", "q": "possessive", "i": "indefinite",
    "0": "number", "g": "genitive", "V": "verb of speech", "b": "be", "h": "have or modal",
    "n": "pronoun", "w": "who", "t": "that or which", "o": "of", "p": "preposition",
    "c": "conjunction", "&": "and", "M": "day or month", "y": "adverb",
}  # fmt: skip


class Token(NamedTuple):
    """A word or mark: what the rules see of it, and what the search for sources sees.

    `classes` are the word classes of the lexicons that it is of, or its shape; `letter` is its part
    of speech in a source, `traits` are what else the search asks of a word.
    """

    word: str
    classes: tuple[str, ...]
    letter: str
    meaning: str
    traits: tuple[str, ...]


def tokens_of(tape: Tape, text: Text, lexicon: Lexicon) -> list[Token]:
    """All tokens of a text, borders of its title and body included."""
    letters = Sources(tape, lexicon).letters
    return [
        Token(
            text.source[start:end],
            _classes(lexicon).get(character) or _shape(character),
            letter,
            _LETTERS.get(letter, "mark"),
            trait_names(character, lexicon),
        )
        for start, end, character, letter in zip(
            text.starts.tolist(), text.ends.tolist(), tape.characters, letters, strict=True
        )
    ]


def _shape(character: str) -> tuple[str, ...]:
    """What tells of a word that is in no class; () for a mark."""
    if character in _SHAPES:
        return (_SHAPES[character],)
    return ("word of a rule",) if ord(character) >= FIRST_CODE else ()


@functools.lru_cache(maxsize=4)
def _classes(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The classes that a character of the tape stands in, by character."""
    labels: dict[str, dict[str, None]] = defaultdict(dict)
    for file in lexicon.files.values():
        for group in (file.classes, file.capitalised, file.beside_number, file.either):
            for label in group:
                for character in lexicon.characters(f"<{label}>"):
                    labels[character][label] = None
    return {character: tuple(sorted(names)) for character, names in labels.items()}
