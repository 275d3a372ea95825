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
_SMALL = ("be", "conjunction", "do", "have", "modal_any", "negation", "relative")
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
    small: frozenset[int]
    following: frozenset[int]


@functools.cache
def _words(lexicon: Lexicon) -> _Words:
    specifics, grammar = lexicon.files["specifics"].classes, lexicon.files["grammar"]
    following = _MARKS + "".join(lexicon.characters(f"<{label}>") for label in _FOLLOWING)

    def hashes(*entries: str) -> frozenset[int]:
        return frozenset(hashes_of([form for entry in entries for form in expand(entry)]))

    months = hashes(*grammar.capitalised["month"], *grammar.beside_number["month"])
    return _Words(
        months,
        hashes(*specifics["place_noun"]),
        hashes(*specifics["no_place"]) | months,
        hashes(*specifics["trusting"]),
        hashes("the"),
        hashes(*(word for label in _SMALL for word in grammar.classes[label])),
        frozenset(map(ord, following)),
    )


def find(reading: Reading) -> list[Finding]:
    """Every cue of the lexicon is a finding, a name only if it is a place or a month."""
    cues = reading.cues("specifics")
    names = _Names(reading)
    findings = []
    for cue in cues:
        if cue.kind != "place" or names.is_place(cue):
            findings.append(cue)
        elif names.is_month(cue):
            findings.append(Finding(cue.start, cue.end, "specifics", "date", "in_month"))
    return findings


def _is_code(name: str) -> bool:
    """Whether a name is a code rather than a word: capitals that small letters end, or A-side.

    >>> list(map(_is_code, ["XYZs", "C-level", "Lorwick", "L'Orwick", "LORWICK"]))
    [True, True, False, False, False]
    """
    two = name[:2]
    return (two.isalpha() and two.isupper() and not name.isupper()) or two[1:] == "-"


class _Names:
    """Tells places from the other names of a reading."""

    def __init__(self, reading: Reading) -> None:
        text, self._words = reading.text, _words(reading.lexicon)
        self._hashes, self._codes, self._source = text.hashes.data, reading.codes.data, text.source
        self._starts, self._ends, self._capital = (
            text.starts.data,
            text.ends.data,
            text.capital.data,
        )
        self._size = len(text)

    def is_month(self, cue: Finding) -> bool:
        """Whether a name is a month, and none of somebody: not in "at May", "in May's party"."""
        end = self._ends[cue.end - 1]
        owner = self._source[end : end + 1] in {"'", "’"}
        return self._hashes[cue.start] in self._words.month and not owner and cue.cue != "at_place"

    def is_place(self, cue: Finding) -> bool:
        start, end, words, hashes = cue.start, cue.end, self._words, self._hashes
        last = hashes[end - 1]
        if last in words.place_noun:
            return True
        if cue.cue == "at_place" or last in words.no_place or not self._stands_alone(end):
            return False
        first = hashes[start]
        if first in words.the and end - start > 1:
            start += 1
            first = hashes[start]
        before = cue.start - 2
        if first in words.no_place or (
            hashes[before] in words.trusting and not self._capital[before]
        ):
            return False
        name = self._source[self._starts[start] : self._ends[end - 1]]
        if _is_code(name) or not self._words.small.isdisjoint(hashes[start:end]):
            return False
        if not name.isupper():
            return name.isalpha() or not any(map(str.isdigit, name))
        return len(name) <= _SHORT or "." in name

    def _stands_alone(self, end: int) -> bool:
        """Whether a phrase ends with a name; behind initials (U.S.) a full stop says nothing."""
        codes, following = self._codes, self._words.following
        if end < self._size - 1 and codes[end] == _POINT and codes[end - 1] == _CAPITALS:
            return codes[end + 1] in following or bool(self._capital[end + 1])
        return end >= self._size or codes[end] in following
