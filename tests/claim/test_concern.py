"""Denials count for the claim that they concern; those of side matters are only shown."""

import pytest

from credscore import Evidence, extract, score
from credscore.features import NAMES, of

STORY = (
    "The bridge at Orr will close for repairs in May, the roads office said. "
    "Engineers found cracks in the bridge last week. The repairs will take two months. "
    "Lorries will be sent over the old bridge at Wale. Shops in Orr fear for their trade. "
    "The roads office will pay for buses. The bridge was built ninety years ago. "
    "Its cracks were seen by a diver. Repairs will cost two million. "
)
LIVE = (
    "Harrow river floods: live\n\n"
    "The river burst its banks in Harrow at dawn and three people died, the county said.\n\n"
    "09:10 The river in Harrow still rises, the county said.\n\n"
    "09:40 Soldiers carry sandbags to the banks of the river.\n\n"
    "10:05 Trains to Harrow have stopped.\n\n"
    "10:20 Orr college denied a report that its exams had been cancelled.\n\n"
    "10:45 The river has reached the market. Two more people died there, the county said.\n\n"
    "11:00 Boats take people from the banks. The mayor thanked the soldiers.\n\n"
    "11:30 The county said that the river would fall by night.\n"
)


def denials(text: str, title: str | None = None) -> list[Evidence]:
    return [item for item in extract(text, title) if item.signal == "official_denials"]


def concerning(text: str, title: str | None = None) -> list[bool]:
    return [item.of_claim for item in denials(text, title)]


def test_a_side_denial_in_a_live_blog() -> None:
    assert concerning(LIVE) == [False]
    report = score(LIVE)
    assert report.stance == "relays"
    assert all(part.log_odds > -0.05 for part in report.contributions
               if part.signal == "official_denials")  # fmt: skip


def test_a_denied_side_rumour_in_a_story_of_something_else() -> None:
    text = STORY + "In March the mayor denied rumours that she planned to leave politics."
    assert concerning(text) == [False]
    features = dict(zip(NAMES, of(text), strict=True))
    assert features["official_denials_rate"] == 0
    assert score(text).stance == "relays"
    assert score(text).profile.denials == 1


@pytest.mark.parametrize(
    "denial",
    [
        "The mayor denied that the bridge would close.",
        "The mayor called the report false.",
        "The story is false.",
        "The mayor denied it.",
        "The claims are baseless, the mayor said.",
        "The mayor dismissed talk of cracks as nonsense.",
        "The roads office declined to comment.",
    ],
)
def test_a_denial_of_the_claim_or_of_what_was_told(denial: str) -> None:
    assert concerning(STORY + denial) == [True]


@pytest.mark.parametrize(
    ("denial", "concerns"),
    [
        ("A firm denied that Orr would lose its school.", False),
        ("A firm denied that Orr would lose its bridge.", True),
        ("A firm in Wale rejected a claim that it sold the mill.", False),
        ("The mill opened a shop. Its owner denied it.", False),
        ("The mill lies beside the bridge. Its owner denied it.", True),
    ],
)
def test_a_party_denies_the_claim_in_two_of_its_words_or_beside_one(
    denial: str, concerns: bool
) -> None:
    assert concerning(STORY + denial) == [concerns]


def test_a_debunk_in_two_words() -> None:
    report = score(STORY + "The report is a hoax. None of it is true.")
    assert report.stance == "debunks"


def test_the_title_alone_may_name_it() -> None:
    side = "In June the mayor denied that the harvest festival had been paid twice."
    assert concerning(STORY + side) == [False]
    assert concerning(STORY + side, "Harvest festival was paid twice, mayor denies") == [True, True]


def test_in_title_and_lead_all_concern_it() -> None:
    text = "The firm denied that it had sold the quarry. " + STORY
    assert concerning(text, "Mayor denies affair with singer") == [True, True]


def test_in_a_short_text_all_concern_it() -> None:
    text = "The mill burned. " * 4 + "The mayor denied rumours that she planned to leave politics."
    assert concerning(text) == [True]


def test_other_signals_are_never_judged() -> None:
    text = STORY + "A singer is allegedly ill. Photos of her could not be verified."
    judged = [item for item in extract(text) if item.signal != "official_denials"]
    assert {"hedges", "unverifiable_media"} <= {item.signal for item in judged}
    assert all(item.of_claim for item in judged)


def test_no_contribution_counts_a_side_denial() -> None:
    text = STORY + "In March the mayor denied rumours that she planned to leave politics."
    report = score(text)
    (place,) = (n for n, item in enumerate(report.evidence) if not item.of_claim)
    assert all(place not in part.evidence for part in report.contributions)
    answer = report.what_if()
    assert answer is not None
    assert answer.evidence[place].log_odds == pytest.approx(report.log_odds, abs=1e-12)


def test_inflected_words_are_the_same() -> None:
    assert concerning(STORY + "The mayor denied that bridges had closed.") == [True]


def test_swapped_names_change_nothing() -> None:
    side = "Orr college denied that Nora Vale had been hired by Wale harbour."
    swapped = side.replace("Nora Vale", "May Will").replace("Wale", "Post")
    assert concerning(STORY + side) == concerning(STORY.replace("Wale", "Post") + swapped)


LONG_STORY = STORY * 2 + (
    "The lorries of the mill use it every day. A ferry may help the workers of the mill. "
    "It sails from Wale at noon. "
)


@pytest.mark.parametrize(
    ("aside", "concerns"),
    [
        ("The mayor denied that the bridge at Orr was neglected.", False),
        ("The builders deny a link of the old bridge at Orr with the cracks.", False),
        ("Posts made the false claim that the bridge was sold.", False),
        ("The story is false.", True),
    ],
)
def test_a_lone_denial_at_the_end_of_a_long_story_is_told_by_the_way(
    aside: str, concerns: bool
) -> None:
    assert concerning(LONG_STORY + aside) == [concerns]
    assert concerning(STORY + aside) == [True]


def test_two_denials_at_the_end_of_a_long_story_concern_it() -> None:
    ending = (
        "The mayor denied that the bridge at Orr was neglected. "
        "The builders denied that the bridge at Orr would close."
    )
    assert concerning(LONG_STORY + ending) == [True, True]
