"""Marks count where they stand, once each, and only as far as their words."""

import pytest

from credscore.signals import find
from credscore.text_kinds.marks import points_of
from credscore.text_kinds.words import Words


def points(text: str, title: str | None = None) -> dict[str, int]:
    findings = find([text], [title])
    return points_of(findings, Words(findings))[0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was told on Friday.\n\nMedia contact: Ada Holm, 555 0134", {"press_release": 4}),
        ("**MEDIA CONTACT:** Ada Holm", {"press_release": 4}),
        ("A media contact of hers was there.", {}),
        ("It is told.\n\nFor Immediate Release", {"press_release": 4}),
        ("He got it for immediate release.", {}),
        ("It was told.\n\n###", {"press_release": 4}),
        ("It was told.\n\n# # #\n\nMore of it", {"press_release": 4}),
        ("It was told.\n\n-30-", {"press_release": 4}),
        ("It was rated ### by all.", {}),
        ("ORTON, Nov. 4 /NewsLine/ -- The firm moved.", {"press_release": 4}),
        ("Newswise — The firm moved.", {"press_release": 4}),
        ("ORTON--(BUSINESS WIRE)--The firm moved.", {"press_release": 4}),
        ("The firm told Business Wire that it moved.", {}),
        ("The and/or/but -- question.", {}),
        ("It was told.\n\nAbout Holm Foods\n\nIt makes food.", {"press_release": 2}),
        ("It was told.\n\nAbout 40 people came, and they stayed until the lights went out.", {}),
        ("It was told.\n\nAbout time.", {}),
        ("It was told.\n\nAbout", {}),
        ("At press time, it was at press time.", {"satire": 2}),
        ("Area man wins. An area man won.", {"satire": 4}),
        ("ORTON—Noting that it was late, area man Bo Holm left at press time.", {"satire": 6}),
        ("Satire\n\nIt was told.", {"satire": 4}),
        ("Satirical news\n\nIt was told.", {"satire": 4}),
        ("Satire is hard, she said.", {}),
        ("Opinion | It is late", {"opinion": 4}),
        ("It was told.\n\nOpinion polls differ.", {}),
        ("Budget day as it happened\n\nIt was told.", {"live_blog": 2}),
        ("It was told.\n\nThey told it as it happened.", {}),
        ("Thank you. (Applause.) Thank you. (Laughter.)", {"transcript": 4}),
        ("There was applause and laughter.", {}),
    ],
)
def test_points(text: str, found: dict[str, int]) -> None:
    assert points(text) == found


def test_a_title_is_a_head() -> None:
    assert points("It was told.", "Opinion: it is late") == {"opinion": 4}
    assert points("It was told.", "Her opinion: it is late") == {}


def test_marks_do_not_join_title_and_text() -> None:
    assert points("contact was made", "The media") == {}
