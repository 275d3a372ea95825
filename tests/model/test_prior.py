"""An estimate of the base rate: right on average, honest about its width, firm on bad input."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from scipy.special import expit, logit

import credscore
from credscore import InputError, InputValueError, estimate_prior
from credscore.model import prior_log_odds

RANDOM = np.random.default_rng(3)


def sample(share: float, size: int = 400, sharpness: float = 1.0) -> np.ndarray:
    """Scores at a prior of 0.5, calibrated, of texts of which `share` are true."""
    true = RANDOM.random(size) < share
    return expit(RANDOM.normal(np.where(true, 0.5, -0.5) * sharpness**2, sharpness))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.8])
def test_it_finds_the_share_of_true_claims(share: float) -> None:
    found = estimate_prior(sample(share, 4000))
    assert found.prior == pytest.approx(share, abs=0.06)
    assert found.low < found.prior < found.high


def test_nine_intervals_of_ten_hold_the_truth() -> None:
    held = [
        low <= 0.3 <= high for _, low, high in (estimate_prior(sample(0.3)) for _ in range(300))
    ]
    assert 0.85 < np.mean(held) < 0.95


def test_the_prior_of_the_scores_does_not_matter() -> None:
    scores = sample(0.3)
    shifted = expit(logit(scores) + logit(0.1))
    np.testing.assert_allclose(estimate_prior(shifted, 0.1), estimate_prior(scores), atol=1e-6)


def test_it_is_a_fixed_point_of_the_mean() -> None:
    scores = sample(0.3)
    found = estimate_prior(scores).prior
    again = expit(logit(scores) + logit(found))
    assert (again.sum() + 1) / (len(scores) + 2) == pytest.approx(found, abs=1e-9)


def test_true_and_false_are_alike() -> None:
    scores = sample(0.3)
    one, other = estimate_prior(scores), estimate_prior(1 - scores)
    np.testing.assert_allclose(one, (1 - other.prior, 1 - other.high, 1 - other.low), atol=1e-6)


def test_few_scores_give_a_wide_interval_inside_0_and_1() -> None:
    found = estimate_prior([0.01, 0.02])
    assert 0 < found.low < found.prior < found.high < 1
    assert found.high - found.low > 0.5


@pytest.mark.parametrize(
    ("scores", "prior", "message"),
    [
        ([], 0.5, "Two scores at least"),
        ([0.4], 0.5, "Two scores at least"),
        ([0.4, 0.4], 0.5, "say nothing"),
        ([0.4, 1.0], 0.5, "got 1"),
        ([0.4, float("nan")], 0.5, "got nan"),
        ([0.4, 0.5], 0.0, "prior must"),
        ([0.4, "many"], 0.5, "numbers"),
        (None, 0.5, "numbers"),
        ([0.4, 0.5], None, "a number"),
    ],
)
def test_bad_input(scores: object, prior: object, message: str) -> None:
    with pytest.raises(credscore.CredscoreError, match=message):
        estimate_prior(scores, prior)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "prior", [np.float64(0.25), np.float32(0.25), np.float16(0.25), np.array(0.25), Fraction(1, 4)]
)
def test_numbers_of_any_kind_are_priors(prior: Any) -> None:
    assert prior_log_odds(prior) == prior_log_odds(0.25)


@pytest.mark.parametrize("prior", [True, np.True_, "0.5", np.array("x"), np.array([0.5]), None, 1j])
def test_what_is_no_number_is_no_prior(prior: Any) -> None:
    with pytest.raises(InputError, match="prior must be a number"):
        prior_log_odds(prior)


@pytest.mark.parametrize("prior", [np.float32(0), np.float64(1), np.float32("nan"), np.array(2)])
def test_impossible_numbers_are_no_priors(prior: Any) -> None:
    with pytest.raises(InputValueError, match="strictly between 0 and 1"):
        prior_log_odds(prior)


def test_a_report_holds_a_plain_prior() -> None:
    plain, given = (
        credscore.score("He allegedly fled.", prior=p) for p in (0.25, np.float32(0.25))
    )
    assert given == plain
    assert type(given.prior) is float
    assert given.model_dump_json() == plain.model_dump_json()


@pytest.mark.parametrize("prior", [10**400, -(10**400)], ids=["more", "less"])
def test_endless_integers_are_out_of_range(prior: int) -> None:
    with pytest.raises(InputValueError, match="strictly between 0 and 1, got one of"):
        prior_log_odds(prior)
