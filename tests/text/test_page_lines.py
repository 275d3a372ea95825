"""Lines of a page, told from headlines; no line takes long to tell."""

import pytest

from credscore import attributions, extract, score
from credscore.text import Text
from credscore.text.page_lines import (
    end_of_article,
    first_line_of_article,
    is_page_line,
    story_start,
)


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Holm", "By Anna Holm and Bo van Lind, for the Herald", "3 May 2024", "10.15 am",
        "Published: 3 May 2024 at 10:15:30 BST", "Last updated 2 hours ago", "5 min read",
        "Share this article", "share this | tweet", "Share on Facebook  12.5k shares", "Read more",
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
        "By Friday Night, Vale had sold it.",
    ],
)  # fmt: skip
def test_other_lines(line: str) -> None:
    assert not is_page_line(line)


@pytest.mark.parametrize("unit", ["11:", "11.30 ", "1,", "1.", "share ", "A > ", "| "])
def test_a_line_that_could_be_read_in_many_ways_ends(unit: str) -> None:
    """Read anew in each of 2**40 ways, the test would not end."""
    assert not is_page_line((unit * 120)[:110] + "x!yz")


ARTICLE = "The ferry sank off Harrow, two officers said. Divers reached it at noon."


@pytest.mark.parametrize(
    "notice",
    [
        "© 2024 Lorwick Herald. All rights reserved.",
        "(c) Lorwick Herald 2024",
        "Copyright 2024 Lorwick Herald Ltd. All rights reserved. This may not be published again.",
        "Copyright © 2024 The Lorwick Herald, LLC. Click here for reprints.",
        "© Lorwick Herald 2019-2024\nAll rights reserved",
        "All rights reserved.",
        "COPYRIGHT 2024 BY LORWICK HERALD",
        "\u00ad".join("Copyright 2024 Lorwick Herald. All rights reserved."),
    ],
)
@pytest.mark.parametrize("space", [" ", "\n", "\n\n  "])
def test_small_print_is_no_sentence_of_the_article(notice: str, space: str) -> None:
    text = f"{ARTICLE}{space}{notice}\n"
    assert text[: end_of_article(text)].rstrip() == ARTICLE
    first, second = score(ARTICLE), score(text)
    assert (first.score, first.evidence) == (second.score, second.evidence)


@pytest.mark.parametrize(
    "line",
    [
        "The copyright of the song is hers.", "Copyright law changed in 2024.",
        "He said all rights reserved for farmers had gone.", "Its fee is (c) two crowns.",
        "It is for (a) the crew, (b) the firm.\n(c) Owners since 2010 pay nothing.",
        "© 2024 Lorwick Herald. All rights reserved.\nDivers will go down again on Friday.",
    ],
)  # fmt: skip
def test_what_ends_an_article_is_its_own(line: str) -> None:
    text = f"{ARTICLE}\n{line}"
    assert end_of_article(text) == len(text)
    assert end_of_article(line) == len(line)


LONG = "The council will sell the old bridge. " * 20


@pytest.mark.parametrize(
    "captions",
    [
        "The bridge in May. (Photo by Anna Holm) ",
        "The bridge, left. (AP Photo/Anna Holm, File) A boat on Monday. (Anna Holm/Herald) ",
        "The bridge at night. (Harrow Rowing Club via AP)\n\n",
        "A boat below the bridge (Picture: Anna Holm)\n",
        "(Anna Holm/Lorwick Herald)\n\n",
        "(Anna José/Élan)\n\n",
        "A boat. (Bo Jose\u0301/Łorwick Herald) ",
    ],
)
def test_captions_are_before_the_article(captions: str) -> None:
    assert story_start(captions + LONG, 0) == len(captions)


