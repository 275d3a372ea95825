"""What stands around an article on its page: bylines, dates, captions, datelines, small print."""

import re
from itertools import islice

from credscore.text.characters import visible


def _form(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which a blank stands for any space inside a line."""
    return re.compile(pattern.replace(" ?", r"[^\S\n]*").replace(" ", r"[^\S\n]+"), flags)


_MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_TIME = (
    r"\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|a\.?m\.?|p\.?m\.?|noon|gmt|utc|b?e?st|"
    r"[ecmp][sd]?t|cest|(?-i:[A-Z]{1,3}T)|ago|hours?|hrs?|minutes?|mins?|days?|weeks?|read|"
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|"
    rf"(?:{_MONTH})|january|february|march|april|august|september|october|november|december"
)
_LABEL = "first|last|originally|published|posted|updated|modified|created|date|on|at|in|of|the|and"
_DATED = re.compile(rf"(?=.*\d)(?:(?:{_LABEL}|{_TIME})(?![^\W_])|[\W_])++", re.IGNORECASE)
"""A line of dates and times alone, with a word for what was done then. What is read once is not
read in another way (++), so that no line takes long: here longer words stand before shorter ones.
"""
_BUTTONS = re.compile(
    r"(?:(?:\d[\d,.]*k?|share this(?: article| story| page)?|(?:share|tweet|pin) (?:it|on \w+)|"
    r"shares?|tweets?|print|e-?mail|save|comments?|leave a comment|read more|read next|follow us|"
    r"subscribe|sign (?:in|up)|log in|menu|search|advertisements?|sponsored|"
    r"skip to (?:main )?content|listen(?: to this article)?|watch|copy link|facebook|twitter|"
    r"whatsapp|linkedin|reddit|home|news|add to list|bookmark|more|top stories|related)"
    r"(?![^\W_])|[\W_])++",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:\w+(?: \w+){0,2}\s*[>»›]\s*)+\w+(?: \w+){0,4}")
"""Where a page stands: "Home > News > Local"."""
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:(?:de|la|van|von|der|al|bin)\s+)*[A-Z][\w.'’-]*){1,3}"
_BYLINE = re.compile(
    rf"(?:by|written by|reported by|reporting by|story by|words by):?\s+(?-i:{_NAME})"
    rf"(?:\s*(?:,|&|\band\b)\s*(?-i:{_NAME}))*"
    r"(?:(?:\s*[,|/•·–—(-]\s*(?-i:[a-z]|[A-Z][\w.]*\s)|\s+(?:for|of|in)\s).{0,60}"
    r"(?<!(?-i:[a-z])[.!?]))?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:photo|photograph|image|picture|video)s?(?:\s+(?:credit|courtesy)\b.{1,80}|"
    rf"(?:\s+by|\s*:)\s+(?-i:{_NAME})(?:\s*[/,|(].{{0,60}})?)"
    r"|(?:image zoom |enlarge\b.{0,30} )?(?-i:[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}\s?/\s?"
    r"[A-Z][\w.]*(?:\s(?:Images|Photos?|News))?(?:\s(?:via|through)\s[A-Z].{1,40})?)",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][A-Z.'’]+(?:(?: |-)[A-Z][A-Z.'’]+){0,3}"
_PLACES = rf"{_PLACE}(?: ?(?:/|&|and) ?{_PLACE}){{0,3}}\.?"
_REGION = r"(?: ?, ?[\w.'’/\x20\xa0\t]{1,30}){0,3}"  # and a date
_AGENCY = r" ?(?:\( ?(?:[A-Z][^()\n]{1,30}|[a-z]{3})\)|/ ?[\w.\x20\xa0\t-]{2,30} ?/)"
_DASH = r"\s*(?:(?:--?|_)(?=\s)|[–—]+)\s*(?:--?\s+)?"
_HALF = r"(?: ?[AaPp]\.?[Mm]\b\.?)"
_ZONE = r"(?: [A-Z]{2,4}\b)?"
_STAMP = (
    rf"(?:\d{{1,2}}(?::\d\d{_HALF}?|{_HALF}){_ZONE} ?(?:--?|[–—:|])?"
    rf"|\d{{1,2}}\.\d\d{_HALF}?{_ZONE} ?(?:--?|[–—:|]))\s+"
)
_OF_AGENCY = rf"(?:{_PLACES}{_REGION}|[A-Z][\w.,'’\x20\xa0\t-]{{1,50}} |){_AGENCY}{_DASH}"
_OF_PLACE = rf"{_PLACES}{_REGION}{_DASH}"
_STORY = r"(?=[A-Z0-9\"“‘'])"
_DATELINE = _form(rf"(?:{_OF_AGENCY}|{_OF_PLACE}|A:\s+|{_STAMP}){_STORY}")
"""Where and when a sentence was written, or an answer's label: "HARROW, June 3 - ", "13:55 - "."""
_OPENING = _form(
    rf"\s*(?:By (?:[A-Z][\w.'’-]*,? |and ){{2,8}}?)?(?:{_OF_AGENCY}|{_OF_PLACE}|{_STAMP}"
    rf"|{_PLACE}(?:, [\w.\x20\xa0\t]{{1,40}})?:\s+(?![\"“‘'])"
    rf"|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}, [A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}}\s{_DASH}"
    rf"|\(?(?i:{_MONTH})[a-z]*\.? \d{{1,2}},? \d{{4}}\)?{_DASH}"
    rf"|(?i:updated?)\b[^\n:–—]{{0,20}}(?::\d\d)?[^\n:–—]{{0,30}}(?::\s+|{_DASH})){_STORY}"
)
"""What stands before the first sentence only: a byline too, a label, "Harrow, Ohio - "."""
_FURTHER = _form(
    rf"[\n.!?)\"”](?:(?<=\n)\s*\n\s*|(?:(?<=\n)|\s+)(?={_OF_AGENCY}))"
    rf"(?:{_OF_AGENCY}|{_OF_PLACE}){_STORY}"
)
_SIGNS = ("–", "—", "_", "--", "- ", "-\n", "-\t", "-\xa0")  # one stands in each dateline
_HEAD = 600  # characters in which a dateline may stand behind a headline, a caption, buttons
_PICTURE = re.compile(
    r"\((?=[^()\n]*(?:\b(?i:photo(?:graph)?s?|picture|image|illustration|screenshot|handout)\b|"
    r"[A-Za-z.]{2}\s*/\s*(?:[A-Z]{2,4}\b|[A-Z][a-z])|\bvia\s+[A-Z]|[A-Z]{2,4}\s+[Vv]ideo))"
    r"[^()\n]{4,120}\)(\s*+)(?![-‐‑–—])"
)
"""Whose a picture is, behind what it shows: "(Photo by Anna Holm)", "(Anna Holm/Herald)"."""
_CAPTION, _CAPTIONS = 75, 1500  # words of what one picture shows, characters of all, at most
_ENDS = ".!?…\"”’'"  # of a caption
_ARTICLE = 150  # characters behind them, at least
_ACCENTED = re.compile("[\u00c0-\u1fff]")  # letters, or accents apart from their letters
_LINE = re.compile(r"\s*([^\n]{1,120})\n\s*")
_PARTS = re.compile(r"\s+[|•·–—]\s+")
_NOTICE = re.compile(
    r"(?:\n|[.!?…\"”’)]\s)\s{0,20}(?:(?:copyright\s*)?(?:©|(?P<item>\(c\)))"
    r"(?=(?:\s*\S+\s){0,12}?\s*\S*(?:(?:19|20)\d\d|reserved))|"
    r"copyright\s+(?:19|20)\d\d,?\s+(?:by\s+)?(?-i:[A-Z])|all\s+rights\s+reserved\b)"
    r"(?:[^\n]|(?<![.!?])\n(?!\s*\n))*\s{0,20}\Z",
    re.IGNORECASE,
)
"""Whose a text is, at its end: "© 2024 Lorwick Herald. All rights reserved."."""
_LINE_END = r"\n(?!\s*\n)"  # no empty line
_SAID = rf"(?:[^\n.!?]|{_LINE_END}|[.!?](?![\"”’')]*\s))"  # no end of a sentence
_CREDITS = re.compile(
    r"(?:\n|[.!?…\"”’)_]\s)[\W_]{0,20}(?:"
    rf"(?:with\s+|additional\s+){{0,2}}(?:reporting|writing|editing)\s+by\s+(?-i:[A-Z])"
    rf"(?:[^\n]|{_LINE_END}){{0,400}}|"
    rf"(?-i:[A-Z]){_SAID}{{2,200}}\bcontribut(?:ed|ing)\s+(?:to\s+th(?:is|e)\s+(?:report|stor|article)"
    rf"|reporting){_SAID}{{0,80}}|our\s+standards:\s+{_SAID}{{0,80}}|"
    rf"published\s+(?:in|on|by)\s+(?-i:[A-Z]){_SAID}{{0,60}}\d{{4}}|"
    rf"(?:follow|contact|e-?mail|send)\s+{_SAID}{{2,160}}@{_SAID}{{2,160}}|"
    rf"(?:sign\s+up|subscribe)\s+(?:for|to|here|now){_SAID}{{0,160}}|"
    rf"this\s+(?:story|article|post|report)\s+(?:was\s+|has\s+(?:since\s+)?been\s+)?(?:originally\s+|first\s+)?"
    rf"(?:appeared|published|corrected|updated|refiled){_SAID}{{0,160}})[.!)\]]{{0,2}}\s*\Z",
    re.IGNORECASE,
)
"""Who worked on a text, where it appeared, whom to follow: "(Editing by Anna Holm)"."""
_TOLD = re.compile(r"\b(?:said|says|told|denie[sd]|show(?:s|ed)|prove[sd]|false)\b", re.I)
"""Words of a story: no small print has them."""
_DONE = (
    "eporting", "diting", "riting", "ontributed", "ontributing", "tandards:", "ublished", "@",
    "Sign", "ubscribe", "ppeared", "pdated", "orrected", "efiled",
)  # fmt: skip
_LAST = 300  # characters at the end in which one of these stands
_OWNED = ("©", "(c)", "(C)", "opyr", "OPYR", "erved", "ERVED")  # one is in all of them
_FOOTER = 1500  # characters at the end of a text in which its small print is sought
_NOTICE_WORDS = 60  # of small print, at most
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
    line = _basic(" ".join(visible(line[: 8 * _LONGEST]).split()))
    if not line or len(line) > _LONGEST:
        return False
    if any(form.fullmatch(line) for form in (_DATED, _BUTTONS, _TRAIL, _BYLINE, _CREDIT)):
        return any(map(str.isalnum, line))
    parts = _PARTS.split(line)
    dates = [part for part in parts if _DATED.fullmatch(part)]
    others = (part for part in parts if part not in dates)
    return bool(dates) and all(len(part.split()) <= _FEW for part in others)


def _basic(text: str) -> str:
    """A text as long, with A or a for letters with accents: names of all languages are alike."""
    return _ACCENTED.sub(lambda letter: "A" if letter[0].isupper() else "a", text)


def first_line_of_article(text: str, start: int = 0) -> int:
    """Where the first line from `start` on begins that is no line of a page, nor empty; or `start`.

    >>> first_line_of_article("Share\\n\\nCouncil votes for bridge\\n")
    7
    """
    begin = start
    for _ in range(_MOST_LINES):
        end = text.find("\n", begin)
        line = text[begin : end if end >= 0 else len(text)]
        if visible(line[: 8 * _LONGEST]).strip() and not is_page_line(line):
            return begin
        if end < 0:
            break
        begin = end + 1
    return start


def story_start(text: str, start: int) -> int:
    """Where the story begins behind captions, bylines and a dateline that stand from `start` on.

    >>> body = 6 * "It was sold in May 1912. "
    >>> story_start("The bridge. (Photo by Anna Holm) " + body, 0)
    33
    >>> story_start("By Anna Holm\\n\\nHARROW, June 3 (HP) - " + body, 0)
    36
    """
    head = text[start : start + (_CAPTIONS if "(" in text[start : start + _HEAD] else _HEAD)]
    shown = _basic(visible(head))
    end = _end_of_captions(shown)
    while (line := _LINE.match(shown, end)) and is_page_line(line[0]):
        end = line.end()
    opening = _OPENING.match(shown, end)
    if not opening and any(map(shown[end : end + _HEAD].__contains__, _SIGNS)):
        opening = _FURTHER.search(shown, end, end + _HEAD)
    end = opening.end() if opening else end
    if not end or len(text) - start - end < _ARTICLE:
        return start
    return start + _place_behind(head, end)


def _end_of_captions(shown: str) -> int:
    end = 0
    if "(" not in shown:
        return end
    for credit in _PICTURE.finditer(shown):
        before = shown[: credit.start()].rstrip()
        if len(before[end:].split()) > _CAPTION:
            break
        between = shown[len(before) : credit.start()] + credit[1]
        if not before or before[-1] in _ENDS or "\n" in between:
            end = credit.end()
    return end


def end_of_dateline(sentence: str) -> int:
    """Where a sentence begins behind its dateline, its time or the label of an answer.

    >>> end_of_dateline("13:55 - The bridge is sold.")
    8
    """
    dateline = _DATELINE.match(_basic(sentence))
    return dateline.end() if dateline else 0


def end_of_article(text: str) -> int:
    """Where the small print begins that ends a text: whose it is, who worked on it, where to go.

    >>> body = 9 * "It was sold in May 1912. "
    >>> end_of_article(body + "(Reporting by Anna Holm; Editing by Bo Lind)") == len(body.rstrip())
    True
    """
    first = max(0, len(text) - _FOOTER)
    footer = visible(text[first:])
    size = whole = len(footer.rstrip())
    while True:
        shown = footer[:size]
        line = _notice(shown) or _credits(shown, first)
        if not line or _TOLD.search(line[0]):
            return first + _place_behind(text[first:], size) if size < whole else len(text)
        size = line.start() + 1


def _notice(footer: str) -> re.Match[str] | None:
    """The words at an end that say whose a text is; no last item of a list."""
    notice = _NOTICE.search(footer) if _ends_with_any(footer, _OWNED) else None
    if notice is None or len(notice[0].split()) > _NOTICE_WORDS:
        return None
    return None if notice["item"] and "(b)" in footer.lower() else notice


def _credits(footer: str, first: int) -> re.Match[str] | None:
    """A last sentence that says who worked on a text, if there is more of it."""
    begin = max(0, len(footer) - 2 * _LAST)
    line = _CREDITS.search(footer, begin) if _ends_with_any(footer, _DONE) else None
    return line if line and first + line.start() >= _ARTICLE else None


def _ends_with_any(footer: str, words: tuple[str, ...]) -> bool:
    return any(map(footer[-_LAST:].__contains__, words))


def _place_behind(text: str, count: int) -> int:
    """The place in a text behind so many visible characters."""
    if visible(text) is text:
        return count
    return next(islice((at for at, one in enumerate(text, 1) if visible(one)), count - 1, None))
