"""A text, sentence by sentence: tokens, rules, verbs, and the evidence that came of them."""

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from credscore.evidence import SIGNALS, Finding
from credscore.lexicon import find_cues, shipped, write_tape
from credscore.signals import Reading, find_all
from credscore.trace.rules import Match, Try, try_rules
from credscore.trace.tokens import Token, tokens_of
from credscore.trace.verbs import Verb, find_verbs

Key = tuple[str, str, int | None]
_SIGNALS = frozenset(signal.name for signal in SIGNALS)
_BORDERS = "\0\n"
"""Tokens before a title or a body, and between paragraphs, which are no words of a sentence."""


class Origin(NamedTuple):
    """Evidence, and what it comes from: a rule, the source of a verb, or the code of its signal."""

    finding: Finding
    origin: str


class Sentence(NamedTuple):
    """One sentence: its tokens from number `start` to `end` (exclusive), and what begins in it."""

    number: int
    start: int
    end: int
    matches: tuple[Match, ...]
    tries: tuple[Try, ...]
    verbs: tuple[Verb, ...]
    evidence: tuple[Origin, ...]


class Trace(NamedTuple):
    """A traced text. Positions are numbers of its tokens, the title's before the body's.

    `offsets` are the first character of each token and the one behind it, in the text, or in the
    title for tokens before `body`.
    """

    text: str
    title: str
    body: int
    tokens: tuple[Token, ...]
    offsets: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]

    def quote(self, start: int, end: int) -> str:
        """The words of tokens `start` to `end` (exclusive), as they were written."""
        source = self.title if start < self.body else self.text
        return source[self.offsets[start][0] : self.offsets[end - 1][1]]


def trace_text(text: str, title: str | None = None) -> Trace:
    """What was found in each sentence of a title and a text, and how.

    Raises
    ------
    InputError
        If the text or the title is not a string.

    Examples
    --------
    >>> (sentence,) = trace_text("He allegedly fled.").sentences
    >>> [(match.file, match.rule, match.outcome) for match in sentence.matches]
    [('hedges', 'adverb', 'cue')]
    """
    reading, lexicon = Reading(text, title), shipped()
    source = reading.text
    tape = write_tape(source, lexicon)
    tokens = tokens_of(tape, source, lexicon)
    matches, tries = try_rules(tape, source, lexicon)
    verbs = find_verbs(tape, source, find_cues(tape, source, lexicon), lexicon)
    findings = sorted(finding for rows in find_all(reading).values() for finding in rows)
    origins = _origins(matches, verbs)
    evidence = [Origin(finding, _origin(finding, origins)) for finding in findings]
    used = {(finding.signal, finding.cue, finding.start) for finding in findings}
    matches = [_with_end(match, used) for match in matches]
    body = int(source.body_starts[0])
    bounds = sorted({0, *source.sentence_starts.tolist(), body, len(source)})
    columns = [
        _by_sentence(rows, starts, bounds)
        for rows, starts in (
            (matches, [row.evidence_start for row in matches]),
            (tries, [row.anchor for row in tries]),
            (verbs, [row.start for row in verbs]),
            (evidence, [row.finding.start for row in evidence]),
        )
    ]
    sentences: list[Sentence] = []
    for (begin, stop), *rows in zip(pairwise(bounds), *columns, strict=True):
        words = [at for at in range(begin, stop) if tokens[at].word.strip(_BORDERS)]
        if words:
            sentences.append(Sentence(len(sentences) + 1, words[0], words[-1] + 1, *rows))
    shifts = [int(source.title_offsets[0])] * body
    shifts += [int(source.body_offsets[0])] * (len(source) - body)
    spans = zip(source.starts.tolist(), source.ends.tolist(), shifts, strict=True)
    offsets = tuple((start - shift, end - shift) for start, end, shift in spans)
    return Trace(text, title or "", body, tuple(tokens), offsets, tuple(sentences))


def _by_sentence(
    rows: Sequence[Any], starts: Sequence[int], bounds: Sequence[int]
) -> list[tuple[Any, ...]]:
    """For each sentence the rows that start in it, in their order."""
    sentences: list[list[Any]] = [[] for _ in bounds[1:]]
    for row, start in zip(rows, starts, strict=True):
        sentences[bisect_right(bounds, start) - 1].append(row)
    return [tuple(sentence) for sentence in sentences]


def _origins(matches: Sequence[Match], verbs: Sequence[Verb]) -> dict[Key, str]:
    """What evidence can come from, by its signal ("" for a source), its cue and its first token."""
    origins = {
        ("", verb.cue, verb.source_start): f"the source of {verb.file}.toml {verb.rule}"
        for verb in verbs
    }
    return origins | {
        (match.signal, match.rule, match.evidence_start): f"{match.file}.toml {match.rule}"
        for match in matches
        if match.outcome == "cue"
    }


def _origin(finding: Finding, origins: Mapping[Key, str]) -> str:
    for signal in (finding.signal, ""):
        origin = origins.get((signal, finding.cue, finding.start))
        if origin is not None:
            return origin
    return f"the code of signals/{finding.signal}.py"


def _with_end(match: Match, used: Container[Key]) -> Match:
    """The match; if it is a cue of which its signal made no evidence, with that outcome."""
    key = (match.signal, match.rule, match.evidence_start)
    if match.outcome != "cue" or match.signal not in _SIGNALS or key in used:
        return match
    return match._replace(outcome=f"cue, left out by signals/{match.signal}.py")
