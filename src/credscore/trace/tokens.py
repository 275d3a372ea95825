"""What each token of a text is to the rules and to the search for sources."""

import functools
from collections import defaultdict
from collections.abc import Iterator

from credscore.attribution import trait_names
from credscore.lexicon import FIRST_CODE, Lexicon
from credscore.signals import Reading
from credscore.text import CAPITALS, ED, ING, LY, NAME, NUMBER, PLAIN, PLURAL, YEAR
from credscore.trace.records import Token, span_of

_BORDERS = "\0\n"
"""Tokens before a title or a body, and between paragraphs."""
_SHAPES = {
    PLAIN: "lower case", LY: "in -ly", ED: "in -ed", ING: "in -ing", PLURAL: "in -s",
    NAME: "name", CAPITALS: "in capitals", NUMBER: "number", YEAR: "year",
}  # fmt: skip


def tokens_of(reading: Reading) -> Iterator[Token]:
    """All words and marks of a text."""
    lexicon, letters = reading.lexicon, reading.sources.letters
    for at, character in enumerate(reading.tape):
        if character not in _BORDERS:
            other = "word of a rule" if ord(character) >= FIRST_CODE else "mark"
            classes = _classes(lexicon).get(character) or (_SHAPES.get(character, other),)
            traits = trait_names(character, lexicon)
            yield Token(*span_of(reading.text, at, at + 1), letters[at], classes, traits)


@functools.lru_cache(maxsize=4)
def _classes(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The word classes of every character of the tape that is in one."""
    classes: dict[str, set[str]] = defaultdict(set)
    for file in lexicon.files.values():
        for label in (*file.classes, *file.capitalised, *file.beside_number, *file.either):
            for character in lexicon.characters(f"<{label}>"):
                classes[character].add(label)
    return {character: tuple(sorted(labels)) for character, labels in classes.items()}
