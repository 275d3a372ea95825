"""Counts of form: marks, words of closed classes, sentences and attributions of a text.

No name is counted, nor a word with a capital that could be a name.
"""

import functools
from collections.abc import Sequence
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from credscore.features.sentences import SENTENCES, Sentences
from credscore.lexicon import Lexicon
from credscore.signals import TITLE, ZONES, Bools, Findings, Ints, Layout
from credscore.text import CAPITALS, NUMBER, YEAR, Text, hashes_of

MARKS = {"?": "?", "ellipsis": "…", "aside": "(;-—"}
"""What is counted by its mark: a name and the marks (characters.py)."""
WORDS = ("absolute", "pointing", "present_form", "past_form", "second_hand")
"""What is counted by class: classes of lexicons/wording.toml, which share no word."""
_NO_NAMES = frozenset({"absolute", "pointing", "present_form"})
"""Classes whose words are nobody's name: they count with a capital too."""
VERBS = ("any_other", "plain_speech", "claiming", "passing_on")
"""Classes of verbs of speech, which share no word."""
SOURCES = ("confidential", "unnamed", "hearsay", "person", "institution", "document", "pronoun")

_CLASSES = (*MARKS, *WORDS)
COUNTS = (
    *(f"{part} {name}" for part in ("title", "body") for name in _CLASSES),
    *(f"{verb} {source}" for verb in VERBS for source in SOURCES),
    "title lower_case",
    "title shouted",
    "body length",
    *SENTENCES,
    "sentences",
)
"""The names of the columns of `count`.

"title lower_case" counts the long words of the title in lower case, "title shouted" is 1 if the
title has nothing but capitals; "body length" counts words, a name of several words as one.
"""

_SOURCE_NUMBERS = {source: number for number, source in enumerate(SOURCES)}
_PARTICLES = (
    "the of and for de del della di da do dos du la le los las el al bin bint ibn ben abu van von "
    "der den ter ten zu y"
)
"""Words that stand inside names of several words, of any language: they make no text longer."""
_FULL_STOP, _CAPITALS, _NUMBER, _YEAR = map(ord, (".", CAPITALS, NUMBER, YEAR))
_INITIAL, _SMALL_WORD = 2, 4
"""Letters of initials, and of words that are small in headlines, at most."""


def count(findings: Findings) -> Ints:
    """All COUNTS of each article, shape (articles, counts)."""
    text, layout = findings.reading.text, findings.layout
    in_names = _particles(text)
    others = (
        *_case_counts(findings, in_names),
        _lengths(text, in_names, layout),
        *Sentences(findings).counts(),
        layout.sentences,
    )
    columns = _class_counts(findings), _speech_counts(findings), np.array(others).T
    return np.concatenate(columns, axis=1)


def _class_counts(findings: Findings) -> Ints:
    """Marks and words of each class in the title, and behind these columns in the body."""
    classes = _word_classes(findings.reading.lexicon).take(findings.reading.codes)
    tokens = (classes > 0).nonzero()[0]
    numbers = findings.zones[tokens] * len(_CLASSES) + classes[tokens] - 1
    size = len(ZONES) * len(findings) * len(_CLASSES)
    counts = np.bincount(numbers, minlength=size).reshape(-1, len(ZONES), len(_CLASSES))
    counts[:, 1] += counts[:, 2]  # title, lead and rest; the body is lead and rest
    return counts[:, :2].reshape(len(findings), -1)


def _particles(text: Text) -> Bools:
    """Whether each word is one of _PARTICLES."""
    slots = (text.hashes >> _HALF).view(np.intp) & (len(_SLOTS) - 1)
    particles: Bools = _SLOTS.take(slots) == text.hashes
    return particles


