"""What is counted of the form of a text."""

import pytest

from credscore.features.form_counts import COUNTS, count
from credscore.signals import find


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("He left - so they say - on time.", 2),
        ("He left -- so they say -- on time.", 2),
        ("It sank.\n\n---\n\nHe left.", 0),
        ("It sank.\n\n- One boat\n- Two boats\n", 0),
    ],
)
def test_a_dash_that_begins_a_line_is_no_aside(text: str, asides: int) -> None:
    assert count(find([text], [None]))[0, COUNTS.index("body aside")] == asides


@pytest.mark.parametrize(
    "opening",
    [
        "HARROW, Ohio (HP) — ",
        "The bridge at dusk. (Photo by Anna Holm/HP) ",
        "By Anna Holm\n\nHARROW, June 3 (HP) - ",
    ],
)
def test_what_opens_an_article_is_not_its_style(opening: str) -> None:
    story = 9 * "The council sold the bridge (built in 1912) in May. "
    counts = count(find([story, opening + story], [None, None]))[:, COUNTS.index("body aside")]
    assert counts.tolist() == [9, 9]
