"""Words for other reports and posts."""

import pytest

from credscore import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tabloid had the story.", [("report", "tabloid"), ("report", "story")]),
        ("The website reported it.", [("report", "website"), ("report", "reported")]),
        ("He wrote it in a post.", [("post", "post")]),
        ("The clip went viral.", [("post", "viral")]),
        ("Two blogs tweeted it.", [("report", "blogs"), ("post", "tweeted")]),
        ("Media are waiting.", []),
        ("Post is said to know it.", []),
        ("The Daily Story Post was sold.", []),
        ("The mayor stated that it sank.", [("retelling", "stated")]),
        ("Its law states that.", [("retelling", "states that")]),
        ("She went on to deny it.", [("retelling", "went on to")]),
        ("He posted a picture.", [("post", "posted a")]),
        ("There are states that voted.", []),
        ("He went to the post office.", []),
        ("The ball hit the near post.", []),
        ("She left the post of treasurer.", []),
        ("The council met on Monday.", []),
        ("She wrote to the mayor.", []),
    ],
)
def test_second_hand(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(item.kind, item.quote) for item in extract(text) if item.signal == "second_hand"]
    assert found == expected
