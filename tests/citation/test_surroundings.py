"""What stands before and behind a name."""

import pytest

from credscore.citation.surroundings import Surroundings
from credscore.text import Text


def place_of(around: Surroundings, word: str) -> int:
    source, starts = around.text.source, around.text.starts
    return next(at for at in range(len(around.text)) if source[starts[at] :].startswith(word))


@pytest.mark.parametrize(
    ("text", "is_introduced"),
    [
        ("He told Kolvar so.", True),
        ("He told the local tabloid Kolvar so.", True),
        ("He told the French news channel Kolvar so.", True),
        ("He told the old man Kolvar so.", False),
        ("He met Kolvar.", False),
        ("Kolvar said so.", False),
    ],
)
def test_is_introduced(text: str, is_introduced: bool) -> None:
    around = Surroundings(Text([text], [None]))
    assert around.is_introduced(place_of(around, "Kolvar")) == is_introduced


@pytest.mark.parametrize(
    ("text", "is_picture", "is_credit"),
    [
        ("Photo by Kolvar", True, False),
        ("A ferry (Ann Lee/Pool via Kolvar)", True, False),
        ("LORWICK (Kolvar) - It sank.", False, True),
        ("It sank.\n\n— Kolvar", False, True),
        ("It sank off Kolvar.", False, False),
    ],
)
def test_credits(text: str, is_picture: bool, is_credit: bool) -> None:
    around = Surroundings(Text([text], [None]))
    at = place_of(around, "Kolvar")
    assert around.is_picture_credit(at, at + 1) == is_picture
    assert around.is_credit(at, at + 1) == is_credit
