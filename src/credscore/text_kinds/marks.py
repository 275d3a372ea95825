"""Marks of a kind of text: phrases in their place, and what stands round the text."""

import re

from credscore.signals import Findings
from credscore.text import Text
from credscore.text_kinds.phrase_index import Phrase, candidates, phrases
from credscore.text_kinds.word_lists import PHRASES
from credscore.text_kinds.words import Words

Marks = dict[tuple[str, str], int]
"""The points of each mark by its kind and name."""

_NO_POINTS: dict[str, int] = {}
_OPENING = 200  # characters in which a dateline stands
_LONGEST_HEADING = 60  # characters behind its phrase
_LONGEST_HEAD = 40  # tokens
_BREAK = ord("\n")
_DECORATION = 4
"""Marks that may stand before the first word of a paragraph, as brackets and asterisks."""
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
    hashes, shapes, in_words = text.hashes.data, text.shape_codes.data, text.words.data
    places, numbers = candidates(words.numbers, words.tokens, text.hashes)
    for token, article, number in zip(
        words.tokens[places].tolist(), words.articles[places].tolist(), numbers.tolist(),
        strict=True,
    ):  # fmt: skip
        phrase = phrases()[number]
        entry, start = PHRASES[phrase.row], token - phrase.before
        key = entry.kind, entry.mark
        if (
            (entry.where in ("anywhere", "in_head") or not in_words[max(start - 1, 0)])
            and marks[article].get(key, 0) < entry.points
            and _stands_at(phrase, start, hashes, shapes)
            and (entry.where == "anywhere" or _in_place(text, start, token, entry.where))
        ):
            marks[article][key] = entry.points
    return [
        _summed(of_text, body) if of_text else _NO_POINTS
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


def _stands_at(phrase: Phrase, start: int, hashes: memoryview, shapes: memoryview) -> bool:
    if start < 0 or start + len(phrase.hashes) > len(hashes):
        return False
    for token, wanted in enumerate(phrase.hashes, start):
        found = shapes[token] == -wanted if wanted < 0 else hashes[token]
        if not found or (wanted > 0 and found != wanted):
            return False
    return True


def _in_place(text: Text, start: int, end: int, where: str) -> bool:
    """Whether tokens, `end` the last one, stand where they count."""
    if where in ("head", "in_head"):
        return _in_head(text, start, where)
    shapes, words = text.shape_codes.data, text.words.data
    before = start - 1
    while shapes[before] != _BREAK:
        if words[before] or start - before > _DECORATION:
            return False
        before -= 1
    source, stop = text.source, int(text.ends[end])
    rest = source[stop : stop + _LONGEST_HEADING + 1].split("\n")[0].split("\0")[0].strip()
    if where == "alone":
        return not any(map(str.isalnum, rest))
    if where == "heading":
        named = bool(text.capital[end]) or rest[:1].isupper()
        return named and len(rest) <= _LONGEST_HEADING and rest[-1:] not in ".!?"
    return where == "line"


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
