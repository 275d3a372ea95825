"""Finds shouting, exclamations, questions in titles and loaded words (sensationalism.toml)."""

import re
from collections.abc import Iterator

import numpy as np

from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import CAPITALS, NAME, NUMBER, PAGE_FORMS, YEAR, Text

_UNKNOWN = frozenset(NAME + CAPITALS)  # letters of the tape for capitalised words of no lexicon
_RUN = re.compile(f"{CAPITALS * 3}+")  # words in capitals
_LONG = 5  # so many words in capitals are not just acronyms
_EXPLAINING = re.compile(r"\W*(how|what|when|where|which|who|whose|why)\b", re.IGNORECASE)
_LONGEST_QUESTION = 300  # characters
_LINE = 300  # the most characters of a line in capitals
_BUTTON = PAGE_FORMS.pattern(r"(?=[A-Z]+ [A-Z]){buttons}\b", flags=re.IGNORECASE)
_BETWEEN = frozenset("'\"“”,:;—&#$£€%" + NUMBER + YEAR)  # shapes that may stand between capitals


def find(reading: Reading) -> Rows:
    """Cues of the lexicon, questions in titles, and headlines and phrases in capitals."""
    more = [*_questions(reading), *_shouting(reading)]
    return np.concatenate([reading.rows("sensationalism"), reading.lexicon.table.rows(more)])


def _questions(reading: Reading) -> Iterator[Finding]:
    """The question marks of titles, except of questions that only ask for an explanation."""
    text = reading.text
    marks = (text.shape_codes == ord("?")).nonzero()[0]
    articles = text.title_starts.searchsorted(marks, "right") - 1
    for mark in marks[marks < text.body_starts[articles]].tolist():
        first = text.starts[reading.sentence(mark)[0]]
        end = text.ends[mark]
        asked = text.source[max(first, end - _LONGEST_QUESTION) : end].rpartition(": ")[2]
        if not _EXPLAINING.match(asked):
            yield Finding(mark, mark + 1, "sensationalism", "question", "question_in_title")


def _shouting(reading: Reading) -> Iterator[Finding]:
    """Three or more words in capitals, and those around them; not three or four acronyms."""
    last = 0
    for start, end in (run.span() for run in _RUN.finditer(reading.text.shapes)):
        read = reading.tape[start:end]
        if end <= last or read.isspace() or (end - start < _LONG and _UNKNOWN.issuperset(read)):
            continue  # a line break on the tape stands for a word of an aside
        start, last = _capitals_end(reading, start - 1, -1) + 1, _capitals_end(reading, end, 1)
        if not (
            _is_transcript_label(reading.text, start, last) or _is_link(reading.text, start, last)
        ):
            yield Finding(start, last, "sensationalism", "shouting", "capitals")


def _is_transcript_label(text: Text, start: int, end: int) -> bool:
    """Whether capitals are a stage direction in brackets, or a speaker: "LI, CHEF:", "DR. LI:"."""
    before, after = text.shapes[start - 1], text.shapes[end : end + 1]
    written = text.source[text.starts[start] : text.ends[end - 1]]
    return before + after in {"()", "[]"} or (after == ":" and ("," in written or ". " in written))


def _is_link(text: Text, start: int, end: int) -> bool:
    """Whether capitals lead on: a line between paragraphs, or words of a button: "READ MORE"."""
    button = _BUTTON().match(text.source, int(text.starts[start]))
    if button and " " in button[0]:
        return True
    article = int(text.body_starts.searchsorted(start, "right")) - 1
    body, stop = int(text.body_starts[article]), int(text.body_ends[article])
    if not body < start < end < stop:
        return False
    source, first, last = text.source, int(text.starts[start]), int(text.ends[end - 1])
    before = source.rfind("\n", max(0, first - _LINE), first)
    behind = source.find("\n", last, last + _LINE)
    inside = text.starts[body] < before < behind < text.ends[stop - 1]
    is_line = bool(inside) and source[before:behind].isupper()
    return is_line and source[last:behind].rstrip()[:1] not in {"!", "?"}


def _capitals_end(reading: Reading, at: int, step: int) -> int:
    """The token where capitals from `at` on end: lower case, or the end of a sentence or line."""
    text, shapes = reading.text, reading.text.shapes
    beyond = at
    while 0 <= at < len(shapes):
        before, behind = (at - 1, at) if step > 0 else (at, at + 1)
        if "\n" in text.source[text.ends[before] : text.starts[behind]]:
            break
        shape = shapes[at]
        word = text.source[text.starts[at] : text.ends[at]]
        if word.isupper():
            if shape == CAPITALS or len(word) > 1:
                beyond = at + step
        elif shape not in _BETWEEN:
            break
        at += step
    return beyond
