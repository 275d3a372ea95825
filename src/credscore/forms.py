"""How a text is put: its marks, its words of closed classes and its sentences, counted.

No name is counted, nor a word with a capital that could be one: who is spoken of moves no count.
"""

import functools
import math
from collections.abc import Iterable
from functools import cached_property

import numpy as np
import numpy.typing as npt

from credscore.characters import CAPITALS, LY
from credscore.findings import TITLE, Findings, Floats, Ints
from credscore.lexicon import Lexicon

Bools = npt.NDArray[np.bool_]

MARKS = {"?": "?", "(": "(", "ellipsis": "…", ";": ";", ",": ",", "dash": "-—", "ly": LY,
         "capitals": CAPITALS, ":": ":"}  # fmt: skip
"""What is counted by the shape of a token: a name and its shape letters (characters.py)."""
WORDS = ("absolute", "pointing", "present_form", "past_form", "second_hand")
"""What is counted by class: classes of lexicons/wording.toml, which share no word."""
_NO_NAMES = frozenset({"absolute", "pointing", "present_form"})
"""Classes whose words are nobody's name: they count with a capital too."""
_VERBS = ("plain_speech", "claiming", "passing_on")
"""Classes of verbs of speech, which share no word."""
_SOURCES = ("confidential", "unnamed", "hearsay", "person", "institution", "document", "pronoun")

_SHAPES = np.zeros(1 << 16, np.uint8)
for _number, _letters in enumerate(MARKS.values(), 1):
    _SHAPES[[ord(letter) for letter in _letters]] = _number


@functools.lru_cache(maxsize=8)
def _word_classes(lexicon: Lexicon, labels: tuple[str, ...]) -> npt.NDArray[np.uint8]:
    """The number of the class of every tape character, from 1, 0 for none."""
    table = np.zeros(lexicon.vocabulary.size, np.uint8)
    for number, label in enumerate(labels, 1):
        both = [ord(character) for character in lexicon.characters(f"<{label}>")]
        table[both if label in _NO_NAMES else lower_case(lexicon, label)] = number
    return table


def lower_case(lexicon: Lexicon, label: str) -> list[int]:
    """The tape characters of a class of words, those of capitalised forms left out."""
    return [ord(character) for character in lexicon.characters(f"<{label}>")[::2]]


