"""One linear pass over the text: every word looked up in all lexicons, every rule that fires."""

from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.characters import ROLES
from credscore.lexicon import Lexicon
from credscore.tape import write
from credscore.text import Bools, Ints, Text
from credscore.vocabulary import FIRST_CODE

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
    known = lexicon.vocabulary
    tape = np.empty(len(text), np.uint16)
    write(
        text.source, text.starts.data, text.ends.data, text.hashes.data, text.words.data,
        text.capital.data, text.shape_codes.data, ROLES.data, text.sentence_starts.data,
        text.title_starts.data, text.body_starts.data, text.body_ends.data, known.slots.data,
        known.hashes.data, lexicon.habits.data, FIRST_CODE, tape.data,
    )  # fmt: skip
    return Tape(tape, tape.tobytes().decode("utf-16-le", "surrogatepass"))


def find_cues(tape: Tape, text: Text, lexicon: Lexicon) -> dict[str, list[Finding]]:
    """All cues by signal, in text order.

    Of overlapping evidence counts the first cue's; of cues that begin together a blocker's (a
    pseudo-trigger, of kind "", which is not itself a cue), else the longest one's. Evidence may
    stand inside the context of another cue. No cue reaches beyond its sentence.
    """
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    fired = lexicon.table.matches(tape.codes, bounds)
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
