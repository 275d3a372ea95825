"""Texts come in blocks of limited size, as late as can be, whatever they hold."""

from itertools import count
from typing import Any

from credscore.blocks import BLOCK_CHARACTERS, BLOCK_TEXTS, Block, in_blocks


def sizes(texts: list[Any]) -> list[int]:
    return list(in_blocks(lambda block: len(block.texts), texts, None, 1))


def test_sizes() -> None:
    assert sizes([]) == []
    assert sizes(["a"] * (2 * BLOCK_TEXTS + 1)) == [BLOCK_TEXTS, BLOCK_TEXTS, 1]
    assert sizes(["a" * BLOCK_CHARACTERS, "a", None, "a"]) == [1, 3]


def test_titles_count() -> None:
    titles = ["a" * BLOCK_CHARACTERS, None, "a"]
    assert list(in_blocks(lambda block: len(block.texts), ["a"] * 3, titles, 1)) == [1, 2]


def test_no_more_is_read_than_is_asked_for() -> None:
    places = count()
    blocks = in_blocks(lambda block: block, (str(next(places)) for _ in count()), None, 1)
    assert [next(blocks).first, next(blocks).first] == [0, BLOCK_TEXTS]
    assert next(places) == 2 * BLOCK_TEXTS + 1


def test_what_can_not_be_scored_is_set_apart() -> None:
    texts: list[Any] = ["a", 5, "c"]
    whole, titles, failures = Block(7, texts, ["A", None, "C"]).without_failures()
    assert (whole, titles) == (["a", "c"], ["A", "C"])
    assert [(place, one.index) for place, one in failures.items()] == [(1, 8)]
