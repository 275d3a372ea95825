"""Why a score is as it is: contributions by signal, each in a plain sentence.

Every contribution belongs to exactly one reason, or to the rest, which details show.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from credscore.evidence import SOURCES, Basis, Evidence
from credscore.report.records import WAYS, Contribution, Reason, by_signal
from credscore.report.sentences import QUIET, quiet_part, quiet_sentence, sentence_of

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
    reasons = list[tuple[float, Reason]]()
    quiet = list[tuple[float, str, str, list[int]]]()
    for signals in _together(weights, has_unnamed=bool(places[SOURCES[0]])):
        weight = sum(weights[signal] for signal in signals)
        if abs(weight) < LEAST:
            continue
        own = [part for part in contributions if part.signal in signals]
        rests = sorted(chain.from_iterable(places[signal] for signal in signals))
        rests = rests or sorted({number for part in own for number in part.evidence})
        moves = {part.feature: part.log_odds for part in own}
        basis = Basis(weight > 0, rests, evidence, attributed, moves, pronouns, documents)
        if weight > 0 and signals[0] in QUIET:
            part = quiet_part(signals[0], basis)
            if part is not None:
                quiet.append((weight, signals[0], part, rests))
            continue
        text = sentence_of(signals, basis)
        if text is not None:
            reasons.append((abs(weight), Reason(text, WAYS[weight > 0], signals, tuple(rests))))
    if quiet:
        reasons.append(_quiet_reason(quiet))
    reasons.sort(key=lambda pair: -pair[0])
    return tuple(reason for _, reason in reasons)


def is_quiet(reason: Reason) -> bool:
    """Whether a reason tells of what there is little or nothing of."""
    return reason.speaks == "for" and reason.signals[0] in QUIET


def _quiet_reason(parts: list[tuple[float, str, str, list[int]]]) -> tuple[float, Reason]:
    """The one reason of all signals of which there is little or nothing, and its weight."""
    parts.sort(key=lambda part: -part[0])
    weights, signals, texts, places = zip(*parts, strict=True)
    rests = tuple(sorted(chain.from_iterable(places)))
    return sum(weights), Reason(quiet_sentence(texts), "for", signals, rests)


def _together(weights: Mapping[str, float], *, has_unnamed: bool) -> Iterator[tuple[str, ...]]:
    """The signals of each reason: sources in one, unless named and unnamed ones speak two ways.

    That no source is unnamed is told with those that are named.
    """
    unnamed, named = (weights.get(signal, 0.0) for signal in SOURCES)
    speaks = abs(unnamed + named) >= LEAST
    faint = speaks and (not has_unnamed or min(abs(unnamed), abs(named)) < LEAST)
    together = unnamed * named > 0 or faint
    if together:
        yield SOURCES
    for signal in weights:
        if not (together and signal in SOURCES):
            yield (signal,)
