"""Training on a user's file: the same model again, honest refusals, folds that never leak."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import credscore
from credscore.training.corpora import unique, weights
from credscore.training.evaluate import evaluate_csv, expected_calibration_error, metrics
from credscore.training.train import train_csv

SOUND = "Mayor Holm said on Monday, May {n}, that {n} people were hired, the report shows."
WEAK = "Insiders claim that {n} people allegedly fled! Rumors suggest a secret plot."


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [
        (t.format(n=n), y, f"g{n % 10}{y}") for n in range(30) for t, y in ((SOUND, 1), (WEAK, 0))
    ]
    path = tmp_path / "mine.csv"
    pd.DataFrame(rows, columns=["text", "label", "claim"]).to_csv(path, index=False)
    return path


def test_training_gives_the_same_file_again(table: Path, tmp_path: Path) -> None:
    result = train_csv([table], tmp_path / "a", "text", "label", "claim", None)
    train_csv([table], tmp_path / "b", "text", "label", "claim", None)
    one, two = ((tmp_path / name / "model.json").read_bytes() for name in "ab")
    assert one == two
    assert result["mine.csv"]["auc"] > 0.9
    scorer = credscore.Scorer.load(tmp_path / "a")
    assert scorer.score(SOUND.format(n=3)).score > scorer.score(WEAK.format(n=3)).score
    assert evaluate_csv([table], tmp_path / "a", "text", "label", None)["auc"] > 0.9


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text,label\nx,1\n", "only the label 1"),
        ("text,label\nx,1\ny,0\n", "groups"),
        ("text,label\nx,maybe\n", "must be 0"),
        ("body,label\nx,1\n", "Columns there"),
        ("text,label\n", "no rows"),
    ],
)
def test_unusable_tables(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content)
    with pytest.raises(credscore.InputTableError, match=message):
        train_csv([path], tmp_path / "out", "text", "label", None, None)


def test_near_duplicates_are_dropped() -> None:
    long = " ".join(f"word{n}" for n in range(100))
    assert unique([long, long + " more", "other " * 3, ""]).tolist() == [True, False, True, True]


def test_weights_balance_classes_and_corpora() -> None:
    frame = pd.DataFrame({"corpus": ["a"] * 4 + ["b"] * 16, "label": [1, 0, 0, 0] + [1, 0] * 8})
    weight = pd.Series(weights(frame))
    by = weight.groupby([frame["corpus"], frame["label"]]).sum()
    assert by["a", 0] == pytest.approx(by["a", 1])
    assert by["b"].sum() / by["a"].sum() == pytest.approx(2.0)


def test_metrics_on_known_values() -> None:
    assert expected_calibration_error([1, 0], [1.0, 0.0]) == 0.0
    assert expected_calibration_error([0, 0], [0.95, 0.95]) == pytest.approx(0.95)
    perfect = metrics(np.array([0, 1]), np.array([0.0, 1.0]))
    assert (perfect["auc"], perfect["brier"]) == (1.0, 0.0)
