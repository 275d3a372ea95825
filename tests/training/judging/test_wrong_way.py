"""Scores that rank rows the wrong way are told from those that rank them by chance."""

import numpy as np
import pandas as pd
import pytest

from credscore.training.judging.evaluate import is_wrong_way, question, wrong_way

RANDOM = np.random.default_rng(5)
LABELS = np.arange(200) % 2
RIGHT = np.clip(0.5 + 0.2 * (LABELS - 0.5) + 0.2 * RANDOM.standard_normal(200), 0.01, 0.99)
ROWS = np.arange(200)


def test_the_wrong_way() -> None:
    assert is_wrong_way(LABELS, ROWS, 1 - RIGHT)
    assert is_wrong_way(1 - LABELS, ROWS, RIGHT)
    assert not is_wrong_way(LABELS, ROWS, RIGHT)


def test_chance_is_no_wrong_way() -> None:
    drawn = [is_wrong_way(LABELS, ROWS, RANDOM.random(200)) for _ in range(100)]
    assert sum(drawn) <= 2


def test_few_groups_tell_little() -> None:
    rows = [("a", 1, 0.2)] * 100 + [("b", 0, 0.8)] * 100 + [("c", 1, 0.9), ("d", 0, 0.1)]
    groups, labels, scores = zip(*rows, strict=True)
    assert is_wrong_way(labels, range(len(rows)), scores)
    assert not is_wrong_way(labels, groups, scores)


@pytest.mark.parametrize("label", [0, 1])
def test_one_label_ranks_nothing(label: int) -> None:
    assert not is_wrong_way(np.full(200, label), ROWS, RIGHT)


def test_each_corpus_is_asked() -> None:
    frame = pd.DataFrame({
        "label": np.append(LABELS, 1 - LABELS), "group": range(400),
        "corpus": ["a"] * 200 + ["b"] * 200,
    })  # fmt: skip
    assert wrong_way(frame, np.append(RIGHT, RIGHT)) == ["b"]
    assert question(["b", "c"]).startswith("b, c: the shipped model ranks")
