"""What a trace tells of a text, as dataclasses: `dataclasses.asdict` gives JSON of them."""

from dataclasses import dataclass


@dataclass
class Span:
    """Characters `start` to `end` (exclusive) of a text or its title.

    `token` is the number of the first token, counted from the title on.
    """

    token: int
    start: int
    end: int
    quote: str


@dataclass
class Token(Span):
    """A word or mark: its word classes or its shape, and what the search for sources sees.

    `letter` is its part of speech (attribution/letters.py), `traits` are those of its word.
    """

    letter: str
    classes: tuple[str, ...]
    traits: tuple[str, ...]


@dataclass
class Rule(Span):
    """A rule that was tried: the evidence of its match, or its anchor if it does not match.

    `match` holds the words of the whole match. `outcome` is "cue"; "cue, left out by" the code of
    a signal; "blocks others" of a pseudo-trigger; "blocked by" or "covered by" another rule whose
    evidence overlaps; or "does not match".
    """

    file: str
    rule: str
    signal: str
    kind: str
    match: str
    outcome: str


@dataclass
class Verb(Span):
    """A verb that attributes a statement: its rule, and its source, if it has one, as `outcome`.

    `steps` are the phrases that were read, and, without a source, why the search gave up.
    """

    file: str
    rule: str
    cue: str
    source: Span | None
    outcome: str
    steps: tuple[str, ...]


@dataclass
class Origin(Span):
    """Evidence, and its origin: a rule, the source of a verb, or the code of its signal."""

    signal: str
    kind: str
    cue: str
    origin: str


@dataclass
class Sentence(Span):
    """A sentence: its tokens, and the rules, verbs and evidence that begin in it."""

    number: int
    in_title: bool
    tokens: list[Token]
    rules: list[Rule]
    verbs: list[Verb]
    evidence: list[Origin]
