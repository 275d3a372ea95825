# cython: wraparound=False
"""Where the articles of a reading lie, and where every finding stands in them.

Plain loops over flat arrays, compiled where that can be (_places.pxd). Positions are token indexes,
in text order.
"""

from collections.abc import Mapping, Sequence
from typing import Any

TITLE, LEAD, REST = range(3)
"""The zones of an article."""
LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""

TITLE_START, BODY_START, BODY_END, FIRST, LAST, LEAD_END, WORDS, QUOTED = range(8)
"""The columns of a layout, which has a row for each article: its first token, that of its body and
the one after its last; the first sentence of its body and the one after its last; the token after
its lead; the words of its body, and its words and marks that stand in quotation marks."""
START, END, KIND, ARTICLE, ZONE, IN_QUOTE = range(6)
"""The columns of places, which have a row for each finding: its tokens, the number of its label,
its article and zone, and whether it stands in quotation marks."""

_TITLE_START, _BODY_START, _BODY_END, _FIRST = TITLE_START, BODY_START, BODY_END, FIRST
_LAST, _LEAD_END, _WORDS, _QUOTED = LAST, LEAD_END, WORDS, QUOTED
_START, _END, _KIND, _ARTICLE, _ZONE, _IN_QUOTE = START, END, KIND, ARTICLE, ZONE, IN_QUOTE
_TITLE, _LEAD, _REST = TITLE, LEAD, REST
_LEAD_SENTENCES = LEAD_SENTENCES


def lay_out(
    title_starts: memoryview, body_starts: memoryview, body_ends: memoryview,
    sentences: memoryview, words: memoryview, quotations: memoryview, layout: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write the layout of the articles. `quotations` are starts and ends by turns."""
    sentence, sentence_count, bound, bounds = 0, len(sentences), 0, len(quotations)
    for article in range(len(layout)):
        begin, end, word_count, quoted = body_starts[article], body_ends[article], 0, 0
        while sentence < sentence_count and sentences[sentence] < begin:
            sentence += 1
        layout[article, _FIRST], lead = sentence, sentence + _LEAD_SENTENCES
        while sentence < sentence_count and sentences[sentence] < end:
            sentence += 1
        for token in range(begin, end):
            word_count += words[token]
        while bound < bounds and quotations[bound] < end:
            if quotations[bound] >= begin:
                quoted += quotations[bound + 1] - quotations[bound]
            bound += 2
        layout[article, _TITLE_START] = title_starts[article]
        layout[article, _BODY_START], layout[article, _BODY_END] = begin, end
        layout[article, _LAST] = sentence
        layout[article, _LEAD_END] = sentences[lead] if lead < sentence else end
        layout[article, _WORDS], layout[article, _QUOTED] = word_count, quoted


def place_rows(
    rows: Sequence[Any], numbers: Mapping[str, Mapping[str, int]], layout: memoryview,
    quotations: memoryview, places: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write the places of the findings. `quotations` are starts and ends by turns."""
    article, last, bound, bounds = 0, len(layout) - 1, 0, len(quotations)
    for row in range(len(rows)):
        finding = rows[row]
        start, zone = finding.start, _REST
        while article < last and start >= layout[article + 1, _TITLE_START]:
            article += 1
        if start < layout[article, _BODY_START]:
            zone = _TITLE
        elif start < layout[article, _LEAD_END]:
            zone = _LEAD
        while bound < bounds and quotations[bound] <= start:
            bound += 1
        places[row, _START], places[row, _END] = start, finding.end
        places[row, _KIND] = numbers[finding.signal][finding.kind]
        places[row, _ARTICLE], places[row, _ZONE] = article, zone
        places[row, _IN_QUOTE] = bound & 1
