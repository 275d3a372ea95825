# cython: wraparound=False
"""One pass over the tokens of some articles: how many of each class stand where.

Plain loops over flat arrays, compiled where that can be (_counting.pxd). Positions are token
indexes, in text order.
"""

import math
from collections.abc import Sequence
from typing import Any

from credscore.signals import (
    ARTICLE,
    BODY_END,
    BODY_START,
    FIRST,
    KIND,
    LAST,
    START,
    TITLE_START,
    ZONE,
)
from credscore.text import CAPITALS, NUMBER, YEAR

FIRST_CLASS = 4
"""Of the counts of a title or body the first are words and words of its length, and of a title long
words in lower case and whether it shouts; then come those of the classes."""

_TITLE_START, _BODY_START, _BODY_END = TITLE_START, BODY_START, BODY_END
_FIRST, _LAST = FIRST, LAST
_START, _KIND, _ARTICLE, _ZONE = START, KIND, ARTICLE, ZONE
_FIRST_CLASS = FIRST_CLASS
PLAIN, RATE, FLAG, OF_TITLE = 0, 1, 2, 4
"""What becomes of a number of divide."""
_RATE, _FLAG, _OF_TITLE, _NAN = RATE, FLAG, OF_TITLE, float("nan")
_FULL_STOP = ord(".")
_INITIAL, _SMALL_WORD = 2, 4
_CAPITALS, _NUMBER, _YEAR = map(ord, (CAPITALS, NUMBER, YEAR))


def count_tokens(
    marks: memoryview, classes: memoryview, shapes: memoryview, codes: memoryview,
    words: memoryview, capitals: memoryview, hashes: memoryview, in_names: memoryview,
    sentences: memoryview, layout: memoryview, width: int, counts: memoryview,
) -> None:  # fmt: skip
    """Add the counts of every title and, `width` columns behind them, of every body.

    `marks` has the class of every mark, `classes` that of every tape character; 0 for none. The
    first class is counted in column FIRST_CLASS.

    In a length, neighbours with capitals are one name, with what may stand inside: the words of
    `in_names` (their hashes, each in the slot that forms.py tells), the full stops of initials
    and titles. So a name has no length.
    """
    sentence, sentence_count, last = 0, len(sentences), len(in_names) - 1
    for part in range(2 * len(layout)):
        article, column = part >> 1, 0
        begin, end = layout[article, _TITLE_START], layout[article, _BODY_START] - 1
        if part & 1:
            begin, end, column = end + 1, layout[article, _BODY_END], width
        word_count, length = 0, 0
        while begin < end:
            while sentence < sentence_count and sentences[sentence] <= begin:
                sentence += 1
            stop, name = end, 0
            if sentence < sentence_count and sentences[sentence] < end:
                stop = sentences[sentence]
            for token in range(begin, stop):
                number = classes[codes[token]]
                if number:
                    counts[article, column + _FIRST_CLASS - 1 + number] += 1
                if words[token]:
                    word_count += 1
                    capital = capitals[token]
                    counted = in_names[hashes[token] >> 32 & last] != hashes[token]
                    length += counted & (1 - (name & capital))
                    name = capital if counted else name
                else:
                    number = marks[shapes[token]]
                    if number:
                        counts[article, column + _FIRST_CLASS - 1 + number] += 1
                    if shapes[token] != _FULL_STOP:
                        name = 0
            begin = stop
        counts[article, column] += word_count
        counts[article, column + 1] += length


def count_cases(
    shapes: memoryview, words: memoryview, capitals: memoryview, starts: memoryview,
    ends: memoryview, hashes: memoryview, in_names: memoryview, layout: memoryview,
    counts: memoryview,
) -> None:  # fmt: skip
    """Add what the capitals of every title tell: long words in lower case, and whether it shouts.

    Words of up to four letters are small in headlines; those of up to two, as initials, and numbers
    do not end a shout. Words of `in_names` are no words of a headline (see count_tokens).
    """
    last = len(in_names) - 1
    for article in range(len(layout)):
        lower, loud, quiet = 0, 0, 0
        for token in range(layout[article, _TITLE_START], layout[article, _BODY_START] - 1):
            shape, letters = shapes[token], ends[token] - starts[token]
            if shape == _CAPITALS:
                loud = 1
            elif words[token] and letters > _INITIAL and shape != _NUMBER and shape != _YEAR:
                quiet = 1
                if not capitals[token] and letters > _SMALL_WORD:
                    lower += in_names[hashes[token] >> 32 & last] != hashes[token]
        counts[article, 2] += lower
        counts[article, 3] += loud & (1 - quiet)


