"""Puts evidence into sentences: numbers as words, short quotes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from credscore.evidence.catalogue import SOURCES
from credscore.evidence.finding import Evidence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip
_MOST_WORDS = 8  # a longer quote is cut
_OF_SCORES = re.compile(r"\b(?:log|rate|share|lead)s?\b", re.IGNORECASE)
"""Words that a reader could take for something about the score: such a quote is left out."""
_INNER_MARKS = str.maketrans('“”"', "'''")


def number(count: int) -> str:
    """A number in words, up to twelve; larger numbers in digits.

    >>> number(4), number(40)
    ('four', '40')
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, single: str, many: str = "") -> str:
    """A number with its noun. `many` is the plural; without it, `single` gets an s.

    >>> counted(1, "date"), counted(2, "statement rests", "statements rest")
    ('one date', 'two statements rest')
    """
    return f"{number(count)} {single if count == 1 else many or single + 's'}"


def listed(parts: Sequence[str]) -> str:
    """The parts, at least one, joined by commas and a last "and".

    >>> listed(["one date", "two places"])
    'one date and two places'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def opened(text: str) -> str:
    """The text with a capital, to begin a sentence.

    >>> opened("one date")
    'One date'
    """
    return text[0].upper() + text[1:]


def quoted(quotes: Iterable[str], most: int = 2) -> str:
    """The first different quotes, in brackets behind a space; "" if there are none.

    Each quote stands on one line, is cut behind eight words, and has straight marks in place of
    quotation marks inside.

    >>> quoted(["Insiders", "insiders", "some\\n say"])
    ' (“Insiders”, “some say”)'
    """
    shown: dict[str, str] = {}
    for quote in quotes:
        words = quote.split()
        short = " ".join(words[:_MOST_WORDS])
        if len(words) <= _MOST_WORDS and short.count("“") > short.count("”"):
            short += "”"
        short = short.translate(_INNER_MARKS)
        folded = short.casefold()
        if shown and any(folded in other or other in folded for other in shown):
            continue
        if any(map(str.isalnum, short)) and not _OF_SCORES.search(short):
            shown[folded] = f"“{short}{' ...' if len(words) > _MOST_WORDS else ''}”"
            if len(shown) == most:
                break
    return f" ({', '.join(shown.values())})" if shown else ""


def _words(source: str) -> list[str]:
    """The words without a genitive 's."""
    return [word.removesuffix("'s").removesuffix("’s") for word in source.split()]


def _last_name(source: str) -> str:
    """The last word with a capital, else the last word; an opening "The" is no name."""
    words = _words(source)
    words = words[words[0].casefold() in DETERMINERS and len(words) > 1 :]
    return next((word for word in reversed(words) if word[:1].isupper()), words[-1])


def _capitals(source: str) -> set[str]:
    """The words with a capital, but for "The"."""
    words = _words(source)
    return {word for word in words if word[:1].isupper() and word.casefold() not in DETERMINERS}


DETERMINERS = ("a", "an", "her", "his", "its", "our", "the", "their")
BODY_NOUNS = frozenset((
    "agency", "airline", "association", "bank", "broadcaster", "charity", "club", "company",
    "firm", "foundation", "group", "institute", "magazine", "network", "newspaper", "organisation",
    "organization", "outlet", "paper", "party", "retailer", "site", "union", "university",
    "website",
))  # fmt: skip
"""Nouns by which a text speaks again of a body that it has named: "the agency"."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The evidence that a sentence reports, and whether it speaks for the claim.

    `places` are those of the evidence, in text order. `attributed` are all statements that are
    attributed to anyone, `pronouns` and `documents` those beside them whose source is a pronoun or
    a document. `moves` tells by how many log-odds each feature moves the score.
    """

    is_for: bool
    places: Sequence[int]
    evidence: Sequence[Evidence]
    attributed: int
    moves: Mapping[str, float]
    pronouns: int = 0
    documents: int = 0

    @property
    def size(self) -> int:
        """The number of pieces of evidence."""
        return len(self.places)

    def of(self, *kinds: str) -> list[Evidence]:
        """The pieces of these kinds."""
        items = map(self.evidence.__getitem__, self.places)
        return [item for item in items if item.kind in kinds]

    def count(self, *kinds: str) -> int:
        """The number of pieces of these kinds."""
        return len(self.of(*kinds))

    def count_different(self, kind: str) -> int:
        """The number of different pieces of a kind: "Friday" and "Friday" are one date."""
        return len({item.quote.casefold() for item in self.of(kind)})

    def is_one(self, *kinds: str) -> bool:
        """Whether all pieces of these kinds name one source: "CEO Ann Holm", "Holm".

        "Harrow Council" and "Lorwick Council" are two. "The mayor" is the person who has a name,
        and "the agency" the body, if one has.
        """
        items = self.of(*kinds)
        names = {(item.kind, _last_name(item.quote)) for item in items}
        if any(kind == "institution" and name[:1].isupper() for kind, name in names):
            names = {name for name in names if name[1] not in BODY_NOUNS}
        if any(kind == "person" and name[:1].isupper() for kind, name in names):
            names = {(kind, name) for kind, name in names if kind != "person" or name[:1].isupper()}
        bodies = [_capitals(item.quote) for item in items if item.kind == "institution"]
        fullest = max(bodies, key=len, default=set())
        return all(body <= fullest for body in bodies) and len({name for _, name in names}) == 1

    def with_nouns(self, names: Mapping[str, tuple[str, ...]]) -> list[tuple[int, tuple[str, ...]]]:
        """The count of each kind that has evidence, with its noun from `names` or its own name."""
        counts = Counter(self.evidence[index].kind for index in self.places)
        kinds = [kind for kind in dict.fromkeys([*names, *counts]) if counts[kind]]
        return [(counts[kind], names.get(kind) or (kind.replace("_", " "),)) for kind in kinds]

    def quotes(self, *kinds: str, most: int = 2) -> str:
        """The first quotes of these kinds, in brackets; of all kinds if none are given."""
        places = (index for index in self.places if not kinds or self.evidence[index].kind in kinds)
        return quoted(map(self._quote, places), most)

    def _quote(self, index: int) -> str:
        """The words of a piece; for a denial, with the source that stands right before it."""
        item = self.evidence[index]
        if item.kind == "denial":
            for before in self.evidence[max(0, index - 3) : index]:
                is_near = before.in_title == item.in_title and before.end + 1 == item.start
                if is_near and before.signal in SOURCES:
                    return f"{before.quote} {item.quote}"
        return item.quote
