"""Recognises lines of a page that are no part of its article: bylines, dates, buttons, credits."""

import re

from credscore.text.characters import visible, without_accents
from credscore.text.toml_tables import PAGE_FORMS

_PAGE_LINE = PAGE_FORMS.pattern("{page_lines}", flags=re.IGNORECASE)
PICTURE = r"\((?!See\b)(?={credited})[^()]{4,120}\)"
"""Whose a picture is, behind what it shows: "(Photo by Anna Holm)", "(Anna Holm/Herald)"."""
_DATE = PAGE_FORMS.pattern("{date_words}", flags=re.IGNORECASE)
_PARTS = re.compile(" [|•·–—] ")
_MONEY = frozenset("$€£¥%")  # a line with a sum of money belongs to the article
LEAST_ARTICLE = 150  # the fewest characters of an article
_FEW = 4  # the most words beside the date of a line: a name, a section
_LONGEST = 120  # the most visible characters of a page line
_MOST_LINES = 30  # the most page lines before an article
_NOTE = PAGE_FORMS.pattern("{note_lead}(?:{notes_before}|{changes})", r"\s", flags=re.IGNORECASE)
_RETRACTS = re.compile(r"\b(?:debunk|fake|false|hoax|parod|retract|satir|untrue)", re.IGNORECASE)
_SIGNS = PAGE_FORMS.signs["notes_before"]
_LONGEST_NOTE = 500  # the most characters of a note on what was changed
_OPENS = 40  # the sign of a note stands in its first characters


def is_page_line(line: str) -> bool:
    """Whether a line is a byline, a date or a credit, or holds only words of a page's buttons.

    >>> [is_page_line(line) for line in ("By Anna Holm", "Updated 3 May 2024, 10:15", "Read more")]
    [True, True, True]
    >>> is_page_line("By the river: a town in 1912"), is_page_line("May shares news of a deal")
    (False, False)
    """
    if not line.isascii():
        line = without_accents(visible(line[: 8 * _LONGEST]))
    line = " ".join(line.split())
    if not line or len(line) > _LONGEST:
        return False
    if _PAGE_LINE().fullmatch(line):
        return any(map(str.isalnum, line)) and _MONEY.isdisjoint(line)
    parts = _PARTS.split(line)
    if len(parts) == 1:
        return False
    others = [piece for piece in parts if not _DATE().fullmatch(piece)]
    return len(others) < len(parts) and all(len(piece.split()) <= _FEW for piece in others)


def is_revision(line: str) -> bool:
    """Whether a paragraph tells what was changed in the article, but not that the article is false.

    >>> is_revision("Correction: An earlier version of this story gave the wrong year.")
    True
    >>> is_revision("Correction: this story is a hoax."), is_revision("Update: the bridge is shut.")
    (False, False)
    """
    if len(line) > _LONGEST_NOTE or not any(map(line[:_OPENS].__contains__, _SIGNS)):
        return False
    return bool(_NOTE().match(line)) and not _RETRACTS.search(line)


def first_line_of_article(text: str, start: int = 0) -> int:
    """The offset of the first line of the article from `start` on; `start` if there is none.

    Empty lines, page lines and notes on what was changed do not belong to the article.

    >>> first_line_of_article("Share\\n\\nCouncil votes for bridge\\n")
    7
    """
    begin = start
    for _ in range(_MOST_LINES):
        end = text.find("\n", begin)
        line = text[begin : end if end >= 0 else len(text)]
        seen = visible(line[: 8 * _LONGEST]).strip()
        if seen and not (is_page_line(seen) or is_revision(seen)):
            return begin
        if end < 0:
            break
        begin = end + 1
    return start
