"""Traces a text sentence by sentence: its tokens, rules, verbs and evidence."""

import functools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from credscore.attribution import trait_names
from credscore.evidence import SIGNALS, Finding
from credscore.lexicon import Lexicon
from credscore.signals import Findings, Reading, find_all
from credscore.sourcing import span_of
from credscore.text import FIRST_CODE, SHAPE_LETTERS, Text
from credscore.trace.records import Origin, Rule, Sentence, Token, Verb
from credscore.trace.tries import NO_MATCH, find_verbs, try_rules

_BORDERS = "\0\n"  # border tokens of titles, bodies and paragraphs
_SIGNALS = {signal.name for signal in SIGNALS}
_SHAPE_NAMES = ("lower case", "in -ly", "in -ed", "in -ing", "in -s", "name", "in capitals",
                "number", "year")  # fmt: skip
_SHAPES = dict(zip(SHAPE_LETTERS, _SHAPE_NAMES, strict=True))


def trace_text(text: str, title: str | None = None, tries: bool = False) -> list[Sentence]:
    """Trace what was found in each sentence of a title and a text, and how.

    `tries` adds the rules that were tried and do not match. Raises InputError if the text or the
    title is not a string.

    >>> (sentence,) = trace_text("He allegedly fled.")
    >>> [(rule.file, rule.rule, rule.quote, rule.outcome) for rule in sentence.rules]
    [('hedges', 'adverb', 'allegedly', 'cue')]
    """
    reading = Reading(text, title)
    source, rules, verbs = reading.text, try_rules(reading), find_verbs(reading)
    findings = reading.findings(Findings(reading, find_all(reading)).rows)
    origins: dict[tuple[str, str, int], str] = {
        ("", verb.cue, verb.source.token): f"the source of {verb.file}.toml {verb.rule}"
        for verb in verbs
        if verb.source
    }
    used = {(finding.signal, finding.cue, finding.start) for finding in findings}
    for rule in rules:
        key = (rule.signal, rule.rule, rule.token)
        if rule.outcome == "cue":
            origins[key] = f"{rule.file}.toml {rule.rule}"
            if rule.signal in _SIGNALS and key not in used:
                held = any(
                    item.signal == rule.signal and item.start <= rule.token < item.end
                    for item in findings
                )
                fate = "part of other evidence" if held else f"left out by signals/{rule.signal}.py"
                rule.outcome = f"cue, {fate}"
    body = int(source.body_starts[0])
    bounds = sorted({0, *source.sentence_starts.tolist(), body, len(source)})
    records: dict[tuple[int, type], list[Any]] = defaultdict(list)
    shown = [rule for rule in rules if tries or rule.outcome != NO_MATCH]
    for record in (*tokens_of(reading), *shown, *verbs, *_evidence(source, findings, origins)):
        records[bisect_right(bounds, record.token), type(record)].append(record)
    sentences: list[Sentence] = []
    for sentence in range(1, len(bounds)):
        tokens, *others = (records[sentence, kind] for kind in (Token, Rule, Verb, Origin))
        if tokens:
            first, last = tokens[0].token, tokens[-1].token
            span, in_title = span_of(source, first, last + 1), source.passage(0, first, last + 1)[0]
            sentences.append(Sentence(*span, len(sentences) + 1, in_title, tokens, *others))
    return sentences


def _evidence(
    text: Text, findings: Iterable[Finding], origins: Mapping[tuple[str, str, int], str]
) -> Iterator[Origin]:
    """The evidence with its origin; `origins` are by signal ("" for a source), cue and token."""
    for start, end, signal, kind, cue in findings:
        code = f"the code of signals/{signal}.py"
        origin = origins.get((signal, cue, start)) or origins.get(("", cue, start), code)
        yield Origin(*span_of(text, start, end), signal, kind, cue, origin)


def tokens_of(reading: Reading) -> Iterator[Token]:
    lexicon, letters = reading.lexicon, reading.sources.letters
    for at, character in enumerate(reading.tape):
        if character not in _BORDERS:
            other = "word of a rule" if ord(character) >= FIRST_CODE else "mark"
            classes = _classes(lexicon).get(character) or (_SHAPES.get(character, other),)
            traits = trait_names(character, lexicon)
            yield Token(*span_of(reading.text, at, at + 1), letters[at], classes, traits)


@functools.lru_cache(maxsize=4)
def _classes(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The word classes of every tape character that is in one."""
    classes: dict[str, set[str]] = defaultdict(set)
    for label in lexicon.classes:
        for character in lexicon.characters(f"<{label}>"):
            classes[character].add(label)
    return {character: tuple(sorted(labels)) for character, labels in classes.items()}
