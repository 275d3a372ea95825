"""Measures the form of an article: counts of words, marks and turns, and its lines."""

from functools import cached_property

import numpy as np

from credscore.evidence import SOURCE_KINDS
from credscore.features import Pieces
from credscore.signals import Findings, Ints
from credscore.text import NUMBER, YEAR, Text
from credscore.text_kinds.lines import LEAST_TURNS, Lines, Timeline, Turns, timeline_of, turns_of
from credscore.text_kinds.marks import points_of
from credscore.text_kinds.words import NAMES, Words

LEAST = {
    "self": (3, 0.006), "our": (3, 0.006), "reasoning": (3, 0.005), "filler": (8, 0.2),
    "notice": (4, 0.05), "navigation": (6, 0.1), "reader": (4, 0.04), "kitchen": (6, 0.05),
    "vacancy": (4, 0.035), "person": (5, 0.05), "legal": (8, 0.08), "goods": (8, 0.08),
    "minutes": (8, 0.065),
}  # fmt: skip
"""By class the number of words, and their share of all, with which rules look at them."""
MAX_CODE_FUNCTION_SHARE = 0.3  # program text has a smaller share of function words

_LEAST, _LEAST_SHARES = np.array([*LEAST.values()]).T
_PLACES = np.array([NAMES.index(name) for name in LEAST])
_TRAITS = (*LEAST, "colons", "no_prose", "dates", "handles")
_OF_ONE_VOICE = {"self", "our", "reader", "kitchen", "vacancy"}
_MOST_VOICES = 0.018  # the most attributions (not to pronouns) a word in a text of one voice
_MOST_STATEMENTS = {"legal": 0.012, "goods": 0.012, "minutes": 0.018, "handles": 0.03}
"""By trait: the most attributions a word. News of a vote, a recall or a fine has twice as many."""
_CODE = np.zeros(1 << 16, np.bool_)
_CODE[[ord(mark) for mark in "{};=<>[]_\\`"]] = True
_FIGURE = np.zeros(1 << 16, np.bool_)
_FIGURE[[ord(shape) for shape in NUMBER + YEAR]] = True
_ITEM = np.zeros(1 << 16, np.bool_)
_ITEM[[ord(mark) for mark in NUMBER + YEAR + "-*¤—[("]] = True
_PRONOUN, _INSTITUTION = map(SOURCE_KINDS.index, ("pronoun", "institution"))
FOUND = {
    "hearsay": [*Pieces("second_hand").slots(), *Pieces("anonymous_sources").slots()],
    "insistence": Pieces("sensationalism", frozenset({"insistence", "loaded", "deceit"})).slots(),
    "specifics": Pieces("specifics").slots(),
}
"""By name the findings that rules count."""
_BREAK, _COLON, _AT, _HASH = map(ord, "\n:@#")
_SHORT_LINE = 90  # a text with longer lines on average is set in paragraphs
_LEAST_LINES = 3
LEAST_DATES = 5  # the fewest entries of a timeline
_LEAST_HANDLES, _LEAST_HANDLE_SHARE = 5, 0.1  # how many, and how many a word, posts have
_DATE = 6  # the most tokens of a date: "Thursday, Sept. 24, 2015"
_NO_LINES = Lines("")


class Form:
    """The form of one article, from which its kind is told. Costly counts are made on request.

    Words and tokens are those of the body. `traits` holds: the classes of LEAST with enough words;
    the kinds with `points` for their marks; `lines` if it is set in lines; `colons` if it has those
    of a conversation; `no_prose` if it has few function words; `dates` if lines begin with figures;
    `handles` if it has as many @ and # as posts have. The classes of _OF_ONE_VOICE and
    _MOST_STATEMENTS count only if hardly anyone but the writer speaks; words of persons only if no
    institution speaks. `others` counts attributions that are not to pronouns.
    """

    def __init__(
        self, findings: Findings, words: Words, number: int, traits: set[str],
        points: dict[str, int], lines: Lines, others: int,
    ) -> None:  # fmt: skip
        layout = findings.layout
        self._findings, self._words, self._number = findings, words, number
        self._start, self._end = int(layout.body_starts[number]), int(layout.body_ends[number])
        self.words, self.tokens = int(layout.words[number]), self._end - self._start
        self._counts: list[int] = words.counts[number].tolist()
        self.quoted, self.others = int(layout.quoted[number]), others
        self.traits, self.points, self.lines = traits, points, lines

    def count(self, *names: str) -> int:
        """The number of words of these classes in the body."""
        return sum(self._counts[NAMES.index(name)] for name in names)

    def share(self, name: str) -> float:
        return self.count(name) / max(self.words, 1)

    def code(self) -> int:
        """The number of brackets and operators."""
        shapes = self._findings.reading.text.shape_codes[self._start : self._end]
        return int(_CODE[shapes].sum())

    def varies(self, name: str) -> bool:
        """Whether the body has enough different words of a class of LEAST."""
        numbers = self._words.within(self._start, self._end, name)[1]
        return name in self.traits and len({*numbers.tolist()}) >= LEAST[name][0]

    def finding_count(self, what: str) -> int:
        """The number of findings of an entry of FOUND."""
        return int(self._findings.counts[self._number, FOUND[what]].sum())

    def full_names(self) -> int:
        """The number of pairs of capitalised words inside sentences: "Maria Keller"."""
        text = self._findings.reading.text
        body = slice(self._start, self._end)
        inside = text.words[body] & text.capital[body]
        opening = text.sentence_starts.searchsorted((self._start, self._end))
        inside[text.sentence_starts[slice(*opening)] - self._start] = False
        return int((inside[1:] & inside[:-1]).sum())

    def outside(self, *names: str) -> Ints:
        """The tokens of these classes outside quotations, in order."""
        bounds = self._findings.reading.text.quotations.reshape(-1)
        tokens, _ = self._words.within(self._start, self._end, *names)
        return np.asarray(tokens[bounds.searchsorted(tokens, "right") & 1 == 0])

    def is_spread(self, tokens: Ints) -> bool:
        """Whether a tenth of the tokens stand in the first quarter, and a tenth in the last."""
        quarter = self.tokens // 4
        early, late = tokens.searchsorted((self._start + quarter, self._end - quarter))
        return bool(min(early, len(tokens) - late) >= 0.1 * len(tokens))

    def timeline(self) -> Timeline:
        return timeline_of(self._findings.reading.text.bodies[self._number])

    @cached_property
    def turns(self) -> Turns:
        text = self._findings.reading.text
        colons = (text.shape_codes[self._start : self._end] == _COLON).nonzero()[0]
        return turns_of(text, colons + self._start)


