"""Where an article ends, before its small print."""

import pytest

from credscore import score
from credscore.text.small_print import end_of_article

ARTICLE = "The ferry sank off Harrow, two officers said. Divers reached it at noon."
LONG = "The council will sell the old bridge. " * 20


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


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Anna Holm; Editing by Bo Lind)", "Reporting by Anna Holm in Harrow",
        "Bo Lind contributed to this report.", "Ida Vale contributed reporting.",
        "This story was originally published by the Herald.", "Follow Bo Lind (@bolind) on Orr",
        "Published in Lorwick Herald, May 3rd, 2024", "Sign up here for more of Lorwick.",
        "Holm reported from Harrow, Ohio.", "Anna Holm in Orr contributed.",
        "Holm reported from Orr and Vale from Lorwick. Bo Lind and Ida al-Vale contributed.",
        "Contributing: Anna Holm, The Herald", "Reporting by Orr newsroom and Herald bureaus",
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
        "Editing by Bo Lind made the film great.", "Vale reported from the deck that it sank.",
        "All who live in Orr contributed.", "Contributing: what the town paid, and what it lost.",
        "Copyright 2019 The Herald is a false claim.", "This post appeared in May and is false.",
    ],
)  # fmt: skip
def test_last_sentences_are_read(line: str) -> None:
    assert end_of_article(LONG + line) == len(LONG + line)


@pytest.mark.parametrize("word", ["And", "and", "A.", "al-Vale", "A\n"])
def test_long_credits_that_are_none_take_no_time(word: str) -> None:
    line = "Reporting by A " + 50 * f"{word} " + "was."
    assert end_of_article(LONG + line) == len(LONG + line)


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story said that the council had denied the report.",
        "CORRECTION, June 3: Vale was mayor of Orr until 2019, not 2020.",
        "Clarification: This story has been updated to say that Vale denied it on Friday.",
        "This article was amended on 3 June 2025. An earlier version said that Vale had denied it.",
        "A previous version of this article falsely said that Vale had fled.",
        "Editor's note: A version of this article appeared in print on June 3, 2025.",
        "For the record: 10:15 a.m. June 3: An earlier version of this post misspelled Vale.",
        "(This story has since been corrected to fix the date of the sale.)",
        "Correction: This article originally said that Vale had denied the report.",
        "This story incorrectly stated that Vale had fled.",
        "Published June 3, 2025 10:15am EDT", "Last updated on 3 June 2025",
        "This story was updated at noon.\nPosted June 3, 2025",
    ],
)  # fmt: skip
def test_notes_of_what_was_changed_are_no_part_of_the_story(note: str) -> None:
    for gap in (" ", "\n\n", " ___ "):
        text = LONG.rstrip() + gap + note
        assert text[end_of_article(text) :].lstrip("\n _") == note
        first, second = score(LONG.rstrip()), score(text)
        assert (first.score, first.evidence) == (second.score, second.evidence)


@pytest.mark.parametrize(
    "line",
    [
        "Vale asked for a correction: she had never been mayor.", "Updates will follow on Friday.",
        "Correction officers denied that they had slept.", "The post was deleted on June 3, 2025.",
        "“This story was changed by the editor,” Vale said.", "It was published on June 3, 2025.",
        "The firm showed an earlier version of this bridge in May.",
        "Correction: a new bridge.\nIt was sold in May, two officers said.",
    ],
)  # fmt: skip
def test_stories_of_changes_are_read(line: str) -> None:
    text = f"{LONG}{line}"
    assert end_of_article(text) == len(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "\n\nCorrections Department: two people said the warden fled.",
        " Correction: the minister admitted that the money had gone. He denied it.",
        " An earlier version of the report was leaked, two people said.",
        " A previous version of the story was denied by police on Monday.",
        " This story has been edited by the government, sources claimed.",
    ],
)
def test_a_story_about_versions_is_no_note(sentence: str) -> None:
    text = 9 * "The council sold the bridge in May 1912, it said. " + sentence.lstrip(" ")
    assert end_of_article(text) == len(text)


def test_blank_lines_before_a_number_are_read_in_no_time() -> None:
    text = 9 * "The council sold the bridge in May 1912, it said. " + 300 * "\n" + "1 x"
    assert end_of_article(text) == len(text)
