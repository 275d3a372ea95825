"""Why a pooled score is as it is, in plain sentences."""

from collections.abc import Sequence

from credscore.evidence import counted, number
from credscore.pooling.articles import ReadArticle
from credscore.pooling.records import LITTLE, PooledContribution, PooledReason
from credscore.report import WAYS

_TOLD = {
    "anonymous_sources": (
        "Statements rest on unnamed people or hearsay",
        "Few statements rest on unnamed people or hearsay",
    ),
    "official_denials": (
        "Something is denied, not confirmed or called false",
        "Little is denied or called false",
    ),
    "unverifiable_media": (
        "Photos, videos or reports are called unverified",
        "No photo, video or report is called unverified",
    ),
    "hedges": ("Words of doubt are many", "Words of doubt are few"),
    "named_sources": ("Named sources are few", "Named sources are many"),
    "specifics": (
        "Dates, figures, documents and places are few",
        "Dates, figures, documents and places are many",
    ),
    "sensationalism": ("The wording is loud", "The wording is sober"),
    "second_hand": (
        "Other reports or posts are repeated",
        "Little is repeated from other reports or posts",
    ),
    "style": (
        "The style of writing is more often that of false reports",
        "The style of writing is more often that of true reports",
    ),
}
"""By signal, what it means if it speaks against the claim, and for it."""


def reasons_of(
    contributions: Sequence[PooledContribution], pooled: Sequence[ReadArticle], voices: int
) -> tuple[PooledReason, ...]:
    """The reasons of a pooled score, the weightiest first; number and debunks are told together."""
    weights = {one.name: one.log_odds for one in contributions}
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
        return f"{_opened(reports)} together are surer than one."
    if name != "debunking":
        return ""
    false = sum(article.stance == "debunks" for article in pooled)
    if false and weight > 0:
        return f"Few of {reports} call the claim false."
    if false:
        return f"{_opened(_of(false, count))} call{'s' * (false == 1)} the claim false."
    none = "Neither article" if count == 2 else f"None of {counted(count, 'article')}"
    return f"{none} calls the claim false."


def _of(count: int, of: int) -> str:
    if count < of:
        return f"{number(count)} of {number(of)} articles"
    return "both articles" if of == 2 else f"{'all ' * (of > 1)}{counted(of, 'article')}"


def _opened(text: str) -> str:
    return text[0].upper() + text[1:]
