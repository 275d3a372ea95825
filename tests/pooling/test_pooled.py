"""What the reports on a claim add up to."""

import json
import math
import random
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

import credscore
from credscore import Article, ClaimReport, Scorer, score_claim
from credscore.pooling.articles import ReadArticle
from credscore.pooling.pooled import reasons_of
from credscore.pooling.records import PooledContribution
from tests.pooling.stories import CONFIRMED, DEBUNKED, FERRY, MAYOR, OTHER, RELAYED


@pytest.fixture(scope="module")
def ferry() -> ClaimReport:
    return score_claim(FERRY, claim="The ferry Aurora sank")


@pytest.mark.parametrize("article", [*FERRY, *MAYOR], ids=lambda article: article.title)
@pytest.mark.parametrize("prior", [0.5, 0.1])
def test_one_article_has_its_own_score(article: Article, prior: float) -> None:
    own = credscore.score(article.text, article.title, prior)
    pooled = score_claim([article], prior)
    assert pooled.score == pytest.approx(own.score, abs=1e-12)
    assert pooled.interval == pytest.approx(own.interval, abs=1e-12)
    assert pooled.reliable == own.reliable


def test_contributions_add_up(ferry: ClaimReport) -> None:
    assert ferry.base_log_odds == pytest.approx(Scorer.load().model.intercept, abs=1e-9)
    total = ferry.base_log_odds + math.fsum(one.log_odds for one in ferry.contributions)
    assert total == pytest.approx(ferry.log_odds, abs=1e-9)
    assert ferry.score == pytest.approx(1 / (1 + math.exp(-ferry.log_odds)), abs=1e-12)
    assert ferry.interval[0] <= ferry.score <= ferry.interval[1]


def test_counts(ferry: ClaimReport) -> None:
    assert (ferry.articles, ferry.reports, ferry.copies, ferry.failed) == (3, 2, 0, 0)
    assert (ferry.relays, ferry.disputed, ferry.debunks) == (1, 1, 1)
    assert ferry.verdict == "Called false by articles on it"
    assert ferry.citations.summary == "2 of 3 reports trace back to Lorwick Herald."
    assert ferry.summary().startswith("Called false by articles on it. Of 100 claims")


def test_the_verdict_tells_of_denials() -> None:
    told = "The ferry Aurora sank off Lorwick on Monday, two officials said. "
    more = "Nora Vale, who owns the pier, said that the ferry was full. It left at noon. " * 3
    denied = "The ferry line denied the reports on Tuesday. "
    articles = [Article(told + denied + more, source="A"), Article(told + more * 2, source="B")]
    report = score_claim(articles, claim="The ferry Aurora sank")
    assert (report.disputed, report.debunks) == (1, 0)
    assert "isputed" in report.verdict
    assert "isputed" not in score_claim(articles[1:], claim="x").verdict

    def verdict(**changed: int) -> str:
        return ClaimReport.model_validate(report.model_dump() | changed).verdict

    assert "isputed" not in verdict(relays=7)
    assert verdict(log_odds=-1) == "Disputed: treat as unconfirmed"
    assert verdict(log_odds=0) == "Disputed, with mixed sourcing"
    assert verdict(log_odds=1) == "Well sourced, but disputed"


def test_no_number_leads_where_no_article_is_reliable() -> None:
    report = score_claim([Article("He fled.", source="A", date="2026-03-01")], claim="He fled")
    assert list(json.loads(report.model_dump_json()))[:3] == ["claim", "verdict", "reliable"]
    assert report.verdict.startswith("No score: ")
    page = report.to_html()
    assert "in 100 by" not in page
    assert "First report: 2026-03-01" in page
    assert report.page_content()["members"][0]["score"] is None


def test_one_report_is_told_in_the_singular() -> None:
    story = Article("Mayor Ann Holm said that the ferry sank. " * 20, source="A", date="2026-03-01")
    assert "by 1 independent report<" in score_claim([story], claim="It sank").to_html()


