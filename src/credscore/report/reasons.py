"""Explains a score by reasons: contributions by signal, each in a plain sentence.

Every contribution belongs to exactly one reason, or to the rest, which only the details show.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from credscore.evidence import SOURCES, Basis, Evidence, tell_all_sources
from credscore.report.records import WAYS, Contribution, Reason, by_signal
from credscore.report.sentences import ABSENCES, absence_of, absence_sentence, sentence_of

LEAST = 0.05  # in log-odds: what moves a score less is no reason


def reasons_of(
    contributions: Sequence[Contribution],
    evidence: tuple[Evidence, ...],
    pronouns: int = 0,
    documents: int = 0,
) -> tuple[Reason, ...]:
    """The reasons of a report, the weightiest first.

    A reason rests on all evidence of its signals that concerns the claim, so that "no date" means
    none, or on what its contributions count, if its signals have none of their own. `pronouns` and
    `documents` are the numbers of statements whose source is one.

    >>> from credscore.evidence import Evidence
    >>> hedge = Evidence("hedges", "adverb", "adverb", 3, 12, "allegedly", False, False)
    >>> reasons_of([Contribution("hedges_lead", "hedges", 1.0, -0.4, (0,))], (hedge,))[0].text
    'One word of doubt (“allegedly”).'
    """
    weights = by_signal(contributions)
    places: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(evidence):
        if item.of_claim:
            places[item.signal].append(number)
    attributed = sum(len(places[signal]) for signal in SOURCES)

    def basis_of(signals: tuple[str, ...]) -> Basis:
        own = [part for part in contributions if part.signal in signals]
        rests = sorted(chain.from_iterable(places[signal] for signal in signals))
        rests = rests or sorted({number for part in own for number in part.evidence})
        moves = {part.feature: part.log_odds for part in own}
        is_for = sum(weights.get(signal, 0.0) for signal in signals) > 0
        return Basis(is_for, rests, evidence, attributed, moves, pronouns, documents)

    parts = list[_Part]()
    absences = list[_Part]()
    for signals in _together(weights, has_unnamed=bool(places[SOURCES[0]])):
        if abs(sum(weights[signal] for signal in signals)) >= LEAST:
            basis = basis_of(signals)
            is_absence = basis.is_for and signals[0] in ABSENCES
            text = absence_of(signals[0], basis) if is_absence else sentence_of(signals, basis)
            if text is not None:
                (absences if is_absence else parts).append(_Part(text, signals, basis))
    covered = set(chain.from_iterable(part.signals for part in parts))
    if any(places[signal] and signal not in covered for signal in SOURCES):
        parts = [part for part in parts if part.signals[0] not in SOURCES]
        basis = basis_of(SOURCES)
        parts.append(_Part(tell_all_sources(basis), SOURCES, basis))
    reasons = [part.reason() for part in parts]
    if absences:
        absences.sort(key=lambda part: -weights[part.signals[0]])
        reasons.append(_joined(absences))
    reasons.sort(
        key=lambda reason: -abs(sum(weights.get(signal, 0.0) for signal in reason.signals))
    )
    return tuple(reasons)


class _Part(NamedTuple):
    """What is told of some signals, and the evidence that it rests on."""

    text: str
    signals: tuple[str, ...]
    basis: Basis

    def reason(self) -> Reason:
        return Reason(self.text, WAYS[self.basis.is_for], self.signals, tuple(self.basis.places))


def _joined(absences: Sequence[_Part]) -> Reason:
    """The one reason of all signals that are absent or rare."""
    signals = tuple(part.signals[0] for part in absences)
    rests = sorted(chain.from_iterable(part.basis.places for part in absences))
    return Reason(absence_sentence([part.text for part in absences]), "for", signals, tuple(rests))


def tells_absence(reason: Reason) -> bool:
    """Whether a reason tells what is absent or rare."""
    return reason.speaks == "for" and reason.signals[0] in ABSENCES


def _together(weights: Mapping[str, float], *, has_unnamed: bool) -> Iterator[tuple[str, ...]]:
    """The signals of each reason: sources in one, unless named and unnamed ones speak two ways.

    That no source is unnamed is told with those that are named.
    """
    unnamed, named = (weights.get(signal, 0.0) for signal in SOURCES)
    faint = min(abs(unnamed), abs(named)) < LEAST <= abs(unnamed + named)
    together = unnamed * named > 0 or faint or not has_unnamed
    if together:
        yield SOURCES
    for signal in weights:
        if not (together and signal in SOURCES):
            yield (signal,)
