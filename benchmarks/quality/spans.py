"""Found spans against annotated ones: pairing, precision, recall, F1, and bootstrap intervals.

Found and annotated spans are paired one to one. Precision, recall and F1 are given for pairs that
overlap, for pairs whose intersection is at least half of their union in tokens, and for sentences
(does the sentence hold any?). Intervals are percentiles over samples of whole sentences, drawn
with replacement.
"""

import re
from collections import defaultdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

DRAWS = 1000
LEVEL = 0.95
FIELDS = (
    "found", "annotated", "overlap", "iou50", "right_kind",
    "found_sentences", "annotated_sentences", "both_sentences",
)  # fmt: skip
RATES = {
    "overlap_f1": ("overlap", "found", "annotated"),
    "iou50_f1": ("iou50", "found", "annotated"),
    "sentence_f1": ("both_sentences", "found_sentences", "annotated_sentences"),
}

Row = dict[str, float | int | list[float] | None]


class Span(NamedTuple):
    """Characters start to end of a sentence, and the kind."""

    start: int
    end: int
    kind: str


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Words and marks, as pairs of character positions."""
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def token_iou(span: Span, other: Span, tokens: list[tuple[int, int]]) -> float:
    """Tokens in both over tokens in either, 0..1."""
    first = {t for t in tokens if t[0] < span.end and span.start < t[1]}
    second = {t for t in tokens if t[0] < other.end and other.start < t[1]}
    return len(first & second) / max(1, len(first | second))


def pair(
    predicted: list[Span], gold: list[Span], tokens: list[tuple[int, int]]
) -> list[tuple[int, int, float]]:
    """The one-to-one assignment with most overlapping pairs, and of these the best overlap."""
    if not predicted or not gold:
        return []
    iou = np.array([[token_iou(span, other, tokens) for other in gold] for span in predicted])
    rows, columns = linear_sum_assignment(-(iou + 2 * (iou > 0)))
    return [
        (int(r), int(c), float(iou[r, c])) for r, c in zip(rows, columns, strict=True) if iou[r, c]
    ]


class Tally:
    """Counts by key and sentence, and the rates that follow from them."""

    def __init__(self, sentences: int) -> None:
        self._counts: dict[str, npt.NDArray[np.float64]] = defaultdict(
            lambda: np.zeros((sentences, len(FIELDS)))
        )

    def add(
        self, sentence: int, signal: str, text: str, predicted: list[Span], gold: list[Span]
    ) -> list[tuple[int, int, float]]:
        """Count one sentence under the signal and under "signal/kind"; returns the pairs.

        A pair counts under a kind where both of its spans have it.
        """
        pairs = pair(predicted, gold, tokens_of(text))
        keys = {signal, *(f"{signal}/{span.kind}" for span in (*predicted, *gold) if span.kind)}
        for key in keys:
            kind = key.partition("/")[2]
            count = sum(not kind or span.kind == kind for span in predicted)
            marked = sum(not kind or span.kind == kind for span in gold)
            chosen = [
                (iou, predicted[f].kind == gold[g].kind)
                for f, g, iou in pairs
                if not kind or predicted[f].kind == gold[g].kind == kind
            ]
            self._counts[key][sentence] = (
                count, marked, len(chosen), sum(iou >= 0.5 for iou, _ in chosen),
                sum(right for _, right in chosen),
                count > 0, marked > 0, count > 0 and marked > 0,
            )  # fmt: skip
        return pairs

    def table(self, seed: int = 0) -> dict[str, Row]:
        """By key: precision, recall, F1 (0..1) with intervals, kinds right among the pairs."""
        return {key: self._row(counts, seed) for key, counts in sorted(self._counts.items())}

    def _row(self, counts: npt.NDArray[np.float64], seed: int) -> Row:
        sums = dict(zip(FIELDS, counts.sum(axis=0).tolist(), strict=True))
        row: Row = {"found": int(sums["found"]), "annotated": int(sums["annotated"])}
        drawn = np.random.default_rng(seed).multinomial(
            len(counts), np.full(len(counts), 1 / len(counts)), DRAWS
        )
        samples = dict(zip(FIELDS, (drawn @ counts).T, strict=True))
        for name, (hits, count, marked) in RATES.items():
            stem = name.removesuffix("_f1")
            row[f"{stem}_precision"] = _share(sums[hits], sums[count])
            row[f"{stem}_recall"] = _share(sums[hits], sums[marked])
            row[name] = _share(2 * sums[hits], sums[count] + sums[marked])
            row[f"{name}_interval"] = interval(2 * samples[hits], samples[count] + samples[marked])
        row["kind_accuracy"] = _share(sums["right_kind"], sums["overlap"])
        row["kind_accuracy_interval"] = interval(samples["right_kind"], samples["overlap"])
        return row


def _share(numerator: float, whole: float) -> float | None:
    return round(numerator / whole, 4) if whole else None


def interval(
    numerator: npt.NDArray[np.float64], whole: npt.NDArray[np.float64]
) -> list[float] | None:
    """The middle LEVEL of part / whole over the samples in which there is a whole."""
    shares = numerator[whole > 0] / whole[whole > 0]
    if not len(shares):
        return None
    bounds = np.quantile(shares, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return [round(float(bound), 4) for bound in bounds]
