"""Finds where a story begins: behind captions of pictures, bylines, labels and datelines."""

import re

from credscore.text.characters import place_behind, visible, without_accents
from credscore.text.page_lines import LEAST_ARTICLE, PICTURE, is_page_line
from credscore.text.toml_tables import PAGE_FORMS

_DATELINE = PAGE_FORMS.pattern("(?:{datelines}|{hours}|{answers}){story}")
"""Where and when a sentence was written, or an answer's label: "HARROW, June 3 - ", "13:55 - "."""
_OPENING = PAGE_FORMS.pattern(r"\s*{author}?(?:{datelines}|{hours}|{openings}){story}")
"""What stands before the first sentence only: a byline too, a label, "Harrow, Ohio - "."""
_FURTHER = PAGE_FORMS.pattern(
    r"[\n.!?)\"”](?:(?<=\n)\s*\n\s*|(?:(?<=\n)|\s+)(?={placed_by_agency})){datelines}{story}"
)
_DASHED = re.compile(r"[-_–—](?:(?<=[–—])|\s)\s*(?:--?\s+)?[^\sa-z]")
"""The end of a dateline, with what follows it."""
_HEAD = 600  # a dateline behind headline, captions and buttons stands in so many characters
_LABELLED = 100  # the colon of a label or a time stands in so many characters
_PICTURE = PAGE_FORMS.pattern(PICTURE + r"(\s*+)(?![-‐‑–—])")
_CAPTION, _CAPTIONS = 75, 1500  # the most words of one caption, and characters of all captions
_ENDS = ".!?…\"”’'"  # the last character of a caption
_LINE = re.compile(r"\s*([^\n]{1,120}+)\n\s*")
_CAPTIONED = PAGE_FORMS.pattern(
    r"\s*(?=[^\n]*/)[^\n]{4,500}[.!?…\"”’)] ([A-Z][^\n!?/]{2,60}/[^\n!?]{2,40})\n\s*"
)
"""What a picture shows, with whose it is as the last words of the line, in no brackets."""
_AHEAD = PAGE_FORMS.pattern(r"\s*(?:{buttons_ahead}{story}|{captions}[^\n]{0,600}\n\s*)")
"""Buttons in the line of the first sentence; a line that says what a picture or video shows."""


def story_start(text: str) -> int:
    """The offset where the story begins, behind captions, bylines and a dateline.

    >>> body = 6 * "It was sold in May 1912. "
    >>> story_start("The bridge. (Photo by Anna Holm) " + body)
    33
    >>> story_start("By Anna Holm\\n\\nHARROW, June 3 (HP) - " + body)
    36
    """
    head = text[: _CAPTIONS if "(" in text[:_HEAD] else _HEAD]
    shown = visible(head)
    if "(" in shown or "/" in shown:
        shown = without_accents(shown)
    end = _end_of_captions(shown) if "(" in shown else 0
    while line_end := _end_of_page_line(shown, end):
        end = line_end
    end = _end_of_opening(shown, end) or end
    return place_behind(head, end) if end and len(text) - end >= LEAST_ARTICLE else 0


def _end_of_page_line(shown: str, start: int) -> int:
    """The end of the page line, caption or buttons that begin at `start`; 0 if there are none."""
    if ahead := _AHEAD().match(shown, start):
        return ahead.end()
    forms = (_LINE, _CAPTIONED()) if "/" in shown else (_LINE,)
    lines = (form.match(shown, start) for form in forms)
    return next((line.end() for line in lines if line and is_page_line(line[1])), 0)


def _end_of_opening(shown: str, start: int) -> int:
    """The end of a byline with a dateline, of a time, a label, or a dateline further on; else 0."""
    dashed = _DASHED.search(shown, start, start + _HEAD)
    if not (dashed or _has_label(shown, start)):
        return 0
    shown = without_accents(shown[: start + _HEAD])
    opening = _OPENING().match(shown, start) or (dashed and _FURTHER().search(shown, start))
    return opening.end() if opening else 0


def _has_label(shown: str, start: int = 0) -> bool:
    """Whether the text at `start` may begin with a label or a time: "A: ", "13:55 - "."""
    beginning = shown[start : start + _LABELLED]
    return ":" in beginning or beginning[:1].isdigit()


def _end_of_captions(shown: str) -> int:
    """The end of the last caption at the beginning that ends with its picture's credit; else 0."""
    end = 0
    for credit in _PICTURE().finditer(shown):
        before = shown[: credit.start()].rstrip()
        if len(before[end:].split()) > _CAPTION:
            break
        between = shown[len(before) : credit.start()] + credit[1]
        if not before or before[-1] in _ENDS or "\n" in between:
            end = credit.end()
    return end


def end_of_dateline(sentence: str) -> int:
    """The offset where a sentence begins behind its dateline, its time or the label of an answer.

    >>> end_of_dateline("13:55 - The bridge is sold.")
    8
    """
    if not (_DASHED.search(sentence) or _has_label(sentence)):
        return 0
    dateline = _DATELINE().match(without_accents(sentence))
    return dateline.end() if dateline else 0
