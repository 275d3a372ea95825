"""Counts the form of a text: marks, words of closed classes, sentences and attributions.

Names are never counted, nor any capitalised word that may be a name.
"""

import functools

import numpy as np
import numpy.typing as npt

from credscore.evidence import KINDS, SOURCE_KINDS
from credscore.lexicon import Lexicon
from credscore.signals import TITLE, ZONES, Bools, Findings, Ints, Layout
from credscore.text import CAPITALS, NUMBER, YEAR, Text

MARKS = {"ellipsis": "…", "aside": "(;-—"}
"""What is counted by its mark: a name and the marks (characters.py)."""
WORDS = ("absolute", "pointing", "present_form", "past_form")
"""What is counted by class: classes of lexicons/wording.toml, which share no word."""
_NO_NAMES = frozenset({"absolute", "pointing", "present_form"})
"""Classes whose words are nobody's name: they count with a capital too."""
VERBS = ("any_other", "plain_speech", "claiming", "passing_on")
"""Classes of verbs of speech, which share no word."""

SENTENCES = {"unnamed_quoted": "anonymous_sources", "hedged_alone": "hedges"}
"""Sentences that are counted, and the signal whose evidence each of them holds: those that name an
unnamed source and quote, and those that hold a hedge and no attribution."""
_SIGNALS = list(SENTENCES.values())
_OF_KIND = np.array([
    _SIGNALS.index(signal) if signal in _SIGNALS else len(_SIGNALS) for signal, _ in KINDS
])  # fmt: skip

_CLASSES = (*MARKS, *WORDS)
COUNTS = (
    *(f"{zone} {name}" for zone in ("title", "body") for name in _CLASSES),
    *(f"{verb} {source}" for verb in VERBS for source in SOURCE_KINDS),
    "title shouted",
    "body length",
    *SENTENCES,
    "sentences",
)
"""The names of the columns of `count`.

"title shouted" is 1 if the title has nothing but words in capitals, and several of them; "body
length" counts words, a name of several words as one.
"""

_CAPITALS, _NUMBER, _YEAR = map(ord, (CAPITALS, NUMBER, YEAR))
_HYPHEN, _DASH, _LINE_END = map(ord, "-—\n")
_INITIAL = 2  # the most letters of initials


def count(findings: Findings) -> Ints:
    """All COUNTS of each article, shape (articles, counts)."""
    text, layout = findings.reading.text, findings.layout
    others = (
        _are_in_capitals(findings),
        _lengths(text, layout),
        *Sentences(findings).counts(),
        layout.sentences,
    )
    columns = _class_counts(findings), _speech_counts(findings), np.array(others).T
    return np.concatenate(columns, axis=1)


def _class_counts(findings: Findings) -> Ints:
    """Marks and words of each class: columns for the title, then the same for the body."""
    classes = _numbers(_CLASSES, findings.reading.lexicon).take(findings.reading.codes)
    tokens = (classes > 0).nonzero()[0]
    tokens = tokens[~_are_rules(findings.reading.text.shape_codes, tokens)]
    tokens = tokens[~_in_openings(findings, tokens)]
    numbers = findings.zones[tokens] * len(_CLASSES) + classes[tokens] - 1
    size = len(ZONES) * len(findings) * len(_CLASSES)
    counts = np.bincount(numbers, minlength=size).reshape(-1, len(ZONES), len(_CLASSES))
    counts[:, 1] += counts[:, 2]  # zones: title, lead, rest; the body is lead and rest
    return counts[:, :2].reshape(len(findings), -1)


def _are_rules(shapes: npt.NDArray[np.uint16], tokens: Ints) -> Bools:
    """Whether each token is a dash that begins a line, as an item does, or follows a dash."""
    here, before = shapes[tokens], shapes[tokens - 1]
    dashes, more = ((marks == _HYPHEN) | (marks == _DASH) for marks in (here, before))
    return np.asarray(dashes & (more | (before == _LINE_END)))


def _in_openings(findings: Findings, tokens: Ints) -> Bools:
    """Whether each token stands in its body before the story: in a dateline, byline or caption."""
    text, articles = findings.reading.text, findings.zones[tokens] // len(ZONES)
    bodies, stories = text.body_starts[articles], text.story_starts[articles]
    return (tokens >= bodies) & (tokens < stories)


