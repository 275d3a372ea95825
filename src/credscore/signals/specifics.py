"""What a reader could check: dates, figures, documents, places; see lexicons/specifics.toml.

A name behind "in" is a place by its form: nothing that belongs to it follows, and neither its first
nor its last word makes it an assembly, a contest, a book or a person. Behind "at" it must end in a
noun of place, since people work at firms.
"""

import functools

import numpy as np
import numpy.typing as npt

from credscore.evidence import KIND_NUMBERS
from credscore.lexicon import Lexicon
from credscore.patterns import Rows, expand
from credscore.signals.reading import Reading
from credscore.text import CAPITALS, NUMBER, YEAR, hashes_of, slots_of, slotted

_FOLLOWING = ("preposition", "conjunction", "relative", "be", "have", "do", "modal_any", "pronoun",
              "det", "also", "negation", "say", "weekday", "month")  # fmt: skip
_MARKS = '.,;:?!)”"—…-\n\0' + NUMBER + YEAR
_CAPITALS, _POINT = ord(CAPITALS), ord(".")
_SHORT = 2
_PLACE, _DATE = KIND_NUMBERS["specifics", "place"], KIND_NUMBERS["specifics", "date"]
_MONTH, _PLACE_NOUN, _NO_PLACE, _TRUSTING, _THE = 1, 2, 4, 8, 16

Bools = npt.NDArray[np.bool_]


@functools.cache
def _words(lexicon: Lexicon) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint8], Bools]:
    """Words that tell places from other names: a table of hashes (word_hashes.slotted), and by slot
    the traits of the word there; by character of the tape whether it may follow a place."""
    specifics, grammar = lexicon.files["specifics"].classes, lexicon.files["grammar"]
    months = {*grammar.capitalised["month"], *grammar.beside_number["month"]}
    traits: dict[str, int] = {}
    for trait, entries in (
        (_MONTH | _NO_PLACE, months), (_PLACE_NOUN, specifics["place_noun"]),
        (_NO_PLACE, specifics["no_place"]), (_TRUSTING, specifics["trusting"]), (_THE, ("the",)),
    ):  # fmt: skip
        for form in {form for entry in entries for form in expand(entry)}:
            traits[form] = traits.get(form, 0) | trait
    hashes, slots = slotted(hashes_of(traits))
    of_slots = np.zeros(len(hashes), np.uint8)
    of_slots[slots] = list(traits.values())
    following = np.zeros(1 << 16, np.bool_)
    classes = "".join(lexicon.characters(f"<{label}>") for label in _FOLLOWING)
    following[list(map(ord, _MARKS + classes))] = True
    return hashes, of_slots, following


def find(reading: Reading) -> Rows:
    """Every cue of the lexicon is a finding, a name only if it is a place or a month."""
    rows, numbers = reading.rows("specifics"), reading.lexicon.table.name_numbers
    are_names = rows[:, 2] == _PLACE
    names = rows[are_names]
    starts, ends, kinds, cues = names.T
    months, places = _told_apart(reading, starts, ends, cues == numbers["at_place"])
    kinds[months], cues[months] = _DATE, numbers["in_month"]
    return np.concatenate([rows[~are_names], names[places | months]])


def _told_apart(reading: Reading, starts: Rows, ends: Rows, at: Bools) -> tuple[Bools, Bools]:
    """Whether names are those of months, and of places; `at`: whether they stand behind "at"."""
    text, (table, traits, _) = reading.text, _words(reading.lexicon)
    hashes = text.hashes.take(np.array([starts - 2, starts, starts + 1, ends - 1]), mode="clip")
    slots = slots_of(hashes, table)
    before, first, second, last = traits.take(slots) * (table.take(slots) == hashes)
    has_article = (first & _THE > 0) & (ends - starts > 1)
    places = (np.where(has_article, second, first) | last) & _NO_PLACE == 0
    places &= (before & _TRUSTING == 0) | text.capital.take(starts - 2)
    places &= _stand_alone(reading, ends) & ~at
    begins = text.starts.take((starts + has_article)[places]).tolist()
    stops = text.ends.take(ends[places] - 1).tolist()
    places[places] = [_is_name(text.source[b:e]) for b, e in zip(begins, stops, strict=True)]
    places |= last & _PLACE_NOUN > 0
    months = (first & _MONTH > 0) & ~at & ~places
    for month in months.nonzero()[0].tolist():
        end = text.ends[ends[month] - 1]
        months[month] = text.source[end : end + 1] not in {"'", "’"}  # "in May's party"
    return months, places


def _is_name(name: str) -> bool:
    """Whether a name can be one of a place: a word in capitals is only if it is an abbreviation."""
    if name.isupper():
        return len(name) <= _SHORT or "." in name
    return name.isalpha() or not any(map(str.isdigit, name))


def _stand_alone(reading: Reading, ends: Rows) -> Bools:
    """Whether phrases end with names; behind initials (U.S.) a full stop says nothing."""
    codes, capital = reading.codes, reading.text.capital
    initials = (codes.take(ends, mode="clip") == _POINT) & (codes.take(ends - 1) == _CAPITALS)
    at = ends + initials
    alone: Bools = _words(reading.lexicon)[-1].take(codes.take(at, mode="clip"))
    alone |= (initials & capital.take(at, mode="clip")) | (ends == len(codes))
    return alone
