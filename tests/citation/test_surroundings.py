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
    ("text", "is_placed"),
    [
        ("He said so on Sunday on Kolvar.", True),
        ("He wrote of it in Kolvar.", True),
        ("He gave an interview to Kolvar.", True),
        ("On Kolvar, he said so.", True),
        ("“It sank,” said Kolvar.", True),
        ("He said so. It stood on Kolvar.", False),
        ("It stood on Kolvar.", False),
        ("He said so, Kolvar was cold.", False),
    ],
)
def test_is_placed(text: str, is_placed: bool) -> None:
    around = Surroundings(Text([text], [None]))
    at = place_of(around, "Kolvar")
    assert around.is_placed(at, at + 1) == is_placed


@pytest.mark.parametrize(
    ("text", "is_followed", "is_play"),
    [
        ("Kolvar reported it.", True, False),
        ("Kolvar (KLV) reported it.", True, False),
        ("Kolvar (KLV) is a town.", False, False),
        ("The Kolvar series was long.", False, True),
        ("The Kolvar crime drama was long.", False, True),
    ],
)
def test_what_follows(text: str, is_followed: bool, is_play: bool) -> None:
    around = Surroundings(Text([text], [None]))
    end = place_of(around, "Kolvar") + 1
    assert around.is_followed(end) == is_followed
    assert around.is_play(end) == is_play


@pytest.mark.parametrize(
    ("text", "is_posted"),
    [
        ("He wrote of it on Weibo.", True),
        ("He shared it on his official Weibo account.", True),
        ("In a Weibo post he said so.", True),
        ("His Weibo account has 12 followers.", False),
        ("The Weibo group says so.", True),
        ("He moved to ban Weibo.", False),
        ("Follow us on Weibo, he said.", False),
    ],
)
def test_is_posted(text: str, is_posted: bool) -> None:
    around = Surroundings(Text([text], [None]))
    at = place_of(around, "Weibo")
    assert around.is_posted(at, at + 1) == is_posted


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Kolvar: It sank.", True),
        ("From the Kolvar: It sank.", True),
        ("He named Kolvar: a town.", False),
    ],
)
def test_is_heading(text: str, is_heading: bool) -> None:
    around = Surroundings(Text([text], [None]))
    at = place_of(around, "Kolvar")
    assert around.is_heading(at, at + 1) == is_heading


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
