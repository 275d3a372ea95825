"""Independent reports on one claim, added up: what the pooling model weighs.

Every voice (a report, with those that only pass it on) counts once. All features are 0 for one
voice alone, so that the pooled score of one article is the article's own.
"""

import numpy as np

from credscore.signals import Bools, Floats, Ints

FEATURES = ("agreement", "number", "debunking", "spread")  # `of_sums` tells each


class Pool:
    """Reports of one claim: the number of each one's voice, its log-odds, whether it debunks.

    `log_odds` are at an even prior. `voices` has the numbers that occur, in ascending order, and
    `share` how much each report counts in the mean of the voices.

    >>> log_odds = np.array([0.5, -0.5, -0.9])
    >>> pool = Pool(np.arange(3), log_odds, log_odds < 0)
    >>> round(pool.mean, 2), dict(zip(FEATURES, pool.features().round(2).tolist()))
    (-0.3, {'agreement': -0.2, 'number': 1.1, 'debunking': 0.54, 'spread': 0.59})
    """

    def __init__(self, voices: Ints, log_odds: Floats, debunks: Bools) -> None:
        reports = np.bincount(voices)
        self.voices = np.flatnonzero(reports)
        self.share = 1 / (len(self.voices) * reports[voices])
        means, debunking = (
            np.bincount(voices, values)[self.voices] / reports[self.voices]
            for values in (log_odds, debunks)
        )
        self._sums = np.array([np.ones_like(means), means, means**2, debunking])

    @property
    def mean(self) -> float:
        """The mean log-odds of the voices."""
        return float(self._sums[1].mean())

    def features(self) -> Floats:
        """The features, shape (FEATURES,)."""
        return of_sums(*self._sums.sum(axis=1, keepdims=True)).ravel()

    def without(self) -> tuple[Floats, Floats]:
        """Means, shape (voices,), and features, (voices, FEATURES), each without one of several."""
        sums = self._sums.sum(axis=1, keepdims=True) - self._sums
        return sums[1] / sums[0], of_sums(*sums)


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
