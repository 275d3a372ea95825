"""Explains a score by reasons: contributions by signal, each in a plain sentence.

Every contribution belongs to exactly one reason, or to the rest, which only the details show.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from credscore.evidence import SOURCES, Basis, Evidence
from credscore.report.records import WAYS, Contribution, Reason, by_signal
from credscore.report.sentences import sentence_of

LEAST = 0.05  # in log-odds: what moves a score less is no reason


def reasons_of(
    contributions: Sequence[Contribution], evidence: tuple[Evidence, ...]
) -> tuple[Reason, ...]:
    """The reasons of a report, the weightiest first.

    A reason rests on all evidence of its signals that concerns the claim; so "no date" means that
    there is none. If its signals have no evidence, it rests on what its contributions count.

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
    reasons = []
    for signals in _together(weights):
        weight = sum(weights[signal] for signal in signals)
        if abs(weight) >= LEAST:
            own = [part for part in contributions if part.signal in signals]
            rests = sorted(chain.from_iterable(places[signal] for signal in signals))
            rests = rests or sorted({number for part in own for number in part.evidence})
            moves = {part.feature: part.log_odds for part in own}
            text = sentence_of(signals, Basis(weight > 0, rests, evidence, attributed, moves))
            if text is not None:
                reason = Reason(text, WAYS[weight > 0], signals, tuple(rests))
                reasons.append((abs(weight), reason))
    reasons.sort(key=lambda pair: -pair[0])
    return tuple(reason for _, reason in reasons)


def _together(weights: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    """The signals of each reason: all sources in one, unless named and unnamed ones disagree."""
    unnamed, named = (weights.get(signal, 0.0) for signal in SOURCES)
    faint = min(abs(unnamed), abs(named)) < LEAST <= abs(unnamed + named)
    together = unnamed * named > 0 or faint
    if together:
        yield SOURCES
    for signal in weights:
        if not (together and signal in SOURCES):
            yield (signal,)