def forms_of(findings: Findings, words: Words) -> dict[int, Form]:
    """The form of each article that may be of one of the kinds, by number of the article."""
    points, lines = points_of(findings, words), _lines(findings)
    sources, sizes = findings.source_counts.tolist(), findings.layout.words.tolist()
    traits = _traits(findings, words, points)
    forms = {}
    for number, of_one in enumerate(traits):
        others = sum(sources[number]) - sources[number][_PRONOUN]
        if others >= _MOST_VOICES * sizes[number]:
            of_one -= _OF_ONE_VOICE
        share = sum(sources[number]) / max(sizes[number], 1)
        of_one -= {trait for trait, most in _MOST_STATEMENTS.items() if share >= most}
        if sources[number][_INSTITUTION]:
            of_one.discard("person")
        if lines[number]:
            of_one.add("lines")
        if of_one:
            forms[number] = Form(
                findings, words, number, of_one, points[number], lines[number] or _NO_LINES, others
            )
    return forms


def _traits(findings: Findings, words: Words, points: list[dict[str, int]]) -> list[set[str]]:
    """The traits of each article that depend neither on its lines nor on who speaks."""
    sizes = findings.layout.words
    text, layout = findings.reading.text, findings.layout
    colons = (text.shape_codes == _COLON).nonzero()[0]
    talk = layout.count_in_bodies(colons) >= LEAST_TURNS
    dates = layout.count_in_bodies(_before_figures(text)) >= LEAST_DATES - 1
    marks = layout.count_in_bodies(
        ((text.shape_codes == _AT) | (text.shape_codes == _HASH)).nonzero()[0]
    )
    handles = marks >= np.maximum(_LEAST_HANDLES, _LEAST_HANDLE_SHARE * sizes)
    no_prose = words.count("function") < MAX_CODE_FUNCTION_SHARE * sizes
    enough = words.counts[:, _PLACES] >= np.maximum(_LEAST, sizes[:, np.newaxis] * _LEAST_SHARES)
    traits: list[set[str]] = list(map(set, points))
    has_trait = np.concatenate([enough.T, [talk, no_prose, dates, handles]])
    for trait, number in zip(*map(np.ndarray.tolist, has_trait.nonzero()), strict=True):
        traits[number].add(_TRAITS[trait])
    return traits


def _before_figures(text: Text) -> Ints:
    """The line breaks with a figure behind them where a date would stand."""
    figures = _FIGURE[text.shape_codes].nonzero()[0]
    breaks: Ints = (text.shape_codes == _BREAK).nonzero()[0]
    return breaks[figures.searchsorted(breaks + _DATE, "right") > figures.searchsorted(breaks)]


def _lines(findings: Findings) -> list[Lines | None]:
    """The lines of the articles that are set in lines or have items of a list."""
    text, layout = findings.reading.text, findings.layout
    shapes = text.shape_codes
    breaks = (shapes[:-1] == _BREAK).nonzero()[0]
    items = layout.count_in_bodies(breaks[_ITEM[shapes[breaks + 1]]] + 1).tolist()
    return [
        Lines(body) if listed >= _LEAST_LINES or _is_set_in_lines(body) else None
        for body, listed in zip(text.bodies, items, strict=True)
    ]


def _is_set_in_lines(body: str) -> bool:
    """Whether lines are short on average; empty lines do not count."""
    lines = body.split("\n")
    if len(body) >= _SHORT_LINE * (len(lines) - lines.count("")):
        return False  # however many lines are blank
    count = sum(map(bool, map(str.strip, lines)))
    return count > _LEAST_LINES and len(body) < _SHORT_LINE * count
