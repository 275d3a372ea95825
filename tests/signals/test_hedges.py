"""Hedges: cues that withhold commitment, and their look-alikes."""

import pytest

from credscore import Scorer, extract

CASES = [
    ("He may have fled.", [("modal", "may")]),
    ("The vote could sink the deal.", [("modal", "could")]),
    ("He allegedly fled.", [("adverb", "allegedly")]),
    ("Reportedly, the ship sank.", [("adverb", "Reportedly")]),
    ("The ship appears to have sunk.", [("verb", "appears to")]),
    ("She claimed that the ship sank.", [("verb", "claimed")]),
    ("The alleged thief fled.", [("adjective", "alleged")]),
    ("He denied the rumors.", [("noun", "rumors")]),
    ("He was born on May 5.", []),
    ("In the end Theresa May left.", []),
    ("He could not walk.", []),
    ("There is no doubt that he fled.", []),
    ("The group claimed responsibility.", []),
    ("He made an insurance claim.", []),
    ("He appeared on stage.", []),
    ("The ship sank on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_hedges(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.kind, e.quote) for e in extract(text) if e.signal == "hedges"] == expected


def test_quotation_is_recorded() -> None:
    found = [e for e in extract("“It may sink,” he said.") if e.signal == "hedges"]
    assert [e.in_quote for e in found] == [True]


def test_modal_in_a_title() -> None:
    found = extract("A text.", "Holm May Have Left Town")
    hedges = [(e.kind, e.quote, e.in_title) for e in found if e.signal == "hedges"]
    assert hedges == [("modal", "May", True)]


def test_modals_in_titles_of_several_articles() -> None:
    titles = ["Mayor May Have Fled", "Keeper May Be Ill", "Nobody Left"]
    reports = list(Scorer.load().score_many(["It sank."] * 3, titles))
    found = [[e.quote for e in report.evidence if e.in_title] for report in reports]
    assert found == [["May"], ["May"], []]


def test_a_modal_in_a_title_counts_once() -> None:
    found = extract("It sank.", "Ferry May Have Sunk, It May Be Lost")
    assert [e.quote for e in found if e.signal == "hedges"].count("May") == 2
