"""The interval: a jackknife over corpora and claims, wide enough for one corpus more."""

import numpy as np
import pandas as pd
import pytest

from credscore.features.definitions import NAMES
from credscore.model import Z90, Linear, Scale
from credscore.model.model_file import Model, Weight
from credscore.training.fitting.linear import as_model
from credscore.training.fitting.uncertainty import (
    COMPONENTS,
    compressed,
    covariance_factor,
    weighted_quantile,
)

FEATURE = NAMES[0]
RANDOM = np.random.default_rng(5)


def corpora(number: int, rows: int = 100) -> pd.DataFrame:
    """Corpora whose true weight of one feature differs, in a normal distribution around 1."""
    frames = []
    for corpus in range(number):
        weight = RANDOM.normal(1.0, 0.3)
        value = RANDOM.normal(size=rows)
        label = (RANDOM.random(rows) < 1 / (1 + np.exp(-weight * value))).astype(int)
        frame = pd.DataFrame(0.0, index=range(rows), columns=list(NAMES))
        frame[FEATURE] = value
        frames.append(
            frame.assign(
                label=label, corpus=f"c{corpus}", group=[f"{corpus}:{n // 2}" for n in range(rows)]
            )
        )
    return pd.concat(frames, ignore_index=True)


def slope(frame: pd.DataFrame) -> Model:
    """A quick fit of one weight: one Newton step from 1 of a logistic regression."""
    value, label = frame[FEATURE].to_numpy(), frame["label"].to_numpy()
    mean = 1 / (1 + np.exp(-value))
    weight = 1 + ((label - mean) @ value) / ((mean * (1 - mean)) @ value**2)
    return of_one_weight(weight, 0.0)


def of_one_weight(weight: float, center: float) -> Model:
    ends = np.array([[center], [-10.0], [10.0]])
    return as_model(Linear(np.array([weight]), Scale(np.zeros(1, int), *ends, 0.0)))


def test_the_factor_keeps_the_sum_of_squares() -> None:
    rows = RANDOM.normal(size=(5, 4))
    factor = compressed(rows)
    np.testing.assert_allclose(factor.T @ factor, rows.T @ rows)
    assert compressed(RANDOM.normal(size=(30, 20))).shape == (COMPONENTS, 20)


def test_one_more_corpus_moves_nine_scores_of_ten_inside() -> None:
    inside = []
    for _ in range(30):
        frame = corpora(6)
        before = frame[frame["corpus"] != "c5"].reset_index(drop=True)
        model = slope(before)
        factor = covariance_factor(model, before, slope)
        model = model.changed(uncertainty=tuple(map(tuple, factor)))
        values = frame[list(NAMES)].to_numpy(float)
        moved = np.abs(slope(frame).linear.log_odds(values) - model.linear.log_odds(values))
        inside.append((moved <= Z90 * model.linear.deviations(model.linear.offsets(values))).mean())
    assert 0.8 < np.mean(inside) < 0.97


def test_of_one_corpus_it_is_the_jackknife_of_its_groups() -> None:
    frame = corpora(1, rows=400)
    model = slope(frame)
    factor = covariance_factor(model, frame, slope)
    sd = float(np.sqrt((factor**2).sum()))
    mean = 1 / (1 + np.exp(-frame[FEATURE]))
    expected = float(1 / np.sqrt((mean * (1 - mean) * frame[FEATURE] ** 2).sum()))
    assert sd == pytest.approx(expected, rel=0.6)


def test_it_is_the_same_again() -> None:
    frame = corpora(3)
    model = slope(frame)
    one, two = (covariance_factor(model, frame, slope) for _ in range(2))
    np.testing.assert_array_equal(one, two)


def test_centers_that_differ_are_told_by_the_intercept() -> None:
    frame = corpora(2)
    values = frame[list(NAMES)].to_numpy(float)
    one, other = of_one_weight(1.0, 0.0), of_one_weight(0.4, 0.5)
    assert isinstance(one.weights[0], Weight)
    from credscore.training.fitting.uncertainty import _rows

    away = _rows(one, [other])[0, 0] + one.linear.offsets(values) @ _rows(one, [other])[0, 1:]
    np.testing.assert_allclose(away, other.linear.log_odds(values) - one.linear.log_odds(values))


def test_quantiles_of_weight() -> None:
    values = np.arange(10.0)
    assert weighted_quantile(values, np.ones(10), 0.9) == 8.0
    assert weighted_quantile(values, np.where(values < 9, 0.0, 1.0), 0.5) == 9.0
