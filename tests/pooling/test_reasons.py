"""Reasons are true of every number of articles, and read as a person would say them."""

import pytest

from credscore.pooling.articles import ReadArticle
from credscore.pooling.reasons import reasons_of
from credscore.pooling.records import PooledContribution


def told(weight: float, debunks: int, articles: int, name: str = "debunking") -> list[str]:
    stances = ["debunks"] * debunks + ["relays"] * (articles - debunks)
    pooled = [
        ReadArticle("", None, None, None, "", stance=stance, signals=(("hedges", -1.0),))
        for stance in stances
    ]
    contributions = [PooledContribution(name, weight)]
    return [reason.text for reason in reasons_of(contributions, pooled, articles)]


@pytest.mark.parametrize(
    ("weight", "debunks", "articles", "text"),
    [
        (1, 0, 2, "Neither article calls the claim false."),
        (1, 0, 9, "None of nine articles calls the claim false."),
        (1, 1, 90, "Few of 90 independent reports call the claim false."),
        (-1, 1, 9, "One of nine articles calls the claim false."),
        (-1, 2, 2, "Both articles call the claim false."),
        (-1, 9, 9, "All nine articles call the claim false."),
    ],
)
def test_how_many_call_it_false(weight: float, debunks: int, articles: int, text: str) -> None:
    assert told(weight, debunks, articles) == [text]


@pytest.mark.parametrize(
    ("articles", "where"), [(1, "in one article"), (2, "in both articles"), (3, "in all three")]
)
def test_where_words_of_doubt_are_many(articles: int, where: str) -> None:
    (text,) = told(-1, 0, articles, "hedges")
    assert text.startswith(f"Words of doubt are many {where}")
