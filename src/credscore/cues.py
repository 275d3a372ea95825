"""One linear pass over the text: every word looked up in all lexicons, every rule that fires.

The result of the first half is a tape with one character per token. A word of a lexicon stands
there as its own character, another word as a shape letter (see characters.py), a mark as itself.
Lexicon rules are regular expressions over the tape. Each is tried only where one of its anchors
stands among neighbours that the rule allows, which is told for all rules and tokens at once.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.characters import CAPITALS, NAME, NUMBER, YEAR
from credscore.lexicon import Lexicon
from credscore.pattern import REACH, STEPS
from credscore.text import Text
from credscore.tokens import Bools, Ints

_OPENS = np.zeros(1 << 16, np.bool_)
_OPENS[[ord(mark) for mark in '“":—(']] = True

WINDOW = 40
"""No cue is longer than this many tokens."""


class Finding(NamedTuple):
    """A rule that fired on the tokens start (inclusive) to end (exclusive)."""

    kind: str
    cue: str
    start: int
    end: int


class Tape(NamedTuple):
    """One character per token, as numbers and as a string."""

    codes: npt.NDArray[np.uint16]
    characters: str


def write_tape(text: Text, lexicon: Lexicon) -> Tape:
    """One character per token; capitalised words inside a sentence are names."""
    words = lexicon.vocabulary.find(text.hashes)
    tape = np.where(words, lexicon.vocabulary.codes.take(words) + text.capital, text.shape_codes)
    tape[_names(text, words, lexicon)] = ord(NAME)
    return Tape(tape, tape.tobytes().decode("utf-16-le", "surrogatepass"))


def _names(text: Text, words: Ints, lexicon: Lexicon) -> Ints:
    """The capitalised words of the vocabulary that are names where they stand."""
    capitals = np.flatnonzero(text.capital & (words > 0))
    found = words[capitals]
    number = np.zeros(len(text) + 2, np.bool_)
    number[1:-1] = (text.shape_codes == ord(NUMBER)) | (text.shape_codes == ord(YEAR))
    beside_number = number[capitals] | number[capitals + 2]
    keeps = np.where(lexicon.dated[found], beside_number, lexicon.kept[found])
    ordinary = _ordinary_capitals(text)[capitals] & ~lexicon.names[found]
    named: Ints = capitals[~(keeps | ordinary)]
    return named


def _ordinary_capitals(text: Text) -> Bools:
    """Where a capital says nothing: first words of sentences, title case, shouting."""
    ordinary = np.zeros(len(text) + 1, np.bool_)
    ordinary[text.sentence_starts] = True
    ordinary[1:] |= _OPENS.take(text.shape_codes)
    for start, stop in zip(text.title_starts.tolist(), text.body_starts.tolist(), strict=True):
        if 2 * text.capital[start:stop].sum() > text.words[start:stop].sum():
            ordinary[start:stop] = True
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


def find_cues(tape: Tape, text: Text, lexicon: Lexicon) -> dict[str, list[Finding]]:
    """All cues by signal, in text order; of overlapping cues of one signal the first, longest.

    A pseudo-trigger (kind "") blocks the cues that it overlaps and is not itself a cue.
    No cue reaches beyond its sentence.
    """
    rules = lexicon.rules
    places, numbers = _candidates(tape, lexicon)
    following = text.sentence_starts.searchsorted(places, "right")
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    begins, stops = bounds[following].tolist(), bounds[following + 1].tolist()
    found: dict[str, list[tuple[int, int, bool, int, int, int]]] = {}
    for at, number, begin, stop in zip(
        places.tolist(), numbers.tolist(), begins, stops, strict=True
    ):
        rule = rules[number]
        if rule.single:
            cue = (at, -at - 1, rule.fires, at, at + 1, number)
        else:
            match = rule.match(tape.characters, at, begin, min(stop, at + WINDOW))
            if match is None:
                continue
            start, end = match.span()
            inner = match.span(1) if match.re.groups and match.start(1) >= 0 else (start, end)
            cue = (start, -end, rule.fires, *inner, number)
        found.setdefault(rule.signal, []).append(cue)
    return {
        signal: [
            Finding(rules[number].kind, rules[number].name, start, end)
            for start, end, number in _resolve(cues)
        ]
        for signal, cues in found.items()
    }


def _candidates(tape: Tape, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Tokens and the numbers of rules that may fire there, in text order."""
    around = np.zeros(len(tape.codes) + 2 * REACH, np.uint16)
    around[REACH:-REACH] = tape.codes
    anchored = np.flatnonzero(lexicon.anchored.take(tape.codes))
    allowed = lexicon.anchors.take(tape.codes[anchored], axis=1)
    words, rows = allowed.nonzero()
    places, allowed = anchored[rows], allowed[words, rows]
    for step, bits in zip(STEPS, lexicon.near, strict=True):
        allowed &= bits[words, around[places + (REACH + step)]]
        left = np.flatnonzero(allowed)
        words, places, allowed = words[left], places[left], allowed[left]
    rows, bit = np.unpackbits(
        allowed.astype("<u8").view(np.uint8).reshape(-1, 8), axis=1, bitorder="little"
    ).nonzero()
    numbers = lexicon.tries[64 * words[rows] + bit]
    found = np.unique(places[rows] * len(lexicon.rules) + numbers)
    return np.divmod(found, max(1, len(lexicon.rules)))


def _resolve(cues: list[tuple[int, int, bool, int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The first of overlapping cues, of two that begin together the longer."""
    cues.sort()
    taken = 0
    for start, minus_end, fires, inner, outer, number in cues:
        if start >= taken:
            taken = -minus_end
            if fires:
                yield inner, outer, number
