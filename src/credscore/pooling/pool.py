"""Selects the articles of a claim that are pooled, and computes the features of the pooling model.

Every voice (a report and those that only pass it on) counts once. All features are 0 for a single
voice, so that the pooled score of one article is its own score.
"""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np

from credscore.citation import citation_graph, citing_articles
from credscore.pooling.articles import ReadArticle
from credscore.signals import Bools, Floats, Ints

FEATURES = ("agreement", "number", "debunking", "spread")  # `of_sums` explains them


class Pool:
    """Reports on one claim: the number of each one's voice, its log-odds, whether it debunks.

    `log_odds` are at an even prior. `voices` has the different numbers in ascending order, `share`
    the weight of each report in the mean of the voices.

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
        """Means, shape (voices,), and features, (voices, FEATURES), each without one voice."""
        sums = self._sums.sum(axis=1, keepdims=True) - self._sums
        return sums[1] / sums[0], of_sums(*sums)


def of_sums(voices: Floats, log_odds: Floats, squares: Floats, debunking: Floats) -> Floats:
    """The features of pools, shape (pools, FEATURES), from their sums of shape (pools,).

    With v voices they are: the mean log-odds times 1 - 1/v, since agreeing voices are more certain;
    the log of v; the root of the share of voices that debunk, times 1 - 1/v, since the first such
    voice tells most; the standard deviation of the log-odds.
    """
    mean, more = log_odds / voices, 1 - 1 / voices
    variance = np.maximum(squares / voices - mean**2, 0.0)
    spread = np.where(voices > 1, np.sqrt(variance), 0.0)
    debunked = np.sqrt(np.maximum(debunking / voices, 0.0))
    return np.stack([mean * more, np.log(voices), debunked * more, spread], axis=1)


class Selection:
    """The articles of one claim by date, who cites whom, and which of them are pooled.

    `voices` has the number of each article's voice. `copy_of` has the index of the article that it
    copies, or None. `chosen` are the indices of articles with a reliable score; if there are none,
    of all with a score and any text or title. The articles of `places` are pooled: originals, and
    the first copy of an original that is not chosen. No article without a claim is pooled.
    """

    def __init__(self, articles: Iterable[ReadArticle], is_one_claim: bool = True) -> None:
        self.is_one_claim = is_one_claim
        self.articles = sorted(articles, key=lambda each: each.order)
        width = len(str(len(self.articles)))
        ids = [f"{index:0{width}}" for index in range(len(self.articles))]
        texts, titles, sources, dates = (
            [getattr(each, name) for each in self.articles]
            for name in ("text", "title", "source", "date")
        )
        rows = citing_articles(texts, ids, titles, sources, dates)
        self.graph = citation_graph(rows)
        self.cites = [
            tuple(dict.fromkeys(citation.name for citation in row.citations)) for row in rows
        ]
        self.copy_of = [None if row.copy_of is None else int(row.copy_of) for row in rows]
        number = {id: at for at, voice in enumerate(self.graph.voices) for id in voice}
        self.voices = [number[id] for id in ids]
        scored = [
            at for at, each in enumerate(self.articles) if each.error is None and each.heading
        ]
        reliable = [at for at in scored if self.articles[at].reliable]
        self.is_reliable = is_one_claim and bool(reliable)
        self.chosen = (reliable or scored) if is_one_claim else []
        first: dict[int, int] = {}
        chosen = set(self.chosen)
        for at in self.chosen:
            original = self.copy_of[at]
            if original not in chosen:
                first.setdefault(at if original is None else original, at)
        self.places = list(first.values())
        self.pooled = [self.articles[at] for at in self.places]
        self._reports = (
            np.array([self.voices[at] for at in self.places], np.intp),
            np.array([article.log_odds for article in self.pooled]),
            np.array([article.stance == "debunks" for article in self.pooled], np.bool_),
        )

    def pool(self, end: int | None = None) -> Pool:
        """The pool of all pooled articles, or of those before the index `end`."""
        count = None if end is None else bisect_left(self.places, end)
        voices, log_odds, debunks = self._reports
        return Pool(voices[:count], log_odds[:count], debunks[:count])
