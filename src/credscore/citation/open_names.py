"""Names of outlets that no word gives away, told by how they are written or where they stand."""

import re
from collections.abc import Iterator

from credscore.citation.surroundings import DASHES, LINE, QUOTES, Surroundings
from credscore.text import CAPITALS

_HEAD = 40
"""Tokens at the beginning of a text in which a dateline stands."""
_LONGEST = 4
"""Tokens of such a name."""
_STATION = re.compile(r"[KW][A-Z]{3}(?:-TV)?")
"""Broadcasters of the United States have such names."""


def stations(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Call signs beside words that cite: "told WKRV".

    >>> from credscore.text import Text
    >>> list(stations(Surroundings(Text(["It sank, a man told WKRV."], [None]))))
    [(8, 9)]
    """
    text, shapes = around.text, around.text.shapes + LINE
    places = {at for at in around.before if around.tape[at] in around.name}
    places |= {at - 1 for at in around.after if around.tape[at - 1] in around.name}
    for at in sorted(places):
        is_shouted = CAPITALS in (shapes[at - 1], shapes[at + 1])
        if not is_shouted and _STATION.fullmatch(text.source, text.starts[at], text.ends[at]):
            yield at, at + 1


def titles(around: Surroundings) -> Iterator[tuple[int, int]]:
    """What is written as a title behind words that cite: "told The Open Door", 'on "Harbour Talk"'.

    >>> from credscore.text import Text
    >>> list(titles(Surroundings(Text(["It sank, a man told The Open Door."], [None]))))
    [(9, 11)]
    """
    tape, names = around.tape, around.name + around.classes("outlet_word")
    for at in sorted(around.before):
        is_title = tape[at] in around.articles and around.capital[at]
        is_quoted = tape[at] in QUOTES
        end = at + 1
        while end <= at + _LONGEST and tape[end] in names:
            end += 1
        if end > at + 1 and (
            (is_title and at not in around.sentences and not _is_loud(around, at))
            or (is_quoted and tape[end] in QUOTES)
        ):
            yield at + 1, end


def _is_loud(around: Surroundings, at: int) -> bool:
    """Whether the words before a token have capitals too, as in a headline."""
    return bool(around.capital[at - 1]) and bool(around.capital[at - 2])


def datelines(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Names in brackets at the beginning of a text, a dash behind them: "(WKRV) -".

    >>> from credscore.text import Text
    >>> list(datelines(Surroundings(Text(["LORWICK (Kolvar) - It sank."], [None]))))
    [(4, 5)]
    """
    tape, text = around.tape, around.text
    for first, last in zip(text.body_starts.tolist(), text.body_ends.tolist(), strict=True):
        for at in range(first, min(first + _HEAD, last - 3)):
            end = tape.find(")", at, at + _LONGEST + 2) if tape[at] == "(" else -1
            if end < at + 2 or tape[end + 1] not in DASHES:
                continue
            if all(word in around.name for word in tape[at + 1 : end]):
                yield at + 1, end
