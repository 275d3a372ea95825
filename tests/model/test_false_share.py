"""Shares of false claims among flagged texts, against the plain formulas."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.model import Below

SHARES = st.lists(st.floats(0.01, 0.99), min_size=1, max_size=9, unique=True).map(sorted)
MEASURED = {"score": (0.2, 0.4, 0.8), "true": (0.1, 0.3, 0.9), "false": (0.3, 0.6, 1.0)}


@given(SHARES, st.lists(st.floats(0.0, 1.0), max_size=9), st.floats(0.01, 0.99))
def test_shares_are_interpolated(measured: list[float], scores: list[float], prior: float) -> None:
    scores = [*scores, *measured]
    true, false = np.square(measured), np.sqrt(measured)
    below = Below(score=tuple(measured), true=tuple(true), false=tuple(false))
    lowest = np.minimum(scores, measured[0])
    of_true = np.interp(scores, measured, true)
    of_true *= lowest * (1 - measured[0]) / (measured[0] * (1 - lowest))
    of_false = (1 - prior) * np.interp(scores, measured, false)
    expected = (of_false / (of_false + prior * of_true)).tolist()
    shares = [below.false_share(score, prior) for score in scores]
    assert shares == pytest.approx(expected, rel=1e-12)


def test_shares_fall_as_scores_rise() -> None:
    below = Below.model_validate(MEASURED)
    shares = [below.false_share(score, 0.3) for score in np.linspace(0, 1, 101).tolist()]
    assert shares == sorted(shares, reverse=True)


def test_if_no_false_claim_scores_so_little_none_is_false() -> None:
    below = Below(score=(0.5, 1.0), true=(0.5, 1.0), false=(0.0, 1.0))
    assert below.false_share(0.0, 0.5) == 0.0
