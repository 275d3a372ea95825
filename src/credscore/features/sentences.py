"""Sentences of bodies that are counted by what they hold."""

import numpy as np

from credscore.evidence import KINDS
from credscore.signals import TITLE, Bools, Findings, Ints

SENTENCES = {"unnamed_quoted": "anonymous_sources", "hedged_alone": "hedges"}
"""Sentences that are counted, and the signal whose evidence each of them holds: those that name an
unnamed source and quote, and those that hold a hedge and no attribution."""

_SIGNALS = list(SENTENCES.values())
_OF_KIND = np.array([
    _SIGNALS.index(signal) if signal in _SIGNALS else len(_SIGNALS) for signal, _ in KINDS
])  # fmt: skip


class Sentences:
    """What the sentences of bodies hold.

    A sentence quotes if it has words in quotation marks, wherever the marks themselves belong.
    What stands before the first sentence of a title or body is held by none.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings, text, layout = findings, findings.reading.text, findings.layout
        # A span begins with each sentence, title and body.
        self._starts = np.concatenate(
            [text.sentence_starts, layout.title_starts, layout.body_starts]
        )
        self._starts.sort()
        places = findings.places
        self._columns = _OF_KIND[places.kinds]
        self._columns[places.zones == TITLE] = len(_SIGNALS)
        self._chosen = (self._columns < len(_SIGNALS)).nonzero()[0]
        self._spans = self._spans_of(places.starts[self._chosen])

        begins, ends = text.quotations.T
        bounds = text.quotations.reshape(-1)
        attributing, quoting = (
            self._flags(self._spans_of(tokens))
            for tokens in (findings.verbs, begins[ends - begins > 1] + 1)
        )
        quoting |= bounds.searchsorted(self._starts, "right") & 1 == 1
        sentences = self._flags(self._spans_of(text.sentence_starts))
        held = np.zeros((len(_SIGNALS), len(self._starts)), np.bool_)
        held[self._columns[self._chosen], self._spans] = True
        self._counted = held & np.array([quoting, ~attributing]) & sentences

    def _spans_of(self, tokens: Ints) -> Ints:
        return self._starts.searchsorted(tokens, "right") - 1

    def _flags(self, spans: Ints) -> Bools:
        """For every span whether it is one of these."""
        flags = np.zeros(len(self._starts), np.bool_)
        flags[spans] = True
        return flags

    def counts(self) -> list[Ints]:
        """How many of each of SENTENCES every body has."""
        layout = self._findings.layout
        return [layout.count_in_bodies(self._starts[counted]) for counted in self._counted]

    def lost(self) -> Ints:
        """How many less of SENTENCES there would be without each finding: (findings, SENTENCES)."""
        columns, spans = self._columns[self._chosen], self._spans
        slots = columns * len(self._starts) + spans
        sole = np.bincount(slots)[slots] == 1
        lost = np.zeros((len(self._findings.rows), len(_SIGNALS)), np.intp)
        lost[self._chosen, columns] = sole & self._counted[columns, spans]
        return lost
