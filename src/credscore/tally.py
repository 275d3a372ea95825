# cython: wraparound=False
"""One pass over the tokens of some articles: how many of each class stand where.

Plain loops over flat arrays, compiled where that can be (tally.pxd). Positions are token indexes,
in text order.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

TITLE, LEAD, REST = range(3)
"""The zones of an article."""
LEAD_SENTENCES = 3
"""The lead is this many first sentences of the body."""
FIRST_CLASS = 3
"""Of the counts of a title or body the first are words, capitalised words and words of its length;
then come those of the classes."""

_TITLE, _LEAD, _REST = TITLE, LEAD, REST
_LEAD_SENTENCES = LEAD_SENTENCES
_FIRST_CLASS = FIRST_CLASS
PLAIN, RATE, FLAG, OF_TITLE = 0, 1, 2, 4
"""What becomes of a number of divide."""
_RATE, _FLAG, _OF_TITLE, _NAN = RATE, FLAG, OF_TITLE, float("nan")
_FULL_STOP = ord(".")


def find_leads(
    sentences: memoryview, body_starts: memoryview, body_ends: memoryview, first: memoryview,
    last: memoryview, lead_ends: memoryview,
) -> None:  # fmt: skip
    """Write the first and the end of each body's sentences, and the token after its lead."""
    sentence, count = 0, len(sentences)
    for article in range(len(body_starts)):
        while sentence < count and sentences[sentence] < body_starts[article]:
            sentence += 1
        first[article] = sentence
        while sentence < count and sentences[sentence] < body_ends[article]:
            sentence += 1
        last[article] = sentence
        lead = first[article] + _LEAD_SENTENCES
        lead_ends[article] = sentences[lead] if lead < sentence else body_ends[article]


def measure_bodies(
    words: memoryview, quotations: memoryview, starts: memoryview, ends: memoryview,
    counts: memoryview,
) -> None:  # fmt: skip
    """Add the words of each body, and its tokens that stand in quotation marks."""
    bound, bounds = 0, len(quotations)
    for article in range(len(starts)):
        begin, end, count = starts[article], ends[article], 0
        for token in range(begin, end):
            count += words[token]
        counts[0, article] += count
        while bound < bounds and quotations[bound] < end:
            if quotations[bound] >= begin:
                counts[1, article] += quotations[bound + 1] - quotations[bound]
            bound += 2


def place_rows(
    rows: Sequence[Any], numbers: Mapping[str, Mapping[str, int]], title_starts: memoryview,
    body_starts: memoryview,
    lead_ends: memoryview, quotations: memoryview, starts: memoryview, ends: memoryview,
    kinds: memoryview, articles: memoryview, zones: memoryview, quoted: memoryview,
) -> None:  # fmt: skip
    """Write of each finding its tokens, the number of its label, its article and zone, and whether
    it stands in a quotation. `quotations` are starts and ends by turns."""
    article, last, bound, bounds = 0, len(title_starts) - 1, 0, len(quotations)
    for row in range(len(rows)):
        finding = rows[row]
        start = finding.start
        starts[row], ends[row] = start, finding.end
        kinds[row] = numbers[finding.signal][finding.kind]
        while article < last and start >= title_starts[article + 1]:
            article += 1
        articles[row] = article
        if start < body_starts[article]:
            zones[row] = _TITLE
        else:
            zones[row] = _LEAD if start < lead_ends[article] else _REST
        while bound < bounds and quotations[bound] <= start:
            bound += 1
        quoted[row] = bound & 1


def count_tokens(
    marks: memoryview, classes: memoryview, shapes: memoryview, codes: memoryview,
    words: memoryview, capitals: memoryview, hashes: memoryview, in_names: memoryview,
    sentences: memoryview, title_starts: memoryview, body_starts: memoryview,
    body_ends: memoryview, width: int, counts: memoryview,
) -> None:  # fmt: skip
    """Add the counts of every title and, `width` columns behind them, of every body.

    `marks` has the class of every shape, `classes` that of every tape character; 0 for none. The
    first class is counted in column FIRST_CLASS.

    In a length, neighbours with capitals are one name, with what may stand inside: the words of
    `in_names` (their hashes, each in the slot that forms.py tells), the full stops of initials
    and titles. So a name has no length.
    """
    sentence, sentence_count, last = 0, len(sentences), len(in_names) - 1
    for part in range(2 * len(title_starts)):
        article, column = part >> 1, 0
        begin, end = title_starts[article], body_starts[article] - 1
        if part & 1:
            begin, end, column = body_starts[article], body_ends[article], width
        name, capital, word_count, capital_count, length = 0, 0, 0, 0, 0
        for token in range(begin, end):
            while sentence < sentence_count and sentences[sentence] <= token:
                name = 0
                sentence += 1
            number = marks[shapes[token]]
            if number:
                counts[article, column + _FIRST_CLASS - 1 + number] += 1
            number = classes[codes[token]]
            if number:
                counts[article, column + _FIRST_CLASS - 1 + number] += 1
            if words[token]:
                capital = capitals[token]
                word_count += 1
                capital_count += capital
                if in_names[hashes[token] >> 32 & last] != hashes[token]:
                    length += 1 - (name & capital)
                    name = capital
            elif shapes[token] != _FULL_STOP:
                name = 0
        counts[article, column] += word_count
        counts[article, column + 1] += capital_count
        counts[article, column + 2] += length


