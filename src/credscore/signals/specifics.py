"""What a reader could check: dates, figures, documents, places; see lexicons/specifics.toml.

A name behind "in" is a place by its form: nothing that belongs to it follows, and neither its first
nor its last word makes it an assembly, a contest, a book or a person. Behind "at" it must end in a
noun of place, since people work at firms.
"""

import functools
from typing import NamedTuple

from credscore.evidence import Finding
from credscore.lexicon import Lexicon
from credscore.patterns import expand
from credscore.signals.reading import Reading
from credscore.text import CAPITALS, NUMBER, YEAR, hashes_of

_FOLLOWING = ("preposition", "conjunction", "relative", "be", "have", "do", "modal_any", "pronoun",
              "det", "also", "negation", "say", "weekday", "month")  # fmt: skip
_MARKS = '.,;:?!)”"—…-\n\0' + NUMBER + YEAR
_CAPITALS, _POINT = ord(CAPITALS), ord(".")
_SHORT = 2


class _Words(NamedTuple):
    """Hashes of the words that tell places from other names; what may follow a place on a tape."""

    month: frozenset[int]
    place_noun: frozenset[int]
    no_place: frozenset[int]
    trusting: frozenset[int]
    the: frozenset[int]
    following: frozenset[int]


@functools.cache
def _words(lexicon: Lexicon) -> _Words:
    specifics, grammar = lexicon.files["specifics"].classes, lexicon.files["grammar"]
    following = _MARKS + "".join(lexicon.characters(f"<{label}>") for label in _FOLLOWING)

    def hashes(*entries: str) -> frozenset[int]:
        return frozenset(hashes_of([form for entry in entries for form in expand(entry)]))

    return _Words(
        hashes(*grammar.capitalised["month"], *grammar.beside_number["month"]),
        hashes(*specifics["place_noun"]),
        hashes(*specifics["no_place"]),
        hashes(*specifics["trusting"]),
        hashes("the"),
        frozenset(map(ord, following)),
    )


def find(reading: Reading) -> list[Finding]:
    """Every cue of the lexicon is a finding, a name only if it is a place or a month."""
    findings = []
    for cue in reading.cues("specifics"):
        if cue.kind != "place":
            findings.append(cue)
        elif _is_month(reading, cue):
            findings.append(cue._replace(kind="date", cue="in_month"))
        elif _is_place(reading, cue):
            findings.append(cue)
    return findings


def _is_month(reading: Reading, cue: Finding) -> bool:
    months = _words(reading.lexicon).month
    return cue.end - cue.start == 1 and reading.text.hashes.data[cue.start] in months


def _is_place(reading: Reading, cue: Finding) -> bool:
    text, words = reading.text, _words(reading.lexicon)
    hashes, last = text.hashes.data, cue.end - 1
    if hashes[last] in words.place_noun:
        return True
    if cue.cue == "at_place" or not _ends_phrase(reading, cue.end, words.following):
        return False
    first = min(cue.start + (hashes[cue.start] in words.the), last)
    if hashes[first] in words.no_place or hashes[last] in words.no_place:
        return False
    if hashes[cue.start - 2] in words.trusting:
        return False
    name = text.source[text.starts.data[first] : text.ends.data[last]]
    if any(map(str.isdigit, name)):
        return False
    return text.shape_codes.data[last] != _CAPITALS or len(name) <= _SHORT or "." in name


def _ends_phrase(reading: Reading, end: int, following: frozenset[int]) -> bool:
    """Whether a name before `end` stands alone; behind initials (U.S.) a full stop says nothing."""
    codes, size = reading.codes.data, len(reading.codes)
    if end < size - 1 and codes[end] == _POINT and codes[end - 1] == _CAPITALS:
        return codes[end + 1] in following or bool(reading.text.capital.data[end + 1])
    return end >= size or codes[end] in following