def count_sentences(
    sentences: memoryview, layout: memoryview, places: memoryview, marks: memoryview,
    verbs: memoryview, quotations: memoryview, quoting: int, attributing: int, needs: memoryview,
    forbids: memoryview, column: int, counts: memoryview,
) -> None:  # fmt: skip
    """Add how many sentences of each body hold what they need and nothing that is forbidden, each
    query in a column of its own from `column` on, and behind these all sentences.

    `marks` are the bits of a label: set in a sentence that holds such a finding, and the next
    higher ones in a sentence that holds two. `quoting` is set where words stand in quotation
    marks, wherever the marks themselves belong; `attributing` where something is attributed.
    """
    finding, verb, bound = 0, 0, 0
    for article in range(len(layout)):
        first, last = layout[article, _FIRST], layout[article, _LAST]
        counts[article, column + len(needs)] += last - first
        for sentence in range(first, last):
            begin, end = sentences[sentence], layout[article, _BODY_END]
            if sentence + 1 < last:
                end = sentences[sentence + 1]
            bits = 0
            while finding < len(places) and places[finding, _START] < end:
                if places[finding, _START] >= begin:
                    mark = marks[places[finding, _KIND]]
                    bits |= (bits & mark) << 1 | mark
                finding += 1
            while verb < len(verbs) and verbs[verb] < end:
                if verbs[verb] >= begin:
                    bits |= attributing
                verb += 1
            while bound < len(quotations) and quotations[bound] <= begin:
                bound += 1
            if bound & 1:
                bits |= quoting
            near = bound - 1 if bound & 1 else bound  # a quotation that begins with the sentence
            while near + 1 < len(quotations) and quotations[near] + 1 < end:
                if quotations[near] + 1 >= begin and quotations[near + 1] - quotations[near] > 1:
                    bits |= quoting
                near += 2
            for query in range(len(needs)):
                if bits & needs[query] == needs[query] and not bits & forbids[query]:
                    counts[article, column + query] += 1


def add_up(counts: memoryview, terms: memoryview, sums: memoryview) -> None:
    """Add columns of counts to columns of sums, as the pairs of columns in `terms` say."""
    for article in range(len(counts)):
        for term in range(len(terms)):
            sums[article, terms[term, 1]] += counts[article, terms[term, 0]]


def add_rows(places: memoryview, bounds: memoryview, columns: memoryview, sums: memoryview) -> None:
    """Add findings to the columns of sums that count their kind in their zone.

    Those of kind k and zone z stand in `columns` from the bound of 3 k + z on, up to the next one.
    """
    for row in range(len(places)):
        slot, article = 3 * places[row, _KIND] + places[row, _ZONE], places[row, _ARTICLE]
        for place in range(bounds[slot], bounds[slot + 1]):
            sums[article, columns[place]] += 1


def divide(
    sums: memoryview, usual: memoryview, weights: memoryview, units: memoryview,
    counts: memoryview, length: int, layout: memoryview, values: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write (counts + usual) / (of + weight), at least 1 below, of the counts and ofs in `sums`.

    By the unit of a column it is taken as it is (PLAIN), or over the length in column `length` of
    `counts` (RATE: a root of pieces, for the tenth cue adds little; 5 more words in 20, so that a
    note does not explode), or is 0 or 1 (FLAG), and nan without a title where OF_TITLE is added to
    its unit.
    """
    width = len(usual)
    for article in range(len(sums)):
        per = counts[article, length] / 20 + 5
        titled = layout[article, _BODY_START] - layout[article, _TITLE_START] > 1
        for column in range(width):
            unit, below = units[column], sums[article, width + column] + weights[column]
            value = (sums[article, column] + usual[column]) / (below if below > 1 else 1)
            if unit >= _OF_TITLE:
                unit -= _OF_TITLE
                value = value if titled else _NAN
            if unit == _RATE:
                value = math.sqrt(value / per)
            elif unit == _FLAG and value == value:
                value = 1.0 if value > 0 else 0.0
            values[article, column] = value


def count_speech(
    attributions: Sequence[Any], sources: dict[str, int], classes: memoryview, codes: memoryview,
    layout: memoryview, verbs: "memoryview[Any]", column: int, counts: memoryview,
) -> None:  # fmt: skip
    """Add the attributions of each body by verb and source, and write where all verbs stand.

    `sources` numbers the kinds of source, `classes` those of verbs by tape character, 0: any
    other verb. Those of a class stand in as many columns, the first of all in `column`.
    """
    article, last, kinds = 0, len(layout) - 1, len(sources)
    for number in range(len(attributions)):
        one = attributions[number]
        at = one.verb_start
        verbs[number] = at
        while article < last and at >= layout[article, _BODY_END]:
            article += 1
        if layout[article, _BODY_START] <= at < layout[article, _BODY_END]:
            source = sources[one.kind]
            counts[article, column + classes[codes[at]] * kinds + source] += 1
