"""The claim as it is shown: without the dateline of its body and the name of its page."""

import pytest

from credscore import score

BODY = (
    " The ferry had left the harbour of Lorwick at noon. Two boats reached the ferry in an hour."
    " All who were on board the ferry are safe, and the harbour was closed for the day. A crane"
    " will lift the ferry off the rocks next week, and the harbour opens again on Friday."
)
LEAD = "A ferry ran aground off the harbour of Lorwick, the coast guard said."


@pytest.mark.parametrize(
    "dateline",
    [
        "LORWICK – ", "LORWICK, March 14 (Harrow Press) - ", "NEW LORWICK (HP) — ",
        "Lorwick, June 3 (Harrow Press) -- ", "LORWICK, Kolvar -- ",
        "LORWICK, Kolvar, March 4, 2024 /KLNewswire/ -- ", "LORWICK (HARROW WIRE)--  ",
        "(HARROW WIRE) — ",
        "The old mill in May. (Photo by Anna Holm) LORWICK, Ohio (AB) — ",
        "13:55 - ", "13:55: ", "13:55 ", "1:55 p.m. – ", "13.55 GMT | ", "2pm - ", "13:55\n",
    ],
)  # fmt: skip
def test_a_dateline_is_no_part_of_the_claim(dateline: str) -> None:
    text = dateline + LEAD + BODY
    claim = score(text).claim
    assert claim is not None
    assert claim.text == LEAD
    assert text[claim.start : claim.end] == LEAD


@pytest.mark.parametrize(
    "opening", ["UN-backed ", "RMS ", "ABC – the old ", "2.50 Orr's ", "13 Orr's "]
)
def test_other_capitals_stay(opening: str) -> None:
    claim = score(opening + "ferry ran aground off the harbour of Lorwick, it said." + BODY).claim
    assert claim is not None
    assert claim.text.startswith(opening)


@pytest.mark.parametrize(
    "page", [" - Lorwick Herald", " | Lorwick Herald", " – Herald", " ⋆ Lorwick Herald"]
)
def test_the_name_of_a_page_is_no_part_of_the_claim(page: str) -> None:
    for title in ("A Ferry Runs Aground Off Lorwick", "A ferry runs aground off Lorwick"):
        claim = score(LEAD + BODY, title + page).claim
        assert claim is not None
        assert claim.text == title


@pytest.mark.parametrize(
    "end",
    [" — A Boy & A Girl", " — Report", " – So She Can Sail Again", " — It’s A HOAX", " – Source"],
)
def test_what_goes_on_behind_a_dash_is_part_of_the_claim(end: str) -> None:
    title = "A Ferry Runs Aground Off Lorwick" + end
    claim = score(LEAD + BODY, title).claim
    assert claim is not None
    assert claim.text == title


@pytest.mark.parametrize("page", ["- lorwickherald.com", "| Lorwick ...", "-- Lorwick Herald", "-"])
def test_what_is_left_of_a_page_is_no_part_of_the_claim(page: str) -> None:
    headline = "Council of Lorwick sells its old bridge"
    claim = score(f"{headline}, mayor Ann Holm said. " * 4, f"{headline} {page}").claim
    assert claim is not None
    assert claim.text == headline


@pytest.mark.parametrize(
    ("title", "is_claim"),
    [
        ("‘They called me a liar’: Ann Holm leaves the ferry firm", True),
        ("'They called me a liar', says Ann Holm of the ferry firm", True),
        ("They called me a liar: Ann Holm leaves the ferry firm", False),
        ("The ferry firm's boss called me a liar, and that's that", False),
    ],
)
def test_a_headline_quotes_with_single_marks(title: str, is_claim: bool) -> None:
    text = "Ann Holm said on Monday that the boss of the ferry firm had called her a liar. "
    claim = score(text + BODY, title).claim
    assert (claim is not None and claim.text == title) == is_claim
