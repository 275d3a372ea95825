"""The pooling model: its features are what they are defined to be; its file is checked."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore import ModelFileError
from credscore.model import default_folder
from credscore.pooling import FEATURES, POOLING_FILE, Pool, PoolingModel

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


@pytest.fixture
def content() -> dict[str, object]:
    loaded: dict[str, object] = json.loads((default_folder() / POOLING_FILE).read_text("utf-8"))
    return loaded


def test_the_shipped_model_is_written_as_it_was_read(tmp_path: Path) -> None:
    path = PoolingModel.load().save(tmp_path)
    assert path.read_bytes() == (default_folder() / POOLING_FILE).read_bytes()


def test_weights_speak_as_they_should() -> None:
    """Agreement makes a score surer, a debunking report makes it lower."""
    weights = {weight.feature: weight.weight for weight in PoolingModel.load().weights}
    assert weights["agreement"] > 0 > weights["debunking"]


def test_a_folder_without_the_file_has_the_shipped_one(tmp_path: Path) -> None:
    assert PoolingModel.load(tmp_path) == PoolingModel.load()


def test_limits_hold_two_voices_and_leave_one_alone() -> None:
    model = PoolingModel.load()
    low, high = model.limits
    assert model.within(-9.0, 1) == -9.0
    assert 1 / (1 + math.exp(-model.within(-9.0, 2))) == pytest.approx(low)
    assert 1 / (1 + math.exp(-model.within(9.0, 2))) == pytest.approx(high)


def test_nothing_is_moved_by_features_of_one_voice() -> None:
    model, nothing = PoolingModel.load(), np.zeros(len(FEATURES))
    assert not model.contributions(nothing).any()
    assert model.deviation(nothing) == 0


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("model_id", "other", "sha256 does not fit"),
        ("limits", [0.9, 0.1], "limits must rise"),
        ("limits", [0.0, 0.9], "greater than 0"),
        ("weights", [], "weights must be those of agreement"),
        ("uncertainty", [[1.0]], "rows of uncertainty need 4 numbers"),
        ("format_version", 2, "refused at format_version"),
        ("more", 1, "refused at more"),
    ],
)
def test_other_content_is_refused(
    tmp_path: Path, content: dict[str, object], key: str, value: object, told: str
) -> None:
    (tmp_path / POOLING_FILE).write_text(json.dumps(content | {key: value}), "utf-8")
    with pytest.raises(ModelFileError, match=told):
        PoolingModel.load(tmp_path)


def test_what_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / POOLING_FILE).write_text("{", "utf-8")
    with pytest.raises(ModelFileError, match="not valid JSON"):
        PoolingModel.load(tmp_path)
