"""The role of a source, as written: "senior official", "White House spokeswoman"."""

import functools

from credscore.lexicon import Lexicon
from credscore.signals import Reading
from credscore.text import Text

_ROLES = ("office", "office_holders", "speaker", "role", "role_plural", "confidential_noun")
_BORDERS = ("det", "indefinite", "possessive", "preposition", "conjunction", "pronoun", "genitive")
_MARKS = frozenset(",.;:!?()—…\"“”'\n")
APPOSITION = 9  # a role between commas is searched within so many tokens beside a source


@functools.lru_cache(maxsize=4)
def _words(lexicon: Lexicon, labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for label in labels for form in lexicon.classes.get(label, ()))


def role_of(reading: Reading, start: int, end: int) -> str | None:
    """The role in a source, tokens `start` to `end` (exclusive), or between commas beside it."""
    text, (begin, stop) = reading.text, reading.sentence(start)
    role = _role(reading, start, end)
    if role is None and end < stop and _word(text, end) == ",":
        after = range(end + 1, min(stop, end + 1 + APPOSITION))
        closing = next((at for at in after if _word(text, at) in _MARKS), end + 1)
        role = _role(reading, end + 1, closing)
    if role is None and start - 1 > begin and _word(text, start - 1) == ",":
        role = _role(reading, max(begin, start - 1 - APPOSITION), start - 1, last=True)
    return role


def _role(reading: Reading, start: int, end: int, last: bool = False) -> str | None:
    """The first role between two tokens (`last`: a role that ends there), with its modifiers."""
    text = reading.text
    roles, borders = _words(reading.lexicon, _ROLES), _words(reading.lexicon, _BORDERS)
    tokens = range(max(start, end - 1) if last else start, end)
    head = next((at for at in tokens if _word(text, at) in roles), None)
    if head is None:
        return None
    while head + 1 < end and not last and _word(text, head + 1) in roles:
        head += 1
    first = head
    while first > start:
        before = _word(text, first - 1)
        if before in borders or before in _MARKS or before[0].isdigit():
            break
        first -= 1
    return text.source[text.starts[first] : text.ends[head]]


def _word(text: Text, at: int) -> str:
    return text.source[text.starts[at] : text.ends[at]].lower().replace("’", "'")
