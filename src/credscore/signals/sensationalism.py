"""Shouting, exclamations, questions in titles and words that stir (sensationalism.toml)."""

from collections.abc import Iterator

import numpy as np

from credscore.evidence import Finding
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import CAPITALS, NAME, find_runs

_UNKNOWN = frozenset(NAME + CAPITALS)
_SHORT, _LONG = 3, 5


def find(reading: Reading) -> Rows:
    """Cues of the lexicon, questions in titles, and runs of three or more words in capitals.

    A short run without any word that the lexicons know may be names and acronyms.
    """
    more = [
        Finding(start, end, "sensationalism", "shouting", "capitals")
        for start, end in find_runs(reading.text.shapes, CAPITALS, _SHORT)
        if end - start >= _LONG or not _UNKNOWN.issuperset(reading.tape[start:end])
    ]
    more += _questions(reading)
    return np.concatenate([reading.rows("sensationalism"), reading.lexicon.table.rows(more)])


def _questions(reading: Reading) -> Iterator[Finding]:
    """The question marks of titles."""
    text = reading.text
    marks = (text.shape_codes == ord("?")).nonzero()[0]
    articles = text.title_starts.searchsorted(marks, "right") - 1
    for mark in marks[marks < text.body_starts[articles]].tolist():
        yield Finding(mark, mark + 1, "sensationalism", "question", "question_in_title")
