"""One linear pass over the text: every word looked up in all lexicons, every rule that fires.

The result is a tape: a string with one character per token. A word of a lexicon stands there as
its own character, another word as a shape letter (see text.py), a mark as itself. Lexicon rules
are regular expressions over the tape, tried only where one of their first words stands.
"""

import bisect
from collections import defaultdict
from typing import NamedTuple

import numpy as np

from credscore.characters import NAME
from credscore.lexicon import Lexicon
from credscore.text import Text

_OPENS = np.zeros(1 << 16, np.bool_)
_OPENS[[ord(mark) for mark in '“":—(']] = True


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
    index = lexicon.slots[(hashes >> lexicon.shift).astype(np.intp)]
    known = (lexicon.hashes.take(index, mode="clip") == hashes) & text.words
    index = np.where(known, index, 0)
    codes = lexicon.codes[index] + text.capital
    named = text.capital & known & ~lexicon.kept[index] & ~_ordinary_capitals(text)
    tape = np.where(known, codes, shapes).astype(np.uint16)
    tape[named] = ord(NAME)
    return tape.tobytes().decode("utf-16-le", "surrogatepass")


def _ordinary_capitals(text: Text) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Where a capital says nothing: the first word of a sentence, and titles in title case."""
    ordinary = np.zeros(len(text) + 1, np.bool_)
    ordinary[text.sentence_starts] = True
    ordinary[1:] |= _OPENS.take(text.shape_codes)
    title = text.title_tokens
    if title:
        words = int(text.words[:title].sum())
        if 2 * int(text.capital[:title].sum()) > words:
            ordinary[:title] = True
    return ordinary[:-1]


def find_cues(tape: str, text: Text, lexicon: Lexicon) -> dict[str, list[Cue]]:
    """All cues by signal, in text order; of overlapping cues of one signal the longest first.

    A pseudo-trigger (kind "") blocks the cues that it overlaps and is not itself a cue.
    No cue reaches beyond its sentence.
    """
    found: dict[str, list[Cue]] = defaultdict(list)
    rules, starts = lexicon.rules, text.sentence_starts
    taken: dict[str, int] = defaultdict(int)
    limit = len(tape)
    for trigger in lexicon.triggers.finditer(tape):
        at = trigger.start()
        best: dict[str, Cue] = {}
        sentence_end = -1
        for rule in rules[tape[at]]:
            match = rule.match(tape, at)
            if match is None:
                continue
            end = match.end()
            if sentence_end < 0:
                following = bisect.bisect_right(starts, at)
                sentence_end = starts[following] if following < len(starts) else limit
            if end > sentence_end:
                continue
            signal = rule.signal
            if at < taken[signal] or (signal in best and best[signal].end >= end):
                continue
            span = match.span(1) if match.re.groups and match.start(1) >= 0 else (at, end)
            best[signal] = Cue(signal, rule.kind, rule.name, at, end, *span)
        for signal, cue in best.items():
            taken[signal] = cue.end
            if cue.kind:
                found[signal].append(cue)
    return found
