"""Counts the lines of a text by shape: entries of a timeline, items, turns of a conversation."""

import re
from collections import defaultdict
from itertools import chain, compress, pairwise
from typing import NamedTuple

import numpy as np

from credscore.signals import Ints
from credscore.text import Forms, Text, hashes_of
from credscore.text_kinds.words import CLASSES

LINE_FORMS = Forms("text_kinds/line_forms.toml")
_STAMP = LINE_FORMS.pattern(
    r"\W{0,3}(?:updated?:? |posted(?: at)?:? )?{stamps}", flags=re.IGNORECASE
)
_DATED = LINE_FORMS.pattern(
    r"\W{0,3}({dates}(?: ?(?:[/–-]|to) ?{dates})?) ?(?:\Z|[:–—]|[.-](?:\s|\Z)|-- )"
)
_CODE_LINE = LINE_FORMS.pattern("{code_lines}")
_BYLINE = re.compile(r"By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:(?:,| and) [A-Z][^.]{2,60})?")
_UPDATED = ("Updated", "updated", "UPDATED", "Update", "Posted", "posted", "POSTED")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-z])[.)] |[A-Z]\) |\(\d{1,2}\) ")
_BULLETS = frozenset("-*•·▪◦‣●■□✓✔–→»☐")
_ENDS = frozenset(".!?\"”’'…)")
_SHORT = 60  # the most characters of a line of verse or of a menu
LEAST_TURNS = 6
_LEAST_LABELS = 4  # the fewest colons of a conversation
_IN_LABELS = frozenset(map(ord, ".()"))
_LONGEST_LABEL = 6  # the most tokens of a label, without its colon
_NO_SPEAKERS = frozenset(hashes_of(CLASSES["label"].split()))
_HARDLY = 8  # the most tokens of a very short turn, with the next label


class Timeline(NamedTuple):
    """Entries of a text: each begins with a line with a date, and ends before the next such line.

    The fields are the number of entries, of different dates, of lines before the first entry, of
    lines from the first to the last entry, and of all lines.
    """

    entries: int
    dates: int
    lead: int
    stretch: int
    lines: int


def timeline_of(body: str) -> Timeline:
    """The entries under dates: "May 3, 2016: ...", "1998 - ...", or a heading that is a date.

    >>> timeline_of("How it fell\\n\\n2016: It cracked.\\n\\nMay 3, 2018\\n\\nIt fell.")
    Timeline(entries=2, dates=2, lead=1, stretch=2, lines=4)
    """
    lines = [line for line in map(str.strip, body.split("\n")) if line]
    dated = [(place, date[1]) for place, date in enumerate(map(_DATED().match, lines)) if date]
    if not dated:
        return Timeline(0, 0, 0, 0, len(lines))
    (first, _), (last, _) = dated[0], dated[-1]
    dates = len({date for _, date in dated})
    return Timeline(len(dated), dates, first, last - first + 1, len(lines))


class Lines:
    """Counts the lines of a text that are not empty, by their shapes.

    `stamped` lines begin with a time of day; `lead` lines stand before the first of them, and
    `stretch` lines from the first to the last. `items` begin with a bullet, a number or a time, or
    have columns. `ended` lines end like a sentence, `asked` lines like a question. `short` lines
    have at most 60 characters. `bylines` tell who wrote something. `capital` lines begin with a
    capital. Behind `joined` lines another one follows at once. They are `broken` if its first word
    had room, so that no wrapping broke them.

    >>> Lines("18:42 Fire is out\\n18:31 Fire reported\\n").stamped
    2
    """

    def __init__(self, body: str) -> None:
        stripped = list(map(str.strip, body.split("\n")))
        lines = [line for line in stripped if line]
        sizes = list(map(len, lines))
        self.body, self.total, self.characters = body, len(lines), sum(sizes)
        stamps = list(map(_is_stamped, lines))
        stamped = list(compress(range(len(lines)), stamps)) or [0]
        self.stamped, self.lead = sum(stamps), stamped[0]
        self.stretch = stamped[-1] - stamped[0] + 1
        items = list(compress(sizes, map(_is_item, lines, stamps)))
        self.items, self.item_characters = len(items), sum(items)
        self.ended = sum(line[-1] in _ENDS for line in lines)
        self.asked = sum(line[-1] == "?" for line in lines)
        short = [size for size in sizes if size <= _SHORT]
        self.short, self.short_characters = len(short), sum(short)
        self.bylines = sum(map(bool, map(_BYLINE.fullmatch, lines)))
        self.capital = sum(line[0].isupper() for line in lines)
        joined = [(line, after) for line, after in pairwise(stripped) if line and after]
        self.joined, room = len(joined), max(sizes, default=0)
        self.broken = sum(
            len(line) + len(after.split(maxsplit=1)[0]) < room for line, after in joined
        )

    def code(self) -> int:
        """The number of lines that are statements or comments of program text."""
        lines = filter(None, map(str.strip, self.body.split("\n")))
        return sum(_CODE_LINE().match(line) is not None for line in lines)


def _is_stamped(line: str) -> bool:
    may_be = not line[0].isalpha() or line.startswith(_UPDATED)
    return may_be and _STAMP().match(line) is not None


def _is_item(line: str, stamped: bool) -> bool:
    columns = "|" in line or "...." in line or ". . ." in line
    return stamped or columns or line[0] in _BULLETS or _NUMBERED.match(line) is not None


class Turns(NamedTuple):
    """The number of turns, of speakers with several turns, their extent, and very short turns."""

    total: int
    speakers: int
    reach: int
    short: int


NO_TURNS = Turns(0, 0, 0, 0)


def turns_of(text: Text, colons: Ints) -> Turns:
    """The turns of one text, from its colons. Labels are names of at most 6 words.

    A label begins with a capital and has no word of the class `label`: "Image: ...", "Verdict:
    ...".
    """
    if len(colons) < _LEAST_LABELS:
        return NO_TURNS
    starts = text.sentence_starts
    begins = starts[np.maximum(starts.searchsorted(colons, "right") - 1, 0)]
    near = (begins < colons) & (colons - begins <= _LONGEST_LABEL)
    colons, begins = colons[near], begins[near]
    if len(colons) < _LEAST_LABELS:
        return NO_TURNS
    shapes, hashes = text.shape_codes.data, text.hashes.data
    capital, words = text.capital.data, text.words.data
    labelled: dict[int, list[int]] = defaultdict(list)
    for colon, begin in zip(colons.tolist(), begins.tolist(), strict=True):
        inside = range(begin, colon)
        if all(
            capital[t] and hashes[t] not in _NO_SPEAKERS if words[t] else shapes[t] in _IN_LABELS
            for t in inside
        ):
            labelled[sum(hashes[token] for token in inside)].append(colon)
    places = sorted(chain(*(marks for marks in labelled.values() if len(marks) > 1)))
    if not places:
        return NO_TURNS
    speakers = sum(len(marks) > 1 for marks in labelled.values())
    short = sum(after - colon_before < _HARDLY for colon_before, after in pairwise(places))
    return Turns(len(places), speakers, places[-1] - places[0], short)
