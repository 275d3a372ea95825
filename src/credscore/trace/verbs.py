"""The verbs and phrases that attribute statements: which source each has, or why it has none."""

from collections.abc import Iterator
from typing import NamedTuple

from credscore.attribution import UNASSERTED, Sources, find_attributions
from credscore.lexicon import Cues, Lexicon, Tape
from credscore.text import Text
from credscore.trace.plain_source import Return, plain_twin, recorded, statement

SIGNALS = ("attribution", "attitude")
"""The lexicons whose cues are verbs."""
_SEARCH = "of"
"""The method of Sources that gives a verb its source, and those for the ways that it tries."""
_WAYS = ("subject", "object", "owner", "_of_sentence")
_READ = "_classified"
"""The method that judges a noun phrase; its variables start, head and end are tokens."""


class Phrase(NamedTuple):
    """A noun phrase that was read: its tokens, its head, its kind of source, or why it has none."""

    start: int
    head: int
    end: int
    kind: str | None
    refused: str | None


class Verb(NamedTuple):
    """A cue of attribution: its tokens, its rule, its source, and the phrases that were read.

    If it has no source, `kind`, `source_start` and `source_end` are None and `reasons` say why.
    """

    start: int
    end: int
    file: str
    rule: str
    cue: str
    kind: str | None
    source_start: int | None
    source_end: int | None
    phrases: tuple[Phrase, ...]
    reasons: tuple[str, ...]


def find_verbs(tape: Tape, text: Text, cues: Cues, lexicon: Lexicon) -> list[Verb]:
    """The verbs of a text, by the search that finds the sources of all scores."""
    sources = plain_twin(Sources)(tape, lexicon)
    find, verbs = plain_twin(find_attributions), []
    for signal in SIGNALS:
        statements, returns = recorded(find, sources, text, cues, signal)
        rules = {finding.start: finding.cue for finding in cues.of(signal)}
        steps: list[Return] = []
        for returned in returns:
            steps.append(returned)
            if returned.function == _SEARCH:
                verbs.append(_verb(steps, signal, rules[returned.variables["at"]]))
                steps = []
        if signal == SIGNALS[0]:
            verbs += [
                Verb(line.verb_start, line.verb_end, signal, line.cue, line.cue, line.kind,
                     line.source_start, line.source_end, (), ())
                for line in statements if line.cue == "byline"
            ]  # fmt: skip
    return sorted(verbs, key=lambda verb: verb.start)


def _verb(steps: list[Return], file: str, rule: str) -> Verb:
    """A verb from all steps of the search for its source."""
    search, phrases = steps[-1], tuple(_phrases(steps))
    start, end, source = search.variables["at"], search.variables["end"], search.value
    if source is None:
        reasons = tuple(dict.fromkeys(_reasons(steps)))
        return Verb(start, end, file, rule, rule, None, None, None, phrases, reasons)
    cue = rule if source.asserted else UNASSERTED
    span = source.start, source.end
    return Verb(start, end, file, rule, cue, source.kind, *span, phrases, ())


def _phrases(steps: list[Return]) -> Iterator[Phrase]:
    for at, step in enumerate(steps):
        if step.function == _READ:
            start, head, end = (step.variables[name] for name in ("start", "head", "end"))
            kind = step.value.kind if step.value else None
            yield Phrase(start, head, end, kind, None if kind else statement(_cause(steps, at)))


def _reasons(steps: list[Return]) -> Iterator[str]:
    """Why each way of the search came to nothing; a refused phrase has its own reason."""
    for at, step in enumerate(steps):
        if step.value is None and step.function in (_SEARCH, *_WAYS):
            cause = _cause(steps, at)
            if cause is step or cause.function not in (_READ, *_WAYS):
                yield statement(cause)


def _cause(steps: list[Return], at: int) -> Return:
    """The innermost of the functions that gave None, one to the next, up to step `at`."""
    while at and steps[at - 1].value is None:
        at -= 1
        if steps[at].function in (_READ, *_WAYS):
            break
    return steps[at]
