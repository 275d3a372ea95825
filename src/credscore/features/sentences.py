"""Sentences of bodies that are counted by what they hold."""

import numpy as np

from credscore.evidence import KINDS
from credscore.signals import TITLE, Findings, Ints

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
    """

    def __init__(self, findings: Findings) -> None:
        self._findings, text, places = findings, findings.reading.text, findings.places
        self._starts = text.sentence_bounds[:-1]
        numbers, (begins, ends) = np.asarray(text.sentence_numbers), text.quotations.T
        self._columns = _OF_KIND[places.kinds]
        self._columns[places.zones == TITLE] = len(_SIGNALS)
        self._chosen = (self._columns < len(_SIGNALS)).nonzero()[0]
        self._numbers = numbers[places.starts[self._chosen]]
        attributing, quoting, *held = np.zeros((2 + len(_SIGNALS), len(self._starts)), np.bool_)
        attributing[numbers[findings.verbs]] = True
        quoting[numbers[begins[ends - begins > 1] + 1]] = True
        quoting |= text.quotations.reshape(-1).searchsorted(self._starts, "right") & 1 == 1
        self._counted = np.array(held)
        self._counted[self._columns[self._chosen], self._numbers] = True
        self._counted &= np.array([quoting, ~attributing])

    def counts(self) -> list[Ints]:
        """How many of each of SENTENCES every body has."""
        layout = self._findings.layout
        return [layout.count_in_bodies(self._starts[counted]) for counted in self._counted]

    def lost(self) -> Ints:
        """How many less of SENTENCES there would be without each finding: (findings, SENTENCES)."""
        columns, numbers = self._columns[self._chosen], self._numbers
        slots = columns * len(self._starts) + numbers
        sole = np.bincount(slots)[slots] == 1
        lost = np.zeros((len(self._findings.rows), len(_SIGNALS)), np.intp)
        lost[self._chosen, columns] = sole & self._counted[columns, numbers]
        return lost
