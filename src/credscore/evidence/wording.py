"""Evidence in sentences: counted in words, quoted in short."""

import re
from collections.abc import Iterable, Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip
_MOST_WORDS = 8
"""A longer quote is cut."""
_OF_SCORES = re.compile(r"\b(?:log|rate|share|lead)s?\b", re.IGNORECASE)
"""Words that a reader could take for something about the score: such a quote is left out."""
_INNER_MARKS = str.maketrans('“”"', "'''")


def number(count: int) -> str:
    """A number in words, up to twelve.

    >>> number(4), number(40)
    ('four', '40')
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str = "") -> str:
    """So many of something; `many` is its plural, with an s if none is given.

    >>> counted(1, "date"), counted(2, "statement rests", "statements rest")
    ('one date', 'two statements rest')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Parts with commas, and an "and" before the last; there is at least one.

    >>> listed(["one date", "two places"])
    'one date and two places'
    """
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def quoted(quotes: Iterable[str], most: int = 2) -> str:
    """The first quotes that differ, in brackets behind a space; nothing if there are none.

    Each on one line, cut behind eight words, with plain marks for quotation marks inside.

    >>> quoted(["Insiders", "insiders", "some\\n say"])
    ' (“Insiders”, “some say”)'
    """
    told: dict[str, str] = {}
    for quote in quotes:
        words = quote.split()
        short = " ".join(words[:_MOST_WORDS]).translate(_INNER_MARKS)
        folded = short.casefold()
        if any(folded in other or other in folded for other in told):
            continue
        if re.search(r"\w", short) and not _OF_SCORES.search(short):
            told[folded] = f"“{short}{' ...' if len(words) > _MOST_WORDS else ''}”"
            if len(told) == most:
                break
    return f" ({', '.join(told.values())})" if told else ""
