"""The stance rests on what concerns the claim, and on how title and lead speak of it."""

import pytest

from credscore import score

BODY = (
    "The bridge at Orr will close for repairs, the roads office said. "
    "Engineers found cracks in the bridge last week. The repairs will take two months. "
    "Lorries will be sent over the old bridge at Wale. Shops in Orr fear for their trade. "
    "The roads office will pay for buses. The bridge was built ninety years ago. "
    "Its cracks were seen by a diver. Repairs will cost two million. "
)
SIDE = "In March the mayor denied rumours that she planned to leave politics. "
FALSE = "The report is a hoax. "


@pytest.mark.parametrize(
    ("text", "title", "stance"),
    [
        (BODY, None, "relays"),
        (BODY, "Bridge at Orr will not close", "relays"),
        (BODY + SIDE, None, "relays"),
        (BODY + SIDE, "Bridge at Orr will not close", "relays"),
        (BODY + "The mayor denied that the bridge would close.", None, "disputed"),
        ("The mayor denied that the bridge would close. " + BODY, None, "disputed"),
        ("The mayor denied it. " + BODY, "Bridge at Orr to close", "disputed"),
        ("The mayor denied it. " + BODY, "Bridge at Orr will not close", "debunks"),
        ("The mayor denied it. It is fake news. " + BODY, "Bridge at Orr to close", "debunks"),
        (BODY + FALSE, None, "disputed"),
        (BODY + FALSE, "Bridge at Orr: a hoax fools the town", "debunks"),
        (BODY + FALSE + "None of it is true.", None, "debunks"),
        (FALSE + BODY, None, "debunks"),
        ("The firm dismissed the report as false. " + BODY, None, "disputed"),
        ("", "No", "relays"),
    ],
)
def test_stances(text: str, title: str | None, stance: str) -> None:
    assert score(text, title).stance == stance


def test_a_surname_is_no_word_for_what_is_false() -> None:
    text = "The mayor denied it. " + BODY
    assert score(text, "Mayor Lie to close bridge").stance == "disputed"
    assert score(text, "MAYOR BUNK TO CLOSE BRIDGE").stance == "disputed"


def test_the_profile_counts_side_denials() -> None:
    assert score(BODY + SIDE).profile.denials == 1
