"""Whether a text begins with its headline: a first line that is no sentence of a paragraph."""

import re
from itertools import islice

from credscore.text.characters import UNSEEN
from credscore.text.page_lines import first_line_of_article, is_page_line

_BLOCKS = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
"""Lines without a blank line between them."""
_BREAK = re.compile(r"(?![^\n]{0,300}[.,;:][\"'”’]*[ \t]*\n[ \t]*\n)\s{0,300}[^\s][^\n]{0,300}+\n")
"""A first line that is short enough to be a headline, and no paragraph with a full stop."""
_LONGEST = 300  # characters of the longest headline
_MOST = 25  # words of the longest headline
_PARAGRAPH = 10  # words of the shortest paragraph
_MOST_LINES = 3  # lines of the longest headline
_NEAR = 4  # blocks among which the first paragraph stands; bylines and dates stand before it
_GOES_ON = re.compile(r"(?<![A-Z])(?<!Mr)(?<!rs)(?<!Dr)(?<!St)(?<!vs)\.[\"'”’)]*\s+\S")
"""A sentence that ends inside a line; initials and titles of persons end none."""
_NAME = re.compile(
    r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|(?:de|la|of|the|van|von|al)(?=\s+[A-Z])))+"
)
_CODE = frozenset("{}[]=<>_\\")
"""Marks of program text, which has no headline."""
UNFINISHED = frozenset({
    "a", "an", "and", "as", "at", "because", "been", "but", "by", "for", "from", "had", "has",
    "his", "if", "in", "into", "its", "my", "nor", "of", "on", "or", "our", "than", "the", "their",
    "these", "those", "to", "was", "were", "which", "whose", "with", "would", "your",
})  # fmt: skip
"""Words behind which a sentence goes on: no line that ends with one is whole."""


def headline(text: str) -> tuple[int, int, int]:
    r"""Where the headline of a text without a title begins and ends, and where its article does.

    All are 0 if there is no headline. A headline is one sentence without a full stop. Only lines of
    a page stand before it (`By Anna Holm`, page_lines.py), and between it and its article. A
    paragraph follows it behind a blank line, with a byline before it or not, or right below if the
    line was broken early: the next word had room on it, so that no paragraph was wrapped there. A
    name of several words counts as one.

    >>> lead = "The council of Lorwick met on Monday and voted for the new bridge at last."
    >>> headline(f"Council votes for bridge\n{lead}"), headline(lead)
    ((0, 25, 25), (0, 0, 0))
    >>> headline(f"Share\n\nCouncil votes for bridge\nBy Anna Holm\n\n{lead}")
    (7, 32, 46)
    """
    if not _BREAK.match(text):
        return 0, 0, 0
    start = first_line_of_article(text)
    end = _headline_end(text[start:]) if start else _headline_end(text)
    if not end:
        return 0, 0, 0
    end += start
    return start, end, first_line_of_article(text, end)


def _headline_end(text: str) -> int:
    if not _BREAK.match(text):
        return 0
    blocks = _BLOCKS.finditer(text, 0, 8 * _LONGEST)
    block = next(blocks)
    first = _lines(block)
    above = first.split("\n")[: 1 + _MOST_LINES]
    if pages := [number for number, line in enumerate(above) if is_page_line(line)]:
        return _end_before(text, block, pages[0], list(map(_lines, islice(blocks, _NEAR - 1))))
    is_headline = _is_headline(first)
    if not is_headline and "\n" not in first:
        return 0
    following = list(map(_lines, islice(blocks, _NEAR - 1)))
    if is_headline and _begin_an_article(following):
        return block.end()
    line, _, below = first.partition("\n")
    if not below or not _is_headline(line) or not _begin_an_article([below, *following]):
        return 0
    longest = max(map(len, "\n".join([below, *following]).split("\n")))
    room = len(line) + len(below.split(maxsplit=1)[0]) < longest
    return text.index("\n", block.start()) + 1 if room else 0


def _end_before(text: str, block: re.Match[str], count: int, following: list[str]) -> int:
    """Where a headline of the first lines of a block ends, before a line of a page; 0 for none."""
    lines = _lines(block).split("\n")
    below = "\n".join(lines[count + 1 :])
    if not count or not _is_headline("\n".join(lines[:count])):
        return 0
    if not _begin_an_article([*filter(None, [below]), *following]):
        return 0
    end = block.start()
    for _ in range(count):
        end = text.index("\n", end) + 1
    return end


def _lines(block: re.Match[str]) -> str:
    """The lines of a block, without what nobody sees."""
    return "\n".join(map(str.strip, UNSEEN.sub("", block[0]).strip().split("\n")))


def _is_headline(text: str) -> bool:
    ending = text.rstrip("\"'”’")[-1:]
    return (
        len(text) <= _LONGEST
        and text.count("\n") < _MOST_LINES
        and ending not in ".,;:—–-"
        and text.rsplit(maxsplit=1)[-1] not in UNFINISHED
        and _CODE.isdisjoint(text)
        and _words(text) <= _MOST
        and not _GOES_ON.search(text)
    )


def _begin_an_article(blocks: list[str]) -> bool:
    first = next((block for block in blocks if _words(block) >= _PARAGRAPH), "a")
    return not first[0].islower()


def _words(text: str) -> int:
    return len(_NAME.sub("X", text).split())
