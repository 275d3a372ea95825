"""The form of each article: counts of words, marks and turns, and its lines."""

from typing import NamedTuple

import numpy as np

from credscore.signals import Findings, Ints
from credscore.text import NUMBER, YEAR
from credscore.text_kinds.language import Language
from credscore.text_kinds.lines import Lines, lines_of
from credscore.text_kinds.marks import points_of
from credscore.text_kinds.turns import NO_TURNS, Turns, turns_of
from credscore.text_kinds.words import Words

LEAST_OWN, LEAST_FILLER, LEAST_NOTICE, LEAST_NAVIGATION, LEAST_CODE = 3, 8, 4, 6, 15
"""With fewer words or marks than these no rule looks at their share."""

_CODE = np.zeros(1 << 16, np.bool_)
_CODE[[ord(mark) for mark in "{};=<>[]_\\`"]] = True
_ITEM = np.zeros(1 << 16, np.bool_)
_ITEM[[ord(mark) for mark in NUMBER + YEAR + "-*¤—[("]] = True
_BREAK = ord("\n")
_SHORT_LINE = 120
"""Characters of a line, in the mean, above which a text is set in paragraphs."""
_LEAST_LINES = 3


class Form(NamedTuple):
    """What the kind of one article is told by. Words and tokens are those of its body,
    `sources` its attributions to anyone but a pronoun.

    `own` counts I outside quotations, `early` and `late` those in its first and last
    quarter, `ought` should and must; `navigation` words of a page's menu, `different` ones;
    `function` is the share of function words, `english` that of words that only English has;
    `points` are those of the marks of each kind. `lines` is None for a text set in paragraphs.
    """

    words: int
    tokens: int
    sources: int
    own: int
    early: int
    late: int
    ought: int
    filler: int
    notice: int
    navigation: int
    different: int
    code: int
    function: float
    english: float
    points: dict[str, int]
    turns: Turns
    lines: Lines | None


def forms_of(findings: Findings, words: Words, language: Language) -> dict[int, Form]:
    """The form of each article that may be of some kind, by its number.

    None is, without marks, turns, lines and as many words of a class as a rule asks for.
    """
    layout = findings.layout
    points, turns, lines = points_of(findings, words), turns_of(findings), _lines(findings)
    own, early, late, ought = _voices(findings, words)
    filler, notice, navigation = map(words.count, ("filler", "notice", "navigation"))
    different = words.different("navigation")
    code = layout.count_in_bodies(_CODE.take(findings.reading.text.shape_codes).nonzero()[0])
    held = (own >= LEAST_OWN) | (filler >= LEAST_FILLER)
    held |= (notice >= LEAST_NOTICE) | (different >= LEAST_NAVIGATION) | (code >= LEAST_CODE)
    chosen = [
        number
        for number, holds in enumerate(held.tolist())
        if holds or points[number] or lines[number] or turns[number] is not NO_TURNS
    ]
    if not chosen:
        return {}
    counts = (
        layout.words, layout.body_ends - layout.body_starts,
        _sources(findings), own, early, late, ought, filler, notice, navigation,
        different, code, language.function, language.english,
    )  # fmt: skip
    columns = zip(*(column[chosen].tolist() for column in counts), strict=True)
    return {
        number: Form._make((*row, points[number], turns[number], lines[number]))
        for number, row in zip(chosen, columns, strict=True)
    }


def _sources(findings: Findings) -> Ints:
    """The attributions of each body to anyone but a pronoun."""
    spoken = [statement.kind != "pronoun" for statement in findings.reading.attributions]
    return findings.layout.count_in_bodies(findings.verbs[np.array(spoken, np.bool_)])


def _voices(findings: Findings, words: Words) -> tuple[Ints, Ints, Ints, Ints]:
    """Words outside quotations: of class self, of both in the outer quarters, of class ought."""
    layout, quotations = findings.layout, findings.reading.text.quotations.reshape(-1)
    own, ought, both = (
        tokens[quotations.searchsorted(tokens, "right") & 1 == 0]
        for tokens in (words.of("self"), words.of("ought"), words.of("self", "ought"))
    )
    quarter = (layout.body_ends - layout.body_starts) // 4
    starts, ends = layout.body_starts, layout.body_ends
    bounds = np.array([starts, starts + quarter, ends - quarter, ends])
    first, second, last, end = both.searchsorted(bounds)
    count = layout.count_in_bodies
    return count(own), second - first, end - last, count(ought)


def _lines(findings: Findings) -> list[Lines | None]:
    """The lines of the articles that are set in lines, or have items of a list."""
    text, layout = findings.reading.text, findings.layout
    shapes = text.shape_codes
    breaks = (shapes[:-1] == _BREAK).nonzero()[0]
    items = layout.count_in_bodies(breaks[_ITEM[shapes[breaks + 1]]] + 1).tolist()
    return [
        lines_of(body) if listed >= _LEAST_LINES or _is_set_in_lines(body) else None
        for body, listed in zip(text.bodies, items, strict=True)
    ]


def _is_set_in_lines(body: str) -> bool:
    """Whether lines are short in the mean, empty ones left out."""
    most = body.count("\n") + 1
    if len(body) >= _SHORT_LINE * most or len(body) >= _SHORT_LINE * (most - body.count("\n\n")):
        return False  # however many lines are empty
    lines = sum(map(bool, map(str.strip, body.split("\n"))))
    return lines > _LEAST_LINES and len(body) < _SHORT_LINE * lines
