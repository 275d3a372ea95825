"""How hard own labels are held to the shipped weights, and corpora that part too easily."""

from pathlib import Path

import pandas as pd
import pytest

import credscore
from credscore.model.model_file import MAX_WEIGHT
from credscore.training.data.labelled_files import Columns
from credscore.training.own_labels import strongest_within_error
from credscore.training.train import train_csv


@pytest.mark.parametrize(
    ("losses", "chosen"),
    [
        # the least mean is 0.65 with a standard error of 0.05
        ({3.0: [0.6, 0.7], 30.0: [0.64, 0.74], 300.0: [0.8, 0.9]}, 30.0),
        ({3.0: [0.6, 0.7], 30.0: [0.66, 0.76], 300.0: [0.8, 0.9]}, 3.0),
        ({3.0: [0.6, 0.7], 30.0: [0.8, 0.9], 300.0: [0.64, 0.74]}, 300.0),
        ({3.0: [0.9, 0.9], 30.0: [0.5, 0.5], 300.0: [0.6, 0.6]}, 30.0),  # no error, the least
        ({3.0: [0.5, 0.5], 30.0: [0.5, 0.5]}, 30.0),
        ({3.0: [0.1], 30.0: [0.9]}, 30.0),  # one fold tells nothing
        ({3.0: [], 30.0: []}, 30.0),
    ],
)
def test_the_strongest_pull_within_one_standard_error(
    losses: dict[float, list[float]], chosen: float
) -> None:
    assert strongest_within_error(losses) == chosen


@pytest.mark.parametrize("start", ["shipped", "scratch"])
def test_a_small_corpus_that_parts_trains_a_sane_model(tmp_path: Path, start: str) -> None:
    path = tmp_path / "easy.csv"
    texts = [
        f"Mayor Holm said on Monday, May {n + 1}, that {n + 2} people were hired."
        if n % 2
        else f"Insiders allegedly claim that {n + 2} rumours of Lund fly!"
        for n in range(24)
    ]
    frame = pd.DataFrame({"text": texts, "label": [n % 2 for n in range(24)]})
    frame.to_csv(path, index=False)
    own = train_csv([path], tmp_path / "own", Columns(), start)
    assert max(abs(weight.weight) for weight in own.model.weights) < MAX_WEIGHT / 2
    scored = credscore.score_frame(frame, model=str(tmp_path / "own"))["credscore_score"]
    assert scored[frame["label"] == 1].min() > scored[frame["label"] == 0].max()
