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
    # claims and accusations as nouns
    ("Neither claim was checked.", [("noun", "claim")]),
    ("They spoke amid claims that it sank.", [("noun", "claims")]),
    ("Her latest claim is old.", [("noun", "claim")]),
    ("He made many misleading claims.", [("noun", "claims")]),
    ("She rejected the accusations.", [("noun", "accusations")]),
    ("Such insinuations hurt.", [("noun", "insinuations")]),
    ("He claims that it sank.", [("verb", "claims")]),
    ("They claim to have seen it.", [("verb", "claim")]),
    # claimed, not said
    ("He claimed his third title.", []),
    ("The death claims were paid.", []),
    ("You can claim a refund.", []),
    ("They lay claim to the island.", []),
    ("The state claims sovereignty over the strait.", []),
    # likely and unlikely
    ("It is likely to sink.", [("adjective", "likely")]),
    ("The likely cause is fog.", [("adjective", "likely")]),
    ("It is unlikely that it sank.", [("adjective", "unlikely")]),
    ("He will likely swim.", [("adverb", "likely")]),
    ("He was an unlikely hero.", []),
    ("They are more likely to swim.", []),
    # appearances and beliefs
    ("He appeared convinced that it sank.", [("verb", "appeared")]),
    ("It seems to have sunk.", [("verb", "seems to")]),
    ("Five men are presumed dead.", [("verb", "presumed")]),
    ("A house understood to belong to him burned.", [("verb", "understood to")]),
    ("The tests suggest that it sank.", [("verb", "suggest")]),
    ("The tests imply that it sank.", [("verb", "imply")]),
    ("It is not as it seems.", []),
    ("They made it look old.", []),
    ("He suggested a walk.", []),
    ("It is wrong to suggest that it sank.", []),
    ("He was given the suggested dose.", []),
    # possible and apparent
    ("A possible cause is fog.", [("adjective", "possible")]),
    ("The long-rumored sale is off.", [("adjective", "long-rumored")]),
    ("It is the best result possible.", []),
    ("He asked what is possible.", []),
    ("He fled for no apparent reason.", []),
    ("People suspected all along.", []),
    ("You should probably swim.", []),
    # modals that are none by their form
    ("Shots could be heard.", []),
    ("Nobody could swim there.", []),
    ("While it may be small, it is fast.", []),
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
