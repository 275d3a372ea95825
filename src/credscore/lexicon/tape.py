"""The tape of a text, and the cues on it: matches of the rules of all lexicons.

The tape holds one character for every token, so that rules can be matched on it. A word of the
lexicons has a character of its own, another word its shape letter (see text/characters.py), and a
mark is itself.
"""

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.errors import LexiconError
from credscore.evidence import Finding
from credscore.lexicon.lexicon import Lexicon
from credscore.patterns import Rows
from credscore.text import BORDER, CAPITALS, Text, visible, write_codes

_LINK = re.compile(
    r"""\n(?<=[.!?…”"’)]\n)((?:[XN0Y,:;&$%"'“”‘’–—-]|(?<=X)w)+)(?=\n[^\n]{0,20}[wlegs])"""
)
"""The shapes of a line in capitals between paragraphs: a headline that leads to another article."""
_LINK_WORDS = 5  # words in capitals that such a line has, at least
_TEASER = re.compile(r"\n[^\w\n]{0,4}(\w{1,3})[:|](?![wlegs])[^\n]{2,60}(?=\n|\Z)")
"""The shapes of a paragraph that is a label and a headline: "Read more: Mayor denies it"."""
_LEADING = frozenset((
    "read", "see", "watch", "more", "also", "related", "next", "this", "now", "below", "on",
    "stories", "story", "article", "articles", "content", "contents", "coverage", "news", "video",
    "photos", "recommended", "trending",
))  # fmt: skip
"""Words of labels of paragraphs that lead to another article."""
_NOTHING = ord("\n")


class Tape(NamedTuple):
    """One character per token, as numbers and as a string."""

    codes: npt.NDArray[np.uint16]
    characters: str


def write_tape(text: Text, lexicon: Lexicon) -> Tape:
    """The tape of a text; capitalised words inside a sentence are names, links to others nothing.

    >>> from credscore.lexicon import shipped
    >>> tape = write_tape(Text(["Could he go? He could ask Could."], [None]), shipped())
    >>> could = shipped().characters("could")
    >>> [tape.characters[token] in could for token in (2, 7)], tape.characters[9]
    ([True, True], 'N')
    """
    codes, source, starts = np.empty(len(text), np.uint16), text.source, text.starts.data
    words, rules = lexicon.vocabulary, lexicon.when_capitalised
    write_codes(text, words.slots.data, words.hashes.data, rules.data, codes.data)
    for link in _LINK.finditer(text.shapes):
        first, end = link.span(1)
        beside = source[starts[first - 1]], source[starts[end]]
        if link[1].count(CAPITALS) >= _LINK_WORDS and BORDER not in beside:
            codes[first:end] = _NOTHING
    for teaser in _TEASER.finditer(text.shapes):
        first, end = starts[teaser.start(1)], starts[teaser.end(1)]
        label = visible(source[first:end]).casefold().split()
        if _LEADING.issuperset(label) and source[starts[teaser.start()]] != BORDER:
            codes[teaser.start() + 1 : teaser.end()] = _NOTHING
    return Tape(codes, codes.tobytes().decode("utf-16-le", "surrogatepass"))


class Cues:
    """All cues of a tape, in text order, by the signals of the lexicons; none crosses sentences."""

    def __init__(self, tape: Tape, text: Text, lexicon: Lexicon) -> None:
        self.table = lexicon.table
        self._by_signal = self.table.by_signal(self.table.find(tape.codes, text.sentence_bounds))

    def of(self, signal: str) -> list[Finding]:
        return self.table.findings(self._by_signal[signal])

    def rows_of(self, signal: str) -> Rows:
        """The cues of a signal as rows of findings; LexiconError if no lexicon is of the signal."""
        if signal not in self._by_signal:
            raise LexiconError(f"no lexicon is of signal {signal!r}. Add lexicons/{signal}.toml.")
        return self._by_signal[signal]