def _case_counts(findings: Findings, in_names: Bools) -> tuple[Ints, Ints]:
    """Long words of each title in lower case, and whether it shouts.

    Initials and numbers do not end a shout. Words of _PARTICLES are no words of a headline.
    """
    text, layout, count = findings.reading.text, findings.layout, len(findings)
    sizes = layout.body_starts - 1 - layout.title_starts
    if not sizes.any():
        return sizes, sizes
    articles = np.repeat(np.arange(count), sizes)
    tokens = np.arange(len(articles)) + np.repeat(
        layout.title_starts - np.cumsum(sizes) + sizes, sizes
    )
    shapes, letters = text.shape_codes[tokens], text.ends[tokens] - text.starts[tokens]
    loud = shapes == _CAPITALS
    quiet = text.words[tokens] & ~loud & (letters > _INITIAL)
    quiet &= (shapes != _NUMBER) & (shapes != _YEAR)
    lower = quiet & ~text.capital[tokens] & (letters > _SMALL_WORD) & ~in_names[tokens]
    lower_case, louds, quiets = (
        np.bincount(articles[chosen], minlength=count) for chosen in (lower, loud, quiet)
    )
    return lower_case, (louds > 0) & (quiets == 0)


def _lengths(text: Text, in_names: Bools, layout: Layout) -> Ints:
    """The words of each body, a name of several words as one.

    Of words with a capital that follow each other only the first counts. A name goes on over words
    of _PARTICLES, which do not count, and over full stops; any other mark ends it, and so does its
    sentence. So "Nora Vale" and "J. van der Meer" count 1.
    """
    particles = in_names & text.words
    # What neither is in a name nor ends it is passed over: words of _PARTICLES and full stops.
    seen = ~(particles | (text.shape_codes == _FULL_STOP))
    seen[text.sentence_starts] = True
    capitals = text.capital & ~particles
    going_on = capitals.copy()
    going_on[text.sentence_starts] = False
    places = seen.nonzero()[0]
    joined = places[1:][capitals.take(places[:-1]) & going_on.take(places[1:])]
    uncounted = (layout.count_in_bodies(tokens) for tokens in (particles.nonzero()[0], joined))
    return layout.words - sum(uncounted)


def _speech_counts(findings: Findings) -> Ints:
    """The attributions of each body by verb and source, VERBS x SOURCES columns."""
    reading, verbs, width = findings.reading, findings.verbs, len(VERBS) * len(SOURCES)
    kinds = map(attrgetter("kind"), reading.attributions)
    sources = np.fromiter(map(_SOURCE_NUMBERS.__getitem__, kinds), np.intp, len(verbs))
    classes = _verb_classes(reading.lexicon)[reading.codes[verbs]]
    articles, zones = np.divmod(findings.zones[verbs], len(ZONES))
    columns = (articles * width + classes * len(SOURCES) + sources)[zones != TITLE]
    return np.bincount(columns, minlength=len(findings) * width).reshape(-1, width)


@functools.lru_cache(maxsize=8)
def _word_classes(lexicon: Lexicon) -> npt.NDArray[np.uint8]:
    """By tape character 1 + the place of its class in _CLASSES, 0 for none."""
    classes = np.zeros(lexicon.vocabulary.size, np.uint8)
    for number, name in enumerate(_CLASSES, 1):
        if name in MARKS:
            characters = MARKS[name]
        else:
            characters = lexicon.characters(f"<{name}>")
            if name not in _NO_NAMES:
                characters = lower_case(characters)
        classes[list(map(ord, characters))] = number
    return classes


@functools.lru_cache(maxsize=8)
def _verb_classes(lexicon: Lexicon) -> npt.NDArray[np.intp]:
    """By tape character the place of its class in VERBS, 0 for any other."""
    classes = np.zeros(lexicon.vocabulary.size, np.intp)
    for number, name in enumerate(VERBS[1:], 1):
        classes[list(map(ord, lower_case(lexicon.characters(f"<{name}>"))))] = number
    return classes


def lower_case(characters: str) -> str:
    """The tape characters of a class of words, those of capitalised forms left out."""
    return characters[::2]


def _slotted(hashes: Sequence[int]) -> npt.NDArray[np.uint64]:
    """A table that has each hash at (hash >> 32) % its size, a power of two, and 0 elsewhere."""
    size = 1
    while len({word_hash >> 32 & size - 1 for word_hash in hashes}) < len(hashes):
        size *= 2
    table = np.zeros(size, np.uint64)
    for word_hash in hashes:
        table[word_hash >> 32 & size - 1] = word_hash
    return table


_HALF = np.uint64(32)
_SLOTS = _slotted(hashes_of(_PARTICLES.split()))
