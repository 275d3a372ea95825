"""A text without a title is read with the headline that it begins with."""

import pytest

import credscore
from credscore.text.headlines import headline_end

HEADLINE = "Mayor of Lorwick reportedly resigns"
LEAD = (
    "The mayor of Lorwick has resigned, two officials said on Monday, a day after the council "
    "voted against the budget that she had asked for."
)
BODY = f"{LEAD}\n\nHer office denied the reports. “It is false,” a spokeswoman said."


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\n{BODY}",
        f"Police: {HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\nBy Nora Vale\n\n{BODY}",
        f"Police in the harbour of the old town:\n{HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\r\n\r\n{BODY}",
        f"\n\n  {HEADLINE}\n\n{BODY}",
        f"{HEADLINE}\n\nBy Nora Vale\n12 May 2026\n\n{BODY}",
        f"{HEADLINE}?\n\n{BODY}",
        f"{HEADLINE}!\n\n{BODY}",
        f"“{HEADLINE}”\n\n{BODY}",
    ],
)
def test_a_headline(text: str) -> None:
    assert HEADLINE in text[: headline_end(text)]
    assert "The mayor" not in text[: headline_end(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{LEAD} \n \n{BODY}",
        f"“{LEAD}”\t\n\n{BODY}",
        f"{HEADLINE}:\n\n{BODY}",
        HEADLINE,
        f"{HEADLINE}\n",
        BODY,
        f"{HEADLINE}.\n\n{BODY}",
        f"“{HEADLINE}.”\n\n{BODY}",
        f"{HEADLINE},\n\n{BODY}",
        f"{HEADLINE}\n\nRead more\n\nShare\n\nPrint\n\n{BODY}",
        "The mayor of Lorwick has resigned, two officials said\non Monday, a day after the council "
        "voted against the\nbudget that she had asked for and that nobody wanted.",
        f"{'word ' * 26}\n\n{BODY}",
        f"It sank. {HEADLINE}\n\n{BODY}",
        f"{'w' * 400}\n\n{BODY}",
        "Salt in the wind\nand the gulls\nand the long grey pier",
    ],
)
def test_no_headline(text: str) -> None:
    assert headline_end(text) == 0


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n"])
def test_a_headline_scores_as_a_title(gap: str) -> None:
    apart = credscore.score(BODY, HEADLINE)
    together = credscore.score(HEADLINE + gap + BODY)
    assert together.log_odds == apart.log_odds
    assert [item.quote for item in together.evidence] == [item.quote for item in apart.evidence]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = f"{HEADLINE}\n\n{BODY}"
    for item in credscore.score(text).evidence:
        assert text[item.start : item.end] == item.quote
        assert not item.in_title
    for row in credscore.attributions(text):
        assert text[row.start : row.end] == row.source
        assert not row.in_title


def test_a_title_that_is_given_is_the_only_one() -> None:
    text = f"{HEADLINE}\n\n{BODY}"
    first = credscore.score(text, "Council meets").evidence[0]
    assert (first.quote, first.in_title, text[first.start : first.end]) == (
        "reportedly", False, "reportedly",
    )  # fmt: skip
