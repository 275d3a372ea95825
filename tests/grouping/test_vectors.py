"""Vectors of articles weigh what tells a story."""

import numpy as np
import pytest

from credscore.grouping.vectors import CHARACTERS, vectors


def similarity(one: tuple[str, str], other: tuple[str, str], *more: tuple[str, str]) -> float:
    matrix = vectors([one, other, *more])
    return float((matrix[[0]] @ matrix[[1]].T).sum())


def test_rows_have_unit_length_or_nothing() -> None:
    matrix = vectors([("Ferry aground", "A ferry ran aground."), ("", "It was."), ("", "")])
    assert matrix.dtype == np.float32
    assert np.linalg.norm(matrix.toarray(), axis=1).tolist() == pytest.approx([1, 0, 0])


def test_a_rare_word_weighs_more() -> None:
    many = [("", f"storm {number}") for number in range(300, 3300)]
    rare = similarity(("", "storm Oban"), ("", "rain Oban"), *many)
    common = similarity(("", "storm Oban"), ("", "storm Totnes"), *many)
    assert rare > 1.5 * common


def test_words_of_all_articles_count_in_a_small_collection() -> None:
    assert similarity(("", "ferry Oban aground"), ("", "ferry Oban captain")) > 0.6


def test_words_of_the_title_count_twice() -> None:
    assert similarity(("Oban", "rain wind"), ("Oban", "ferry captain")) > similarity(
        ("", "Oban rain wind"), ("", "Oban ferry captain")
    )


def test_the_start_of_a_text_is_read() -> None:
    assert similarity(("", "Oban" + " " * CHARACTERS + "ferry"), ("", "Oban")) == pytest.approx(1)


def test_the_strongest_words_are_kept() -> None:
    text = " ".join(["Oban Oban Oban", *(f"word{number}" for number in range(90))])
    matrix = vectors([("", text), ("", "Oban")], terms=10)
    assert np.diff(matrix.indptr).tolist() == [10, 1]
    assert (matrix[[0]] @ matrix[[1]].T).sum() > 0.4


def test_no_articles() -> None:
    assert vectors([("", "")]).shape == (1, 0)
