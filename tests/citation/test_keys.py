"""One outlet has one key, however it is written."""

import pytest

from credscore.citation.keys import key_of


@pytest.mark.parametrize(
    "names",
    [
        ("Daily Mail", "the Daily Mail", "The Daily Mail", "dailymail.co.uk", "DailyMail.com",
         "www.dailymail.co.uk", "https://www.dailymail.co.uk/news", "MailOnline"),
        ("The Guardian", "Guardian", "theguardian.com", "guardian.co.uk"),
        ("BBC", "BBC News", "the BBC", "bbc.co.uk", "news.bbc.co.uk"),
        ("New York Times", "The New York Times", "nytimes.com", "NYT"),
        ("AP", "Associated Press", "The Associated Press"),
        ("People", "PEOPLE", "People magazine", "people.com"),
        ("tweet", "tweeted", "Twitter"),
        ("Le Monde", "lemonde.fr"),
        ("Kolvár Blik", "kolvarblik.com"),
    ],
)  # fmt: skip
def test_one_outlet_has_one_key(names: tuple[str, ...]) -> None:
    assert len({key_of(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lorwick News", "Lorwick"), ("Daily Mail", "Daily Mirror"), ("Fox News", "Sky News"),
     ("Washington Post", "Washington Times"), ("Kolvar Post", "Post")],
)  # fmt: skip
def test_other_outlets_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("name", ["", "  ", "...", "—"])
def test_what_is_no_name_has_no_key(name: str) -> None:
    assert key_of(name) == ""


def test_a_key_is_its_own_key() -> None:
    for name in ("The Lorwick Herald", "kolvarblik.com", "BBC News", "court documents"):
        assert key_of(key_of(name)) == key_of(name)
