"""Bootstraps of whole groups: the articles of a claim or a publisher are drawn together."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from credscore.signals import Floats

DRAWS = 300
LEVEL = 0.95


def multiplicities(groups: npt.ArrayLike, draws: int = DRAWS, seed: int = 0) -> Floats:
    """How often each row is drawn, shape (draws, rows): whole groups, with replacement.

    >>> multiplicities(["a", "a", "b"], draws=3).tolist()
    [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [0.0, 0.0, 2.0]]
    """
    _, members = np.unique(np.asarray(groups), return_inverse=True)
    number = int(members.max()) + 1
    drawn = np.random.default_rng(seed).multinomial(number, np.full(number, 1 / number), draws)
    return drawn[:, members].astype(float)


def interval(draws: npt.ArrayLike, level: float = LEVEL) -> list[float]:
    """The percentile interval (Efron 1979) of bootstrap draws; [nan, nan] of none.

    >>> [round(end, 9) for end in interval(range(101), 0.9)]
    [5.0, 95.0]
    """
    values = np.asarray(draws, float)
    finite = values[np.isfinite(values)]
    if not len(finite):
        return [float("nan"), float("nan")]
    rest = 50 * (1 - level)
    low, high = np.percentile(finite, [rest, 100 - rest])
    return [float(low), float(high)]


def with_intervals(samples: Mapping[str, Floats]) -> dict[str, dict[str, float]]:
    """Figures with their intervals; a sample is the value of a figure, then its draws.

    >>> with_intervals({"auc": np.array([0.8, 0.5, 0.5])})
    {'auc': {'value': 0.8, 'low': 0.5, 'high': 0.5}}
    """
    ends = {name: interval(sample[1:]) for name, sample in samples.items()}
    return {
        name: {"value": float(sample[0]), "low": ends[name][0], "high": ends[name][1]}
        for name, sample in samples.items()
    }
