"""A text, sentence by sentence: tokens, rules, verbs, and the evidence that came of them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from credscore.evidence import SIGNALS, Finding
from credscore.lexicon import find_cues, shipped, write_tape
from credscore.signals import Reading, find_all
from credscore.trace.rules import Match, Try, try_rules
from credscore.trace.tokens import Token, tokens_of
from credscore.trace.verbs import Verb, find_verbs

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
    evidence = [Origin(finding, _origin(finding, matches, verbs)) for finding in findings]
    matches = [_with_end(match, findings) for match in matches]
    sentences: list[Sentence] = []
    body = int(source.body_starts[0])
    bounds = sorted({0, *source.sentence_starts.tolist(), body, len(source)})
    for begin, stop in pairwise(bounds):
        words = [at for at in range(begin, stop) if tokens[at].word.strip(_BORDERS)]
        if words:
            sentences.append(
                Sentence(
                    len(sentences) + 1, words[0], words[-1] + 1,
                    tuple(row for row in matches if begin <= row.evidence_start < stop),
                    tuple(row for row in tries if begin <= row.anchor < stop),
                    tuple(row for row in verbs if begin <= row.start < stop),
                    tuple(row for row in evidence if begin <= row.finding.start < stop),
                )
            )  # fmt: skip
    shifts = [int(source.title_offsets[0])] * body
    shifts += [int(source.body_offsets[0])] * (len(source) - body)
    spans = zip(source.starts.tolist(), source.ends.tolist(), shifts, strict=True)
    offsets = tuple((start - shift, end - shift) for start, end, shift in spans)
    return Trace(text, title or "", body, tuple(tokens), offsets, tuple(sentences))


def _with_end(match: Match, findings: Sequence[Finding]) -> Match:
    """The match; if it is a cue, with what its signal made of it."""
    signals = {signal.name for signal in SIGNALS}
    if match.outcome != "cue" or match.signal not in signals:
        return match
    if any(_comes_from(finding, match) for finding in findings):
        return match
    return match._replace(outcome=f"cue, left out by signals/{match.signal}.py")


def _comes_from(finding: Finding, match: Match) -> bool:
    same = (match.signal, match.rule, match.evidence_start)
    return match.outcome == "cue" and same == (finding.signal, finding.cue, finding.start)


def _origin(finding: Finding, matches: Sequence[Match], verbs: Sequence[Verb]) -> str:
    for match in matches:
        if _comes_from(finding, match):
            return f"{match.file}.toml {match.rule}"
    for verb in verbs:
        if verb.source_start == finding.start and verb.cue == finding.cue:
            return f"the source of {verb.file}.toml {verb.rule}"
    return f"the code of signals/{finding.signal}.py"