def count_sentences(
    sentences: memoryview, body_ends: memoryview, first: memoryview, last: memoryview,
    starts: memoryview, kinds: memoryview, marks: memoryview, verbs: memoryview,
    quotations: memoryview, quoting: int, attributing: int, needs: memoryview,
    forbids: memoryview, counts: memoryview,
) -> None:  # fmt: skip
    """Add how many sentences of each body hold what they need and nothing that is forbidden.

    `marks` are the bits of a label: set in a sentence that holds such a finding, and the next
    higher ones in a sentence that holds two. `quoting` is set where words stand in quotation
    marks, wherever the marks themselves belong; `attributing` where something is attributed.
    `counts` has the shape (articles, needs).
    """
    finding, verb, bound = 0, 0, 0
    for article in range(len(body_ends)):
        for sentence in range(first[article], last[article]):
            begin, end = sentences[sentence], body_ends[article]
            if sentence + 1 < last[article]:
                end = sentences[sentence + 1]
            bits = 0
            while finding < len(starts) and starts[finding] < end:
                if starts[finding] >= begin:
                    mark = marks[kinds[finding]]
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
                    counts[article, query] += 1


def add_up(counts: memoryview, terms: memoryview, sums: memoryview) -> None:
    """Add columns of counts to columns of sums, as the pairs of columns in `terms` say."""
    for article in range(len(counts)):
        for term in range(len(terms)):
            sums[article, terms[term, 1]] += counts[article, terms[term, 0]]


def add_rows(
    kinds: memoryview, zones: memoryview, articles: memoryview, bounds: memoryview,
    columns: memoryview, sums: memoryview,
) -> None:  # fmt: skip
    """Add findings to the columns of sums that count their kind in their zone.

    Those of kind k and zone z stand in `columns` from the bound of 3 k + z on, up to the next one.
    """
    for row in range(len(kinds)):
        slot, article = 3 * kinds[row] + zones[row], articles[row]
        for place in range(bounds[slot], bounds[slot + 1]):
            sums[article, columns[place]] += 1


def divide(
    sums: memoryview, usual: memoryview, weights: memoryview, units: memoryview,
    lengths: memoryview, titled: memoryview, values: "memoryview[Any]",
) -> None:  # fmt: skip
    """Write (counts + usual) / (of + weight), at least 1 below, of the counts and ofs in `sums`.

    By the unit of a column it is taken as it is (PLAIN), or over a length (RATE: a root of pieces,
    for the tenth cue adds little; 5 more words in 20, so that a note does not explode), or is
    0 or 1 (FLAG), and nan without a title where OF_TITLE is added to its unit.
    """
    width = len(usual)
    for article in range(len(sums)):
        per = lengths[article] / 20 + 5
        for column in range(width):
            unit, below = units[column], sums[article, width + column] + weights[column]
            value = (sums[article, column] + usual[column]) / (below if below > 1 else 1)
            if unit >= _OF_TITLE:
                unit -= _OF_TITLE
                value = value if titled[article] else _NAN
            if unit == _RATE:
                value = math.sqrt(value / per)
            elif unit == _FLAG and value == value:
                value = 1.0 if value > 0 else 0.0
            values[article, column] = value


def count_speech(
    attributions: Sequence[Any], sources: dict[str, int], classes: memoryview, codes: memoryview,
    body_starts: memoryview, body_ends: memoryview, verbs: memoryview, counts: memoryview,
) -> None:  # fmt: skip
    """Add the attributions of each body by verb and source, and write where all verbs stand.

    `sources` numbers the kinds of source, `classes` those of verbs by tape character, 0: any
    other verb. `counts` has the shape (articles, classes * sources).
    """
    article, last, kinds = 0, len(body_ends) - 1, len(sources)
    for number in range(len(attributions)):
        one = attributions[number]
        at = one.verb_start
        verbs[number] = at
        while article < last and at >= body_ends[article]:
            article += 1
        if body_starts[article] <= at < body_ends[article]:
            source = sources[one.kind]
            counts[article, classes[codes[at]] * kinds + source] += 1


def count_known(
    known: memoryview, codes: memoryview, words: memoryview, starts: memoryview, ends: memoryview,
    most: int, counts: memoryview,
) -> None:  # fmt: skip
    """Add the words from each start to its end, at `most` so many tokens, and those whose tape
    character is known."""
    for article in range(len(starts)):
        word_count, known_count = 0, 0
        for token in range(starts[article], min(ends[article], starts[article] + most)):
            word_count += words[token]
            known_count += known[codes[token]]
        counts[0, article] += word_count
        counts[1, article] += known_count
