"""A fit towards another model: how far its weights go, and what it refuses."""

import numpy as np
import pytest

from credscore.errors import InputValueError
from credscore.features import FEATURES, NAMES
from credscore.model import Model, default_folder
from credscore.training.fitting.towards import fit_towards, strongest_within_error

RANDOM = np.random.default_rng(2)
BASE = Model.load(default_folder())
VALUES = RANDOM.exponential(size=(60, len(NAMES)))
LABELS = np.tile([0, 1], 30)
WEIGHTS = np.array([weight.weight for weight in BASE.weights])


def moves(strength: float) -> np.ndarray:
    model = fit_towards(BASE, VALUES, LABELS, strength, refits=0)
    assert [weight.feature for weight in model.weights] == [w.feature for w in BASE.weights]
    return np.abs([weight.weight for weight in model.weights] - WEIGHTS)


def test_a_stronger_pull_moves_weights_less() -> None:
    sums = [moves(strength).sum() for strength in (3.0, 300.0, 1e12)]
    assert sums[0] > 2 * sums[1]
    assert sums[2] < 1e-4


@pytest.mark.parametrize("base", [BASE, None])
def test_no_weight_contradicts_its_direction(base: Model | None) -> None:
    directions = {feature.name: feature.direction for feature in FEATURES}
    model = fit_towards(base, VALUES, LABELS, 0.1, refits=0)
    assert all(weight.weight * directions[weight.feature] >= 0 for weight in model.weights)


def test_the_scores_balance_the_classes() -> None:
    model = fit_towards(BASE, VALUES[:45], np.repeat([0, 1, 1], 15), 3.0, refits=0)
    terms = model.linear
    log_odds = model.intercept + terms.contributions(terms.offsets(VALUES[:45])).sum(axis=1)
    scores = 1 / (1 + np.exp(-log_odds))
    assert scores[:15].mean() + scores[15:].mean() == pytest.approx(1.0, abs=1e-4)


def test_refits_give_an_uncertainty_and_none_do_not() -> None:
    assert fit_towards(BASE, VALUES, LABELS, 3.0, refits=5).uncertainty
    assert not fit_towards(BASE, VALUES, LABELS, 3.0, refits=0).uncertainty
    groups = np.repeat([0, 1], 30)  # a draw of one group twice has both classes too
    assert fit_towards(None, VALUES, LABELS, 3.0, None, groups, 5).uncertainty


@pytest.mark.parametrize("strength", [0.0, -1.0, float("inf"), float("nan")])
def test_an_impossible_strength_is_refused(strength: float) -> None:
    with pytest.raises(InputValueError, match="strength must be above 0 and finite"):
        fit_towards(BASE, VALUES, LABELS, strength)


def test_one_class_is_refused() -> None:
    with pytest.raises(InputValueError, match="Both labels"):
        fit_towards(BASE, VALUES, np.ones(60, int), 3.0)


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
