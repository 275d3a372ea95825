"""Where a story begins: behind captions of pictures, bylines, labels and datelines."""

import re

from credscore.text.characters import place_behind, visible, without_accents
from credscore.text.page_lines import LEAST_ARTICLE, MONTH, is_page_line


def _form(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which a blank stands for any space inside a line."""
    return re.compile(pattern.replace(" ?", r"[^\S\n]*").replace(" ", r"[^\S\n]+"), flags)


_PLACE = r"[A-Z][A-Z.'’]+(?:(?: |-)[A-Z][A-Z.'’]+){0,3}"
_PLACES = rf"{_PLACE}(?: ?(?:/|&|and) ?{_PLACE}){{0,3}}\.?"
_REGION = r"(?: ?, ?[\w.'’/\x20\xa0\t]{1,30}){0,3}"  # and a date
_AGENCY = (
    r" ?(?:\( ?(?:(?:the |[a-z]{1,4})?[A-Z][^()\n]{1,30}|[a-z]{3})\)"
    r"|/ ?[\w.\x20\xa0\t-]{2,30} ?/)"
)
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
_LABEL = (
    r"(?:ALERT|BREAKING|CORRECTION|CREDIT|DEVELOPING|EXCLUSIVE|NEWS|NOTE|OFFICIAL|PHOTO|REPORT"
    r"|SUMMARY|UPDATED?|VIDEO|WARNING|WATCH)"
)
"""Last words before the colon of a label; before other colons stands who speaks, or of what."""
_UPDATED = r"(?i:updated?)\b(?=[^\n–—]{0,45}\d|,? ?(?i:with|writethru)\b|\s*[:–—-])"
_OPENING = _form(
    rf"\s*(?:By (?:[A-Z][\w.'’-]*,? |and ){{2,8}}?)?(?:{_OF_AGENCY}|{_OF_PLACE}|{_STAMP}"
    rf"|(?:{_PLACE} )?{_LABEL}:\s+(?![\"“‘'])|{_PLACE}, [\w.\x20\xa0\t]{{1,30}}\d{{1,4}}:\s+"
    rf"|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}, [A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}}\s{_DASH}"
    rf"|\(?(?i:{MONTH})[a-z]*\.? \d{{1,2}},? \d{{4}}\)?{_DASH}"
    rf"|{_UPDATED}[^\n:–—]{{0,20}}(?::\d\d)?[^\n:–—]{{0,30}}(?::\s+|{_DASH})){_STORY}"
)
"""What stands before the first sentence only: a byline too, a label, "Harrow, Ohio - "."""
_FURTHER = _form(
    rf"[\n.!?)\"”](?:(?<=\n)\s*\n\s*|(?:(?<=\n)|\s+)(?={_OF_AGENCY}))"
    rf"(?:{_OF_AGENCY}|{_OF_PLACE}){_STORY}"
)
_SIGN = re.compile(r"[-_–—](?:(?<=[–—])|\s)\s*(?:--?\s+)?[A-Z0-9\"“‘']")
"""The end of a dateline, with what follows it."""
_HEAD = 600  # characters in which a dateline may stand behind a headline, a caption, buttons
_OF_PICTURE = (
    r"(?:(?:[A-Z][\w.&'’-]*|express|family|file|stock)\s+){0,4}"
    r"(?i:photo(?:graph)?s?|pictures?|images?|illustrations?|screenshots?|handouts?)\s*"
    r"(?:[:/,|)]|(?i:by|courtesy|credits?|from|via|source|illustration|(?:is )?created|generated)\b"
    r"|(?-i:[A-Z]))"
)
_PICTURE = re.compile(
    rf"\((?!See\b)(?={_OF_PICTURE}|[^()\n]*(?:[A-Za-z.]{{2}}\s*/\s*(?:[A-Z]{{2,4}}\b|[A-Z][a-z])"
    r"|\bvia\s+[A-Z]|[A-Z]{2,4}\s+[Vv]ideo))[^()\n]{4,120}\)(\s*+)(?![-‐‑–—])"
)
"""Whose a picture is, behind what it shows: "(Photo by Anna Holm)", "(Anna Holm/Herald)"."""
_CAPTION, _CAPTIONS = 75, 1500  # words of what one picture shows, characters of all, at most
_ENDS = ".!?…\"”’'"  # of a caption
_LINE = re.compile(r"\s*([^\n]{1,120}+)\n\s*")
_CAPTIONED = _form(
    r"\s*(?=[^\n]*/)[^\n]{4,500}[.!?…\"”’)] ([A-Z][^\n!?/]{2,60}/[^\n!?]{2,40})\n\s*"
)
"""What a picture shows, with whose it is as the last words of the line, in no brackets."""


def story_start(text: str, start: int) -> int:
    """Where the story begins behind captions, bylines and a dateline that stand from `start` on.

    >>> body = 6 * "It was sold in May 1912. "
    >>> story_start("The bridge. (Photo by Anna Holm) " + body, 0)
    33
    >>> story_start("By Anna Holm\\n\\nHARROW, June 3 (HP) - " + body, 0)
    36
    """
    head = text[start : start + (_CAPTIONS if "(" in text[start : start + _HEAD] else _HEAD)]
    shown = without_accents(visible(head))
    end = _end_of_captions(shown)
    while line_end := _end_of_page_line(shown, end):
        end = line_end
    opening = _OPENING.match(shown, end)
    if not opening and _SIGN.search(shown, end, end + _HEAD):
        opening = _FURTHER.search(shown, end, end + _HEAD)
    end = opening.end() if opening else end
    if not end or len(text) - start - end < LEAST_ARTICLE:
        return start
    return start + place_behind(head, end)


def _end_of_page_line(shown: str, start: int) -> int:
    """Where a line from `start` on ends that is one of a page, or a caption; 0 if it is neither."""
    lines = (form.match(shown, start) for form in (_LINE, _CAPTIONED))
    return next((line.end() for line in lines if line and is_page_line(line[1])), 0)


def _end_of_captions(shown: str) -> int:
    end = 0
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
    dateline = _DATELINE.match(without_accents(sentence))
    return dateline.end() if dateline else 0
