"""One linear pass over the text: every word looked up in all lexicons, every rule that fires.

The result of the first half is a tape with one character per token. A word of a lexicon stands
there as its own character, another word as a shape letter (see characters.py), a mark as itself.
Lexicon rules are regular expressions over the tape. Each is tried only where one of its anchors
stands among neighbours that the rule allows, which is told for all rules and tokens at once.
"""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.characters import CAPITALS, NAME, NUMBER, YEAR
from credscore.lexicon import Lexicon, Rule
from credscore.pattern import REACH, STEPS
from credscore.text import Text
from credscore.tokens import Bools, Ints

_OPENS = np.zeros(1 << 16, np.bool_)
_OPENS[[ord(mark) for mark in '“":—(']] = True

WINDOW = 40
"""No cue is longer than this many tokens."""
NEAR = 8
"""Evidence is compared with this many pieces kept before it."""


class Finding(NamedTuple):
    """Tokens start (inclusive) to end (exclusive) that speak for a signal, and by which cue."""

    start: int
    end: int
    signal: str
    kind: str
    cue: str


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
    capitals = (text.capital & (words > 0)).nonzero()[0]
    found = words[capitals]
    number = np.zeros(len(text) + 2, np.bool_)
    number[1:-1] = _may_be_dates(text)
    beside_number = number[capitals] | number[capitals + 2]
    keeps = np.where(lexicon.dated[found], beside_number, lexicon.kept[found])
    ordinary = _ordinary_capitals(text)[capitals] & ~lexicon.names[found]
    named: Ints = capitals[~(keeps | ordinary)]
    return named


def _may_be_dates(text: Text) -> Bools:
    """Years, and numbers that can be a day of a month: no share, nothing above 39."""
    places = (text.shape_codes == ord(NUMBER)).nonzero()[0]
    length = text.ends[places] - text.starts[places]
    first = np.array([text.source[start] for start in text.starts[places].tolist()], "U1")
    shares = text.shape_codes.take(places + 1, mode="clip") == ord("%")
    days = (length <= 4) & ~((length == 2) & (first > "3")) & ~shares
    dates: Bools = text.shape_codes == ord(YEAR)
    dates[places[days]] = True
    return dates


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
        middle = (loud[:-2] & loud[1:-1] & loud[2:]).nonzero()[0]
        for shift in range(3):
            run[middle + shift] = True
    return run


def find_cues(tape: Tape, text: Text, lexicon: Lexicon) -> dict[str, list[Finding]]:
    """All cues by signal, in text order.

    Of overlapping evidence counts the first cue's; of cues that begin together a blocker's (a
    pseudo-trigger, of kind "", which is not itself a cue), else the longest one's. Evidence may
    stand inside the context of another cue. No cue reaches beyond its sentence.
    """
    places, numbers = _candidates(tape, lexicon)
    single = lexicon.single[numbers]
    alone = places[single]
    fired = np.concatenate(
        [
            np.column_stack([alone, alone + 1, alone, alone + 1, numbers[single]]),
            _match(tape.characters, text, places[~single], numbers[~single], lexicon.rules),
        ]
    )
    signals = lexicon.rule_signals[fired[:, 4]]
    fires = lexicon.fires[fired[:, 4]]
    offset = signals * (len(text) + 1)
    order = np.lexsort((-fired[:, 1], fires, fired[:, 0] + offset))
    starts, ends = fired[order, 2] + offset[order], fired[order, 3] + offset[order]
    order = order[_undisputed(starts, ends) & fires[order]]
    order = order[np.argsort(fired[order, 2] + offset[order], kind="stable")]
    rules = [lexicon.rules[number] for number in fired[order, 4].tolist()]
    found = map(
        Finding._make,
        zip(
            fired[order, 2].tolist(),
            fired[order, 3].tolist(),
            [rule.signal for rule in rules],
            [rule.kind for rule in rules],
            [rule.name for rule in rules],
            strict=True,
        ),
    )
    counts = np.bincount(signals[order], minlength=len(lexicon.signals)).tolist()
    return {
        signal: list(islice(found, count))
        for signal, count in zip(lexicon.signals, counts, strict=True)
    }


def _candidates(tape: Tape, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Tokens and the numbers of rules that may fire there, in text order."""
    around = np.zeros(len(tape.codes) + 2 * REACH, np.intp)
    around[REACH:-REACH] = tape.codes
    anchored = lexicon.anchored.take(tape.codes).nonzero()[0]
    allowed = lexicon.anchors.take(around[anchored + REACH], axis=1)
    words, rows = allowed.nonzero()
    places, allowed = anchored[rows], allowed[words, rows]
    table = words * lexicon.anchors.shape[1]
    for step, bits in zip(STEPS, lexicon.near, strict=True):
        allowed &= bits.take(table + around.take(places + (REACH + step)))
        if abs(step) == 1:
            left = allowed.nonzero()[0]
            table, places, allowed = table[left], places[left], allowed[left]
    rows, bit = np.unpackbits(
        allowed.astype("<u8").view(np.uint8).reshape(-1, 8), axis=1, bitorder="little"
    ).nonzero()
    words = table[rows] // lexicon.anchors.shape[1]
    found = np.unique(places[rows] * len(lexicon.rules) + lexicon.tries[64 * words + bit])
    return np.divmod(found, max(1, len(lexicon.rules)))


def _match(
    tape: str, text: Text, places: Ints, numbers: Ints, rules: Sequence[Rule]
) -> npt.NDArray[np.int64]:
    """What fires: start and end of the match, of the evidence in it, number of the rule."""
    following = text.sentence_starts.searchsorted(places, "right")
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    limits = np.minimum(bounds[following + 1], places + WINDOW)
    columns = (places, numbers, bounds[following], limits)
    fired: list[int] = []
    for at, number, begin, limit in zip(*(column.tolist() for column in columns), strict=True):
        match = rules[number].match(tape, at, begin, limit)
        if match is not None:
            fired += (*match.span(), *match.span(match.lastindex or 0), number)
    return np.array(fired, np.int64).reshape(-1, 5)


def _undisputed(starts: Ints, ends: Ints) -> Bools:
    """Of spans in order of preference, those that overlap none that was kept before them."""
    places = np.argsort(starts, kind="stable")
    reach = np.maximum.accumulate(ends[places])
    disputed = np.zeros(len(starts) + 1, np.bool_)
    disputed[1:-1] = starts[places[1:]] < reach[:-1]
    disputed = disputed[:-1] | disputed[1:]  # with the spans that they overlap
    kept = np.ones(len(starts), np.bool_)
    taken: list[tuple[int, int]] = []
    for at in np.sort(places[disputed]).tolist():
        start, end = int(starts[at]), int(ends[at])
        kept[at] = all(end <= other or start >= last for other, last in taken[-NEAR:])
        if kept[at]:
            taken.append((start, end))
    return kept