@pytest.mark.parametrize(
    "opening",
    [
        "HARROW/LORWICK, Nov 24 (Lorwick News/AP) - ", "NEW HARROW, March 3 / Lorwick News / -- ",
        "HARROW _ ", "HARROW – ", "HARROW—", "Harrow, Ohio - ", "May 3, 2024 — ",
        "By Anna Holm HARROW (AB) — ", "By Anna Holm and Bo Lind\n\nHARROW (AB) — ", "HARROW: ",
        "BREAKING: ", "Update 3.30pm: ", "Boats collide on river\n\nHARROW, Ohio - ",
        "HARROW AND LORWICK - ",
        "The bridge. (Bo Lind/Herald) HARROW, June 3 (dpo) -- ", "Friday, May 3, 2024\n\n",
        "Image zoom Anna Holm/Herald Images\n\n", "ÉLAN (AB) – ",
    ],
)  # fmt: skip
def test_openings_are_before_the_story(opening: str) -> None:
    assert story_start(opening + LONG, 0) == len(opening)
    text = Text([opening + LONG], [None])
    assert text.source[text.starts[text.story_starts[0]] :].startswith(LONG)
    assert text.story_starts[0] in text.sentence_starts


def test_the_place_of_a_dateline_says_nothing() -> None:
    for mark in "–_:":
        (row,) = attributions(f"HARROW {mark} Police said that the bridge was sold. {LONG}")
        assert row.source == "Police"


@pytest.mark.parametrize(
    "text",
    [
        "HARROW - the old port - is sold.",
        "Keller, Lind - both are free.",
        "RMS Harrow sank.",
        "He spoke (applause) -- He said so.",
        "WHY? The bridge is sold.",
        "The club bought it (via its bank), the mayor said.",
        "Use no media (music, photos) on it.",
        "It takes a photo. (It is free.)",
        "The drug helps (GSK/LSE) as it did.",
        "The bridge is sold. " * 30 + "(Photo by Anna Holm) ",
    ],
)
def test_no_caption(text: str) -> None:
    assert story_start(text + LONG, 0) == 0


def test_a_caption_alone_is_the_text() -> None:
    assert story_start("The bridge in May. (Photo by Anna Holm) It stands.", 0) == 0


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Anna Holm; Editing by Bo Lind)", "Reporting by Anna Holm in Harrow",
        "Bo Lind contributed to this report.", "Ida Vale contributed reporting.",
        "This story was originally published by the Herald.", "Follow Bo Lind (@bolind) on Orr",
        "Published in Lorwick Herald, May 3rd, 2024", "Sign up here for more of Lorwick.",
        "Contact Bo Lind at bo@herald.example. © 2024 Lorwick Herald. All rights reserved.",
    ],
)  # fmt: skip
def test_lines_of_those_who_worked_on_an_article_are_not_read(line: str) -> None:
    for gap in (" ", "\n\n", " ___ "):
        text = LONG.rstrip() + gap + line
        assert text[end_of_article(text) :].lstrip("\n _") == line
    assert "©" in line or end_of_article(line) == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by night was prized.", "Vale contributed to the bridge fund.",
        "He said: “It is gone.” Contact was lost at noon.", "Sign language is taught there.",
        "Reporting by The Herald showed that it was sold.", "“Follow us @ noon,” Vale said.",
        "This story was published by a hoaxer, says the mayor.",
        "Copyright 2019 The Herald is a false claim.", "This post appeared in May and is false.",
    ],
)  # fmt: skip
def test_last_sentences_are_read(line: str) -> None:
    assert end_of_article(LONG + line) == len(LONG + line)


def test_lines_that_lead_elsewhere_say_nothing() -> None:
    for label in ("Read more: ", "RELATED: ", "See also | ", "MORE: "):
        line = label + "Mayor denies claims that the bridge is unsafe"
        assert not extract(LONG + "\n" + line + "\n" + LONG)
    assert extract(LONG + "\nMore denials: the mayor denies claims of Bo Lind.\n" + LONG)
    assert extract(LONG + "\nAlso: the mayor denies claims that the bridge is unsafe.\n" + LONG)
    assert extract(LONG + "\nRead: A sale " + LONG + LONG + "It allegedly fell.\n" + LONG)
    assert not extract(LONG + "\nRead: Mayor denies claims")
