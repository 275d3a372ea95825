"""Finds the marks of a kind of text: phrases in their place, and what surrounds the text."""

import re

from credscore.signals import Findings
from credscore.text import Text
from credscore.text_kinds.lines import LINE_FORMS
from credscore.text_kinds.words import PHRASES, Phrase, Words, signs_of

Marks = dict[tuple[str, str], int]  # the points of each mark by its kind and name

_OPENING = 200  # a dateline stands in the first characters
_LONGEST_HEADING = 60  # the most characters of a heading behind its phrase
_LONGEST_HEAD = 40  # the most tokens of a head
_BREAK = ord("\n")
_DECORATION = 4  # brackets and asterisks that may stand before the first word of a paragraph
_WIRE = LINE_FORMS.pattern("{wires}")
_MOCKING = LINE_FORMS.pattern("{mock_datelines}")
_CLOSING = LINE_FORMS.pattern("{closings}")


def points_of(findings: Findings, words: Words) -> list[dict[str, int]]:
    """The points of each article by kind: the sum over its different marks."""
    text = findings.reading.text
    marks: list[Marks] = list(map(_surroundings, text.bodies))
    signs, by_anchor = signs_of(text), list(PHRASES.values())
    anchors = words.numbers < len(PHRASES)
    columns = (column[anchors].tolist() for column in (words.tokens, words.articles, words.numbers))
    for token, article, number in zip(*columns, strict=True):
        for phrase in by_anchor[number]:
            start = token - phrase.anchor
            if signs.startswith(phrase.signs, 8 * start) and _in_place(text, phrase, start):
                of_text, key = marks[article], (phrase.kind, phrase.mark)
                of_text[key] = max(of_text.get(key, 0), phrase.points)
    return [
        _summed(of_article, body) if of_article else {}
        for of_article, body in zip(marks, text.bodies, strict=True)
    ]


def _summed(marks: Marks, body: str) -> dict[str, int]:
    if any(kind == "satire" for kind, _ in marks) and _opens_mocking(body):
        marks["satire", "dateline"] = 2
    points: dict[str, int] = {}
    for (kind, _), count in marks.items():
        points[kind] = points.get(kind, 0) + count
    return points


def _in_place(text: Text, phrase: Phrase, start: int) -> bool:
    """Whether the phrase at token `start` stands in the place where it counts."""
    where, last = phrase.where, start + phrase.size - 1
    shapes, words = text.shape_codes.data, text.words.data
    if 8 * phrase.size > len(phrase.signs) and not (last < len(text) and text.hashes[last]):
        return False
    if where == "anywhere":
        return True
    if where != "in_head" and words[max(start - 1, 0)]:
        return False
    if where in ("head", "in_head"):
        return _in_head(text, start, where)
    before = start - 1
    while shapes[before] != _BREAK:
        if words[before] or start - before > _DECORATION:
            return False
        before -= 1
    if where == "line":
        return True
    last = last if where == "alone" else start + phrase.anchor
    stop = int(text.ends[last])
    rest = re.split("[\n\0]", text.source[stop : stop + _LONGEST_HEADING + 1])[0].strip()
    if where == "alone":
        return not any(map(str.isalnum, rest))
    named = bool(text.capital[last]) or rest[:1].isupper()
    return named and len(rest) <= _LONGEST_HEADING and rest[-1:] not in ".!?"


def _in_head(text: Text, start: int, where: str) -> bool:
    """Whether a token begins the title or body, or stands in the first paragraph of one."""
    article = int(text.title_starts.searchsorted(start, "right")) - 1
    body = int(text.body_starts[article])
    begin = body if start >= body else int(text.title_starts[article])
    if start - begin > _LONGEST_HEAD:
        return False
    words = text.words[begin:start].nonzero()[0]
    if where == "head" or not len(words):
        return not len(words)
    return not (text.shape_codes[begin + words[0] : start] == _BREAK).any()


def _opens_mocking(body: str) -> bool:
    """Whether the text, or what follows its first line, opens with a dateline and a participle."""
    head, _, rest = body[:_OPENING].partition("\n")
    return bool(_MOCKING().match(head) or _MOCKING().match(rest.lstrip()))


def _surroundings(body: str) -> Marks:
    """The marks at the beginning and the end of a text, with their points."""
    marks: Marks = {}
    if body.find("/", 0, _OPENING) >= 0 and _WIRE().search(body, 0, _OPENING):
        marks["press_release", "wire"] = 4
    if ("#" in body or "-30-" in body) and _CLOSING().search(f"\n{body}"):
        marks["press_release", "closing"] = 4
    return marks
