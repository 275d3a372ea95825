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