class Forms:
    """Counts of one reading, one for every article (or sentence), computed when asked for."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.text = found.reading.text

    @cached_property
    def _marks(self) -> npt.NDArray[np.intp]:
        return self._tally(_SHAPES.take(self.text.shape_codes), len(MARKS))

    @cached_property
    def _words(self) -> npt.NDArray[np.intp]:
        classes = _word_classes(self.found.reading.lexicon, WORDS).take(self.found.reading.codes)
        return self._tally(classes, len(WORDS))

    def _tally(self, classes: npt.NDArray[np.uint8], number: int) -> npt.NDArray[np.intp]:
        """How often each class stands in each title (0) and body (1), shape (2, classes, n)."""
        places = classes.nonzero()[0]
        articles = self.text.title_starts.searchsorted(places, "right") - 1
        in_body = places >= self.text.body_starts[articles]
        slots = (in_body * number + classes[places] - 1) * len(self.found) + articles
        counts = np.bincount(slots, minlength=2 * number * len(self.found))
        return counts.reshape(2, number, len(self.found))

    def marks(self, name: str, title: bool = False) -> Ints:
        """How often a mark or shape of MARKS stands in each body or title."""
        count: Ints = self._marks[0 if title else 1, tuple(MARKS).index(name)]
        return count

    def words(self, label: str, title: bool = False) -> Ints:
        """How many words of a class of WORDS each body or title has, in lower case."""
        count: Ints = self._words[0 if title else 1, WORDS.index(label)]
        return count

    @cached_property
    def title_words(self) -> Ints:
        """Words of each title."""
        return self.found.within_titles(self.text.words.nonzero()[0])

    @cached_property
    def title_capitals(self) -> Ints:
        """Words of each title that begin with a capital."""
        return self.found.within_titles((self.text.capital & self.text.words).nonzero()[0])

    def sentences_with(self, signal: str, least: int = 1, kinds: Iterable[str] = ()) -> Bools:
        """Which sentences hold at least so many pieces of evidence; titles' hold none."""
        found = self.found
        wanted = np.array(
            [name == signal and (not kinds or kind in kinds) for name, kind in found.labels],
            np.bool_,
        )
        chosen = found.starts[(found.zones != TITLE) & wanted[found.kinds]]
        enough: Bools = self._per_sentence(chosen) >= least
        return enough

    def _per_sentence(self, places: Ints) -> Ints:
        """How many places lie in each sentence; marks before the first of a piece are in none."""
        starts = self.text.sentence_starts
        number = starts.searchsorted(places, "right")
        borders = np.sort(np.concatenate([self.text.title_starts, self.text.body_starts])) - 1
        begin = starts.take(number - 1, mode="clip") if len(starts) else places
        number[begin < borders[borders.searchsorted(places, "right") - 1]] = 0
        return np.bincount(number, minlength=len(starts) + 1)

    @cached_property
    def quoting(self) -> Bools:
        """Which sentences hold words in quotation marks, wherever the marks themselves belong."""
        spans, starts = self.text.quotations, self.text.sentence_starts
        opened = self._per_sentence(spans[np.diff(spans)[:, 0] > 1, 0] + 1) > 0
        inside = spans.ravel().searchsorted(starts, "right") % 2 == 1
        quoting: Bools = opened | np.append(False, inside)
        return quoting

    @cached_property
    def attributing(self) -> Bools:
        """Which sentences attribute something to a source of any kind, a pronoun among them."""
        verbs = np.array([one.verb_start for one in self.found.reading.attributions], np.intp)
        attributing: Bools = self._per_sentence(verbs) > 0
        return attributing

    def per_body(self, sentences: Bools) -> Ints:
        """How many of some sentences each body has."""
        counts = np.append(0, np.cumsum(sentences[1:]))
        text = self.text
        first, last = (
            text.sentence_starts.searchsorted(place) for place in (text.body_starts, text.body_ends)
        )
        inside: Ints = counts[last] - counts[first]
        return inside

    @cached_property
    def _speech(self) -> npt.NDArray[np.intp]:
        """Attributions in bodies, shape (1 + verbs, sources, n); 0: other verbs."""
        reading, text = self.found.reading, self.text
        verbs = np.array([one.verb_start for one in reading.attributions], np.intp)
        sources = np.array([_SOURCES.index(one.kind) for one in reading.attributions], np.intp)
        articles = text.title_starts.searchsorted(verbs, "right") - 1
        shape = 1 + len(_VERBS), len(_SOURCES), len(self.found)
        classes = _word_classes(reading.lexicon, _VERBS).take(reading.codes[verbs])
        slots = (classes * shape[1] + sources) * shape[2] + articles
        in_body = verbs >= text.body_starts[articles]
        return np.bincount(slots[in_body], minlength=math.prod(shape)).reshape(shape)

    def attributions(self, verbs: str | None = None, kinds: Iterable[str] = ()) -> Ints:
        """Attributions in each body whose verb is of a class, whose source of one of some kinds."""
        counts = (
            self._speech.sum(axis=0) if verbs is None else self._speech[1 + _VERBS.index(verbs)]
        )
        chosen: Ints = counts[[_SOURCES.index(kind) for kind in kinds or _SOURCES]].sum(axis=0)
        return chosen


def share(part: Ints, whole: Ints, usual: float, weight: float = 2.0) -> Floats:
    """A share that stays near the usual one where there is little to count."""
    return (part + usual * weight) / (whole + weight)
