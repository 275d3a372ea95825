"""Copies are told whatever the order of the rows, in linear time."""

import random
from typing import Any

import numpy as np
import pandas as pd
import pytest

import credscore
from credscore import InputError
from credscore.citation import copies
from credscore.citation.copies import copies_of, originals, shingles, sketches


def story(seed: int, words: int = 120) -> str:
    choose = random.Random(seed)
    return " ".join(
        f"{choose.choice('bcdfgklmnprst')}{choose.randrange(900)}" for _ in range(words)
    )


def test_copies_and_changed_copies() -> None:
    whole = story(1)
    words = whole.split()
    changed = " ".join([*words[:60], "altered", *words[61:]])
    shortened, half = " ".join(words[:70]), " ".join(words[:30]) + " " + story(2, 90)
    texts = [whole, whole.upper(), changed, shortened, half, story(3)]
    dates = ["2024-01-01", *["2024-01-02"] * 5]
    assert copies_of(texts, dates) == [0, 0, 0, 0, 4, 5]


def test_a_copy_of_a_copy_is_of_the_same_kind() -> None:
    first, second, third = (story(seed, 60) for seed in (1, 2, 3))
    texts = [f"{first} {second}", f"{second} {third}", second, f"{third} {story(4, 30)}"]
    assert len(set(copies_of(texts))) == 1


def test_the_first_is_the_earliest_then_by_hash_then_by_id() -> None:
    text = story(1)
    assert copies_of([text, text, text], [None, "2024-01-02", "2024-01-01"]) == [2, 2, 2]
    assert copies_of([text, text], ids=["b", "a"]) == [1, 1]
    changed = f"{text} more"
    one, other = copies_of([text, changed]), copies_of([changed, text])
    assert [text, changed][one[0]] == [changed, text][other[0]]


def test_the_order_of_rows_does_not_matter() -> None:
    choose = random.Random(7)
    texts = [story(seed // 4) + f" {story(seed, 20)}" for seed in range(60)]
    ids = [str(number) for number in range(60)]
    first = {ids[row]: ids[kind] for row, kind in enumerate(copies_of(texts, ids=ids))}
    for _ in range(3):
        order = choose.sample(range(60), 60)
        kinds = copies_of([texts[row] for row in order], ids=[ids[row] for row in order])
        assert {ids[order[row]]: ids[order[kind]] for row, kind in enumerate(kinds)} == first


def test_many_copies_are_one_kind() -> None:
    assert set(copies_of([story(1)] * 300)) == {0}


def test_equal_texts_are_found_whatever_stands_between_them() -> None:
    parts = [story(seed) for seed in range(10)]
    whole = " ".join(parts)
    between = [
        f"{part} {story(100 + 10 * number)} {story(101 + 10 * number)}"
        for number, part in enumerate(parts * 5)
    ]
    found = copies_of([whole, *between, whole], ["1", *["2"] * len(between), "3"])
    assert found[-1] == found[0]


def test_a_line_that_all_share_makes_no_copies() -> None:
    line = "Subscribe to our letter to get all the news of Lorwick every morning at six."
    assert copies_of([f"{story(seed)} {line}" for seed in range(200)]) == list(range(200))


def test_texts_without_words_are_kinds_of_their_own() -> None:
    texts = ["", "...", None, float("nan"), story(1)]
    assert copies_of(texts) == [0, 1, 2, 3, 4]  # type: ignore[arg-type]
    assert copies_of([]) == []


@pytest.mark.parametrize("text", [4, b"raw", credscore.Article("It sank.")])
def test_what_is_no_text_is_refused(text: Any) -> None:
    for ask in (copies_of, credscore.citing_articles, credscore.group_articles):
        with pytest.raises(InputError, match="text must be a str, got "):
            ask(["It sank.", text])


def test_pairs_grow_with_the_texts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []

    def counting(numbers, owners):
        left, right = pairs(numbers, owners)
        compared.append(len(left))
        return left, right

    pairs = copies._pairs
    monkeypatch.setattr(copies, "_pairs", counting)
    sizes = []
    for count in (50, 100, 200):
        compared.clear()
        copies_of([f"{story(1)} {number}" for number in range(count)])
        sizes.append(sum(compared))
    assert sizes[2] < 2.2 * sizes[1] < 4.9 * sizes[0]


def test_wrong_lengths_are_refused() -> None:
    with pytest.raises(InputError, match="2 texts need as many dates, got 1"):
        copies_of(["a", "b"], ["2024-01-01"])
    with pytest.raises(InputError, match="2 texts need as many ids, got 3"):
        copies_of(["a", "b"], ids=["1", "2", "3"])
    with pytest.raises(InputError, match="texts must be an iterable of str, got one str"):
        copies_of("a text")
    for ids in (3, np.array("1")):
        with pytest.raises(InputError, match="ids must be an iterable of str, got one"):
            copies_of(["a", "b"], ids=ids)


def test_columns_of_a_frame_are_read_as_they_are() -> None:
    texts = pd.Series([story(1), None, story(1)], index=[5, 5, 5])
    dates = pd.Series(["2024-02-02", float("nan"), "2024-02-01"])
    assert copies_of(texts, dates) == [2, 1, 2]
    assert copies_of(text for text in texts) == [0, 1, 0]


@pytest.mark.parametrize("day", [pd.Timestamp("2024-01-01"), 20240101])
def test_what_is_no_string_is_refused(day: object) -> None:
    with pytest.raises(InputError, match="dates must be str or None, got "):
        copies_of(["a"], [day])  # type: ignore[list-item]


def test_sketches_tell_copies_from_others() -> None:
    one = " ".join(f"word{n}" for n in range(400))
    other = " ".join(f"word{n * 7 % 400}" for n in range(400))
    texts = [
        (one, False), (one.upper(), True),
        ("By our staff. " + one.replace("word200", "changed"), True), (other, False),
        ("", False), ("", False),
    ]  # fmt: skip
    first = originals([*sketches(text for text, _ in texts)])
    assert [place is not None for place in first] == [copy for _, copy in texts]


def test_shingles_are_sorted_and_differ() -> None:
    text = " ".join(f"word{n % 30}" for n in range(100))
    (numbers,) = shingles([text])
    assert len(numbers) == 30
    assert sorted(set(numbers.tolist())) == numbers.tolist()
    assert tuple(numbers[:16].tolist()) == next(sketches([text]))
