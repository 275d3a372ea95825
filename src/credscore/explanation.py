"""From findings and weights to what a report shows: evidence with offsets, contributions."""

from itertools import pairwise

import numpy as np

from credscore.evidence import Evidence
from credscore.features import FEATURES
from credscore.findings import TITLE, Findings, Floats
from credscore.model import Model
from credscore.record import make
from credscore.report import Contribution

_FEATURES = {feature.name: feature for feature in FEATURES}


def locate(found: Findings) -> list[tuple[Evidence, ...]]:
    """The evidence of each article in text order, the title's first, with the caller's offsets."""
    text = found.reading.text
    source = text.source
    last = np.array([row[1] for row in found.rows], np.intp) - 1
    starts, ends = text.starts[found.starts], text.ends[last]
    in_title = found.zones == TITLE
    shifts = np.where(
        in_title, text.title_offsets[found.articles], text.body_offsets[found.articles]
    )
    columns = (starts, ends, starts - shifts, ends - shifts, found.in_quote, in_title)
    evidence = make(
        Evidence,
        [
            (signal, kind, cue, begin, stop, source[start:end], quoted, titled)
            for (_, _, signal, kind, cue), start, end, begin, stop, quoted, titled in zip(
                found.rows, *(column.tolist() for column in columns), strict=True
            )
        ],
    )
    bounds = found.articles.searchsorted(np.arange(len(found) + 1)).tolist()
    return [tuple(evidence[a:b]) for a, b in pairwise(bounds)]


class Explainer:
    """Tells how much each feature of a model moved the log-odds, and by which evidence."""

    def __init__(self, model: Model) -> None:
        self._terms = [_FEATURES[weight.feature] for weight in model.weights]
        self._columns = model.terms.columns
        self._counted: dict[tuple[str, str, int], tuple[int, ...]] = {}

    def explain(
        self, found: Findings, features: Floats, contributions: Floats
    ) -> list[tuple[Contribution, ...]]:
        """The contributions of each article, the largest first."""
        supported = self._supported(found)
        order = np.argsort(-np.abs(contributions), axis=1, kind="stable").tolist()
        values = features[:, self._columns].tolist()
        rows = []
        for ranks, row, moves, support in zip(
            order, values, contributions.tolist(), supported, strict=True
        ):
            for term in ranks:
                value = row[term]
                feature = self._terms[term]
                rows.append(
                    (
                        feature.name, feature.signal, None if value != value else value,
                        moves[term], tuple(support.get(term, ())),
                    )
                )  # fmt: skip
        made = make(Contribution, rows)
        width = len(self._terms)
        return [tuple(made[i : i + width]) for i in range(0, len(made), width)]

    def _supported(self, found: Findings) -> list[dict[int, list[int]]]:
        """For each article and term the evidence that the term counts, as places in its report."""
        supported: list[dict[int, list[int]]] = [{} for _ in range(len(found))]
        placed = [0] * len(found)
        for (_, _, signal, kind, _), article, zone in zip(
            found.rows, found.articles.tolist(), found.zones.tolist(), strict=True
        ):
            support = supported[article]
            for term in self._counting(signal, kind, zone):
                support.setdefault(term, []).append(placed[article])
            placed[article] += 1
        return supported

    def _counting(self, signal: str, kind: str, zone: int) -> tuple[int, ...]:
        key = (signal, kind, zone)
        if key not in self._counted:
            self._counted[key] = tuple(
                number
                for number, feature in enumerate(self._terms)
                if feature.signal == signal and feature.counts(kind, zone)
            )
        return self._counted[key]
