"""Independent reports on one claim, added up: what the pooling model weighs.

Every voice (a report, with those that only pass it on) counts once. All features are 0 for one
voice alone, so that the pooled score of one article is the article's own.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

FEATURES = ("agreement", "number", "debunking", "spread")
"""What is pooled; `of_sums` tells each."""


@dataclass(slots=True)
class Voice:
    """The sums of the reports of one voice."""

    reports: int = 0
    log_odds: float = 0.0
    debunks: int = 0

    @property
    def mean(self) -> float:
        return self.log_odds / self.reports

    @property
    def share(self) -> float:
        return self.debunks / self.reports


class Sums(NamedTuple):
    """Sums over voices: how many, their mean log-odds, the squares of these, shares of debunks."""

    voices: float
    log_odds: float
    squares: float
    debunking: float


class Pool:
    """Reports of one claim, added one by one, each in a step of the same cost.

    >>> pool = Pool()
    >>> for number, log_odds in enumerate((0.5, -0.5, -0.9)):
    ...     pool.add(voice=number, log_odds=log_odds, debunks=log_odds < 0)
    >>> round(pool.mean, 2), dict(zip(FEATURES, pool.features().round(2).tolist()))
    (-0.3, {'agreement': -0.2, 'number': 1.1, 'debunking': 0.54, 'spread': 0.59})
    """

    def __init__(self) -> None:
        self.voices: dict[int, Voice] = defaultdict(Voice)
        self._sums = Sums(0, 0.0, 0.0, 0.0)

    def add(self, voice: int, log_odds: float, debunks: bool) -> None:
        """Add a report to a voice; `log_odds` are those of the article at an even prior."""
        told = self.voices[voice]
        before = _of_voice(told) if told.reports else Sums(0, 0.0, 0.0, 0.0)
        told.reports += 1
        told.log_odds += log_odds
        told.debunks += debunks
        changes = zip(self._sums, _of_voice(told), before, strict=True)
        self._sums = Sums(*(total + new - old for total, new, old in changes))

    @property
    def mean(self) -> float:
        """The mean log-odds of the voices."""
        return self._sums.log_odds / self._sums.voices

    @property
    def spread(self) -> float:
        """The standard deviation of the log-odds of the voices."""
        return float(self.features()[FEATURES.index("spread")])

    def features(self) -> Floats:
        """The features, shape (FEATURES,)."""
        features: Floats = of_sums(*(np.array([value]) for value in self._sums))[0]
        return features

    def without(self) -> tuple[Floats, Floats]:
        """Means, shape (voices,), and features, (voices, FEATURES), each without one voice.

        Voices come in the order of their first reports. There must be two of them, at least.
        """
        ones = np.array([_of_voice(voice) for voice in self.voices.values()])
        sums = (np.array(self._sums) - ones).T
        return sums[1] / sums[0], of_sums(*sums)


def _of_voice(voice: Voice) -> Sums:
    return Sums(1, voice.mean, voice.mean**2, voice.share)


def of_sums(voices: Floats, log_odds: Floats, squares: Floats, debunking: Floats) -> Floats:
    """The features of pools, shape (pools, FEATURES), from their sums, each of shape (pools,).

    With v voices: the mean log-odds times 1 - 1/v (voices that agree make it surer), the log
    of v, the root of the share of voices that debunk times 1 - 1/v (the first one tells most),
    and the standard deviation of the log-odds.
    """
    mean, more = log_odds / voices, 1 - 1 / voices
    variance = np.maximum(squares / voices - mean**2, 0.0)
    spread = np.where(voices > 1, np.sqrt(variance), 0.0)
    debunked = np.sqrt(np.maximum(debunking / voices, 0.0))
    return np.stack([mean * more, np.log(voices), debunked * more, spread], axis=1)
