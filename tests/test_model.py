"""A model file is believed only when everything in it holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from credscore import ModelFileError, Scorer
from credscore.model import Model, default_folder


def tampered(tmp_path: Path, **changes: Any) -> Path:
    content = json.loads((default_folder() / "model.json").read_text())
    (tmp_path / "model.json").write_text(json.dumps(content | changes))
    return tmp_path


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"intercept": 5.0}, "sha256"),
        ({"intercept": float("nan")}, "finite"),
        ({"intercept": float("inf")}, "finite"),
        ({"intercept": 1e99}, "less than"),
        ({"format_version": 99}, "format_version"),
        ({"surprise": 1}, "surprise"),
        ({"weights": []}, "weights"),
        ({"uncertainty": [[1.0]]}, "uncertainty"),
        ({"sha256": "0"}, "sha256"),
    ],
)
def test_tampered_files_are_refused(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelFileError, match=message):
        Scorer.load(tampered(tmp_path, **changes))


def test_unknown_and_double_features_are_refused(tmp_path: Path) -> None:
    weight = {"feature": "nonsense", "weight": 1.0, "center": 0.0, "low": 0.0, "high": 1.0}
    with pytest.raises(ModelFileError, match="nonsense"):
        Model.load(tampered(tmp_path, weights=[weight]))
    known = weight | {"feature": "hedges_rate"}
    with pytest.raises(ModelFileError, match="twice"):
        Model.load(tampered(tmp_path, weights=[known, known]))


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_broken_files_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.json").write_bytes(content)
    with pytest.raises(ModelFileError):
        Model.load(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="Name a folder"):
        Model.load(tmp_path / "nowhere")


def test_saving_gives_the_same_bytes(tmp_path: Path) -> None:
    path = Model.load(default_folder()).save(tmp_path)
    assert path.read_bytes() == (default_folder() / "model.json").read_bytes()


def test_no_weight_contradicts_its_signal() -> None:
    from credscore.features import FEATURES

    directions = {feature.name: feature.direction for feature in FEATURES}
    for weight in Model.load(default_folder()).weights:
        assert weight.weight * directions[weight.feature] >= 0, weight.feature
