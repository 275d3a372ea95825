"""Marks of a kind of text: phrases in their place, and what stands round the text."""

import re

from credscore.signals import Findings
from credscore.text import Text
from credscore.text_kinds.word_lists import ANCHORS, PHRASES, Phrase, phrases_at
from credscore.text_kinds.words import Words

Marks = dict[tuple[str, str], int]
"""The points of each mark by its kind and name."""

_OPENING = 200  # characters in which a dateline stands
_LONGEST_HEADING = 60  # characters behind its phrase
_LONGEST_HEAD = 40  # tokens
_BREAK = ord("\n")
_DECORATION = 4  # brackets and asterisks that may stand before the first word of a paragraph
_WIRE = r"/[A-Z][\w-]{2,20}/ ?[-–—]"
_PARTICIPLE = (
    r"[A-Z][A-Z .'-]{2,25}(?:, [A-Za-z.]{2,12})? ?(?:[–—]|--?) ?"
    r"(?:Admitting|Adding|Announcing|Arguing|Assuring|Calling|Citing the|Claiming|Conceding|"
    r"Confirming|Declaring|Describing|Emphasizing|Explaining|Expressing|Insisting|Lamenting|"
    r"Marveling|Noting|Observing|Praising|Reasoning|Recalling|Revealing|Saying|Stating|Stressing|"
    r"Touting|Vowing|Warning) "
)
"""A dateline and the participle with which mock news likes to open."""
_CLOSING = r"\n[ *-]{0,9}(?:# ?# ?#[ #]{0,9}|-30-)[ *-]{0,9}\r?(?:\n|\Z)"
"""The signs for the end of a release."""


def points_of(findings: Findings, words: Words) -> list[dict[str, int]]:
    """The points of each article by kind: those of its different marks."""
    text = findings.reading.text
    marks: list[Marks] = list(map(_surroundings, text.bodies))
    anchors = (words.numbers < len(ANCHORS)).nonzero()[0]
    tokens, articles = words.tokens[anchors], words.articles[anchors]
    places, numbers = phrases_at(text, tokens, words.numbers[anchors])
    for token, article, number in zip(
        tokens[places].tolist(), articles[places].tolist(), numbers.tolist(), strict=True
    ):
        phrase = PHRASES[number]
        key = phrase.kind, phrase.mark
        if marks[article].get(key, 0) < phrase.points and _in_place(text, phrase, token):
            marks[article][key] = phrase.points
    return [
        _summed(of_text, body) if of_text else {}
        for of_text, body in zip(marks, text.bodies, strict=True)
    ]


def _summed(marks: Marks, body: str) -> dict[str, int]:
    """The points of all marks of a kind."""
    if any(kind == "satire" for kind, _ in marks) and _opens_mocking(body):
        marks["satire", "dateline"] = 2
    points: dict[str, int] = {}
    for (kind, _), count in marks.items():
        points[kind] = points.get(kind, 0) + count
    return points


def _in_place(text: Text, phrase: Phrase, token: int) -> bool:
    """Whether a phrase whose anchor is a token stands where it counts."""
    where, start = phrase.where, token - phrase.anchor
    shapes, words = text.shape_codes.data, text.words.data
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
    stop = int(text.ends[start + len(phrase.words) - 1 if where == "alone" else token])
    rest = re.split("[\n\0]", text.source[stop : stop + _LONGEST_HEADING + 1])[0].strip()
    if where == "alone":
        return not any(map(str.isalnum, rest))
    named = bool(text.capital[token]) or rest[:1].isupper()
    return named and len(rest) <= _LONGEST_HEADING and rest[-1:] not in ".!?"


def _in_head(text: Text, start: int, where: str) -> bool:
    """Whether a token begins the title or the body, or stands in the first paragraph of one."""
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
    return bool(re.match(_PARTICIPLE, head) or re.match(_PARTICIPLE, rest.lstrip()))


def _surroundings(body: str) -> Marks:
    """The marks of the opening and of the end of a text, with their points."""
    marks: Marks = {}
    if body.find("/", 0, _OPENING) >= 0 and re.search(_WIRE, body[:_OPENING]):
        marks["press_release", "wire"] = 4
    if ("#" in body or "-30-" in body) and re.search(_CLOSING, f"\n{body}"):
        marks["press_release", "closing"] = 4
    return marks
