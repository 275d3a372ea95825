"""The features of a pool are what they are defined to be, and so without one voice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.pooling import FEATURES, Pool

REPORTS = st.lists(
    st.tuples(st.integers(0, 4), st.floats(-3, 3), st.booleans()), min_size=1, max_size=12
)


def pool_of(reports: list[tuple[int, float, bool]]) -> Pool:
    voices, log_odds, debunks = zip(*reports, strict=True)
    return Pool(np.array(voices), np.array(log_odds), np.array(debunks))


def straight(reports: list[tuple[int, float, bool]]) -> tuple[float, list[float]]:
    """Mean and features by their definitions."""
    voices: dict[int, list[tuple[float, bool]]] = {}
    for voice, log_odds, debunks in reports:
        voices.setdefault(voice, []).append((log_odds, debunks))
    means = np.array([np.mean([log_odds for log_odds, _ in told]) for told in voices.values()])
    shares = np.array([np.mean([debunks for _, debunks in told]) for told in voices.values()])
    more = 1 - 1 / len(means)
    features = [means.mean() * more, np.log(len(means)), np.sqrt(shares.mean()) * more, means.std()]
    return float(means.mean()), features


@given(REPORTS)
def test_features_follow_their_definitions(reports: list[tuple[int, float, bool]]) -> None:
    pool, (mean, features) = pool_of(reports), straight(reports)
    assert pool.mean == pytest.approx(mean, abs=1e-9)
    assert pool.features() == pytest.approx(features, abs=1e-6)


@given(REPORTS)
def test_without_one_voice_is_a_pool_of_the_others(reports: list[tuple[int, float, bool]]) -> None:
    pool = pool_of(reports)
    if len(pool.voices) < 2:
        return
    means, features = pool.without()
    for at, voice in enumerate(pool.voices):
        others = pool_of([report for report in reports if report[0] != voice])
        assert means[at] == pytest.approx(others.mean, abs=1e-9)
        assert features[at] == pytest.approx(others.features(), abs=1e-6)


@pytest.mark.parametrize("reports", [1, 2, 5])
def test_one_voice_has_no_features(reports: int) -> None:
    pool = pool_of([(7, 0.3 * number - 1, True) for number in range(reports)])
    assert len(pool.features()) == len(FEATURES)
    assert not pool.features().any()
