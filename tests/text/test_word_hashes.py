"""Words with and without an ending are found by their hashes alone."""

import numpy as np
import pytest

from credscore.text import hashes_of, inflections


@pytest.mark.parametrize(
    ("word", "other"),
    [("bridge", "bridges"), ("bridges", "bridge"), ("close", "closed"), ("closed", "close"),
     ("repair", "repaired"), ("repaired", "repair"), ("Ship", "ships"), ("ship", "ship")],
)  # fmt: skip
def test_endings(word: str, other: str) -> None:
    first, second = np.array(hashes_of([word, other]), np.uint64)
    assert second in inflections(np.array([first]))[:, 0]


@pytest.mark.parametrize(("word", "other"), [("bridge", "bride"), ("ship", "shipping"), ("s", "d")])
def test_other_words(word: str, other: str) -> None:
    first, second = np.array(hashes_of([word, other]), np.uint64)
    assert second not in inflections(np.array([first]))[:, 0]


def test_no_words() -> None:
    assert inflections(np.zeros(0, np.uint64)).shape == (7, 0)
