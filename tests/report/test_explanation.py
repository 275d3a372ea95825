"""Evidence is shown with the caller's offsets."""

import pytest

import credscore


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They met in the U.S. on a Monday.", "the U.S."),
        ("They met in the U.S.", "the U.S."),
        ("It was in Lorwick. No more was said.", "Lorwick"),
    ],
)
def test_an_abbreviation_keeps_its_last_stop(text: str, quote: str) -> None:
    specifics = [item for item in credscore.extract(text) if item.signal == "specifics"]
    assert quote in [item.quote for item in specifics]
    assert all(text[item.start : item.end] == item.quote for item in specifics)
