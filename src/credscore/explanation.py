"""From findings and weights to what a report shows: evidence with offsets, contributions."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise

import numpy as np

from credscore.evidence import Evidence
from credscore.features import FEATURES
from credscore.findings import LABELS, ZONES, Findings, Floats
from credscore.model import Model
from credscore.report import Contribution
from credscore.tally import TITLE

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
        self._counting: list[list[int]] = []  # by label and zone, the terms that count it

    def explain(
        self, found: Findings, features: Floats, contributions: Floats
    ) -> Iterator[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first."""
        width = len(self._terms)
        ranks = np.argsort(-np.abs(contributions), axis=1, kind="stable")
        order = ranks.ravel().tolist()
        flat = (ranks + width * np.arange(len(found))[:, None]).ravel()
        places = flat.tolist()
        moves = contributions.ravel()[flat].tolist()
        values = features[:, self._columns].ravel()[flat].tolist()
        supported = self._supported(found)
        columns = (
            [self._labels[term][0] for term in order],
            [self._labels[term][1] for term in order],
            [None if value != value else value for value in values],
            moves,
            [supported.get(place, ()) for place in places],
        )
        made = map(Contribution._make, zip(*columns, strict=True))
        return (tuple(islice(made, width)) for _ in range(len(found)))

    def _supported(self, found: Findings) -> dict[int, tuple[int, ...]]:
        """By article * terms + term, the evidence that the term counts, as places in the report."""
        if len(self._counting) < len(ZONES) * len(LABELS):
            self._counting = [
                [number for number, feature in enumerate(self._terms)
                 if feature.signal == signal and feature.counts(kind, zone)]
                for signal, kind in list(LABELS) for zone in ZONES
            ]  # fmt: skip
        slots = (len(ZONES) * found.kinds + found.zones).tolist()
        width, bounds, counting = len(self._terms), found.bounds, self._counting
        places: dict[int, list[int]] = defaultdict(list)
        for row, (slot, article) in enumerate(zip(slots, found.articles.tolist(), strict=True)):
            for term in counting[slot]:
                places[width * article + term].append(row - bounds[article])
        return {key: tuple(rows) for key, rows in places.items()}
