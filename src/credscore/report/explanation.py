"""Turns findings and weights into what a report shows: evidence with offsets, contributions."""

from collections.abc import Iterator
from itertools import chain, islice, pairwise, repeat

import numpy as np

from credscore.evidence import KINDS, Evidence
from credscore.features import FEATURES, Pieces
from credscore.model import Model
from credscore.report.records import Contribution
from credscore.signals import COUNTED, TITLE, Findings, Floats

_PAIRS = np.array(KINDS, object)

# tuple.__new__ makes records without a Python call for each.


def locate(findings: Findings) -> Iterator[tuple[Evidence, ...]]:
    """The evidence of each article, the title's first and in text order, with the caller's offsets.

    >>> from credscore.signals import find
    >>> [[item.quote for item in items] for items in locate(find(["It may rain.", ""], [None] * 2))]
    [['may'], []]
    """
    text, places = findings.reading.text, findings.places
    in_title = places.zones == TITLE
    offsets = np.where(
        in_title, text.title_offsets[places.articles], text.body_offsets[places.articles]
    )
    first, last = text.starts[places.starts], text.ends[places.ends - 1]
    source = text.source
    behind = np.minimum(places.ends, len(text) - 1)
    stopped = (text.shape_codes[behind] == ord(".")) & (text.starts[behind] == last)
    for row in stopped.nonzero()[0].tolist():
        last[row] += source[last[row] - 2] == "."  # "U.S."
    spans = zip(first.tolist(), last.tolist(), strict=True)
    quotes = [source[start:end] for start, end in spans]
    starts, ends = (first - offsets).tolist(), (last - offsets).tolist()
    sources = (in_title & text.titled[places.articles]).tolist()
    signals, kinds = _PAIRS[places.kinds].T.tolist()
    names = map(findings.reading.lexicon.table.names.__getitem__, places.names.tolist())
    flags = places.in_quote.tolist(), sources, findings.of_claim.tolist()
    rows = zip(signals, kinds, names, starts, ends, quotes, *flags, strict=True)
    evidence = map(tuple.__new__, repeat(Evidence), rows)
    for start, end in pairwise(findings.bounds):
        yield tuple(islice(evidence, end - start))


class Explainer:
    """Computes how much each feature of a model moved the log-odds, and by which evidence."""

    def __init__(self, model: Model) -> None:
        self._columns = model.linear.scale.columns
        features = [FEATURES[column] for column in self._columns]
        self._names = np.array([feature.name for feature in features], object)
        self._signals = np.array([feature.signal for feature in features], object)
        # Features that count the same evidence share one tuple of it.
        pieces = [Pieces(feature.signal, feature.kinds, feature.where) for feature in features]
        groups = list(dict.fromkeys(pieces))
        self._group_count = len(groups)
        self._groups = np.array([groups.index(counted) for counted in pieces])
        self._counting = [  # for each kind and zone, the groups that count it
            [group for group, counted in enumerate(groups) if counted.holds(signal, kind, zone)]
            for signal, kind in KINDS for zone in COUNTED
        ]  # fmt: skip

    def explain(
        self, findings: Findings, features: Floats, contributions: Floats
    ) -> Iterator[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first, equal ones as in the model."""
        order = np.argsort(-np.abs(contributions), axis=1, kind="stable")
        rows = np.arange(len(order))[:, np.newaxis]
        numbers = features[rows, self._columns[order]]
        values = numbers.astype(object)
        values[np.isnan(numbers)] = None  # missing
        slots, counted = findings.slots.tolist(), self._groups[order].tolist()
        evidence: Iterator[tuple[int, ...]] = chain.from_iterable(
            map(self._evidence(slots[start:end]).__getitem__, groups)
            for (start, end), groups in zip(pairwise(findings.bounds), counted, strict=True)
        )
        columns = self._names[order], self._signals[order], values, contributions[rows, order]
        parts = zip(*(column.ravel().tolist() for column in columns), evidence, strict=True)
        records = map(tuple.__new__, repeat(Contribution), parts)
        for article in counted:
            yield tuple(islice(records, len(article)))

    def _evidence(self, slots: list[int]) -> list[tuple[int, ...]]:
        """For each group of features the evidence that it counts, as indices into the report's."""
        evidence: list[list[int]] = [[] for _ in range(self._group_count)]
        for number, slot in enumerate(slots):
            for group in self._counting[slot]:
                evidence[group].append(number)
        return list(map(tuple, evidence))
