"""The tape has one character per token, and cues survive any way of writing a phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore import LexiconError, attributions, extract
from credscore.signals.reading import Reading

WORDS = st.sampled_from(
    ["denied", "the", "reports", "video", "unverified", "said", "😀", "e\u0301", "İ", "“", "”", "."]
)


@pytest.mark.parametrize(
    "text",
    [
        "The firm declined to comment.",
        "The firm declined  to\ncomment.",
        "THE FIRM declined to comment.",
        "The firm DECLINED to comment.",
        "😀 The firm e\u0301 declined to comment.",
        "İ said the firm declined to comment.",
    ],
)
def test_phrases_are_found_however_written(text: str) -> None:
    denials = [e for e in extract(text) if e.signal == "official_denials"]
    assert [" ".join(e.quote.lower().split()) for e in denials] == ["declined to comment"]


def test_apostrophes_are_one() -> None:
    for text in ("He didn't comment.", "He didn’t comment."):
        assert [e.kind for e in extract(text)] == ["non_confirmation"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The baker said: 'This is nonsense.'", "This is nonsense"),
        ("The baker said: ‘This is nonsense.’", "This is nonsense"),
        ("The baker did NOT flee Orr, despite reports.", "did NOT flee Orr, despite reports"),
    ],
)
def test_words_stay_words_behind_a_single_quotation_mark_and_stressed(
    text: str, quote: str
) -> None:
    assert quote in [e.quote for e in extract(text) if e.signal == "official_denials"]


def test_a_name_behind_a_plural_stays_a_name() -> None:
    (said,) = attributions("The bakers' May said that it rained.")
    assert said.source == "The bakers' May"


@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", "  ", "\n"]))
def test_quotes_are_the_callers_own(words: list[str], space: str) -> None:
    text = space.join(words)
    assert all(text[e.start : e.end] == e.quote for e in extract(text))


@given(st.lists(WORDS, max_size=40))
def test_one_character_per_token_and_cues_in_one_sentence(words: list[str]) -> None:
    reading = Reading(" ".join(words))
    assert len(reading.tape) == len(reading.text)
    for cue in reading.findings(reading.rows("official_denials")):
        begin, stop = reading.sentence(cue.start)
        assert begin <= cue.start < cue.end <= stop


LINK = "MAYOR VOWS A REVIEW OF THE FUND"
STORY = "The fund grew this year.\n\n{}\n\nThe mayor was away, two aides said."


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        (LINK, False),
        (f"'{LINK}': AIDES", False),
        (f"{LINK}!", True),  # somebody shouts
        ("MAYOR VOWS REVIEW", True),  # a heading
        ("Mayor vows a review of the fund", True),
    ],
)
def test_a_line_in_capitals_between_paragraphs_is_a_link_to_another_article(
    line: str, is_read: bool
) -> None:
    sources = [found.source for found in attributions(STORY.format(line))]
    assert sources == [*(["MAYOR" if line.isupper() else "Mayor"] if is_read else []), "two aides"]


@pytest.mark.parametrize("text", [LINK, f"{LINK}\n\nTwo aides said so.", f"It fell.\n\n{LINK}"])
def test_a_headline_in_capitals_is_read(text: str) -> None:
    assert attributions(text)[0].source == "MAYOR"


LONG = "The council will sell the old bridge. " * 20


def test_lines_that_lead_elsewhere_say_nothing() -> None:
    for label in ("Read more: ", "RELATED: ", "See also | ", "MORE: "):
        line = label + "Mayor denies claims that the bridge is unsafe"
        assert not extract(LONG + "\n" + line + "\n" + LONG)
    assert extract(LONG + "\nMore denials: the mayor denies claims of Bo Lind.\n" + LONG)
    assert extract(LONG + "\nAlso: the mayor denies claims that the bridge is unsafe.\n" + LONG)
    assert extract(LONG + "\nRead: A sale " + LONG + LONG + "It allegedly fell.\n" + LONG)
    assert not extract(LONG + "\nRead: Mayor denies claims")


def test_a_signal_without_a_lexicon_is_told_what_to_add() -> None:
    with pytest.raises(LexiconError, match=r"of signal 'thanks'\. Add lexicons/thanks\.toml"):
        Reading("It sank.", None).rows("thanks")
