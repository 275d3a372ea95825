"""The mathematics of the figures: known values, identities, and what must not change them."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.special import expit, logit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

from credscore.training.judging.assess import area_under, risk_coverage
from credscore.training.judging.metrics import (
    balanced,
    brier_parts,
    calibration_lines,
    drawn_figures,
    figures,
    reliability_bins,
)

RANDOM = np.random.default_rng(0)
SCORES = RANDOM.beta(2, 2, 4000)
LABELS = (RANDOM.random(4000) < SCORES).astype(int)

samples = st.lists(
    st.tuples(st.integers(0, 1), st.floats(0.01, 0.99), st.integers(1, 3)), min_size=2, max_size=40
).filter(lambda rows: len({row[0] for row in rows}) == 2)


def test_a_perfect_forecast_has_no_loss() -> None:
    found = figures([0, 1, 0, 1], [0.0, 1.0, 0.0, 1.0])
    assert (found["auc"], found["brier"], found["ece"]) == (1.0, 0.0, 0.0)
    assert found["log_loss"] == pytest.approx(0.0, abs=1e-12)
    parts = brier_parts([0, 1, 0, 1], [0.0, 1.0, 0.0, 1.0], [1] * 4)
    assert parts == {"reliability": 0.0, "resolution": 0.25, "uncertainty": 0.25}


def test_one_answer_for_all_has_known_figures() -> None:
    found = figures([0, 0, 0, 1], [0.5] * 4)
    assert found["auc"] == 0.5
    assert found["brier"] == pytest.approx(0.25)
    assert found["log_loss"] == pytest.approx(np.log(2))
    assert found["ece"] == pytest.approx(0.0)
    assert found["ece_as_sampled"] == pytest.approx(0.25)


def test_values_computed_by_hand() -> None:
    labels, scores = [1, 0, 1, 0], [0.9, 0.85, 0.2, 0.1]
    found = figures(labels, scores)
    assert found["auc"] == pytest.approx(0.75)
    assert found["brier"] == pytest.approx((0.01 + 0.7225 + 0.64 + 0.01) / 4)
    assert found["log_loss"] == pytest.approx(-np.log([0.9, 0.15, 0.2, 0.9]).mean())
    assert found["ece"] == pytest.approx((0.1 + 0.85 * 0 + 0.85 + 0.8 + 0.1) / 4)
    bins = reliability_bins(labels, scores, np.ones(len(labels)))
    assert [round(one["score"], 3) for one in bins] == [0.1, 0.2, 0.85, 0.9]
    assert [one["true"] for one in bins] == [0.0, 1.0, 0.0, 1.0]


@settings(deadline=None, max_examples=50)
@given(samples)
@example([(0, 0.99, 1), (0, 0.9899999999999999, 1), (1, 0.5, 1)])
def test_the_parts_add_up_to_the_brier_score(rows: list[tuple[int, float, int]]) -> None:
    labels, scores, weight = (np.array(column) for column in zip(*rows, strict=True))
    parts = brier_parts(labels, scores, weight)
    brier = np.average((scores - labels) ** 2, weights=weight)
    total = parts["reliability"] - parts["resolution"] + parts["uncertainty"]
    assert total == pytest.approx(brier, abs=1e-9)
    assert min(parts.values()) > -1e-9


@settings(deadline=None, max_examples=50)
@given(samples)
def test_weights_count_rows(rows: list[tuple[int, float, int]]) -> None:
    labels, scores, times = (np.array(column) for column in zip(*rows, strict=True))
    weighted = figures(labels, scores, times, draws=1)
    repeated = figures(np.repeat(labels, times), np.repeat(scores, times), draws=1)
    for name in ("auc", "brier", "log_loss", "ece", "ece_as_sampled"):
        assert weighted[name] == pytest.approx(repeated[name], abs=1e-9), name


@settings(deadline=None, max_examples=50)
@given(samples)
def test_balanced_figures_do_not_know_the_share_of_true_claims(
    rows: list[tuple[int, float, int]],
) -> None:
    labels, scores, _ = (np.array(column) for column in zip(*rows, strict=True))
    more = np.where(labels == 1, 5.0, 1.0)
    one, other = figures(labels, scores, draws=1), figures(labels, scores, more, draws=1)
    for name in ("brier", "log_loss", "ece"):
        assert one[name] == pytest.approx(other[name], rel=1e-6, abs=1e-6), name


def test_the_line_of_few_true_claims_is_that_of_all() -> None:
    more = np.where(LABELS == 1, 5.0, 1.0)
    one, other = figures(LABELS, SCORES, draws=1), figures(LABELS, SCORES, more, draws=1)
    for name in ("slope", "intercept"):
        assert one[name] == pytest.approx(other[name], abs=1e-6)


def test_balancing_gives_both_classes_the_same_mass() -> None:
    weight = balanced([1, 0, 0, 0], [2.0, 1.0, 1.0, 2.0])
    assert weight[0] == pytest.approx(3.0)
    assert weight[1:].sum() == pytest.approx(3.0)


def test_a_perfect_model_has_no_excess_and_lies_on_the_line() -> None:
    found = figures(LABELS, SCORES)
    assert abs(found["excess_ece"]) < 0.01
    assert found["slope"] == pytest.approx(1.0, abs=0.1)
    assert found["intercept"] == pytest.approx(0.0, abs=0.1)


def test_scores_that_are_too_extreme_have_a_small_slope_and_an_excess() -> None:
    extreme = expit(2 * logit(SCORES))
    found = figures(LABELS, extreme)
    assert found["slope"] == pytest.approx(0.5, abs=0.05)
    assert found["excess_ece"] > 0.05


def test_the_line_is_the_unpenalised_logistic_regression() -> None:
    column = logit(SCORES)[:, None]
    expected = LogisticRegression(C=1e8, tol=1e-10).fit(column, LABELS)
    (slope,), (intercept,) = calibration_lines(LABELS, logit(SCORES), np.ones((1, len(LABELS))))
    assert slope == pytest.approx(expected.coef_[0, 0], abs=1e-4)
    assert intercept == pytest.approx(expected.intercept_[0], abs=1e-4)


def chance(labels: np.ndarray, scores: np.ndarray, draws: int) -> float:
    found = figures(labels, scores, draws=draws)
    return found["ece"] - found["excess_ece"]


def test_small_samples_have_a_calibration_error_by_chance() -> None:
    small = chance(LABELS[:50], SCORES[:50], draws=400)
    assert small > 0.08 > 0.02 > chance(LABELS, SCORES, draws=100)
    draws = [
        figures(labels, SCORES[:50], draws=1)["ece"]
        for labels in (RANDOM.random((300, 50)) < SCORES[:50]).astype(int)
    ]
    assert np.mean(draws) == pytest.approx(small, abs=0.02)


def test_the_excess_holds_at_any_share_of_true_claims() -> None:
    rare = np.flatnonzero((LABELS == 0) | (RANDOM.random(4000) < 0.1))
    assert abs(figures(LABELS[rare], SCORES[rare])["excess_ece"]) < 0.03


def test_areas_and_losses_are_those_of_scikit_learn() -> None:
    times = RANDOM.integers(0, 4, (5, 200)).astype(float)
    labels, scores = LABELS[:200], SCORES[:200].round(2).clip(0, 0.99)
    rows = drawn_figures(labels, scores, times)
    for row, weight in enumerate(times):
        even = balanced(labels, weight)
        expected = {
            "auc": roc_auc_score(labels, scores, sample_weight=weight),
            "brier": brier_score_loss(labels, scores, sample_weight=even),
            "log_loss": log_loss(labels, scores, sample_weight=even),
        }
        for name, value in expected.items():
            assert rows[name][row] == pytest.approx(value, abs=1e-12), name


def test_risk_and_coverage_of_known_order() -> None:
    losses, even = [0.0, 0.0, 1.0, 1.0], [1] * 4
    assert risk_coverage(losses, [4, 3, 2, 1], even)[1].tolist() == [0.0, 0.0, 1 / 3, 0.5]
    orders = ([4, 3, 2, 1], [1, 2, 3, 4], [1, 1, 1, 1])
    areas = [area_under(risk_coverage(losses, order, even)) for order in orders]
    assert areas[0] == pytest.approx((1 / 3 + 0.5) / 4)
    assert areas[1] > 0.5
    assert areas[2] == pytest.approx(0.5)
    assert area_under(risk_coverage([0.0] * 3, [1, 2, 3], [1] * 3)) == 0.0
