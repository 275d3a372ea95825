"""A text without a title is read with the headline that it begins with."""

import pytest

import credscore
from credscore.text import Text
from credscore.text.headlines import headline
from credscore.text.page_lines import is_page_line

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
        f"Rep. Vale and Sen. Ida Holm say: {HEADLINE}\n\n{BODY}",
        f"{HEADLINE} [VIDEO]\n\n{BODY}",
        f"{HEADLINE} and then ...\n\n{BODY}",
        f"1. {HEADLINE}\n\n{BODY}",
    ],
)
def test_a_headline(text: str) -> None:
    found = text[slice(*headline(text)[:2])]
    assert HEADLINE in found
    assert "The mayor" not in found


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
        f"On 3 May 12. {HEADLINE}\n\n{BODY}",
        f"{HEADLINE},\n\n{BODY}",
        f"{HEADLINE}\n\nRead more\n\nShare\n\nPrint\n\n{BODY}",
        "The mayor of Lorwick has resigned, two officials said\non Monday, a day after the council "
        "voted against the\nbudget that she had asked for and that nobody wanted.",
        f"{'word ' * 26}\n\n{BODY}",
        f"It sank. {HEADLINE}\n\n{BODY}",
        f"Nora Vale of the Lorwick Harbour Board met Ada Holm in Lorwick on Monday.\n\n{BODY}",
        f"THE MAYOR OF LORWICK HAS RESIGNED, TWO OFFICIALS SAY.\n\n{BODY.upper()}",
        f"{HEADLINE}\n\n{BODY[0].lower()}{BODY[1:]}",
        f"...\n\n{BODY}",
        f"{'w' * 400}\n\n{BODY}",
        "Salt in the wind\nand the gulls\nand the long grey pier",
    ],
)
def test_no_headline(text: str) -> None:
    assert headline(text) == (0, 0, 0)


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n"])
def test_a_headline_scores_as_a_title(gap: str) -> None:
    apart = credscore.score(BODY, HEADLINE)
    together = credscore.score(HEADLINE + gap + BODY)
    assert together.log_odds == apart.log_odds
    assert [item.quote for item in together.evidence] == [item.quote for item in apart.evidence]


TITLES = (
    "A Town Was Accused of Selling Its Bridge. The Mayor Said That She Had No Idea.",
    "The Mayor of Lorwick to Stay in Office, Sources Say.",
    "Mayor of Lorwick reportedly resigns [Video]",
    "Mayor of Lorwick reportedly resigns and ...",
)


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "body", [BODY, BODY.lower(), f"Her office denies it\nCouncil to vote\n\n{BODY}"]
)
@pytest.mark.parametrize("title", TITLES)
def test_a_headline_of_any_form_scores_as_a_title(title: str, body: str, gap: str) -> None:
    together = credscore.score(f"{title}{gap}{body}")
    assert together.log_odds == credscore.score(body, title).log_odds


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


PAGE_LINES = (
    "By Nora Vale", "By Nora Vale and Per Lund", "By Nora Vale, staff writer", "12 May 2026",
    "Published 12 May 2026 10:15", "Updated: May 12, 2026 at 10.15 am", "2026-05-12",
    "Posted on Tuesday, May 12th, 2026", "Updated 3 hours ago", "Share", "Share\nTweet\nPrint",
    "Read more", "12 comments", "4 min read", "Home > News > Lorwick", "Advertisement",
    "Photo: Nora Vale / Lorwick Press", "Nora Vale | May 12, 2026 | 10:15",
)  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("line", PAGE_LINES)
def test_lines_of_a_page_are_no_headline(line: str, gap: str) -> None:
    for text in (f"{line}{gap}{HEADLINE}\n\n{BODY}", f"{HEADLINE}{gap}{line}\n\n{BODY}"):
        report = credscore.score(text)
        assert report.claim is not None
        assert report.claim.text in (HEADLINE, LEAD)
        assert text[slice(*headline(text)[:2])].startswith(HEADLINE)
        assert all(text[one.start : one.end] == one.quote for one in report.evidence)
        assert report.log_odds == credscore.score(BODY, HEADLINE).log_odds
    assert headline(f"{line}\n\n{BODY}") == (0, 0, 0)


@pytest.mark.parametrize(
    "line",
    [
        "May shares news of a deal", "By the river: a town in 1912", "Home is where they vote",
        "Minister says 12 March was a mistake", "Photo shows mayor at border", "Twitter sold",
        "News of the flood spreads", "More share homes", "The 1912 flood",
    ],
)  # fmt: skip
def test_a_headline_is_no_line_of_a_page(line: str) -> None:
    assert not is_page_line(line)


@pytest.mark.parametrize("word", ["of", "on", "the", "and", "from", "to", "by", "their"])
def test_a_line_that_breaks_off_is_no_headline(word: str) -> None:
    start = f"The mayor of the town went {word}"
    text = f"{start}\nLorwick on Monday, where the mayor spoke to the council of the bridge."
    assert headline(f"{text}\n\n{BODY}") == (0, 0, 0)
    read = Text([text], [None])
    assert len(read.sentence_starts) == 1


BLANK_TITLES = ("", " ", "\n\t", "\u200b", "\ufeff \u00ad", "\xa0\u3000", "—", "...")


@pytest.mark.parametrize("title", BLANK_TITLES)
@pytest.mark.parametrize("text", [f"{HEADLINE}\n\n{BODY}", BODY, ""])
def test_a_title_without_words_is_missing(text: str, title: str) -> None:
    report = credscore.score(text, title=title)
    assert report == credscore.score(text)
    assert report.summary() == credscore.score(text).summary()
    assert report.what_if() == credscore.score(text).what_if()
    assert report.page_content() == credscore.score(text).page_content()
    assert credscore.extract(text, title=title) == credscore.extract(text)
    assert credscore.attributions(text, title) == credscore.attributions(text)
    (many,) = credscore.Scorer.load().score_many([text], [title])
    assert many == report
