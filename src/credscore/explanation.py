# cython: wraparound=False
"""From findings and weights to what a report shows: evidence with offsets, contributions.

The loops are compiled where that can be (explanation.pxd).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from credscore.evidence import Evidence
from credscore.features import FEATURES
from credscore.findings import LABELS, ZONES, Findings, Floats
from credscore.model import Model
from credscore.report import Contribution
from credscore.tally import TITLE

_TITLE, _ZONES = TITLE, len(ZONES)
_FEATURES = {feature.name: feature for feature in FEATURES}
# What _make does, without a call of Python for each of a hundred tuples an article.
_evidence: Callable[[tuple[Any, ...]], Evidence] = partial(tuple.__new__, Evidence)
_contribution: Callable[[tuple[Any, ...]], Contribution] = partial(tuple.__new__, Contribution)


def locate(found: Findings) -> Iterator[tuple[Evidence, ...]]:
    """The evidence of each article in text order, the title's first, with the caller's offsets."""
    text = found.reading.text
    starts, ends = text.starts[found.starts], text.ends[found.ends - 1]
    evidence = _cut_out(
        found.rows, text.source, starts.data, ends.data, found.articles.data, found.zones.data,
        text.title_offsets.data, text.body_offsets.data, found.in_quote.data, _evidence,
    )  # fmt: skip
    return (tuple(evidence[first:last]) for first, last in pairwise(found.bounds))


def _cut_out(
    rows: Sequence[Any], source: str, starts: memoryview, ends: memoryview,
    articles: memoryview, zones: memoryview, title_offsets: memoryview,
    body_offsets: memoryview, quoted: memoryview, make: Callable[[tuple[Any, ...]], Evidence],
) -> list[Evidence]:  # fmt: skip
    """Evidence of findings whose characters stand from `starts` to `ends` in the source."""
    made = []
    for row in range(len(rows)):
        _, _, signal, kind, cue = rows[row]
        start, end, in_title = starts[row], ends[row], zones[row] == _TITLE
        offset = title_offsets[articles[row]] if in_title else body_offsets[articles[row]]
        made.append(
            make((
                signal, kind, cue, start - offset, end - offset, source[start:end],
                bool(quoted[row]), bool(in_title),
            ))
        )  # fmt: skip
    return made


def _explained(
    names: Sequence[str], signals: Sequence[str], ranks: memoryview, columns: memoryview,
    features: memoryview, contributions: memoryview, support: Sequence[tuple[int, ...]],
    make: Callable[[tuple[Any, ...]], Contribution],
) -> list[Contribution]:  # fmt: skip
    """The contributions of one article after the other, in the order of their ranks."""
    made, width = [], len(columns)
    for article in range(len(ranks)):
        for place in range(width):
            term = ranks[article, place]
            value = features[article, columns[term]]
            made.append(
                make((
                    names[term], signals[term], value if value == value else None,
                    contributions[article, term], support[width * article + term],
                ))
            )  # fmt: skip
    return made


def _support(
    counting: Sequence[list[int]], kinds: memoryview, zones: memoryview, articles: memoryview,
    bounds: Sequence[int], width: int, count: int,
) -> list[tuple[int, ...]]:  # fmt: skip
    """At article * width + term the evidence that the term counts, as places in the report."""
    places: list[Any] = [()] * (width * count)
    held = []
    for row in range(len(kinds)):
        article = articles[row]
        for term in counting[_ZONES * kinds[row] + zones[row]]:
            slot = width * article + term
            if not places[slot]:
                places[slot] = []
                held.append(slot)
            places[slot].append(row - bounds[article])
    for slot in held:
        places[slot] = tuple(places[slot])
    return places


class Explainer:
    """Tells how much each feature of a model moved the log-odds, and by which evidence."""

    def __init__(self, model: Model) -> None:
        self._terms = [_FEATURES[weight.feature] for weight in model.weights]
        self._names = [feature.name for feature in self._terms]
        self._signals = [feature.signal for feature in self._terms]
        self._columns = model.terms.columns
        self._counting: list[list[int]] = []  # by label and zone, the terms that count it

    def explain(
        self, found: Findings, features: Floats, contributions: Floats
    ) -> Iterator[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first."""
        if len(self._counting) < len(ZONES) * len(LABELS):
            self._counting = [
                [number for number, feature in enumerate(self._terms)
                 if feature.signal == signal and feature.counts(kind, zone)]
                for signal, kind in list(LABELS) for zone in ZONES
            ]  # fmt: skip
        width = len(self._terms)
        support = _support(
            self._counting, found.kinds.data, found.zones.data, found.articles.data, found.bounds,
            width, len(found),
        )  # fmt: skip
        ranks = np.argsort(-np.abs(contributions), axis=1, kind="stable")
        made = _explained(
            self._names, self._signals, ranks.data, self._columns.data, features.data,
            contributions.data, support, _contribution,
        )  # fmt: skip
        return (tuple(made[at : at + width]) for at in range(0, width * len(found), width))
