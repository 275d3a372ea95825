"""Why a pooled score is as it is, in plain sentences."""

from collections.abc import Iterator, Sequence

from credscore.evidence import counted, number
from credscore.pooling.articles import ReadArticle
from credscore.pooling.records import PooledContribution, PooledReason
from credscore.report import WAYS

LEAST = 0.05
"""In log-odds: what moves the score less is no reason."""
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
    """The reasons of a pooled score, the weightiest first.

    `pooled` are the articles that count, of so many voices. The number of voices and the share of
    those that call the claim false are told together.
    """
    weights = {one.name: one.log_odds for one in contributions}
    weights["debunking"] = weights.get("debunking", 0.0) + weights.pop("number", 0.0)
    told = []
    for name, weight in weights.items():
        if abs(weight) >= LEAST:
            for text in _sentences(name, weight, pooled, voices):
                told.append((-abs(weight), text, PooledReason(text, WAYS[weight > 0])))
    return tuple(reason for *_, reason in sorted(told))


def _sentences(
    name: str, weight: float, pooled: Sequence[ReadArticle], voices: int
) -> Iterator[str]:
    """The sentence of a contribution, if it has one."""
    count = len(pooled)
    if name in _TOLD:
        way = 1 if weight > 0 else -1
        same = sum(way * dict(article.signals).get(name, 0.0) > 0 for article in pooled)
        yield f"{_TOLD[name][weight > 0]} in {_of(same, count)}."
    elif name == "debunking" and weight > 0 and any(one.stance == "debunks" for one in pooled):
        yield f"Few of {counted(voices, 'independent report')} call the claim false."
    elif name == "debunking":
        false = sum(article.stance == "debunks" for article in pooled)
        verb = "calls" if false == 1 or not false else "call"
        none = "neither article" if count == 2 else f"none of {counted(count, 'article')}"
        yield f"{_opened(_of(false, count) if false else none)} {verb} the claim false."
    elif name == "agreement":
        yield f"{_opened(counted(voices, 'independent report'))} together are surer than one."


def _of(count: int, of: int) -> str:
    """So many of the articles.

    >>> _of(3, 9), _of(1, 1), _of(2, 2), _of(9, 9)
    ('three of nine articles', 'one article', 'both articles', 'all nine articles')
    """
    if count < of:
        return f"{number(count)} of {number(of)} articles"
    return "both articles" if of == 2 else f"{'all ' * (of > 1)}{counted(of, 'article')}"


def _opened(text: str) -> str:
    return text[0].upper() + text[1:]
