"""What stands among the paragraphs of a story and is no part of it says nothing."""

from textwrap import fill

import pytest

from credscore import extract
from credscore.lexicon.asides import asides_of
from credscore.text import Text

STORY = "The council will sell the old bridge. " * 5


def asides(text: str) -> list[str]:
    spans = Text([text], ["Bridge sold"])
    return [spans.source[spans.starts[a] : spans.ends[b - 1]] for a, b in asides_of(spans)]


@pytest.mark.parametrize(
    "line",
    [
        "Vale is said to have fled on May 3, sources say. (Anna Holm/Herald Images)",
        "Police say that she may be in Orr.(Photo by Anna Holm)",
        "The quay in 1912. (Fotostock/Vale Images).",
        "Vale Images Thousands marched in Orr on Monday, police say",
        "Image caption The bridge is said to be unsafe",
        "Image zoom Anna Holm and Bo Lind in Orr in 2017 LIND/Vale Images",
        "2 hours ago Share Save Anna Holm Share Save",
        "Read More", "Advertisement", "By Anna Holm", "3 May 2024",
        "Get the best of the Herald, allegedly, in your inbox.",
        "The Herald newsletter has all that officials say. Sign up here.",
        "If you buy it through our links, we may earn a commission.",
    ],
)  # fmt: skip
def test_lines_that_are_no_part_of_the_story(line: str) -> None:
    assert asides(f"{STORY}\n\n{line}\n\n{STORY}")[0].startswith(line[:-1])
    assert not extract(f"{STORY}\n\n{line}\n\n{STORY}")


@pytest.mark.parametrize(
    "line",
    [
        "The army of Orr and Lorwick (ORR/LOR) fled, police said.",
        "The fighters belong to the army of Orr and Lorwick (ORR/LOR).",
        "Vale Images said that its pictures had been stolen.",
        "Image problems haunt the mayor of Lorwick",
        "Holm said that a newsletter had been sent to every inbox.",
        "He may get a commission for it, she said.",
        "She commented on it in May 2024 on Twitter",
    ],
)
def test_lines_of_the_story(line: str) -> None:
    assert not asides(f"{STORY}\n\n{line}\n\n{STORY}")


def test_a_wrapped_line_is_no_button() -> None:
    assert not asides(f"{STORY}\nThe mayor would not\ncomment\nand went home. {STORY}")


def test_a_caption_inside_a_paragraph_is_one_sentence() -> None:
    shown = "Ada Brandt walks in Harrow on May 3, 2024. (Anna Holm/Herald)"
    assert asides(f"{STORY}She laughed, he said. {shown} The sale is not over. {STORY}") == [shown]
    credit = "(Image: Herald)"
    assert asides(f"{STORY}She laughed, he said. {credit} It is not over. {STORY}") == [credit]


def test_capitals_of_a_caption_are_no_shouting() -> None:
    line = "The old bridge of Harrow in May.(LEE VAN DAM/AFH via Vale Images)"
    assert not [e for e in extract(f"{STORY}\n{line}\n{STORY}") if e.signal == "sensationalism"]


def test_a_credit_at_the_end_of_a_long_line_has_no_caption() -> None:
    assert asides(f"{'It sank at noon. ' * 100}It fell (Photo by Anna Holm)\n") == [
        "(Photo by Anna Holm)"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Vale is said to have fled to Lorwick on May 3, sources say. (Anna Holm/Herald Images)",
        "Police say that Ada Vale may have fled to Orr or Harrow in May. (Photo by Anna Holm)",
        "Vale Images Thousands may have marched in Orr on Monday, sources say",
        "Get the best of the Herald and all that is allegedly secret in your inbox.",
    ],
)
@pytest.mark.parametrize("width", [40, 60, 72])
def test_paragraphs_broken_into_lines(line: str, width: int) -> None:
    paragraphs = (fill(paragraph, width) for paragraph in (STORY, line, STORY))
    assert not extract("\n\n".join(paragraphs))


def test_a_caption_of_short_lines_ends_with_its_own() -> None:
    assert asides(
        "It stands.\nImage caption The old bridge\nIt may fall, police say.\nIt is old."
    ) == ["Image caption The old bridge"]
