"""What a model makes of an article depends on that article alone, to the last bit."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.features import FEATURES, NAMES
from credscore.model import Model, default_folder, expit

MODEL = Model.load(default_folder())
VALUES = st.floats(-1e6, 1e6) | st.just(math.nan)
ROWS = st.lists(st.lists(VALUES, min_size=len(NAMES), max_size=len(NAMES)), min_size=2, max_size=9)
TITLES = [number for number, feature in enumerate(FEATURES) if feature.where == "title"]


def rows_of(values: list[list[float]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Features with a length that can be, and values missing as in an article without a title."""
    rows = np.array(values)
    rows[:, NAMES.index("length")] = np.abs(np.nan_to_num(rows[:, NAMES.index("length")])) % 12
    missing = np.isnan(rows)
    missing[:, TITLES] = False
    rows[missing] = 0.0
    return rows


@given(ROWS)
def test_alone_is_as_in_company(values: list[list[float]]) -> None:
    rows, linear = rows_of(values), MODEL.linear
    offsets = linear.offsets(rows)
    contributions, figures = linear.figures(offsets, 0.25, -0.5)
    for number in range(len(rows)):
        alone = linear.offsets(rows[[number]])
        assert alone.tobytes() == offsets[[number]].tobytes()
        moved, judged = linear.figures(alone, 0.25, -0.5)
        assert moved.tobytes() == contributions[[number]].tobytes()
        assert judged[:, 0].tolist() == figures[:, number].tolist()
        assert linear.outside(rows[[number]])[0] == linear.outside(rows)[number]


@given(ROWS)
def test_log_odds_are_the_sum_rounded_once(values: list[list[float]]) -> None:
    linear = MODEL.linear
    contributions, figures = linear.figures(linear.offsets(rows_of(values)), 0.25, -0.5)
    for row, (log_odds, score, low, high, even) in zip(contributions, figures.T, strict=True):
        assert log_odds == 0.25 + math.fsum(row.tolist())
        assert (score, even) == (expit(log_odds), expit(log_odds + 0.5))
        assert low <= score <= high


@given(ROWS)
def test_deviations_are_those_of_the_plain_formula(values: list[list[float]]) -> None:
    offsets = MODEL.linear.offsets(rows_of(values))
    factor = np.array(MODEL.uncertainty)
    for row, deviation in zip(offsets, MODEL.linear.deviations(offsets), strict=True):
        expected = math.hypot(*(factor @ np.concatenate([[1.0], row])))
        assert deviation == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(("log_odds", "expected"), [(0.0, 0.5), (-1000.0, 0.0), (1000.0, 1.0)])
def test_probabilities_do_not_overflow(log_odds: float, expected: float) -> None:
    assert expit(log_odds) == expected
