"""Finds the headline that a text begins with: a first line that is no sentence of a paragraph."""

import re
from itertools import chain, islice, pairwise

from credscore.text.characters import visible
from credscore.text.page_lines import first_line_of_article, is_page_line
from credscore.text.toml_tables import WORDS

_BLOCKS = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")  # lines without a blank line between them
_LONGEST = 300  # the most characters of a headline
_MOST = 25  # the most words of a headline
_LEAST = 6  # the fewest words with a capital in a line that is set as a title
_PARAGRAPH = 10  # the fewest words of a paragraph
_MOST_LINES = 3  # the most lines of a headline
_NEAR = 4  # the first paragraph is one of the first blocks, behind bylines and dates
_STOP = re.compile(r"(?<![\w.])(\w*)\.[\"'”’)]*\s+\S")
_END = re.compile(r"(?<!\.)\.[ \t\"'”’]*\Z")
_ABBREVIATIONS = frozenset(" ".join(WORDS["abbreviations"].values()).split())
"""A full stop inside a line ends a sentence, but behind these and behind initials."""
_NAME = re.compile(
    r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|(?:de|la|of|the|van|von|al)(?=\s+[A-Z])))+"
)
_ITEM_NUMBER = re.compile(r"\A\d{1,2}[.)]\s+")
_CODE = frozenset("{}=<>_\\")  # marks of program text, which has no headline
_SMALL = frozenset(WORDS["small"].split())
_UNFINISHED = _SMALL.union(WORDS["unfinished"].split())


def worded(title: str | None) -> str | None:
    """A title that has a letter or a digit; any other, as of blanks or dashes, is missing.

    >>> worded("Ferry sinks"), worded(" \u200b "), worded("")
    ('Ferry sinks', None, None)
    """
    return title if title and any(map(str.isalnum, visible(title))) else None


def headline(text: str) -> tuple[int, int, int]:
    r"""The headline of a text without a title: its start, its end, and the start of the article.

    All three are offsets of characters; all are 0 if there is no headline. A headline ends without
    a full stop, or is set like a title: `The Old Mill Is Sold.` Only lines of a page
    (page_lines.py), such as `By Anna Holm`, may stand before it, or between it and the article. A
    paragraph must follow behind a blank line or a byline. It may also follow on the next line if
    the headline was broken early: the next word had room on its line, so no wrapping broke it
    there. A name of several words counts as one word.

    >>> lead = "The council of Lorwick met on Monday and voted for the new bridge at last."
    >>> headline(f"Council votes for bridge\n{lead}"), headline(lead)
    ((0, 25, 25), (0, 0, 0))
    >>> headline(f"Share\n\nCouncil votes for bridge\nBy Anna Holm\n\n{lead}")
    (7, 32, 46)
    """
    if not _breaks_early(text, 0):
        return 0, 0, 0
    start = first_line_of_article(text)
    end = _headline_end(text, start) if not start or _breaks_early(text, start) else 0
    return (start, end, first_line_of_article(text, end)) if end else (0, 0, 0)


def _breaks_early(text: str, start: int) -> bool:
    """Whether a line is short enough for a headline and no paragraph that ends with a stop."""
    line, broken, rest = text[start : start + 2 * _LONGEST].lstrip().partition("\n")
    if not broken or len(line) > _LONGEST:
        return False
    if rest.lstrip(" \t")[:1] != "\n" or _is_set_as_title(line):
        return True
    return line.rstrip(" \t\"'”’")[-1:] not in ",;:" and not _END.search(line)


def _headline_end(text: str, start: int) -> int:
    """The end of the headline that begins at `start`; 0 if none begins there."""
    blocks = _BLOCKS.finditer(text, start, start + 8 * _LONGEST)
    block = next(blocks)
    lines, following = _lines(block), list(map(_lines, islice(blocks, _NEAR - 1)))
    longest = max(map(len, chain(lines[1:], *following)), default=0)
    pairs = enumerate(pairwise(lines[: 1 + _MOST_LINES]), 1)
    count = next((number for number, pair in pairs if not _goes_on(*pair, longest)), len(lines))
    below = lines[count:]
    if count > 1 and below and not is_page_line(below[0]):
        return 0  # a list, or a paragraph
    if not (_is_headline(lines[:count]) and _begin_an_article([below, *following])):
        return 0
    end = block.start() if below else block.end()
    for _ in range(count if below else 0):
        end = text.index("\n", end) + 1
    return end


def _goes_on(line: str, after: str, longest: int) -> bool:
    """Whether a line and the next one are parts of one headline, or of one wrapped paragraph.

    They are if a line so long as the `longest` has no room for the next word.
    """
    if is_page_line(after):
        return False
    last, word = line.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    unfinished = line[-1] in ":,–-" or last in _UNFINISHED or len(line) + len(word) >= longest
    return unfinished or (word[0].islower() and not _is_paragraph(after))


def _lines(block: re.Match[str]) -> list[str]:
    """The lines of a block, without invisible characters."""
    return list(map(str.strip, visible(block[0]).strip().split("\n")))


def _is_headline(lines: list[str]) -> bool:
    text = "\n".join(lines)
    return (
        worded(text) is not None
        and len(text) <= _LONGEST
        and len(lines) <= _MOST_LINES
        and text.rstrip("\"'”’")[-1:] not in ",;:—–-"
        and text.rsplit(maxsplit=1)[-1] not in _UNFINISHED
        and _CODE.isdisjoint(text)
        and _words(text) <= _MOST
        and (not _has_stop(text) or _is_set_as_title(text))
    )


def _has_stop(text: str) -> bool:
    """Whether a sentence ends at the end of a line or inside it.

    Dots in a row end none, nor does the number of an item before the line.
    """
    return _END.search(text) is not None or any(
        not word[-1:].isupper() and word.lower() not in _ABBREVIATIONS
        for word in _STOP.findall(_ITEM_NUMBER.sub("", text))
    )


def _is_set_as_title(text: str) -> bool:
    """Whether a line has a capital at every word but small ones, not capitals throughout."""
    words = text.split()
    small = [word for word in words if word[0].islower()]
    enough = len(words) - len(small) >= _LEAST
    return enough and _SMALL.issuperset(small) and not text.isupper()


def _begin_an_article(blocks: list[list[str]]) -> bool:
    """Whether a block is a paragraph, and the first such does not go on from a line above.

    It goes on if it begins in lower case, and not all that follows is set so.
    """
    texts = list(map("\n".join, blocks))
    first = next(filter(_is_paragraph, texts), "")
    return bool(first) and (not first[0].islower() or "\n".join(texts).islower())


def _is_paragraph(text: str) -> bool:
    """Whether a text has enough words for a paragraph, most of them at its beginning."""
    return any(_words(passage) >= _PARAGRAPH for passage in (text[:_LONGEST], text))


def _words(text: str) -> int:
    return len(_NAME.sub("X", text).split())
