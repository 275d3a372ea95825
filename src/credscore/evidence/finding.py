"""The records of what is found in a text: by tokens, and as evidence by characters."""

from typing import NamedTuple


class Finding(NamedTuple):
    """A span of tokens, end exclusive, that is evidence of a signal, and the cue that found it."""

    start: int
    end: int
    signal: str
    kind: str
    cue: str


class Statement(NamedTuple):
    """An attributed statement. Positions are token indexes, ends exclusive.

    `kind` is one of confidential, unnamed, hearsay, person, institution, document, pronoun.
    """

    kind: str
    cue: str
    source_start: int
    source_end: int
    verb_start: int
    verb_end: int


class Evidence(NamedTuple):
    """A span of the caller's text or title that is evidence of a signal.

    `quote == text[start:end]`, or `title[start:end]` if `in_title`. Offsets count characters (code
    points); the end is exclusive. `cue` is the rule of the lexicon that matched. `in_quote` tells
    whether the span stands in quotation marks. `of_claim` tells whether it concerns the central
    claim. A denial of a side matter does not, and no feature counts it.

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
