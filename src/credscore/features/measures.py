"""The measures behind the features: which counts are added up, and what they are a share of."""

from typing import NamedTuple

from credscore.evidence import SOURCE_KINDS
from credscore.features.form_counts import VERBS
from credscore.features.pieces import Pieces

SENTENCES = 5
"""Added to the number of sentences of a body, so that a share does not explode on a note."""

Counted = Pieces | str
"""Pieces of evidence, or one of form_counts.COUNTS."""


class Measure(NamedTuple):
    """One number an article: (sum of `counts` + `usual`) / (sum of `of` + `weight`).

    What it is divided by is at least 1. `log`: the logarithm of 1 + the number. Of a rate or a
    flag it is the number of pieces that vector.measure makes it from.
    """

    counts: tuple[Counted, ...]
    of: tuple[Counted, ...] = ()
    usual: float = 0.0
    weight: float = 0.0
    log: bool = False


def share(
    part: tuple[Counted, ...], whole: tuple[Counted, ...], usual: float, weight: float = 2.0
) -> Measure:
    """A share that stays near the usual one if there is little to count."""
    return Measure(part, whole, usual * weight, weight)


def evidence(signal: str, kinds: frozenset[str], where: str) -> Measure:
    """Pieces of evidence of a signal in the body, lead or title."""
    return Measure((Pieces(signal, kinds, where),))


def form(name: str, title: bool = False) -> Measure:
    """Marks, or words of a class or shape, in the body or title."""
    return Measure((f"{'title' if title else 'body'} {name}",))


def _spoken(verbs: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{verb} {kind}" for verb in verbs for kind in kinds)


def verb(verbs: str, *kinds: str) -> Measure:
    """Attributions by a class of verbs to some kinds of source."""
    return Measure(_spoken((verbs,), kinds))


def verb_share(verbs: str, usual: float) -> Measure:
    """Attributions by a class of verbs among all attributions."""
    return share(_spoken((verbs,), SOURCE_KINDS), _spoken(VERBS, SOURCE_KINDS), usual, 3.0)


def sentence_share(held: str) -> Measure:
    """Sentences of sentences.SENTENCES among all of the body."""
    return share((held,), ("sentences",), 0.0, SENTENCES)


_ANONYMOUS = Pieces("anonymous_sources")
_NAMED = Pieces("named_sources")
_SOURCES = (_ANONYMOUS, _NAMED)

present_share = share(("body present_form",), ("body present_form", "body past_form"), 0.5, 4.0)
"""Present forms among present and past forms of the commonest verbs."""
unnamed_share = share((_ANONYMOUS,), _SOURCES, 0.5)
"""Unnamed among unnamed and named sources."""
confidential_share = share(
    (Pieces("anonymous_sources", frozenset({"confidential"})),), _SOURCES, 0.1
)
"""Confidential sources among all unnamed and named ones."""
named_count = Measure((_NAMED,), log=True)
"""The logarithm of 1 + named sources."""
unnamed_quoted, hedged_alone = map(sentence_share, ("unnamed_quoted", "hedged_alone"))
"""Sentences that name an unnamed source and quote; sentences that hedge and attribute nothing."""
length = Measure(("body length",), log=True)
"""The logarithm of 1 + words of the body."""
