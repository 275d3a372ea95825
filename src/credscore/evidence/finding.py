"""What is found in a text: by its tokens, and as evidence by its characters."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Tokens start (inclusive) to end (exclusive) that speak for a signal, and by which cue."""

    start: int
    end: int
    signal: str
    kind: str
    cue: str


class Statement(NamedTuple):
    """One attributed statement; positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, document, pronoun.
    """

    kind: str
    cue: str
    source_start: int
    source_end: int
    verb_start: int
    verb_end: int


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
