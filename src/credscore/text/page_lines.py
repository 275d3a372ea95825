"""Lines of a page that are no part of its article: bylines, dates, buttons, credits of pictures."""

import re

from credscore.text.characters import visible, without_accents
from credscore.text.revisions import is_revision
from credscore.text.toml_tables import WORDS

MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_TIME = (
    r"\d{1,4}(?:st|nd|rd|th|[ap]m)?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|a\.?m\.?|p\.?m\.?|noon|gmt|utc|b?e?st|"
    r"[ecmp][sd]?t|cest|(?-i:[A-Z]{1,3}T)|ago|hours?|hrs?|minutes?|mins?|days?|weeks?|read|"
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|"
    rf"(?:{MONTH})|january|february|march|april|august|september|october|november|december"
)
_LABEL = "first|last|originally|published|posted|updated|modified|created|date|on|at|in|of|the|and"
DATED = rf"(?=\D*\d)(?:(?:{_LABEL}|{_TIME})(?![^\W_])|[\W_])++"
"""A line of dates and times alone, with a word for what was done then. What is read once is not
read in another way (++), so that no line takes long: here longer words stand before shorter ones.
"""
_BUTTONS = (
    r"(?:(?:\d[\d,.]*k?|share this(?: article| story| page)?|(?:share|tweet|pin) (?:it|on \w+)|"
    r"shares?|tweets?|print|e-?mail|save|comments?|leave a comment|read more|read next|follow us|"
    r"subscribe|sign (?:in|up)|log in|menu|search|advertisements?|sponsored|"
    r"skip to (?:main )?content|listen(?: to this article)?|watch|copy link|facebook|twitter|"
    r"whatsapp|linkedin|reddit|home|news|add to list|bookmark|more|top stories|related)"
    r"(?![^\W_])|[\W_])++"
)
_TRAIL = r"(?:\w+(?: \w+){0,2}\s*[>»›]\s*)+\w+(?: \w+){0,4}"
"""Where a page stands: "Home > News > Local"."""
BEFORE_NAMES = "|".join(WORDS["name_beginnings"].split())
_WORD = rf"(?:(?:{BEFORE_NAMES}|do)\s+)*(?:[a-z]{{1,4}}[-'’]?)?[A-Z][\w.'’-]*"
_NAME = rf"{_WORD}(?:\s+{_WORD}){{1,3}}"
_BYLINE = (
    rf"(?:by|written by|reported by|reporting by|story by|words by):?\s+(?-i:{_NAME})"
    rf"(?:\s*(?:,|&|\band\b)\s*(?-i:{_NAME}))*"
    r"(?:(?:\s*[,|/•·–—(-]\s*(?-i:[a-z]|[A-Z][\w.]*\s)|\s+(?:for|of|in)\s).{0,60}"
    r"(?<!(?-i:[a-z])[.!?]))?"
)
_CREDIT = (
    r"(?:photo|photograph|image|picture|video)s?(?:\s+(?:credit|courtesy)\b.{1,80}|"
    rf"(?:\s+by|\s*:)\s+(?-i:{_NAME})(?:\s*[/,|(].{{0,60}})?)"
    r"|(?:image zoom |enlarge\b.{0,30} )?(?-i:[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}\s?/\s?"
    r"[A-Z][\w.]*(?:\s(?:Images|Photos?|News))?(?:\s(?:via|through)\s[A-Z].{1,40})?)"
)
_PAGE_LINE = re.compile("|".join((DATED, _BUTTONS, _TRAIL, _BYLINE, _CREDIT)), re.IGNORECASE)
_DATE = re.compile(DATED, re.IGNORECASE)
_PARTS = re.compile(" [|•·–—] ")
_MONEY = frozenset("$€£¥%")  # a line of a sum tells something
LEAST_ARTICLE = 150  # characters of an article, at least
_FEW = 4  # words of a part of a line, at most, whose other part is a date: a name, a section
_LONGEST = 120  # characters of the longest of these lines, of those that are seen
_MOST_LINES = 30  # lines of a page, at most, before its article


def is_page_line(line: str) -> bool:
    """Whether a line is a byline, a date, a credit, or has nothing but words of a page's buttons.

    >>> [is_page_line(line) for line in ("By Anna Holm", "Updated 3 May 2024, 10:15", "Read more")]
    [True, True, True]
    >>> is_page_line("By the river: a town in 1912"), is_page_line("May shares news of a deal")
    (False, False)
    """
    line = " ".join(visible(line[: 8 * _LONGEST]).split())
    if not line or len(line) > _LONGEST:
        return False
    line = without_accents(line)
    if _PAGE_LINE.fullmatch(line):
        return any(map(str.isalnum, line)) and _MONEY.isdisjoint(line)
    parts = _PARTS.split(line)
    if len(parts) == 1:
        return False
    others = [part for part in parts if not _DATE.fullmatch(part)]
    return len(others) < len(parts) and all(len(part.split()) <= _FEW for part in others)


def first_line_of_article(text: str, start: int = 0) -> int:
    """Where the first line from `start` on begins that is no line of a page, nor empty; or `start`.

    Nor is a note on what was changed in the article.

    >>> first_line_of_article("Share\\n\\nCouncil votes for bridge\\n")
    7
    """
    begin = start
    for _ in range(_MOST_LINES):
        end = text.find("\n", begin)
        line = text[begin : end if end >= 0 else len(text)]
        seen = visible(line[: 8 * _LONGEST]).strip()
        if seen and not (is_page_line(line) or is_revision(seen)):
            return begin
        if end < 0:
            break
        begin = end + 1
    return start
