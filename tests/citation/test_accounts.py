"""Accounts are cited by their handle or the name of the user, and not where they are only named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.citation.search import citations

FILLER = "The ferry sank off Lorwick in the night, and the whole town had something to say. " * 3


def names(text: str) -> list[str]:
    return [cited.name for cited in citations(text) if cited.kind == "post"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“So sad,” wrote @lora_9.", ["@lora_9"]),
        ("@lora_9 said that it sank.", ["@lora_9"]),
        ("@lorwick.ferry said that it sank.", ["@lorwick.ferry"]),
        ("It sank.\n\n@tim88: What a mess", ["@tim88"]),
        ("One user, @seaside, tweeted that it sank.", ["@seaside"]),
        ("Another (@lorwick_b) then asked why.", ["@lorwick_b"]),
        ("Nora Vale (@noravale) tweeted so.", ["@noravale"]),
        ("“Why?” @bob replied, and “how?” commented @ann7.", ["@bob", "@ann7"]),
        ("A user named SeaFan22 wrote that it sank.", ["SeaFan22"]),
        ("A user who goes by SeaFan22 wrote that it sank.", ["SeaFan22"]),
        ("It burned, the user ‘Bobby1’ commented.", ["Bobby1"]),
        ("Instagram user vale_9 has something to tell.", ["Instagram", "vale_9"]),
        ("A commenter named Nora Vale asked why.", ["Nora Vale"]),
        ("“Sad.” @vale\n\n“It sank.” @blik_9\n\nThe mayor left.", ["@vale", "@blik_9"]),
        ("“It sank” – @vale\n\nThe mayor left.", ["@vale"]),
        ("A post shared by Nora Vale (@noravale)", ["@noravale"]),
        ("RT @vale: It sank.", ["@vale"]),
        ("According to @vale it sank.", ["@vale"]),
        ("The post on the Kolvar Council account said so.", ["Kolvar Council"]),
        ("It sank! — Ann Vale (@annvale) March 3, 2020", ["@annvale"]),
        ("It sank! — Ann Vale (@annvale) 3 March 2020", ["@annvale"]),
    ],
)  # fmt: skip
def test_cited(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Follow Nora Vale (@noravale) on Twitter.",
        "Follow us @kolvar and share.",
        "Email nora@kolvar.com, he wrote.",
        "“Thank you, @vale,” she wrote.",
        "She wrote: “@vale says what must be said.”",
        "Users said so. The user said so.",
        "Nora Vale\n@noravale\n\nThe ferry sank.",
        f"{FILLER}\n\nTwitter: @noravale",
        "The captain of @lorwickferry slept.",
    ],
)
def test_not_cited(text: str) -> None:
    assert names(text) == []


def test_who_is_spoken_to_in_a_post_that_is_shown_is_not_cited() -> None:
    assert names("@vale said it sank. — Ann Lee (@annlee) March 3, 2020") == ["@annlee"]


def test_the_verb_beside_a_handle_is_no_second_citation() -> None:
    assert names("@vale tweeted that it sank. The mayor tweeted.") == ["@vale", "tweeted"]
    assert names("A user named SeaFan22 tweeted it.") == ["SeaFan22"]
    assert names("He tweeted to @vale.") == ["tweeted"]


@given(st.text(st.sampled_from("@ab_7 user named Blik wrote:“”()\n—.said A")))
def test_offsets_give_the_quote(text: str) -> None:
    for cited in citations(text):
        assert text[cited.start : cited.end] == cited.quote
