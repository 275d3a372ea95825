"""A pooling model is checked before it is used."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

from credscore import ModelFileError
from credscore.model import default_folder
from credscore.pooling import FEATURES, POOLING_FILE, PoolingModel


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
