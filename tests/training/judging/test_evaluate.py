"""Bootstraps draw whole groups, the same for all that is compared."""

import numpy as np
import pytest

from credscore.training.judging.evaluate import (
    interval,
    judge,
    mean_of,
    multiplicities,
    with_intervals,
)
from credscore.training.judging.metrics import drawn_figures, figures

RANDOM = np.random.default_rng(1)


def test_groups_are_drawn_whole() -> None:
    groups = np.repeat(np.arange(20), 3)
    times = multiplicities(groups, draws=50)
    assert times.shape == (50, 60)
    assert (times.reshape(50, 20, 3).std(axis=2) == 0).all()
    assert (times.sum(axis=1) == 60).all()


def test_the_spread_is_the_standard_error() -> None:
    values = RANDOM.normal(size=400)
    times = multiplicities(np.arange(400), draws=2000)
    means = times @ values / times.sum(1)
    assert means.std() == pytest.approx(values.std() / 20, rel=0.1)
    assert interval(means)[0] < values.mean() < interval(means)[1]


def test_draws_without_a_class_are_left_out() -> None:
    draws = drawn_figures([0, 1], [0.2, 0.9], np.array([[1.0, 0.0], [1.0, 1.0]]))
    assert np.isnan(draws["auc"][0])
    assert draws["auc"][1] == 1.0
    rows = with_intervals({"auc": np.append(1.0, draws["auc"])})
    assert rows == {"auc": {"value": 1.0, "low": 1.0, "high": 1.0}}
    assert np.isnan(interval([np.nan])).all()


def test_each_draw_has_the_figures_of_its_weights() -> None:
    labels, scores = RANDOM.integers(0, 2, 60), RANDOM.uniform(0.1, 0.9, 60).round(1)
    times = multiplicities(np.arange(60) // 3, draws=8)
    draws = drawn_figures(labels, scores, times)
    rows = [figures(labels, scores, weight, draws=400) for weight in times]
    for name in set(draws) - {"excess_ece"}:
        np.testing.assert_allclose(draws[name], [row[name] for row in rows], atol=1e-6)
    excess = np.mean([row["excess_ece"] for row in rows])
    assert draws["excess_ece"].mean() == pytest.approx(excess, abs=0.02)


def test_a_model_does_not_differ_from_itself() -> None:
    labels, scores = RANDOM.integers(0, 2, 80), RANDOM.random(80)
    judged = judge(labels, np.arange(80) // 4, {"one": scores, "other": scores}, draws=20)
    zero = {"value": 0.0, "low": 0.0, "high": 0.0}
    table = judged.figures
    assert set(map(str, table["minus_other"].values())) == {str(zero)}
    assert table["groups"] == 20
    assert table["one"]["auc"]["low"] <= table["one"]["auc"]["value"] <= table["one"]["auc"]["high"]


def test_paired_differences_are_tighter_than_the_figures() -> None:
    labels = RANDOM.integers(0, 2, 300)
    scores = np.clip(0.3 + 0.4 * labels + RANDOM.normal(0, 0.3, 300), 0.01, 0.99)
    near = np.clip(scores + RANDOM.normal(0, 0.01, 300), 0.01, 0.99)
    judged = judge(labels, np.arange(300), {"one": scores, "near": near}, draws=100)
    table = judged.figures
    difference, figure = table["minus_near"]["auc"], table["one"]["auc"]
    assert difference["high"] - difference["low"] < (figure["high"] - figure["low"]) / 3


def test_the_mean_is_over_corpora_not_rows() -> None:
    few = judge([0, 1], ["a", "b"], {"m": [0.1, 0.9], "n": [0.5, 0.5]}, draws=20)
    many = judge([0, 1] * 50, np.arange(100), {"m": [0.9, 0.1] * 50, "n": [0.5] * 100}, draws=20)
    mean = mean_of([few, many])
    assert mean["m"]["auc"]["value"] == pytest.approx(0.5)
    assert mean["minus_n"]["auc"]["value"] == pytest.approx(0.0)
