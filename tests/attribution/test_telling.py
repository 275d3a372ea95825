"""Who tells something: unnamed people who only feel, agree or are counted do not."""

import pytest

from credscore.attribution import StatementFilter
from credscore.signals import Reading

TOLD = [
    "Two officials said it sank.",
    "Residents say that the bridge is shut.",
    "Some say it sank.",
    "Maria Keller said it sank.",
    "Your critics say it sank.",
]
UNTOLD = [
    "Any member says so.",
    "When members say so, it is done.",
    "You guys said it sank.",
    "Athletes often believe in luck.",
    "Some worry about it.",
    "Two aides said goodbye to him.",
    "A boy said to be ill was found.",
    "One sailor shouted.",
    "Some people expressed their outrage on Chirper.",
    "This is a man who said that it sank.",
    "Mr Keller who on Friday was a guest on a show said that it sank.",
    "Do what your doctor says is right.",
]


def told(text: str) -> list[bool]:
    reading = Reading(text)
    telling = StatementFilter(reading.sources, reading.text, reading.lexicon)
    return [telling.is_said(statement) for statement in reading.statements.tolist()]


@pytest.mark.parametrize("text", TOLD)
def test_told(text: str) -> None:
    assert told(text) == [True]


@pytest.mark.parametrize("text", UNTOLD)
def test_untold(text: str) -> None:
    assert told(text) == [False]


def test_a_poll_is_looked_for_in_a_bounded_stretch() -> None:
    assert told("In a poll on Monday voters said it sank.") == [False]
    assert told(f"In a poll on Monday {'it fell, ' * 200} and two voters said it sank.") == [True]


def test_around() -> None:
    reading = Reading("It sank. It rose. It sank again. It lies there.")
    telling = StatementFilter(reading.sources, reading.text, reading.lexicon)
    bounds = [int(start) for start in reading.text.sentence_bounds]
    first, second, third, fourth, end = bounds[-5:]
    assert telling.context_bounds(second, third) == (first, fourth)
    assert telling.context_bounds(fourth, end) == (third, end)
