"""One linear pass over the text: every word looked up in all lexicons, every rule that fires.

The result is a tape: a string with one character per token. A word of a lexicon stands there as
its own character, another word as a shape letter (see text.py), a mark as itself. Lexicon rules
are regular expressions over the tape, tried only where one of their first words stands.
"""

from collections import defaultdict
from typing import NamedTuple

import numpy as np

from credscore.characters import CAPITALS, NAME, NUMBER, YEAR
from credscore.lexicon import Lexicon
from credscore.text import Text
from credscore.tokens import Bools

_OPENS = np.zeros(1 << 16, np.bool_)
_OPENS[[ord(mark) for mark in '“":—(']] = True

WINDOW = 40
"""No cue is longer than this many tokens."""


class Cue(NamedTuple):
    """A rule that fired on tokens start (inclusive) to end (exclusive); span: its evidence."""

    signal: str
    kind: str
    name: str
    start: int
    end: int
    span_start: int
    span_end: int


def write_tape(text: Text, lexicon: Lexicon) -> str:
    """One character per token; capitalised words inside a sentence are names."""
    shapes = text.shape_codes
    hashes = text.hashes
    if not len(hashes) or not len(lexicon.hashes):
        return text.shapes
    index = lexicon.look_up(hashes)
    known = (lexicon.hashes.take(index) == hashes) & text.words
    index = np.where(known, index, 0)
    codes = lexicon.codes[index] + text.capital
    ordinary = _ordinary_capitals(text) & ~lexicon.names[index]
    dated = lexicon.dated[index]
    fixed = (lexicon.kept[index] & ~dated) | (dated & _beside_number(text))
    named = text.capital & known & ~fixed & ~ordinary
    tape = np.where(known, codes, shapes).astype(np.uint16)
    tape[named] = ord(NAME)
    return tape.tobytes().decode("utf-16-le", "surrogatepass")


def _ordinary_capitals(text: Text) -> Bools:
    """Where a capital says nothing: first words of sentences, title case, shouting."""
    ordinary = np.zeros(len(text) + 1, np.bool_)
    ordinary[text.sentence_starts] = True
    ordinary[1:] |= _OPENS.take(text.shape_codes)
    title = text.title_tokens
    if title:
        words = int(text.words[:title].sum())
        if 2 * int(text.capital[:title].sum()) > words:
            ordinary[:title] = True
    return ordinary[:-1] | _shouted(text)


def _shouted(text: Text) -> Bools:
    """Words inside a run of three or more words in capitals: they are no names."""
    loud = text.shape_codes == ord(CAPITALS)
    run = np.zeros(len(loud), np.bool_)
    if loud.any():
        middle = np.flatnonzero(loud[:-2] & loud[1:-1] & loud[2:])
        for shift in range(3):
            run[middle + shift] = True
    return run


def _beside_number(text: Text) -> Bools:
    number = (text.shape_codes == ord(NUMBER)) | (text.shape_codes == ord(YEAR))
    beside = np.zeros(len(number), np.bool_)
    beside[1:] = number[:-1]
    beside[:-1] |= number[1:]
    return beside


def find_cues(tape: str, text: Text, lexicon: Lexicon) -> dict[str, list[Cue]]:
    """All cues by signal, in text order; of overlapping cues of one signal the first, longest.

    A pseudo-trigger (kind "") blocks the cues that it overlaps and is not itself a cue.
    No cue reaches beyond its sentence.
    """
    candidates: dict[str, list[Cue]] = defaultdict(list)
    rules, starts = lexicon.rules, text.sentence_starts
    bounds = [*starts[1:], len(tape)]
    sentence, begin, stop = 0, 0, bounds[0]
    for trigger in lexicon.triggers.finditer(tape):
        at = trigger.start()
        while at >= stop:
            sentence += 1
            begin, stop = stop, bounds[sentence]
        limit = at + WINDOW if at + WINDOW < stop else stop
        for rule in rules[tape[at]]:
            expression = rule.expression
            if rule.before:
                first = at - rule.before
                match = expression.search(tape, first if first > begin else begin, limit)
            else:
                match = expression.match(tape, at, limit)
            while match is not None and match.end() <= at:
                match = expression.search(tape, match.end(), limit)
            if match is not None and match.start() <= at:
                start, end = match.span()
                span = match.span(match.lastindex) if match.lastindex else (start, end)
                cue = Cue(rule.signal, rule.kind, rule.name, start, end, *span)
                candidates[rule.signal].append(cue)
    return {signal: _resolve(cues) for signal, cues in candidates.items()}


def _resolve(cues: list[Cue]) -> list[Cue]:
    """Of overlapping evidence the first cue's; of those that begin together a blocker, the longest.

    Evidence may stand inside the context of another cue.
    """
    cues.sort(key=lambda cue: (cue.start, bool(cue.kind), -cue.end))
    taken: list[Cue] = []
    for cue in cues:
        begin, end = cue.span_start, cue.span_end
        if all(end <= other.span_start or begin >= other.span_end for other in taken[-4:]):
            taken.append(cue)
    return sorted((cue for cue in taken if cue.kind), key=lambda cue: cue.span_start)
