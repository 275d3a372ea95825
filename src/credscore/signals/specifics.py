"""Finds details to check: dates, figures, documents, places; see lexicons/specifics.toml.

A name behind "in" is a place by its form: no noun that it belongs to follows, and neither its first
nor its last word makes it an assembly, a contest, a book or a person. Behind "at" a name must end
in a noun of place, since people work at firms. Nothing in datelines and captions before the story
counts: they tell when and where something was written or a picture was taken.
"""

import functools
from collections import defaultdict
from itertools import chain

import numpy as np

from credscore.evidence import KIND_NUMBERS
from credscore.lexicon import Lexicon
from credscore.patterns import Rows, expand
from credscore.signals.reading import Reading
from credscore.text import YEAR, Bools, WordTable

_FOLLOWING = ("preposition", "conjunction", "relative", "be", "have", "do", "modal_any", "pronoun",
              "det", "also", "negation", "say", "weekday", "month")  # fmt: skip
_SMALL = ("be", "conjunction", "do", "have", "modal_any", "negation", "relative")
_MARKS = '.,;:?!)”"—…-\n\0' + YEAR
_SHORT = 2  # the number of letters in an abbreviation
_PLACE, _DATE = KIND_NUMBERS["specifics", "place"], KIND_NUMBERS["specifics", "date"]
_MONTH, _PLACE_NOUN, _NO_PLACE, _TRUSTING, _THE, _SMALL_WORD = 1, 2, 4, 8, 16, 32


@functools.cache
def _traits(lexicon: Lexicon) -> WordTable:
    """The traits of words that tell places from other names."""
    specifics, grammar = lexicon.files["specifics"].classes, lexicon.files["grammar"]
    months = {*grammar.capitalised["month"], *grammar.beside_number["month"]}
    traits: dict[str, int] = defaultdict(int)
    for trait, entries in (
        (_MONTH | _NO_PLACE, months), (_PLACE_NOUN, specifics["place_noun"]),
        (_NO_PLACE, specifics["no_place"]), (_TRUSTING, specifics["trusting"]), (_THE, ("the",)),
        (_SMALL_WORD, {word for label in _SMALL for word in grammar.classes[label]}),
    ):  # fmt: skip
        for word in chain.from_iterable(map(expand, entries)):
            traits[word] |= trait
    return WordTable(traits)


@functools.cache
def _can_follow_place(lexicon: Lexicon) -> Bools:
    """Whether each character of the tape may follow a place."""
    following = np.zeros(1 << 16, np.bool_)
    classes = "".join(lexicon.characters(f"<{label}>") for label in _FOLLOWING)
    following[list(map(ord, _MARKS + classes))] = True
    return following


def find(reading: Reading) -> Rows:
    """The findings: every cue of the lexicon, but names only if they are places or months.

    "Written in" stands before a month or a paper, and before no place.
    """
    rows, numbers = _within_stories(reading), reading.lexicon.table.name_numbers
    are_names = (rows[:, 2] == _PLACE) | (rows[:, 3] == numbers["written_in"])
    names = rows[are_names]
    starts, ends, kinds, cues = names.T
    months, places = _months_and_places(reading, starts, ends, cues == numbers["at_place"])
    places &= cues != numbers["written_in"]
    kinds[months], cues[months] = _DATE, numbers["in_month"]
    return np.concatenate([rows[~are_names], names[places | months]])


def _within_stories(reading: Reading) -> Rows:
    """The cues in titles, and in bodies from the beginning of the story on."""
    text, rows = reading.text, reading.rows("specifics")
    articles = text.body_starts.searchsorted(rows[:, 0], "right") - 1
    return rows[(articles < 0) | (rows[:, 0] >= text.story_starts[articles])]


def _months_and_places(
    reading: Reading, starts: Rows, ends: Rows, at: Bools
) -> tuple[Bools, Bools]:
    """Whether each name is a month, and whether it is a place; `at`: it stands behind "at"."""
    text = reading.text
    traits, hashes, alone = _traits(reading.lexicon), text.hashes, _stand_alone(reading, ends)
    tokens = np.array([starts - 2, starts, starts + 1, ends - 1])
    before, first, second, last = traits.of(hashes.take(tokens, mode="clip"))
    has_article = (first & _THE > 0) & (ends - starts > 1)
    places = (np.where(has_article, second, first) | last) & (_NO_PLACE | _SMALL_WORD) == 0
    places &= (before & _TRUSTING == 0) | text.capital.take(starts - 2)
    places &= alone & ~at
    for row in (places & (ends - starts > 2)).nonzero()[0].tolist():
        within = traits.of(hashes[starts[row] + 1 : ends[row] - 1])
        places[row] = not (within & _SMALL_WORD).any()
    begins = text.starts.take((starts + has_article)[places]).tolist()
    stops = text.ends.take(ends[places] - 1).tolist()
    places[places] = [_is_name(text.source[b:e]) for b, e in zip(begins, stops, strict=True)]
    whole = at | ~text.capital.take(ends, mode="clip") | alone
    places |= whole & (last & _PLACE_NOUN > 0)
    months = (first & _MONTH > 0) & ~at & ~places
    for month in months.nonzero()[0].tolist():
        end = text.ends[ends[month] - 1]
        months[month] = text.source[end : end + 1] not in {"'", "’"}  # "in May's party"
    return months, places


def _is_name(name: str) -> bool:
    """Whether a name can be a place: it is no code, and in capitals only if it is abbreviated.

    >>> list(map(_is_name, ["XYZs", "C-level", "LORWICK", "R", "U.S", "L'Orwick"]))
    [False, False, False, False, True, True]
    """
    if name.isupper():
        return name[1:2] != "-" and (len(name) == _SHORT or "." in name)
    is_code = name[1:2] == "-" or (name[:2].isalpha() and name[:2].isupper())
    return not is_code and not any(map(str.isdigit, name))


def _stand_alone(reading: Reading, ends: Rows) -> Bools:
    """Whether no noun that a name belongs to follows it: "in Lorwick,", not "in Lorwick hall"."""
    can_follow, codes = _can_follow_place(reading.lexicon), reading.codes
    alone: Bools = can_follow.take(codes.take(ends, mode="clip")) | (ends == len(codes))
    return alone
