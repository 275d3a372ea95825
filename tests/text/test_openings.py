"""Where a story begins, behind what stands before it."""

import pytest

from credscore import attributions
from credscore.text import Text
from credscore.text.openings import story_start

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
        "(Harrow Images)\n\n",
        "A boat below the bridge (file photo)\n",
        "The old bridge of Harrow on May 3, 2024. Anna Holm/Herald Images\n\n",
        "The bridge. Photo: Anna Holm/Herald/Orr Images\nA boat. Bo Lind/Herald\n",
        "A boat. (Bo Jose\u0301/Łorwick Herald) ",
    ],
)
def test_captions_are_before_the_article(captions: str) -> None:
    assert story_start(captions + LONG) == len(captions)


@pytest.mark.parametrize(
    "opening",
    [
        "HARROW/LORWICK, Nov 24 (Lorwick News/AP) - ", "NEW HARROW, March 3 / Lorwick News / -- ",
        "HARROW _ ", "HARROW – ", "HARROW—", "Harrow, Ohio - ", "May 3, 2024 — ",
        "By Anna Holm HARROW (AB) — ", "By Anna Holm and Bo Lind\n\nHARROW (AB) — ",
        "HARROW, June 3: ", "BREAKING: ", "PICTURE EXCLUSIVE: ", "Update 3.30pm: ", "UPDATE: ",
        "Updated with more reactions: ", "Boats collide on river\n\nHARROW, Ohio - ",
        "HARROW AND LORWICK - ",
        "The bridge. (Bo Lind/Herald) HARROW, June 3 (dpo) -- ", "Friday, May 3, 2024\n\n",
        "Image zoom Anna Holm/Herald Images\n\n", "ÉLAN (AB) – ",
        "0 SHARES Share Tweet ", "9 SHARES SHARES FacebookTwitter GooglePinterest ",
        "9k SHARES SHARE THIS STORY\n\n", "Advertisement  ",
        "SHARE THIS ARTICLE Share Tweet Post Email\n\n",
        "The Herald's Anna Holm reports on the old bridge from Orr on 'The Harrow Hour.'\n\n",
        "Image caption The bridge before it fell\n\n",
        "In this Wednesday, Aug. 14, 2019, photo Vale shows the bridge.\n\n",
    ],
)  # fmt: skip
def test_openings_are_before_the_story(opening: str) -> None:
    assert story_start(opening + LONG) == len(opening)
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
        "Advertisement Council rules are strict. ",
        "Facebook Twitter accounts were closed. ",
        "Anna Holm reports on the bridge of Orr. 'The Harrow Hour' is a show.\n\n",
        "He spoke (applause) -- He said so.",
        "WHY? The bridge is sold.",
        "The club bought it (via its bank), the mayor said.",
        "Use no media (music, photos) on it.",
        "It takes a photo. (It is free.)",
        "It fell. (Picture this: a bridge of nine arches.)",
        "The bridge stood for years. (See photo.)",
        "It is old. (The photos of it are not.)",
        "VALE: The bridge is sold.",
        "ANNA HOLM: Bridge is hers.",
        "Update your ticket now – The bridge is sold.",
        "Two men met at the river, Harrow/Orr said.\n",
        "The drug helps (GSK/LSE) as it did.",
        "The bridge is sold. " * 30 + "(Photo by Anna Holm) ",
    ],
)
def test_no_caption(text: str) -> None:
    assert story_start(text + LONG) == 0


def test_a_caption_alone_is_the_text() -> None:
    assert story_start("The bridge in May. (Photo by Anna Holm) It stands.") == 0
