"""Turns the articles of a claim into its report."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from credscore.errors import InputError
from credscore.evidence import counted, number, opened
from credscore.model import Z90, expit, prior_log_odds
from credscore.pooling.articles import Article, ReadArticle, as_articles, events_of, read_articles
from credscore.pooling.claim_report import ClaimReport
from credscore.pooling.pool import FEATURES, Pool, Selection
from credscore.pooling.pooling_model import PoolingModel
from credscore.pooling.records import (
    LITTLE,
    CoursePoint,
    PooledArticle,
    PooledContribution,
    PooledReason,
)
from credscore.report import WAYS, whole
from credscore.scorer import Scorer, shipped
from credscore.text import read_table

_TOLD: dict[str, tuple[str, str]] = read_table("pooling/reasons.toml")


def score_claim(
    articles: Iterable[Article | str], prior: float = 0.5, claim: str | None = None,
    model: str | Path | Scorer | None = None,
) -> ClaimReport:  # fmt: skip
    """Pool the articles on one claim into one report.

    `articles` may be texts alone, in any order; one whose text is no string gets an error in place
    of a score. `prior` is the base rate of true claims, strictly between 0 and 1. `claim` is a name
    for the claim. `model` is the folder of a model, or a scorer; without it the shipped model
    scores the articles.

    Raises InputError if `articles` is no collection, the claim is no text, or the prior is no
    number. Raises InputValueError if the prior is not strictly between 0 and 1.

    >>> import credscore
    >>> texts = ["Two officials said it sank.", "The ministry denied that it sank."]
    >>> report = credscore.score_claim(texts, claim="The ferry sank")
    >>> report.articles, report.reports, report.disputed
    (2, 2, 1)
    """
    prior_log_odds(prior)
    given = as_articles(articles)
    if not isinstance(claim, str | None):
        raise InputError(f"claim must be a str or None, got {type(claim).__name__}.")
    scorer, pooling = loaded(model)
    return pool_articles(read_articles(scorer, given), pooling, prior, claim)


def loaded(model: str | Path | Scorer | None) -> tuple[Scorer, PoolingModel]:
    """The scorer of the articles, and the pooling model of the same folder."""
    if isinstance(model, Scorer):
        return model, PoolingModel.load()
    scorer = shipped() if model is None else Scorer.load(model)
    return scorer, PoolingModel.load(None if model is None else Path(model))


def pool_articles(
    articles: Iterable[ReadArticle], model: PoolingModel, prior: float = 0.5,
    claim: str | None = None, is_one_claim: bool = True,
) -> ClaimReport:  # fmt: skip
    """The report of the articles on one claim; their order does not matter.

    Articles that are not on one claim are listed, and not pooled. A claim without a scored article
    gets the base rate.
    """
    chosen = Selection(articles, is_one_claim)
    shift = prior_log_odds(prior)
    pool = chosen.pool()
    voices = len(pool.voices)
    log_odds = _log_odds(pool, model) + shift
    contributions = _contributions(chosen, pool, model) if voices else ()
    below, above = _interval_reach(chosen, pool, model) if voices else (0.0, 0.0)
    stances = Counter(chosen.articles[at].stance for at in chosen.chosen)
    members = _members(chosen, _influences(pool, model), shift)
    failed = sum(member.error is not None for member in members)
    copies = sum(member.is_copy for member in members)
    counted = sum(member.influence is not None for member in members)
    return ClaimReport(
        claim=None if claim is None else whole(claim),
        score=float(expit(log_odds)),
        interval=(float(expit(log_odds - below)), float(expit(log_odds + above))),
        reliable=chosen.is_reliable,
        caveats=_caveats(chosen, voices),
        prior=prior,
        log_odds=log_odds,
        base_log_odds=log_odds - math.fsum(contribution.log_odds for contribution in contributions),
        articles=len(chosen.articles),
        failed=failed,
        copies=copies,
        reports=voices,
        repeats=counted - voices,
        left_out=len(members) - counted - copies - failed,
        relays=stances["relays"],
        disputed=stances["disputed"],
        debunks=stances["debunks"],
        contributions=contributions,
        reasons=reasons_of(contributions, chosen.pooled, voices),
        members=members,
        course=_course(chosen, model, shift),
        events=events_of(chosen.articles),
        citations=chosen.graph,
        pooling_id=model.model_id,
    )


def _log_odds(pool: Pool, model: PoolingModel) -> float:
    voices = len(pool.voices)
    return model.within(_unlimited(pool, model), voices) if voices else 0.0


def _unlimited(pool: Pool, model: PoolingModel) -> float:
    return math.fsum([pool.mean, *model.contributions(pool.features()).tolist()])


def _contributions(
    chosen: Selection, pool: Pool, model: PoolingModel
) -> tuple[PooledContribution, ...]:
    """The contributions of signals (to the mean of the voices) and of pooled features.

    What the limits take away is the contribution "limits". The largest ones come first.
    """
    parts: dict[str, list[float]] = defaultdict(list)
    for share, article in zip(pool.share.tolist(), chosen.pooled, strict=True):
        for signal, log_odds in article.signals:
            parts[signal].append(share * log_odds)
    moved = {name: math.fsum(values) for name, values in parts.items()}
    moved |= zip(FEATURES, model.contributions(pool.features()).tolist(), strict=True)
    moved["limits"] = _log_odds(pool, model) - _unlimited(pool, model)
    ordered = sorted(moved.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(PooledContribution(name, value) for name, value in ordered if value)


def _interval_reach(chosen: Selection, pool: Pool, model: PoolingModel) -> tuple[float, float]:
    """How far the 90 % interval reaches below and above the log-odds.

    Three sources of error are combined: another training corpus, which moves all articles in the
    same direction; other weights of the pooling model; other reports on the same claim.
    """
    voices, features = len(pool.voices), pool.features()
    slope = 1 + model.weights[0].weight * (1 - 1 / voices)
    chance = features[FEATURES.index("spread")] * slope / math.sqrt(voices)
    others = Z90 * math.hypot(model.deviation(features), chance)
    ends = [(each.log_odds - each.low, each.high - each.log_odds) for each in chosen.pooled]
    below, above = (pool.share @ np.array(ends)).tolist()
    return math.hypot(slope * below, others), math.hypot(slope * above, others)


def _influences(pool: Pool, model: PoolingModel) -> dict[int, float]:
    """For each voice, how much its presence moves the log-odds, before limits."""
    voices = pool.voices.tolist()
    if len(voices) < 2:
        return {voice: _unlimited(pool, model) for voice in voices}
    means, features = pool.without()
    without = means + model.contributions(features).sum(axis=1)
    return dict(zip(voices, (_unlimited(pool, model) - without).tolist(), strict=True))


def _members(
    chosen: Selection, influences: dict[int, float], shift: float
) -> tuple[PooledArticle, ...]:
    pooled = set(chosen.places)
    return tuple(
        PooledArticle(
            article.heading, article.source, article.date,
            score=None if article.error else float(expit(article.log_odds + shift)),
            stance=article.stance, reliable=article.reliable,
            voice=voice if at in pooled else None, copy_of=chosen.copy_of[at],
            influence=influences[voice] if at in pooled else None,
            cites=chosen.cites[at], error=article.error,
        )
        for at, (article, voice) in enumerate(zip(chosen.articles, chosen.voices, strict=True))
    )  # fmt: skip


def _course(chosen: Selection, model: PoolingModel, shift: float) -> tuple[CoursePoint, ...]:
    """A point for every day on which there is a voice."""
    ends = {article.date: at for at, article in enumerate(chosen.articles, start=1)}
    points = []
    for date, end in ends.items():
        pool = chosen.pool(end)
        if date and len(pool.voices):
            score = float(expit(_log_odds(pool, model) + shift))
            points.append(CoursePoint(date, end, len(pool.voices), score))
    return tuple(points)


def _caveats(chosen: Selection, voices: int) -> tuple[str, ...]:
    dates = [article.date for article in chosen.articles]
    flawed = any(read.error is None and not read.reliable for read in chosen.articles)
    holds = {
        "no_claim": not chosen.is_one_claim,
        "no_article": chosen.is_one_claim and not voices,
        "unreliable": voices > 0 and not chosen.is_reliable,
        "unreliable_left_out": chosen.is_reliable and flawed,
        "one_report": voices == 1 and len(chosen.chosen) > 1,
        "undated": any(dates) and not all(dates),
    }
    return tuple(caveat for caveat, held in holds.items() if held)


def reasons_of(
    contributions: Sequence[PooledContribution], pooled: Sequence[ReadArticle], voices: int
) -> tuple[PooledReason, ...]:
    """The reasons of a pooled score, the weightiest first; one reason joins number and debunks."""
    weights = {contribution.name: contribution.log_odds for contribution in contributions}
    weights["debunking"] = weights.get("debunking", 0.0) + weights.pop("number", 0.0)
    ordered = sorted(
        (-abs(weight), text, WAYS[weight > 0])
        for name, weight in weights.items()
        if abs(weight) >= LITTLE and (text := _sentence(name, weight, pooled, voices))
    )
    return tuple(PooledReason(text, way) for _, text, way in ordered)


def _sentence(name: str, weight: float, pooled: Sequence[ReadArticle], voices: int) -> str:
    count = len(pooled)
    reports = counted(voices, "independent report")
    if name in _TOLD:
        way = 1 if weight > 0 else -1
        same = sum(way * dict(article.signals).get(name, 0.0) > 0 for article in pooled)
        return f"{_TOLD[name][weight > 0]} in {_share_of(same, count)}."
    if name == "agreement":
        return f"{opened(reports)} together are surer than one."
    if name != "debunking":
        return ""
    false = sum(article.stance == "debunks" for article in pooled)
    if false and weight > 0:
        return f"Few of {reports} call the claim false."
    if false:
        return f"{opened(_share_of(false, count))} call{'s' * (false == 1)} the claim false."
    none = "Neither article" if count == 2 else f"None of {counted(count, 'article')}"
    return f"{none} calls the claim false."


def _share_of(count: int, of: int) -> str:
    if count < of:
        return f"{number(count)} of {number(of)} articles"
    return "both articles" if of == 2 else f"{'all ' * (of > 1)}{counted(of, 'article')}"
