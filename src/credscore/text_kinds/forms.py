"""The form of an article: counts of words, marks and turns, and its lines."""

from functools import cached_property

import numpy as np

from credscore.evidence import SOURCE_KINDS
from credscore.signals import Bools, Findings, Ints
from credscore.text import NUMBER, YEAR
from credscore.text_kinds.lines import Lines
from credscore.text_kinds.marks import points_of
from credscore.text_kinds.turns import LEAST_TURNS, Turns, turns_of
from credscore.text_kinds.words import NAMES, Words

LEAST = {"self": (3, 0.02), "filler": (8, 0.2), "notice": (4, 0.05), "navigation": (6, 0.1)}
"""By class the number of words, and their share of all, with which rules look at them."""
MAX_CODE_FUNCTION_SHARE = 0.3
"""Program text has fewer function words than these among its words."""

_LEAST, _LEAST_SHARES = np.array([*LEAST.values()]).T
_PLACES = list(map(NAMES.index, LEAST))
_CODE = np.zeros(1 << 16, np.bool_)
_CODE[[ord(mark) for mark in "{};=<>[]_\\`"]] = True
_ITEM = np.zeros(1 << 16, np.bool_)
_ITEM[[ord(mark) for mark in NUMBER + YEAR + "-*¤—[("]] = True
_PRONOUN = SOURCE_KINDS.index("pronoun")
_BREAK, _COLON = map(ord, "\n:")
_SHORT_LINE = 90  # characters of a line, in the mean, above which a text is set in paragraphs
_LEAST_LINES = 3
_NO_LINES = Lines("")


class Form:
    """What the kind of one article is told by; what is dear is counted when it is asked for.

    Words and tokens are those of the body. `counts` are words by class, `points` those of the
    marks of each kind; a text set in paragraphs has no `lines`.
    """

    def __init__(
        self, findings: Findings, words: Words, number: int, points: dict[str, int], lines: Lines
    ) -> None:
        layout = findings.layout
        self._findings, self._words = findings, words
        self._start = int(layout.body_starts[number])
        self._end = int(layout.body_ends[number])
        self.words, self.tokens = int(layout.words[number]), self._end - self._start
        counts: list[int] = words.counts[number].tolist()
        self.counts = dict(zip(NAMES, counts, strict=True))
        self.points, self.lines = points, lines

    def has(self, name: str) -> bool:
        """Whether the body has enough words of a class of LEAST."""
        least, share = LEAST[name]
        return self.counts[name] >= max(least, share * self.words)

    def share(self, name: str) -> float:
        """The share of a class among the words."""
        return self.counts[name] / max(self.words, 1)

    @cached_property
    def code(self) -> int:
        """Brackets and operators."""
        shapes = self._findings.reading.text.shape_codes[self._start : self._end]
        return int(_CODE[shapes].sum())

    @cached_property
    def different(self) -> int:
        """Different words of navigation."""
        return len({*self._words.within(self._start, self._end, "navigation")[1].tolist()})

    @cached_property
    def sources(self) -> int:
        """Attributions to anyone but a pronoun."""
        kinds, *_ = self._findings.reading.statements.T
        first, last = self._findings.verbs.searchsorted((self._start, self._end))
        return int((kinds[first:last] != _PRONOUN).sum())

    @cached_property
    def voice(self) -> tuple[int, int, int, int]:
        """Words outside quotations: I and the like, should and must, both in the outer quarters."""
        own, ought = map(self._outside, ("self", "ought"))
        both = np.sort(np.concatenate([own, ought]))
        quarter = self.tokens // 4
        early, late = both.searchsorted((self._start + quarter, self._end - quarter))
        return len(own), len(ought), int(early), len(both) - int(late)

    def _outside(self, name: str) -> Ints:
        """The tokens of a class that stand outside quotations."""
        bounds = self._findings.reading.text.quotations.reshape(-1)
        tokens = self._words.within(self._start, self._end, name)[0]
        outside: Ints = tokens[bounds.searchsorted(tokens, "right") & 1 == 0]
        return outside

    @cached_property
    def turns(self) -> Turns:
        """The turns of a conversation."""
        text = self._findings.reading.text
        colons = (text.shape_codes[self._start : self._end] == _COLON).nonzero()[0]
        return turns_of(text, colons + self._start)


def forms_of(findings: Findings, words: Words) -> dict[int, Form]:
    """The form of each article that may be of some kind, by its number."""
    points, lines = points_of(findings, words), _lines(findings)
    held = _hold_words(findings, words).tolist()
    return {
        number: Form(findings, words, number, points[number], lines[number] or _NO_LINES)
        for number in range(len(findings))
        if held[number] or points[number] or lines[number]
    }


def _hold_words(findings: Findings, words: Words) -> Bools:
    """Whether each article holds enough words of a class, or colons, for a rule to look at it."""
    sizes = findings.layout.words
    colons = (findings.reading.text.shape_codes == _COLON).nonzero()[0]
    least = np.maximum(_LEAST, sizes[:, np.newaxis] * _LEAST_SHARES)
    held: Bools = (words.counts[:, _PLACES] >= least).any(axis=1)
    held |= words.count("function") < MAX_CODE_FUNCTION_SHARE * sizes
    held |= findings.layout.count_in_bodies(colons) >= LEAST_TURNS
    return held


def _lines(findings: Findings) -> list[Lines | None]:
    """The lines of the articles that are set in lines, or have items of a list."""
    text, layout = findings.reading.text, findings.layout
    shapes = text.shape_codes
    breaks = (shapes[:-1] == _BREAK).nonzero()[0]
    items = layout.count_in_bodies(breaks[_ITEM[shapes[breaks + 1]]] + 1).tolist()
    return [
        Lines(body) if listed >= _LEAST_LINES or _is_set_in_lines(body) else None
        for body, listed in zip(text.bodies, items, strict=True)
    ]


def _is_set_in_lines(body: str) -> bool:
    """Whether lines are short in the mean, empty ones left out."""
    lines = body.split("\n")
    if len(body) >= _SHORT_LINE * (len(lines) - lines.count("")):
        return False  # however many lines are blank
    count = sum(map(bool, map(str.strip, lines)))
    return count > _LEAST_LINES and len(body) < _SHORT_LINE * count