def test_the_order_of_articles_tells_nothing(ferry: ClaimReport) -> None:
    articles = [*FERRY, replace(FERRY[0], source=None, date=None), *MAYOR]
    first = score_claim(articles, claim="x").model_dump_json()
    for seed in range(4):
        random.Random(seed).shuffle(articles)
        assert score_claim(articles, claim="x").model_dump_json() == first


@pytest.mark.parametrize("outlet", ["Lorwick Herald", "Eastby Courier", None])
def test_a_copy_is_no_other_report(ferry: ClaimReport, outlet: str | None) -> None:
    copies = [replace(FERRY[2], source=outlet, date=f"2026-03-{day:02}") for day in range(4, 9)]
    copied = score_claim([*FERRY, *copies], claim="The ferry Aurora sank")
    assert copied.reports <= ferry.reports
    assert copied.copies == len(copies)
    assert copied.articles == len(FERRY) + len(copies)


def test_the_counts_add_up_to_all_articles() -> None:
    again = replace(OTHER, source=FERRY[0].source)
    short = Article("He may resign.", source="Norholm Times")
    copy = replace(FERRY[2], source="Eastby Courier", date="2026-03-06")
    nothing = Article(cast(Any, None))
    report = score_claim([*FERRY, again, short, copy, nothing], claim="The ferry Aurora sank")
    names = ("reports", "repeats", "copies", "left_out", "failed")
    parts = tuple(json.loads(report.model_dump_json())[name] for name in names)
    assert sum(parts) == report.articles == len(FERRY) + 4
    assert min(parts) >= 1
    assert report.counts() == (
        "Seven articles: two independent reports, two repeats, one copy, one left out, "
        "one without a score"
    )


def test_the_original_is_pooled_and_its_copies_are_left_out() -> None:
    text = FERRY[2].text
    articles = [
        Article(text + " Again." * more, source=outlet)
        for more, outlet in enumerate(("Lorwick Herald", "Eastby Courier", "Norholm Times"))
    ]
    for members in (
        score_claim(articles, claim="x").members,
        score_claim(FERRY, claim="x").members,
    ):
        for member in members:
            assert (member.influence is None) == (member.copy_of is not None)
            assert member.part != "left out: not reliable"


def test_a_prior_shifts_the_log_odds(ferry: ClaimReport) -> None:
    rare = score_claim(FERRY, prior=0.1, claim="The ferry Aurora sank")
    assert rare.log_odds - ferry.log_odds == pytest.approx(math.log(0.1 / 0.9), abs=1e-9)
    assert rare.verdict == ferry.verdict


def test_two_rumours_do_not_make_a_fact() -> None:
    report = score_claim([FERRY[0], OTHER])
    assert report.reports == 2
    assert report.score < 0.5


def test_the_course_ends_at_the_score(ferry: ClaimReport) -> None:
    days = [point.date for point in ferry.course]
    assert days == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert [point.reports for point in ferry.course] == [1, 1, 2]
    assert ferry.course[-1].score == ferry.score
    assert ferry.course[0].score == pytest.approx(
        credscore.score(RELAYED, FERRY[0].title).score, abs=1e-12
    )


def test_events(ferry: ClaimReport) -> None:
    told = [(event.kind, event.date, event.article, event.by) for event in ferry.events]
    assert told == [
        ("first_report", "2026-03-01", 0, "Lorwick Herald"),
        ("first_denial", "2026-03-01", 0, "The ministry"),
    ]
    (*_, confirmed) = score_claim([*FERRY, CONFIRMED]).events
    assert (confirmed.kind, confirmed.by) == ("first_confirmation", "The police")


def test_undated_articles_come_last() -> None:
    report = score_claim([replace(FERRY[2], date="tomorrow"), *FERRY[:2]])
    assert [member.date for member in report.members] == ["2026-03-01", "2026-03-02", None]
    assert "undated" in report.caveats
    assert "undated" not in score_claim([replace(one, date=None) for one in FERRY]).caveats


