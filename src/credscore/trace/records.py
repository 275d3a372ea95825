"""The records of a trace, for JSON by `dataclasses.asdict` or as lines to read."""

from collections.abc import Iterator
from dataclasses import dataclass

_LINES = {
    "rules": '{0.file}.toml {0.rule} "{0.quote}"{1}: {0.outcome}',
    "verbs": '"{0.quote}" ({0.file}.toml {0.rule}): {0.outcome}',
    "evidence": '{0.signal}, {0.kind} "{0.quote}": {0.origin}',
}
"""The line of each record, by the list of a sentence; {1} are the words of a longer match."""


@dataclass
class Span:
    """Characters `start` to `end` (exclusive); `token` is the first one, counted from the title."""

    token: int
    start: int
    end: int
    quote: str


@dataclass
class Token(Span):
    """A word or mark: its classes or shape, its letter in the search for sources, its traits."""

    letter: str
    classes: tuple[str, ...]
    traits: tuple[str, ...]


@dataclass
class Rule(Span):
    """A rule that was tried, with the evidence of its match, or its anchor if it does not match.

    `match` holds the words of the whole match. `outcome` is one of these:

    - "cue";
    - "cue, left out by" and the code of a signal;
    - "cue, part of other evidence" of the same signal;
    - "blocks others", of a pseudo-trigger;
    - "blocked by" or "covered by" another rule with overlapping evidence;
    - "does not match".
    """

    file: str
    rule: str
    signal: str
    kind: str
    match: str
    outcome: str


@dataclass
class Verb(Span):
    """A verb of speech with its rule and source; `steps`: the phrases read, or why it has none."""

    file: str
    rule: str
    cue: str
    source: Span | None
    outcome: str
    steps: tuple[str, ...]


@dataclass
class Origin(Span):
    """A piece of evidence and its origin: a rule, the source of a verb, or a signal's code."""

    signal: str
    kind: str
    cue: str
    origin: str


@dataclass
class Sentence(Span):
    """A sentence with its tokens, and the rules, verbs and evidence that begin in it."""

    number: int
    in_title: bool
    tokens: list[Token]
    rules: list[Rule]
    verbs: list[Verb]
    evidence: list[Origin]


def as_lines(sentence: Sentence) -> Iterator[str]:
    """The lines of a sentence: a heading, the tokens, then rules, verbs and evidence."""
    where = "title" if sentence.in_title else "text"
    yield f"Sentence {sentence.number}: {where}, {sentence.start} to {sentence.end}"
    width = max(len(token.quote) for token in sentence.tokens)
    for token in sentence.tokens:
        traits = f"; traits: {', '.join(token.traits)}" if token.traits else ""
        classes = ", ".join(token.classes)
        yield f"  {_plain(token.quote):{width}}  {token.letter}  {classes}{traits}"
    for name, form in _LINES.items():
        if records := getattr(sentence, name):
            yield f"  {name.capitalize()}"
        for record in records:
            match = getattr(record, "match", record.quote)
            whole = "" if match == record.quote else f' in "{match}"'
            yield f"    {_plain(form.format(record, whole))}"
            yield from (f"      {_plain(step)}" for step in getattr(record, "steps", ()))


def _plain(words: str) -> str:
    """The words on one line, without control characters, which could move a terminal's cursor."""
    return "".join(c if c.isprintable() else "\ufffd" for c in " ".join(words.split()))