def _are_in_capitals(findings: Findings) -> Ints:
    """Whether each title is in capitals, apart from initials and numbers; "AP" alone is not."""
    text = findings.reading.text
    loud = text.shape_codes == _CAPITALS
    other = text.words & ~loud & (text.ends - text.starts > _INITIAL)
    other &= (text.shape_codes != _NUMBER) & (text.shape_codes != _YEAR)
    titles = findings.layout.title_starts, findings.layout.body_starts
    louds, others = (
        np.subtract(*map(chosen.nonzero()[0].searchsorted, titles[::-1]))
        for chosen in (loud, other)
    )
    return np.asarray((louds > 1) & (others == 0), np.intp)


def _lengths(text: Text, layout: Layout) -> Ints:
    """The number of words of each body; a name of several words is one: "J. van der Meer"."""
    particles = text.particles
    seen = ~particles
    seen[text.sentence_starts] = True
    capitals = text.capital & ~particles
    going_on = capitals.copy()
    going_on[text.sentence_starts] = False
    places = seen.nonzero()[0]
    joined = places[1:][capitals.take(places[:-1]) & going_on.take(places[1:])]
    passed = layout.count_in_bodies(particles.nonzero()[0])
    return layout.words - passed - layout.count_in_bodies(joined)


def _speech_counts(findings: Findings) -> Ints:
    """The number of attributions in each body, by verb and source: VERBS x SOURCE_KINDS columns."""
    reading, verbs, width = findings.reading, findings.verbs, len(VERBS) * len(SOURCE_KINDS)
    classes = _numbers(VERBS[1:], reading.lexicon)[reading.codes[verbs]]
    articles, zones = np.divmod(findings.zones[verbs], len(ZONES))
    kinds, *_ = reading.statements.T
    columns = articles * width + classes * len(SOURCE_KINDS) + kinds
    return np.bincount(columns[zones != TITLE], minlength=len(findings) * width).reshape(-1, width)


class Sentences:
    """Counts the sentences of bodies by what they hold.

    A sentence quotes if it has words in quotation marks, wherever the marks themselves stand.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings, text, places = findings, findings.reading.text, findings.places
        self._starts = text.sentence_bounds[:-1]
        numbers, (begins, ends) = np.asarray(text.sentence_numbers), text.quotations.T
        self._columns = _OF_KIND[places.kinds]
        self._columns[places.zones == TITLE] = len(_SIGNALS)
        self._chosen = (self._columns < len(_SIGNALS)).nonzero()[0]
        self._numbers = numbers[places.starts[self._chosen]]
        attributing, quoting, *held = np.zeros((2 + len(_SIGNALS), len(self._starts)), np.bool_)
        attributing[numbers[findings.verbs]] = True
        quoting[numbers[begins[ends - begins > 1] + 1]] = True
        quoting |= text.quotations.reshape(-1).searchsorted(self._starts, "right") & 1 == 1
        self._counted = np.array(held)
        self._counted[self._columns[self._chosen], self._numbers] = True
        self._counted &= np.array([quoting, ~attributing])

    def counts(self) -> list[Ints]:
        """The counts of SENTENCES of every body, shape (articles, SENTENCES)."""
        layout = self._findings.layout
        return [layout.count_in_bodies(self._starts[counted]) for counted in self._counted]

    def losses(self) -> Ints:
        """How much lower the counts are without each finding, shape (findings, SENTENCES)."""
        columns, numbers = self._columns[self._chosen], self._numbers
        slots = columns * len(self._starts) + numbers
        sole = np.bincount(slots)[slots] == 1
        lost = np.zeros((len(self._findings.rows), len(_SIGNALS)), np.intp)
        lost[self._chosen, columns] = sole & self._counted[columns, numbers]
        return lost


@functools.lru_cache(maxsize=8)
def _numbers(names: tuple[str, ...], lexicon: Lexicon) -> npt.NDArray[np.uint8]:
    """For each tape character 1 + the index of its class in `names`; 0 if it is in none."""
    numbers = np.zeros(lexicon.vocabulary.size, np.uint8)
    for number, name in enumerate(names, 1):
        characters = MARKS.get(name) or lexicon.characters(f"<{name}>")
        step = 1 if name in MARKS or name in _NO_NAMES else 2
        numbers[list(map(ord, characters[::step]))] = number
    return numbers
