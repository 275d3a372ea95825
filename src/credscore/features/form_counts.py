"""How a text is put: its marks, its words of closed classes and its sentences, counted.

No name is counted, nor a word with a capital that could be one: who is spoken of moves no count.
"""

import functools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.evidence import KINDS
from credscore.features._counting import count_cases, count_sentences, count_speech, count_tokens
from credscore.lexicon import Lexicon
from credscore.signals import Findings, Ints
from credscore.text import hashes_of

MARKS = {"?": "?", "ellipsis": "…", "aside": "(;-—"}
"""What is counted by its mark: a name and the marks (characters.py)."""
WORDS = ("absolute", "pointing", "present_form", "past_form", "second_hand")
"""What is counted by class: classes of lexicons/wording.toml, which share no word."""
_NO_NAMES = frozenset({"absolute", "pointing", "present_form"})
"""Classes whose words are nobody's name: they count with a capital too."""
VERBS = ("any_other", "plain_speech", "claiming", "passing_on")
"""Classes of verbs of speech, which share no word."""
SOURCES = ("confidential", "unnamed", "hearsay", "person", "institution", "document", "pronoun")


class Held(NamedTuple):
    """What a sentence holds that is counted, and what it must not hold: names of _MARKED."""

    needs: frozenset[str]
    forbids: frozenset[str] = frozenset()


SENTENCES = {
    "unnamed_quoted": Held(frozenset({"anonymous_sources", "quotation"})),
    "hedged_alone": Held(frozenset({"hedges"}), frozenset({"attribution"})),
}
"""Sentences that are counted."""

_MARKED = {
    name: 1 << bit
    for bit, name in enumerate(
        ("anonymous_sources", "anonymous_sources twice", "hedges", "hedges twice", "quotation",
         "attribution")
    )
}  # fmt: skip
_NEEDS, _FORBIDS = (
    np.array([sum(_MARKED[name] for name in held[side]) for held in SENTENCES.values()], np.int64)
    for side in (0, 1)
)

_KIND_MARKS = np.array([_MARKED.get(signal, 0) for signal, _ in KINDS], np.int64)
"""The bit that each of KINDS sets in a sentence."""

_TOKENS = ("words", "length", "lower_case", "shouted", *MARKS, *WORDS)
COUNTS = (
    *(f"title {name}" for name in _TOKENS),
    *(f"body {name}" for name in _TOKENS),
    *(f"{verb} {source}" for verb in VERBS for source in SOURCES),
    *SENTENCES,
    "sentences",
)
"""The names of the columns of `count`; of "length" see tally.count_tokens."""
_BODY, _SPEECH = len(_TOKENS), 2 * len(_TOKENS)
_HELD = _SPEECH + len(VERBS) * len(SOURCES)
_SOURCE_NUMBERS = {source: number for number, source in enumerate(SOURCES)}

_PARTICLES = (
    "the of and for de del della di da do dos du la le los las el al bin bint ibn ben abu van von "
    "der den ter ten zu y"
)
"""Words that stand inside names of several words, of any language: they make no text longer."""


def _slotted(hashes: Sequence[int]) -> npt.NDArray[np.uint64]:
    """A table that has each hash at (hash >> 32) % its size, a power of two, and 0 elsewhere."""
    size = 1
    while len({one >> 32 & size - 1 for one in hashes}) < len(hashes):
        size *= 2
    table = np.zeros(size, np.uint64)
    for one in hashes:
        table[one >> 32 & size - 1] = one
    return table


_IN_NAMES = _slotted(hashes_of(_PARTICLES.split()))

_SHAPES = np.zeros(1 << 16, np.uint8)
for _number, _letters in enumerate(MARKS.values(), 1):
    _SHAPES[[ord(letter) for letter in _letters]] = _number


def count(found: Findings) -> Ints:
    """All COUNTS, shape (articles, counts)."""
    reading, text = found.reading, found.reading.text
    verb_classes, word_classes = _classes(reading.lexicon)
    counts = np.zeros((len(found), len(COUNTS)), np.intp)
    count_tokens(
        _SHAPES.data, word_classes.data, text.shape_codes.data, reading.codes.data,
        text.words.data, text.capital.data, text.hashes.data, _IN_NAMES.data,
        text.sentence_starts.data, found.layout.data, _BODY, counts.data,
    )  # fmt: skip
    count_cases(
        text.shape_codes.data, text.words.data, text.capital.data, text.starts.data,
        text.ends.data, text.hashes.data, _IN_NAMES.data, found.layout.data, counts.data,
    )  # fmt: skip
    verbs = np.empty(len(reading.attributions), np.intp)
    count_speech(
        reading.attributions, _SOURCE_NUMBERS, verb_classes.data, reading.codes.data,
        found.layout.data, verbs.data, _SPEECH, counts.data,
    )  # fmt: skip
    count_sentences(
        text.sentence_starts.data, found.layout.data, found.places.data,
        _KIND_MARKS.data, verbs.data, found.quotations.data, _MARKED["quotation"],
        _MARKED["attribution"], _NEEDS.data, _FORBIDS.data, _HELD, counts.data,
    )  # fmt: skip
    return counts


@functools.lru_cache(maxsize=8)
def _classes(lexicon: Lexicon) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """By tape character the class of a verb, an index of VERBS, and of a word, from 1."""
    verbs, words = (np.zeros(lexicon.vocabulary.size, np.uint8) for _ in range(2))
    for number, label in enumerate(VERBS[1:], 1):
        verbs[lower_case(lexicon, label)] = number
    for number, label in enumerate(WORDS, 1 + len(MARKS)):
        both = [ord(character) for character in lexicon.characters(f"<{label}>")]
        words[both if label in _NO_NAMES else lower_case(lexicon, label)] = number
    return verbs, words


def lower_case(lexicon: Lexicon, label: str) -> list[int]:
    """The tape characters of a class of words, those of capitalised forms left out."""
    return [ord(character) for character in lexicon.characters(f"<{label}>")[::2]]
