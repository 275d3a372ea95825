"""Finds asides: lines among the paragraphs of a story that are no part of it.

They are links to other articles, captions and credits of pictures, buttons of a page, and offers.
"""

import re
from collections.abc import Iterator

import numpy as np

from credscore.text import (
    BORDER,
    CAPITALS,
    PAGE_FORMS,
    PICTURE,
    Ints,
    Text,
    is_page_line,
    unseen_places,
    visible,
)

_LINK = re.compile(
    r"""\n(?<=[.!?…”"’)]\n)((?:[XN0Y,:;&$%"'“”‘’–—-]|(?<=X)w)+)(?=\n[^\n]{0,20}[wlegs])"""
)
"""The shapes of a line in capitals between paragraphs: a headline that leads to another article."""
_LINK_WORDS = 5  # the least number of words in capitals in such a line
_TEASER = re.compile(r"\n[^\w\n]{0,4}(\w{1,3})[:|](?![wlegs])[^\n]{2,60}(?=\n|\Z)")
"""The shapes of a paragraph that is a label and a headline: "Read more: Mayor denies it"."""
_LEADING = frozenset((
    "read", "see", "watch", "more", "also", "related", "next", "this", "now", "below", "on",
    "stories", "story", "article", "articles", "content", "contents", "coverage", "news", "video",
    "photos", "recommended", "trending",
))  # fmt: skip
"""Words in the label of a paragraph that leads to another article."""
_LONGEST_CAPTION = 75  # the most words of a caption's line, or tokens of its sentence
_CREDIT = PAGE_FORMS.pattern(PICTURE)
_NEAR = 1000  # characters to each side of a credit or an offer; its line is shorter
_BREAK, _GAP = re.compile(r"\n"), re.compile(r"\n[ \t]*\n")  # between lines, and paragraphs
_WIDEST = 100  # the widest line, in characters, of paragraphs that are broken into lines
_STOPS = ".,;:"  # marks behind brackets: the sentence goes on or ends
_GOING_ON = frozenset(_STOPS)
_LABELLED = PAGE_FORMS.pattern(r"\n({captions}[^\n\0]{0,500})(?=[\n\0]|\Z)")
_SHORT = re.compile(r"\n([^\n\0]{2,80}+)(?=[\n\0]|\Z)")
_ENDS = frozenset('.!?…"”’')  # a line with such an end is no page line
_STOPPED = frozenset('.!?…"”’)]')
"""The last character of a sentence before a credit."""
_BEFORE = frozenset('\n\0.!?…"”’]')
"""The last character of the line before a page line; wrapped lines of a paragraph end otherwise."""
_BLANKS = frozenset(" \t\xa0")
_PROMOTION_SIGNS = ("ommission", "nbox", "ewsletter")
"""Every promotion has one of these."""
_PROMOTION = PAGE_FORMS.pattern("{promotions}", flags=re.IGNORECASE)
_OFFER = 400  # the most characters of a promotion


def asides_of(text: Text) -> Iterator[tuple[int, int]]:
    """The first token of each aside, and the token behind its last one.

    >>> text = Text(["The bridge of Orr fell.\\n\\nThe bridge. (Photo by Anna Holm)\\n"], [None])
    >>> [text.source[text.starts[first]:text.ends[end - 1]] for first, end in asides_of(text)]
    ['The bridge. (Photo by Anna Holm)']
    """
    yield from _links(text)
    source, starts = visible(text.source), text.starts.astype(np.intp)
    starts -= unseen_places(text.source).searchsorted(starts)
    yield from _captions(text, source, starts)
    lines = [*_page_lines(source), *_promotions(source)]
    yield from map(tuple, starts.searchsorted(np.array(lines, np.intc).reshape(-1, 2)).tolist())


def _captions(text: Text, source: str, starts: Ints) -> Iterator[tuple[int, int]]:
    """Credits of pictures in brackets, with their line or the sentence before them.

    "(Image: Herald)" may also follow a sentence that is no caption; then it is the aside, alone.
    "(ISIS/ISIL)" inside a sentence is no credit.
    """
    for credit in _CREDIT().finditer(source):
        begin, stop = _line_around(source, *credit.span())
        before, behind = (
            source[begin : credit.start()].rstrip(),
            source[credit.end() : stop].strip(),
        )
        if behind[:1].islower() or (behind[:1] in _GOING_ON and before[-1:] not in _STOPPED):
            continue
        first, end = starts.searchsorted(credit.span()).tolist()
        if not behind.strip(_STOPS) and len(before.split()) <= _LONGEST_CAPTION:
            yield int(starts.searchsorted(begin)), end
        elif "/" in credit[0] and ":" not in credit[0]:
            shown, _ = text.sentence(first - 1)
            yield (shown if first - shown <= _LONGEST_CAPTION else first), end
        else:
            yield first, end


def _page_lines(source: str) -> Iterator[tuple[int, int]]:
    """Page lines, such as buttons, and lines that begin with the credit of a picture."""
    for line in _LABELLED().finditer(source):
        begin, end = line.span(1)
        if _is_apart(source, line.start()) and len(line[1].split()) <= _LONGEST_CAPTION:
            yield begin, max(end, _line_around(source, begin, end)[1])
    behind = 0
    for line in _SHORT.finditer(source):
        words = line[1].rstrip()
        beside = line.start() == behind or _is_apart(source, line.start())
        if beside and words[-1:] not in _ENDS and is_page_line(words):
            behind = line.end()
            yield line.span(1)


def _is_apart(source: str, place: int) -> bool:
    """Whether the line that ends at a place is empty, or ends like a sentence."""
    while source[place - 1] in _BLANKS:
        place -= 1
    return source[place - 1] in _BEFORE


def _promotions(source: str) -> Iterator[tuple[int, int]]:
    """Lines that ask readers to subscribe, or say that the page earns a commission."""
    for promise in _PROMOTION_SIGNS:
        end = 0
        while (place := source.find(promise, end)) >= 0:
            begin, end = _line_around(source, place, place)
            line = " ".join(source[begin:end].split())
            if len(line) <= _OFFER and _PROMOTION().fullmatch(line):
                yield begin, end


def _line_around(source: str, start: int, end: int) -> tuple[int, int]:
    """Where the line around a place begins and ends, at most _NEAR characters away.

    If no line nearby is wide and gaps stand between paragraphs, paragraphs were broken into lines.
    Then it is the whole paragraph.
    """
    before = source[max(0, start - _NEAR) : start].rpartition(BORDER)[2]
    behind = source[end : end + _NEAR].partition(BORDER)[0]
    around = before + source[start:end] + behind
    is_broken = _GAP.search(around) and max(map(len, around.split("\n"))) <= _WIDEST
    border = _GAP if is_broken else _BREAK
    begin = max((gap.end() for gap in border.finditer(before)), default=0)
    stop = border.search(behind)
    return start - len(before) + begin, end + (stop.start() if stop else len(behind))


def _links(text: Text) -> Iterator[tuple[int, int]]:
    source, starts = text.source, text.starts.data
    for link in _LINK.finditer(text.shapes):
        first, end = link.span(1)
        beside = source[starts[first - 1]], source[starts[end]]
        if link[1].count(CAPITALS) >= _LINK_WORDS and BORDER not in beside:
            yield first, end
    for teaser in _TEASER.finditer(text.shapes):
        first, end = starts[teaser.start(1)], starts[teaser.end(1)]
        label = visible(source[first:end]).casefold().split()
        if _LEADING.issuperset(label) and source[starts[teaser.start()]] != BORDER:
            yield teaser.start() + 1, teaser.end()
