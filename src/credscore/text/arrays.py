"""The arrays that hold the tokens of a text, and the memory that splitting needs."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class Tokens(NamedTuple):
    """The tokens of a text: arrays of shape (tokens,), with one entry for each token.

    `starts` and `ends` are offsets of characters in `Text.source`, ends exclusive. `shapes` are
    code points: the shape letter of a word (characters.py), or the mark itself. `hashes` are those
    of words; they are 0 for marks and for words too long for a lexicon. `words` is true for words,
    `capitals` for words that begin with a capital.
    """

    starts: npt.NDArray[np.intc]
    ends: npt.NDArray[np.intc]
    shapes: npt.NDArray[np.uint16]
    hashes: npt.NDArray[np.uint64]
    words: npt.NDArray[np.bool_]
    capitals: npt.NDArray[np.bool_]

    def first(self, count: int) -> "Tokens":
        return Tokens._make(array[:count] for array in self)

    def joined(self, marks: Ints) -> "Tokens":
        """The tokens without these marks; the token before a mark reaches to its end."""
        self.ends[marks - 1] = self.ends[marks]
        others = np.bincount(marks, minlength=len(self.ends)) == 0
        return Tokens._make(array[others] for array in self)


class Scratch(NamedTuple):
    """What `fold` writes of one piece of text (_passes.py)."""

    folded: npt.NDArray[np.uint16]
    places: npt.NDArray[np.intc]
    edges: npt.NDArray[np.intc]
    hashes: npt.NDArray[np.uint64]


def room_for(characters: int, longest: int) -> tuple[Tokens, Scratch]:
    """Arrays for the tokens of so many characters, and for folding the longest piece."""
    # One array holds the larger part: Python reuses its memory for the next text.
    size, room = characters + 2, longest + 3
    block: npt.NDArray[Any] = np.empty(2 * (size + room), np.uint64)
    numbers, flags = block[size + room :].view(np.intc), np.empty(2 * characters, np.bool_)
    return (
        Tokens(
            numbers[:size], numbers[size : 2 * size], np.empty(characters, np.uint16),
            block[:size], flags[:characters], flags[characters:],
        ),
        Scratch(
            np.empty(room, np.uint16), numbers[2 * size : 2 * size + room],
            numbers[2 * size + room :], block[size : size + room],
        ),
    )  # fmt: skip
