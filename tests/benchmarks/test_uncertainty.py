"""The gap of accuracy between the rows with a caveat and those without it."""

import numpy as np
import pytest

from benchmarks.quality.uncertainty import accuracy_gap

RANDOM = np.random.default_rng(0)
SCORES = RANDOM.beta(2, 2, 4000)
LABELS = (RANDOM.random(4000) < SCORES).astype(int)


def test_the_gap_of_accuracy_is_balanced_and_over_groups() -> None:
    labels, right = np.tile([1, 0, 0], 400), np.repeat([True, False], 600)
    scores = np.where(right, labels * 0.8 + 0.1, 0.9)
    found = accuracy_gap(labels, scores, right, np.arange(1200) // 3)
    assert found["value"] == pytest.approx(0.5)
    assert found["low"] == pytest.approx(found["high"]) == pytest.approx(0.5)
    noise = accuracy_gap(LABELS, SCORES, RANDOM.random(4000) < 0.5, np.arange(4000) // 4)
    assert noise["low"] < 0 < noise["high"]
