"""Content words: those that tell what a text is about, a name of several words as one."""

import pytest

from credscore.signals import Reading


def content(text: str, title: str | None = None) -> list[str]:
    reading = Reading(text, title)
    source = reading.text
    found, _ = reading.content_words.within(source.title_starts, source.body_ends)
    return [source.source[source.starts[at] : source.ends[at]] for at in found.tolist()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said that the ferry sank.", ["ferry", "sank"]),
        ("She denied the false report.", []),
        ("They will not say who it was.", []),
        ("The US spoke. The WHO told us.", ["US", "spoke", "WHO"]),
        ("Nora Vale met J. R. Wale of Orr.", ["Vale", "met", "Orr"]),
        ("Anna van den Berg left. Vale stayed.", ["Berg", "left", "Vale", "stayed"]),
        ("Vale, Wale left.", ["Vale", "Wale", "left"]),
        ("In 2019 it cost 40 coins.", ["cost", "coins"]),
        ("On May 3 it sank, and on 5 June it burnt.", ["sank", "burnt"]),
        ("", []),
    ],
)
def test_what_counts(text: str, words: list[str]) -> None:
    assert content(text) == words


def test_in_titles_each_word_may_have_a_capital() -> None:
    assert content("It sank.", "Ferry Sinks Off Harrow")[:2] == ["Ferry", "Sinks"]


def test_months_and_modals_are_told_apart_by_their_capital() -> None:
    assert content("It was May Orr, and it may sink.") == ["Orr", "sink"]
