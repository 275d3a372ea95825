"""From the articles of a claim to its report: who speaks independently, and what it adds up to."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np

from credscore.model import expit, prior_log_odds
from credscore.pooling.articles import ReadArticle, whole
from credscore.pooling.claim_report import ClaimReport
from credscore.pooling.pool import FEATURES, Pool
from credscore.pooling.pooling_model import PoolingModel
from credscore.pooling.reading import events_of
from credscore.pooling.reasons import reasons_of
from credscore.pooling.records import CoursePoint, PooledArticle, PooledContribution
from credscore.pooling.selection import Selection

_Z90 = 1.6448536269514722  # 95th percentile of the standard normal distribution


def pool_articles(
    articles: Iterable[ReadArticle],
    model: PoolingModel,
    prior: float = 0.5,
    claim: str | None = None,
    is_one_claim: bool = True,
) -> ClaimReport:
    """The report of the articles on one claim; their order does not matter.

    Articles that are not on one claim are told, and not pooled.
    """
    return _Pooling(Selection(articles, is_one_claim), model, prior, claim).report()


class _Pooling:
    """The articles of one claim on their way to its report."""

    def __init__(
        self, selection: Selection, model: PoolingModel, prior: float, claim: str | None
    ) -> None:
        self._articles, self._selection = selection.articles, selection
        self._model, self._claim = model, claim
        self._prior, self._shift = prior, prior_log_odds(prior)
        self._pool = selection.pool()

    def report(self) -> ClaimReport:
        """The report; a claim without any article that has a score gets the base rate."""
        contributions = self._contributions()
        log_odds = self._log_odds(self._pool)
        below, above = self._reaches()
        stances = Counter(self._articles[at].stance for at in self._selection.chosen)
        return ClaimReport(
            claim=None if self._claim is None else whole(self._claim),
            score=float(expit(log_odds)),
            interval=(float(expit(log_odds - below)), float(expit(log_odds + above))),
            reliable=self._selection.is_reliable,
            caveats=self._caveats(),
            prior=self._prior,
            log_odds=log_odds,
            base_log_odds=log_odds - math.fsum(one.log_odds for one in contributions),
            articles=len(self._articles),
            failed=sum(article.error is not None for article in self._articles),
            copies=sum(original is not None for original in self._selection.copy_of),
            reports=len(self._pool.voices),
            relays=stances["relays"],
            disputed=stances["disputed"],
            debunks=stances["debunks"],
            contributions=contributions,
            reasons=reasons_of(contributions, self._pooled(), len(self._pool.voices)),
            members=self._members(),
            course=self._course(),
            events=events_of(self._articles),
            citations=self._selection.graph,
            pooling_id=self._model.model_id,
        )

    def _pooled(self) -> list[ReadArticle]:
        return [self._articles[at] for at in self._selection.places]

    def _course(self) -> tuple[CoursePoint, ...]:
        """A point for every day on which there is a voice."""
        ends = {article.date: at for at, article in enumerate(self._articles, start=1)}
        points = []
        for date, end in ends.items():
            pool = self._selection.pool(end)
            if date and len(pool.voices):
                score = float(expit(self._log_odds(pool)))
                points.append(CoursePoint(date, end, len(pool.voices), score))
        return tuple(points)

    def _log_odds(self, pool: Pool) -> float:
        """The pooled log-odds of a pool."""
        if not len(pool.voices):
            return self._shift
        log_odds = math.fsum([pool.mean, *self._model.contributions(pool.features()).tolist()])
        return self._model.within(log_odds, len(pool.voices)) + self._shift

    def _contributions(self) -> tuple[PooledContribution, ...]:
        """By how much each signal, on the mean of the voices, and each pooled feature moves it.

        What the limits take away is told under "limits"; the weightiest come first.
        """
        if not len(self._pool.voices):
            return ()
        parts: dict[str, list[float]] = defaultdict(list)
        for share, article in zip(self._pool.share.tolist(), self._pooled(), strict=True):
            for signal, log_odds in article.signals:
                parts[signal].append(share * log_odds)
        moved = dict(zip(FEATURES, self._model.contributions(self._pool.features()), strict=True))
        unlimited = math.fsum([self._pool.mean, *moved.values()])
        whole = {name: math.fsum(values) for name, values in parts.items()}
        whole |= {name: float(value) for name, value in moved.items()}
        whole["limits"] = self._model.within(unlimited, len(self._pool.voices)) - unlimited
        told = (PooledContribution(name, value) for name, value in whole.items() if value)
        return tuple(sorted(told, key=lambda one: (-abs(one.log_odds), one.name)))

    def _reaches(self) -> tuple[float, float]:
        """How far the 90 % interval reaches below and above the log-odds.

        Three things move a pooled score: another training corpus (the intervals of the articles,
        which all move together), other weights of the pool, and other reports on the same claim.
        """
        if not len(self._pool.voices):
            return 0.0, 0.0
        features, voices = self._pool.features(), len(self._pool.voices)
        slope = 1 + self._model.weights[0].weight * (1 - 1 / voices)
        chance = self._pool.spread * slope / math.sqrt(voices)
        others = _Z90 * math.hypot(self._model.deviation(features), chance)
        reaches = [(a.log_odds - a.low, a.high - a.log_odds) for a in self._pooled()]
        below, above = (self._pool.share @ np.array(reaches)).tolist()
        return math.hypot(slope * below, others), math.hypot(slope * above, others)

    def _influences(self) -> dict[int, float]:
        """By voice, by how much its being there moves the log-odds, limits aside."""
        moved = self._model.contributions(self._pool.features())
        whole = self._pool.mean + math.fsum(moved.tolist())
        voices = self._pool.voices.tolist()
        if len(voices) < 2:
            return dict.fromkeys(voices, whole)
        means, features = self._pool.without()
        without = means + self._model.contributions(features).sum(axis=1)
        return dict(zip(voices, (whole - without).tolist(), strict=True))

    def _members(self) -> tuple[PooledArticle, ...]:
        influences = self._influences() if len(self._pool.voices) else {}
        pooled = set(self._selection.places)
        return tuple(
            PooledArticle(
                heading=article.heading,
                source=article.source,
                date=article.date,
                score=None if article.error else float(expit(article.log_odds + self._shift)),
                stance=article.stance,
                reliable=article.reliable,
                voice=self._selection.voices[at] if at in pooled else None,
                copy_of=self._selection.copy_of[at],
                influence=influences[self._selection.voices[at]] if at in pooled else None,
                cites=self._selection.cites[at],
                error=article.error,
            )
            for at, article in enumerate(self._articles)
        )

    def _caveats(self) -> tuple[str, ...]:
        dates = [article.date for article in self._articles]
        voices = len(self._pool.voices)
        holds = {
            "no_claim": not self._selection.is_one_claim,
            "no_article": self._selection.is_one_claim and not voices,
            "unreliable": voices > 0 and not self._selection.is_reliable,
            "unreliable_left_out": self._selection.is_reliable and any(
                article.error is None and not article.reliable for article in self._articles
            ),
            "one_report": voices == 1 and len(self._selection.chosen) > 1,
            "undated": any(dates) and not all(dates),
        }  # fmt: skip
        return tuple(caveat for caveat, held in holds.items() if held)