def test_influence_is_what_a_voice_moves(ferry: ClaimReport) -> None:
    without = score_claim(FERRY[:2])
    (debunk,) = [member for member in ferry.members if member.stance == "debunks"]
    limits = sum(one.log_odds for one in ferry.contributions if one.name == "limits")
    unlimited = ferry.log_odds - limits
    assert debunk.influence == pytest.approx(unlimited - without.log_odds, abs=1e-9)
    moved = [abs(ferry.members[place].influence or 0.0) for place in ferry.weightiest]
    assert sorted(ferry.weightiest) == [0, 2]
    assert moved == sorted(moved, reverse=True)


def test_articles_without_a_score_are_kept_and_told() -> None:
    report = score_claim([*FERRY, Article(b"bytes"), Article(None), "Too short to judge."])
    assert report.articles == 6
    assert report.failed == 2
    assert sorted(member.error for member in report.members if member.error) == [
        "text must be a str, got NoneType.",
        "text must be a str, got bytes. Decode bytes first.",
    ]
    assert "unreliable_left_out" in report.caveats
    assert report.score == pytest.approx(score_claim(FERRY).score, abs=1e-12)


def test_no_article_gets_the_base_rate() -> None:
    for articles in ([], [Article(None)], ["", " "]):
        report = score_claim(articles, prior=0.2)
        assert report.score == pytest.approx(0.2)
        assert report.verdict == "No score: there is no article that could be scored"
        assert not report.reliable


def test_only_unreliable_articles_give_no_verdict() -> None:
    report = score_claim(["It sank.", "It did not."])
    assert report.verdict == "No score: none of the articles has a score to rely on"
    assert report.reports == 2


def test_names_move_nothing(ferry: ClaimReport) -> None:
    swapped = [
        Article(*(str(part).replace("Aurora", "Borealis").replace("Harrow", "Kelvin")
                  for part in (one.text, one.title, one.source)), one.date)
        for one in FERRY
    ]  # fmt: skip
    assert score_claim(swapped).score == ferry.score


@pytest.mark.parametrize("claim", [5, float("nan"), b"claim"])
def test_a_claim_is_called_by_a_text(claim: object) -> None:
    with pytest.raises(credscore.InputError, match="claim must be a str or None"):
        score_claim(FERRY, claim=claim)  # type: ignore[arg-type]


def test_one_article_beside_failures_goes_back_to_nothing() -> None:
    assert "one_report" not in score_claim([DEBUNKED, None, b"x"]).caveats
    assert "one_report" in score_claim([DEBUNKED, DEBUNKED]).caveats


@pytest.mark.parametrize("articles", [
    DEBUNKED, b"text", 3, None, np.array(DEBUNKED), {"text": [DEBUNKED]},
    pd.DataFrame({"text": [DEBUNKED]}),
])  # fmt: skip
def test_one_text_is_not_many(articles: object) -> None:
    with pytest.raises(credscore.InputError, match="articles must be many"):
        score_claim(articles)  # type: ignore[arg-type]


@pytest.mark.parametrize("prior", [0, 1, -0.5, float("nan")])
def test_an_impossible_prior_is_refused(prior: float) -> None:
    with pytest.raises(credscore.InputValueError):
        score_claim(FERRY, prior=prior)


def test_json_is_read_again(ferry: ClaimReport) -> None:
    assert ClaimReport.model_validate_json(ferry.model_dump_json()) == ferry


def test_half_of_a_surrogate_pair_can_be_told() -> None:
    article = Article("The ferry \ud800 sank.", "\udfff", "\ud801 News")
    report = score_claim([article], claim="It \ud800 sank")
    assert "\\ud8" not in report.model_dump_json()
    assert report.to_html()


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
