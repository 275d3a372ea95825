# cython: wraparound=False
"""From findings and weights to what a report shows: evidence with offsets, contributions.

The loops are compiled where that can be (explanation.pxd).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from credscore.evidence import Evidence
from credscore.features import FEATURES
from credscore.findings import LABELS, ZONES, Findings, Floats, Ints
from credscore.model import Model
from credscore.report import Contribution
from credscore.tally import TITLE

_TITLE, _ZONES = TITLE, len(ZONES)
_FEATURES = {feature.name: feature for feature in FEATURES}
# Of a hundred named tuples an article none is made by a call of Python, as _make would.
_new: Callable[[type, tuple[Any, ...]], Any] = tuple.__new__


def locate(found: Findings) -> Iterator[tuple[Evidence, ...]]:
    """The evidence of each article in text order, the title's first, with the caller's offsets."""
    return map(_Quotes(found).of, range(len(found)))


class _Quotes:
    """Cuts the evidence of an article out of it, when it is asked for."""

    def __init__(self, found: Findings) -> None:
        text = found.reading.text
        self._rows, self._source, self._bounds = found.rows, text.source, found.bounds
        self._starts, self._ends = text.starts[found.starts].data, text.ends[found.ends - 1].data
        self._zones, self._quoted = found.zones.data, found.in_quote.data
        self._title_offsets, self._body_offsets = text.title_offsets.data, text.body_offsets.data

    def of(self, article: int) -> tuple[Evidence, ...]:
        made = []
        for place in range(self._bounds[article], self._bounds[article + 1]):
            row = self._rows[place]
            start, end, in_title = self._starts[place], self._ends[place], False
            offset = self._body_offsets[article]
            if self._zones[place] == _TITLE:
                offset, in_title = self._title_offsets[article], True
            quote = self._source[start:end]
            made.append(
                _new(Evidence, (
                    row.signal, row.kind, row.cue, start - offset, end - offset, quote,
                    bool(self._quoted[place]), in_title,
                ))
            )  # fmt: skip
        return tuple(made)


class _Moves:
    """Tells how each feature moved an article's score, the largest move first, when asked for."""

    def __init__(
        self, labels: Sequence[tuple[str, str]], columns: Ints, counting: Sequence[Sequence[int]],
        found: Findings, features: Floats, contributions: Floats,
    ) -> None:  # fmt: skip
        self._labels, self._columns, self._counting = labels, columns.data, counting
        self._bounds, self._kinds, self._zones = found.bounds, found.kinds.data, found.zones.data
        self._features, self._contributions = features.data, contributions.data
        ranks = np.argsort(-np.abs(contributions), axis=1, kind="stable")
        self._ranks = ranks.data

    def of(self, article: int) -> tuple[Contribution, ...]:
        support, made = self._support(article), []
        for place in range(len(self._columns)):
            term = self._ranks[article, place]
            label, value = self._labels[term], self._features[article, self._columns[term]]
            counted = support[term]
            made.append(
                _new(Contribution, (
                    label[0], label[1], value if value == value else None,
                    self._contributions[article, term], tuple(counted) if counted else (),
                ))
            )  # fmt: skip
        return tuple(made)

    def _support(self, article: int) -> list[list[int] | None]:
        """By term the evidence that it counts, as places in the report."""
        support: list[list[int] | None] = [None] * len(self._columns)
        first = self._bounds[article]
        for place in range(first, self._bounds[article + 1]):
            for term in self._counting[_ZONES * self._kinds[place] + self._zones[place]]:
                counted = support[term]
                if counted is None:
                    support[term] = [place - first]
                else:
                    counted.append(place - first)
        return support


class Explainer:
    """Tells how much each feature of a model moved the log-odds, and by which evidence."""

    def __init__(self, model: Model) -> None:
        self._terms = [_FEATURES[weight.feature] for weight in model.weights]
        self._labels = [(feature.name, feature.signal) for feature in self._terms]
        self._columns = model.terms.columns
        self._counting: list[list[int]] = []  # by label and zone, the terms that count it

    def explain(
        self, found: Findings, features: Floats, contributions: Floats
    ) -> Iterator[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first."""
        if len(self._counting) < len(ZONES) * len(LABELS.known):
            self._counting = [
                [number for number, feature in enumerate(self._terms)
                 if feature.signal == signal and feature.counts(kind, zone)]
                for signal, kind in tuple(LABELS.known) for zone in ZONES
            ]  # fmt: skip
        moves = _Moves(self._labels, self._columns, self._counting, found, features, contributions)
        return map(moves.of, range(len(found)))
