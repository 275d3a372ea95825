"""Sentences of bodies that are counted by what they hold."""

from bisect import bisect_right
from collections import Counter

import numpy as np

from credscore.signals import TITLE, Findings, Ints

SENTENCES = {"unnamed_quoted": "anonymous_sources", "hedged_alone": "hedges"}
"""Sentences that are counted, and the signal whose evidence each of them holds: those that name an
unnamed source and quote, and those that hold a hedge and no attribution."""


class Sentences:
    """What the sentences of bodies hold.

    A sentence quotes if it has words in quotation marks, wherever the marks themselves belong.
    What stands before the first sentence of a title or body is held by none.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings, text, layout = findings, findings.reading.text, findings.layout
        # A span begins with each sentence, title and body.
        starts = np.concatenate([text.sentence_starts, layout.title_starts, layout.body_starts])
        starts.sort()
        self._spans = self._spans_of(starts, findings.places.starts)
        self._zones = findings.places.zones.tolist()
        self._evidence: dict[str, Counter[int]] = {name: Counter() for name in SENTENCES.values()}
        for row, span, zone in zip(findings.rows, self._spans, self._zones, strict=True):
            if row.signal in self._evidence and zone != TITLE:
                self._evidence[row.signal][span] += 1

        bounds = text.quotations.reshape(-1).tolist()
        opened = [
            start + 1
            for start, end in zip(bounds[::2], bounds[1::2], strict=True)
            if end - start > 1
        ]
        quoting = set(self._spans_of(starts, opened))
        attributing = set(self._spans_of(starts, findings.verbs))
        sentences = set(text.sentence_starts.tolist())
        begins = starts.tolist()
        self._starts = begins
        self._counted = {
            "anonymous_sources": {
                span
                for span in self._evidence["anonymous_sources"]
                if begins[span] in sentences
                and (span in quoting or bisect_right(bounds, begins[span]) % 2)
            },
            "hedges": {
                span
                for span in self._evidence["hedges"]
                if begins[span] in sentences and span not in attributing
            },
        }

    @staticmethod
    def _spans_of(starts: Ints, tokens: Ints | list[int]) -> list[int]:
        spans: list[int] = (starts.searchsorted(tokens, "right") - 1).tolist()
        return spans

    def counts(self) -> list[Ints]:
        """How many of each of SENTENCES every body has."""
        return [
            self._findings.layout.count_in_bodies(
                np.array(sorted(self._starts[span] for span in self._counted[signal]), np.intp)
            )
            for signal in SENTENCES.values()
        ]

    def lost(self) -> list[tuple[int, ...]]:
        """How many less of each of SENTENCES there would be without each finding: 0 or 1."""
        return [
            tuple(
                int(
                    row.signal == signal and zone != TITLE
                    and span in self._counted[signal] and self._evidence[signal][span] == 1
                )
                for signal in SENTENCES.values()
            )
            for row, span, zone in zip(self._findings.rows, self._spans, self._zones, strict=True)
        ]  # fmt: skip
