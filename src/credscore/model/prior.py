"""The base rate of true claims: its log-odds, and its estimate from scores alone."""

import math
import numbers
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from credscore.errors import InputError, InputValueError
from credscore.text import Floats

_FALL = 1.3527717270477048  # half the 90 % quantile of chi-square with one degree of freedom
_LEAST = 1e-12  # the least share of true claims that is tried


def prior_log_odds(prior: float) -> float:
    """The log-odds (nats) of a base rate strictly between 0 and 1, a real number or one of numpy.

    Raises InputError if the prior is not a number, InputValueError if it is out of range.

    >>> prior_log_odds(0.5), round(prior_log_odds(0.1), 2)
    (0.0, -2.2)
    """
    given: object = prior.item() if isinstance(prior, np.ndarray) and prior.ndim == 0 else prior
    if isinstance(given, bool) or not isinstance(given, numbers.Real):
        raise InputError(f"prior must be a number, got {type(prior).__name__}.")
    try:
        value = float(given)
    except OverflowError:
        raise InputValueError(
            "prior must lie strictly between 0 and 1, got one of hundreds of digits."
        ) from None
    if not 0 < value < 1:
        raise InputValueError(f"prior must lie strictly between 0 and 1, got {value!r}.")
    return math.log(value) - math.log1p(-value)


class PriorEstimate(NamedTuple):
    """An estimated share of true claims among some texts, with its 90 % interval."""

    prior: float
    low: float
    high: float


def estimate_prior(scores: Iterable[float], prior: float = 0.5) -> PriorEstimate:
    """Estimate the share of true claims among texts from their scores (Saerens et al. 2002).

    `scores` are those of a sample of the texts, a hundred or more, made at `prior`. All of them lie
    strictly between 0 and 1. The estimate is the most likely share after one true and one false
    text are added. The interval holds all shares that are not significantly less likely (90 %).

    The estimate assumes that the scores are calibrated for these texts, apart from their base
    rate. It cannot test that: check a sample by hand if the answer matters.

    Raises InputError if scores are not numbers. Raises InputValueError if there are fewer than two
    scores, if all are the same, or if a score or the prior is out of range.

    >>> estimate = estimate_prior([0.2] * 80 + [0.7] * 20)
    >>> round(estimate.prior, 2), round(estimate.low, 2), round(estimate.high, 2)
    (0.03, 0.0, 0.09)
    """
    from scipy.optimize import brentq

    p, base = _checked(scores, prior)
    ratio = p / (1 - p) * (1 - base) / base

    def likelihood(share: float) -> float:
        return float(np.log(share * ratio + 1 - share).sum() + np.log(share) + np.log1p(-share))

    def slope(share: float) -> float:
        return float(
            ((ratio - 1) / (share * ratio + 1 - share)).sum() + 1 / share - 1 / (1 - share)
        )

    ends = _LEAST, 1 - _LEAST
    share = brentq(slope, *ends, xtol=_LEAST)
    least = likelihood(share) - _FALL
    low, high = (brentq(lambda at: likelihood(at) - least, share, end) for end in ends)
    return PriorEstimate(share, low, high)


def _checked(scores: Iterable[float], prior: float) -> tuple[Floats, float]:
    """Scores and prior as numbers; raises the errors of estimate_prior."""
    try:
        numbers = np.array([*scores], float)
        base = float(prior)
    except (TypeError, ValueError, OverflowError):
        raise InputError("scores must be a sequence of numbers, and prior a number.") from None
    if numbers.ndim != 1 or len(numbers) < 2:
        raise InputValueError(
            f"Two scores at least are needed, got {len(numbers)}: score a sample."
        )
    wrong = numbers[~((numbers > 0) & (numbers < 1))]
    if len(wrong):
        raise InputValueError(
            f"scores must lie strictly between 0 and 1, got {wrong[0]:g}. Leave out failed texts."
        )
    if np.ptp(numbers) == 0:
        raise InputValueError(
            f"All {len(numbers)} scores are {numbers[0]:g}: they say nothing about a mixture of "
            "true and false claims."
        )
    prior_log_odds(base)  # refuses an impossible one
    return numbers, base
