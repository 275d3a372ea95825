"""The exact words that a signal rests on."""

from typing import NamedTuple


class Evidence(NamedTuple):
    """One span of the caller's text (or title) that speaks for a signal.

    `quote == text[start:end]`, or `title[start:end]` if `in_title`. Offsets count characters (code
    points), the end is exclusive. `cue` names the rule of the lexicon that fired, `in_quote` tells
    whether the span stands in quotation marks, `of_claim` whether it concerns the central claim. A
    denial of a side matter does not: no feature counts it.

    >>> import credscore
    >>> (item,) = credscore.extract("He allegedly fled.")
    >>> item.signal, item.kind, item.start, item.end, item.quote
    ('hedges', 'adverb', 3, 12, 'allegedly')
    """

    signal: str
    kind: str
    cue: str
    start: int
    end: int
    quote: str
    in_quote: bool
    in_title: bool
    of_claim: bool = True
