# cython: wraparound=False
"""From findings and weights to what a report shows: evidence with offsets, contributions.

The loops are compiled where that can be (explanation.pxd).
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from credscore.evidence import KINDS, Evidence
from credscore.features import FEATURES, Pieces
from credscore.model import Model
from credscore.report import _records as records
from credscore.report.report import Contribution
from credscore.signals import END, IN_QUOTE, KIND, START, TITLE, ZONE, ZONES, Findings, Floats, Ints

_START, _END, _KIND, _ZONE, _IN_QUOTE = START, END, KIND, ZONE, IN_QUOTE
_TITLE, _ZONES = TITLE, len(ZONES)
_FEATURES = {feature.name: feature for feature in FEATURES}


def locate(found: Findings) -> Iterator[tuple[Evidence, ...]]:
    """The evidence of each article in text order, the title's first, with the caller's offsets."""
    return map(_Quotes(found).of, range(len(found)))


class _Quotes:
    """Cuts the evidence of an article out of it, when it is asked for."""

    def __init__(self, found: Findings) -> None:
        text = found.reading.text
        self._rows, self._pieces, self._bounds = found.rows, text.pieces, found.bounds
        self._places, self._starts, self._ends = found.places.data, text.starts.data, text.ends.data
        self._title_offsets, self._body_offsets = text.title_offsets.data, text.body_offsets.data

    def of(self, article: int) -> tuple[Evidence, ...]:
        made = []
        for place in range(self._bounds[article], self._bounds[article + 1]):
            row = self._rows[place]
            in_title = self._places[place, _ZONE] == _TITLE
            offset = self._title_offsets[article] if in_title else self._body_offsets[article]
            start = self._starts[self._places[place, _START]] - offset
            end = self._ends[self._places[place, _END] - 1] - offset
            quote = self._pieces[2 * article + (not in_title)][start:end]
            made.append(records.record(Evidence, (
                row.signal, row.kind, row.cue, start, end, quote,
                self._places[place, _IN_QUOTE] != 0, in_title,
            )))  # fmt: skip
        return tuple(made)


class _Moves:
    """Tells how each feature moved an article's score, the largest move first, when asked for."""

    def __init__(
        self, terms: Sequence[tuple[str, str, Contribution]], columns: Ints, groups: Ints,
        counting: Sequence[Sequence[int]], found: Findings, features: Floats, contributions: Floats,
    ) -> None:  # fmt: skip
        self._terms, self._columns, self._groups = terms, columns.data, groups.data
        self._counting, self._group_count = counting, int(groups.max()) + 1
        self._bounds, self._places = found.bounds, found.places.data
        self._features, self._contributions = features.data, contributions.data
        self._sizes, self._ranks = np.empty(len(columns)).data, np.empty(len(columns), np.intp).data

    def of(self, article: int) -> tuple[Contribution, ...]:
        self._rank(article)
        support: list[tuple[int, ...]] = self._support(article)
        made: list[Any] = [None] * len(self._columns)
        for term in range(len(self._columns)):
            name, signal, one = self._terms[term]
            value = self._features[article, self._columns[term]]
            if value == value:
                one = records.record(Contribution, (
                    name, signal, value, self._contributions[article, term],
                    support[self._groups[term]],
                ))  # fmt: skip
            made[self._ranks[term]] = one
        return tuple(made)

    def _rank(self, article: int) -> None:
        """Write the places of the terms, the largest move first, equal ones in their order."""
        for term in range(len(self._columns)):
            size, rank = abs(self._contributions[article, term]), 0
            for other in range(term):
                ahead = self._sizes[other] >= size
                rank += ahead
                self._ranks[other] += 1 - ahead
            self._sizes[term], self._ranks[term] = size, rank

    def _support(self, article: int) -> list[tuple[int, ...]]:
        """By group of terms the evidence that they count, as places in the report."""
        first = self._bounds[article]
        support: list[list[int] | None] = [None] * self._group_count
        for place in range(first, self._bounds[article + 1]):
            number = place - first  # one object for all groups
            slot = _ZONES * self._places[place, _KIND] + self._places[place, _ZONE]
            for group in self._counting[slot]:
                places = support[group]
                if places is None:
                    support[group] = [number]
                else:
                    places.append(number)
        return [tuple(places) if places else () for places in support]


class Explainer:
    """Tells how much each feature of a model moved the log-odds, and by which evidence."""

    def __init__(self, model: Model) -> None:
        terms = [_FEATURES[weight.feature] for weight in model.weights]
        self._terms = [
            (one.name, one.signal, Contribution(one.name, one.signal, None, 0.0, ()))
            for one in terms
        ]  # with what it contributes where it is missing
        self._columns = model.terms.columns
        # Terms that count the same evidence are one group.
        pieces = [Pieces(one.signal, one.kinds, one.where) for one in terms]
        self._pieces = list(dict.fromkeys(pieces))
        self._groups = np.array([self._pieces.index(one) for one in pieces], np.intp)
        self._counting = [  # by kind and zone, the groups that count it
            [group for group, counted in enumerate(self._pieces)
             if counted.holds(signal, kind, zone)]
            for signal, kind in KINDS for zone in ZONES
        ]  # fmt: skip

    def explain(
        self, found: Findings, features: Floats, contributions: Floats
    ) -> Iterator[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first."""
        moves = _Moves(
            self._terms, self._columns, self._groups, self._counting, found, features,
            contributions,
        )  # fmt: skip
        return map(moves.of, range(len(found)))
