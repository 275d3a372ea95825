"""From findings and weights to what a report shows: evidence with offsets, contributions."""

from collections.abc import Iterator
from itertools import islice, pairwise

import numpy as np

from credscore.evidence import Evidence
from credscore.features import FEATURES
from credscore.findings import TITLE, ZONES, Findings, Floats
from credscore.model import Model
from credscore.report import Contribution

_FEATURES = {feature.name: feature for feature in FEATURES}


def locate(found: Findings) -> Iterator[tuple[Evidence, ...]]:
    """The evidence of each article in text order, the title's first, with the caller's offsets."""
    text, rows = found.reading.text, found.rows
    source = text.source
    starts, ends = text.starts[found.starts], text.ends[found.ends - 1]
    in_title = found.zones == TITLE
    shifts = np.where(
        in_title, text.title_offsets[found.articles], text.body_offsets[found.articles]
    )
    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    columns = (
        [row[2] for row in rows], [row[3] for row in rows], [row[4] for row in rows],
        (starts - shifts).tolist(), (ends - shifts).tolist(),
        [source[start:end] for start, end in spans], found.in_quote.tolist(), in_title.tolist(),
    )  # fmt: skip
    evidence = map(Evidence._make, zip(*columns, strict=True))
    return (tuple(islice(evidence, last - first)) for first, last in pairwise(found.bounds))


class Explainer:
    """Tells how much each feature of a model moved the log-odds, and by which evidence."""

    def __init__(self, model: Model) -> None:
        self._terms = [_FEATURES[weight.feature] for weight in model.weights]
        self._labels = [(feature.name, feature.signal) for feature in self._terms]
        self._columns = model.terms.columns
        self._known: dict[tuple[str, str, int], list[bool]] = {}

    def explain(
        self, found: Findings, features: Floats, contributions: Floats
    ) -> Iterator[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first."""
        ranks = np.argsort(-np.abs(contributions), axis=1, kind="stable")
        moves = np.take_along_axis(contributions, ranks, 1).ravel().tolist()
        values = np.take_along_axis(features[:, self._columns], ranks, 1).ravel().tolist()
        width = len(self._terms)
        order = ranks.ravel().tolist()
        supported = self._supported(found)
        places = (ranks + width * np.arange(len(found))[:, None]).ravel().tolist()
        columns = (
            [self._labels[term][0] for term in order],
            [self._labels[term][1] for term in order],
            [None if value != value else value for value in values],
            moves,
            [supported.get(place, ()) for place in places],
        )
        made = map(Contribution._make, zip(*columns, strict=True))
        return (tuple(islice(made, width)) for _ in range(len(found)))

    def _counting(self, signal: str, kind: str, zone: int) -> list[bool]:
        key = (signal, kind, zone)
        if key not in self._known:
            self._known[key] = [
                feature.signal == signal and feature.counts(kind, zone) for feature in self._terms
            ]
        return self._known[key]

    def _supported(self, found: Findings) -> dict[int, tuple[int, ...]]:
        """By article * terms + term, the evidence that the term counts, as places in the report."""
        counting = np.array(
            [self._counting(*label, zone) for label in found.labels for zone in ZONES], np.bool_
        ).reshape(-1, len(self._terms))
        rows, terms = counting[len(ZONES) * found.kinds + found.zones].nonzero()
        articles = found.articles[rows]
        keys = articles * len(self._terms) + terms
        order = np.argsort(keys, kind="stable")
        local = (rows - np.array(found.bounds)[articles])[order].tolist()
        keys = keys[order]
        new = np.ones(len(keys), np.bool_)
        new[1:] = keys[1:] != keys[:-1]
        first = new.nonzero()[0]
        spans = pairwise([*first.tolist(), len(keys)])
        return {
            key: tuple(local[start:end])
            for key, (start, end) in zip(keys[first].tolist(), spans, strict=True)
        }
