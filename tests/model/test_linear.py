"""The sums and shares of a score, against the plain formulas."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credscore.model._weigh import PARTS, add, share_false

NUMBERS = st.floats(-1e300, 1e300) | st.sampled_from([1e-300, 1.0, 2**-53, -(2**-53), 0.1, -0.0])
SHARES = st.lists(st.floats(0.01, 0.99), min_size=1, max_size=9, unique=True).map(sorted)


@given(st.lists(NUMBERS, min_size=1, max_size=40))
def test_a_sum_is_rounded_once(numbers: list[float]) -> None:
    try:
        expected = math.fsum(numbers)
    except OverflowError:
        return
    rows = np.array([[0.0] * len(numbers), numbers])
    assert add(rows.data, 1, len(numbers), np.empty(PARTS).data) == expected


@given(SHARES, st.lists(st.floats(0.0, 1.0), max_size=9), st.floats(0.01, 0.99))
def test_shares_are_interpolated(measured: list[float], scores: list[float], prior: float) -> None:
    scores = [*scores, *measured]
    true, false = np.square(measured), np.sqrt(measured)
    shares = np.array(scores)
    share_false(shares.data, np.array(measured).data, true.data, false.data, prior)
    lowest = np.minimum(scores, measured[0])
    of_true = np.interp(scores, measured, true)
    of_true *= lowest * (1 - measured[0]) / (measured[0] * (1 - lowest))
    of_false = (1 - prior) * np.interp(scores, measured, false)
    assert shares.tolist() == (of_false / (of_false + prior * of_true)).tolist()


def test_where_no_claim_scores_so_little_none_is_false() -> None:
    shares = np.zeros(1)
    true, false = np.array([0.5, 1.0]), np.array([0.0, 1.0])
    share_false(shares.data, np.array([0.5, 1.0]).data, true.data, false.data, 0.5)
    assert shares.tolist() == [0.0]
