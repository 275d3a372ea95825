"""Lines of a page, told from headlines; no line takes long to tell."""

import pytest

from credscore import score
from credscore.text.page_lines import first_line_of_article, is_page_line, is_revision

STORY = "The council sold its old bridge in May, two officers said. " * 4


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Holm", "By Anna Holm and Bo van Lind, for the Herald", "3 May 2024", "10.15 am",
        "Published: 3 May 2024 at 10:15:30 BST", "Last updated 2 hours ago", "5 min read",
        "Share this article", "share this | tweet", "Story continues below advertisement",
        "Click to email it (Opens in new window)", "LISTEN TO ARTICLE", "Related stories",
        "Scroll down for videos", "Share on Facebook  12.5k shares", "Read more",
        "Leave a comment (3)", "Home > News > Local", "Photo: Anna Holm / Harrow Press",
        "Picture courtesy of the museum", "Image credit: Anna Holm",
        "Anna Holm | 3 May 2024", "By Łucja Élan and E\u0301mile Øst", "Photo: Åsa Holm",
    ],
)  # fmt: skip
def test_lines_of_a_page(line: str) -> None:
    assert is_page_line(line)
    assert is_page_line("\u200b".join(line))
    assert is_page_line(line.replace(" ", "  "))
    assert is_page_line(line.replace(" ", "\t"))
    assert first_line_of_article(f"{line}\n\nBridge to close\n") == len(line) + 2


@pytest.mark.parametrize(
    "line",
    [
        "", "---", "May to visit Lorwick", "By the river: a town in 1912", "News of a deal",
        "May shares news of a deal", "More trouble for the ferry", "At 10:15 the ferry sank",
        "Photo: a ferry at the quay", "Video: Mayor of Lorwick flees with missing millions",
        "Photos: Thousands flee as river floods Lorwick",
        "Picture: insiders claim he took millions", "By Christmas Eve, the mayor had fled.",
        "By Friday Night, Vale had sold it.", "Related deaths", "Article on gifts",
        "Scroll of the dead found", "Popular mayor resigns",
    ],
)  # fmt: skip
def test_other_lines(line: str) -> None:
    assert not is_page_line(line)


@pytest.mark.parametrize("unit", ["11:", "11.30 ", "1,", "1.", "share ", "A > ", "| "])
def test_a_line_that_could_be_read_in_many_ways_ends(unit: str) -> None:
    """Read anew in each of 2**40 ways, the test would not end."""
    assert not is_page_line((unit * 120)[:110] + "x!yz")


def test_lines_of_a_page_above_an_article_with_a_title_are_not_read() -> None:
    title, body = (
        "Council sells bridge",
        "The council sold its old bridge, two officers said. " * 4,
    )
    first = score(body, title)
    for lines in ("By Anna Holm", "Published June 3, 2025 10:15am EDT", "Share\n\nJune 3, 2025"):
        second = score(f"{lines}\n\n{body}", title)
        assert second.score == first.score
        assert [item.quote for item in second.evidence] == [item.quote for item in first.evidence]
        assert all(item.start > len(lines) for item in second.evidence if not item.in_title)
    assert not is_page_line("$1.61")


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story gave the wrong year.",
        "Corrections/clarifications: An earlier version of this article misspelled Vale.",
        "CORRECTION (June 3): the headline of this article named the wrong bridge.",
        "Editor's note: There are pictures in this post that some may find distressing.",
        "UPDATE: This article previously referred to the bridge as a ferry, which may confuse.",
        "This article has been updated with what Vale said.",
    ],
)
def test_a_note_before_the_article_is_not_read(note: str) -> None:
    assert is_revision(note)
    title = "Council sells bridge"
    first, second = score(STORY, title), score(f"{note}\n\n{STORY}", title)
    assert second.score == first.score
    assert [item.quote for item in second.evidence] == [item.quote for item in first.evidence]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: this story is a hoax.", "Update: the old bridge is shut, two officers said.",
        "Correction officers denied that they had slept.", "This story was changed by the editor.",
        "Editor's note: This article is satire.", "The report said so on Monday.", "",
        "An earlier version of the report was leaked, two people said.",
    ],
)  # fmt: skip
def test_what_else_opens_an_article_is_read(line: str) -> None:
    assert not is_revision(line)
