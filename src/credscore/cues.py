"""One linear pass over the text: every word looked up in all lexicons, every rule that fires."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from credscore.characters import ROLES
from credscore.lexicon import Lexicon
from credscore.tape import write
from credscore.text import Text
from credscore.vocabulary import FIRST_CODE


class Finding(NamedTuple):
    """Tokens start (inclusive) to end (exclusive) that speak for a signal, and by which cue."""

    start: int
    end: int
    signal: str
    kind: str
    cue: str


_finding: Callable[[tuple[int, int, str, str, str]], Finding] = partial(tuple.__new__, Finding)


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
    """All cues by signal, in text order. No cue reaches beyond its sentence."""
    bounds = np.concatenate([[0], text.sentence_starts, [len(text)]])
    found: dict[str, list[Finding]] = lexicon.table.find(tape.codes, bounds, _finding)
    return found
