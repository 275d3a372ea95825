"""Why a pooled score is as it is, in plain sentences."""

from collections.abc import Sequence

from credscore.evidence import counted, number, opened
from credscore.pooling.articles import ReadArticle
from credscore.pooling.records import LITTLE, PooledContribution, PooledReason
from credscore.report import WAYS
from credscore.text import read_table

_TOLD: dict[str, tuple[str, str]] = read_table("pooling/reasons.toml")


def reasons_of(
    contributions: Sequence[PooledContribution], pooled: Sequence[ReadArticle], voices: int
) -> tuple[PooledReason, ...]:
    """The reasons of a pooled score, the weightiest first; number and debunks are told together."""
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
        return f"{_TOLD[name][weight > 0]} in {_of(same, count)}."
    if name == "agreement":
        return f"{opened(reports)} together are surer than one."
    if name != "debunking":
        return ""
    false = sum(article.stance == "debunks" for article in pooled)
    if false and weight > 0:
        return f"Few of {reports} call the claim false."
    if false:
        return f"{opened(_of(false, count))} call{'s' * (false == 1)} the claim false."
    none = "Neither article" if count == 2 else f"None of {counted(count, 'article')}"
    return f"{none} calls the claim false."


def _of(count: int, of: int) -> str:
    if count < of:
        return f"{number(count)} of {number(of)} articles"
    return "both articles" if of == 2 else f"{'all ' * (of > 1)}{counted(of, 'article')}"
