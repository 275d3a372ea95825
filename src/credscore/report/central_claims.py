"""The central claim of an article, with the caller's offsets."""

import functools
import re
from collections.abc import Iterator

from credscore.lexicon import Lexicon
from credscore.report.records import Claim
from credscore.signals import Findings

_SPEAKERS = ("<first_person>", "me", "my")
"""Words of who writes or talks: outside quotation marks, a claim has none."""


def claims_of(findings: Findings) -> Iterator[Claim | None]:
    """The central claim of each article; None if it can't be told.

    >>> from credscore.signals import find
    >>> text = "The ferry sank off Harrow on Monday, two officials said."
    >>> next(claims_of(find([text], [None]))).text == text
    True
    """
    reading = findings.reading
    text, tape, speakers = reading.text, reading.tape, _speakers(reading.lexicon)
    columns = (column.tolist() for column in reading.claims)
    for article, (start, end, _) in enumerate(zip(*columns, strict=True)):
        while end > start and tape[end - 1] in "\n\0":
            end -= 1
        while start < end and tape[start] == "\n":
            start += 1
        spoken = (word.start() for word in speakers.finditer(tape, start, end))
        if start == end or not all(map(reading.in_quote, spoken)):
            yield None
            continue
        in_title, first, last, words = text.passage(article, start, end)
        yield Claim(words, first, last, in_title)


@functools.lru_cache(maxsize=4)
def _speakers(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.compile(" | ".join(_SPEAKERS))
