"""The role of a source, as written: "senior official", "White House spokeswoman"."""

import functools

from credscore.lexicon import Lexicon
from credscore.patterns import expand
from credscore.text import Text

_ROLES = ("office", "office_holders", "speaker", "role", "role_plural", "confidential_noun")
_BORDERS = ("det", "indefinite", "possessive", "preposition", "conjunction", "pronoun", "genitive")
_MARKS = frozenset(",.;:!?()—…\"“”'\n")
APPOSITION = 9
"""Tokens beside a source, at most, in which a role stands between commas."""


@functools.lru_cache(maxsize=4)
def _words(lexicon: Lexicon, labels: tuple[str, ...]) -> frozenset[str]:
    classes = [file.classes for file in lexicon.files.values()]
    entries = [word for words in classes for label in labels for word in words.get(label, ())]
    return frozenset(form for entry in entries for form in expand(entry))


def role_of(
    text: Text, lexicon: Lexicon, start: int, end: int, begin: int, stop: int
) -> str | None:
    """The role in a source noun phrase, or between the commas beside it; None if there is none.

    Parameters
    ----------
    start, end
        The tokens of the source.
    begin, stop
        The tokens of its sentence.
    """
    inside = _role(text, lexicon, start, end)
    if inside is None and end < stop and _word(text, end) == ",":
        closing = _comma(text, end + 1, min(stop, end + 1 + APPOSITION))
        inside = _role(text, lexicon, end + 1, closing)
    if inside is None and start - 1 > begin and _word(text, start - 1) == ",":
        inside = _role(text, lexicon, max(begin, start - 1 - APPOSITION), start - 1, last=True)
    return inside


def _comma(text: Text, start: int, stop: int) -> int:
    return next((at for at in range(start, stop) if _word(text, at) in _MARKS), start)


def _role(text: Text, lexicon: Lexicon, start: int, end: int, last: bool = False) -> str | None:
    """The first role between two tokens (`last`: one that ends there), with what precedes it."""
    roles, borders = _words(lexicon, _ROLES), _words(lexicon, _BORDERS)
    places = [end - 1] if last else range(start, end)
    head = next((at for at in places if at >= start and _word(text, at) in roles), None)
    if head is None:
        return None
    while head + 1 < end and not last and _word(text, head + 1) in roles:
        head += 1
    first = head
    while first > start:
        before = _word(text, first - 1)
        if before in borders or before in _MARKS or before[0].isdigit() or before == "'s":
            break
        first -= 1
    return text.source[text.starts[first] : text.ends[head]]


def _word(text: Text, at: int) -> str:
    return text.source[text.starts[at] : text.ends[at]].lower().replace("’", "'")
