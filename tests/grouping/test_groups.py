"""group_articles: stories found, whatever the order of rows; what can't be grouped."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import adjusted_rand_score

from credscore import InputError, InputValueError, group_articles
from credscore.grouping import NO_GROUP, groups
from tests.inputs.stories import stories

FERRY = [
    "A ferry ran aground near Oban on Tuesday. Forty passengers of the ferry were taken to shore.",
    "Passengers were taken off a ferry that ran aground near Oban, the coast guard said.",
    "Ferry aground at Oban: the coast guard took all forty passengers to the shore.",
]
BAKERY = [
    "The bakery in Totnes denies that its rye bread contained sawdust, as a blog had claimed.",
    "Sawdust in rye bread? A Totnes bakery says that the claim of the blog is false.",
]
ALONE = "The council will vote on the new tram line next spring, its chair announced."
ARTICLES = [FERRY[0], BAKERY[0], ALONE, FERRY[1], BAKERY[1], FERRY[2]]


def test_articles_on_one_story_are_a_group_and_the_largest_is_the_first() -> None:
    labels = group_articles(ARTICLES)
    assert labels.dtype == np.int64
    assert labels.tolist() == [0, 1, 2, 0, 1, 0]


def test_labels_follow_the_articles_in_any_order() -> None:
    articles = [*ARTICLES, "", FERRY[0], ALONE.upper()]
    labels = group_articles(articles)
    for seed in range(20):
        order = np.random.default_rng(seed).permutation(len(articles))
        assert (group_articles([articles[row] for row in order]) == labels[order]).all()


@pytest.mark.parametrize("articles", [FERRY, BAKERY], ids=["ferry", "bakery"])
def test_a_collection_on_one_story_only_is_one_group(articles: list[str]) -> None:
    assert set(group_articles(articles)) == {0}


def test_copies_count_for_the_size_and_join_nothing() -> None:
    labels = group_articles([*ARTICLES, *[ALONE] * 9])
    assert labels.tolist() == [1, 2, 0, 1, 2, 1, *[0] * 9]


def test_groups_of_one_size_are_in_the_order_of_their_texts() -> None:
    assert group_articles(["zinc prices", "apple harvest"]).tolist() == [1, 0]


@pytest.mark.parametrize("text", ["", " \n", "...", "It was.", None, float("nan")], ids=repr)
def test_what_has_no_words_has_no_group(text: Any) -> None:
    assert group_articles([FERRY[0], text, FERRY[1]]).tolist() == [0, NO_GROUP, 0]
    assert group_articles([text]).tolist() == [NO_GROUP]


def test_no_articles() -> None:
    labels = group_articles([])
    assert labels.tolist() == []
    assert labels.dtype == np.int64


def test_titles_alone_are_compared_and_no_title_is_none() -> None:
    titles = ["Ferry aground near Oban", None, "Ferry aground at Oban", float("nan")]
    assert group_articles(["", ALONE, "", ""], titles).tolist() == [0, 1, 0, -1]  # type: ignore[list-item]
    assert group_articles([ALONE, FERRY[0], FERRY[1]], ["The tram"]).tolist() == [1, 0, 0]


def test_columns_and_generators_are_read() -> None:
    frame = pd.DataFrame({"title": "News", "text": ARTICLES}, index=range(50, 56))
    assert group_articles(frame["text"], frame["title"]).tolist() == [0, 1, 2, 0, 1, 0]
    assert group_articles(text for text in ARTICLES).tolist() == [0, 1, 2, 0, 1, 0]


def test_strange_characters_are_no_failure() -> None:
    odd = ["\ud800 ferry \x00 Oban", "f" * 500_000, "渡船 在 奥本 搁浅 了", "🚢" * 50]
    assert len(set(group_articles(odd).tolist())) == 4


def test_many_stories_that_share_words_are_kept_apart() -> None:
    texts, numbers = stories(600, largest=100)
    assert adjusted_rand_score(numbers, group_articles(texts)) > 0.95


def test_a_story_that_most_articles_are_about_is_one_group() -> None:
    texts, numbers = stories(1000)
    assert np.bincount(numbers).max() > 800
    assert adjusted_rand_score(numbers, group_articles(texts)) > 0.95


def test_thousands_of_near_copies_are_joined_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts, _ = stories(300, largest=60)
    copies = [f"{texts[0]} Edition {number}, copy {number * 7}." for number in range(400)]
    articles = [*copies, *texts]
    expected = group_articles(articles)
    compared: list[int] = []
    whole = groups.clusters_of

    def counted(matrix: Any, similarity: float) -> Any:
        compared.append(matrix.shape[0])
        return whole(matrix, similarity)

    monkeypatch.setattr(groups, "clusters_of", counted)
    monkeypatch.setattr(groups, "_MOST", 1000)
    labels = group_articles(articles)
    assert compared[0] <= len(set(texts))
    assert len(set(labels[:400])) == 1
    assert adjusted_rand_score(expected, labels) > 0.95


def test_a_higher_similarity_makes_more_groups() -> None:
    assert len(set(group_articles(ARTICLES, similarity=1.0))) == len(ARTICLES)
    assert set(group_articles([FERRY[0], FERRY[1]], similarity=0.01)) == {0}


@pytest.mark.parametrize("similarity", [0, -0.1, 1.5, float("nan")])
def test_impossible_similarities_are_refused(similarity: float) -> None:
    with pytest.raises(InputValueError, match="similarity must be above 0 and at most 1, got"):
        group_articles(ARTICLES, similarity=similarity)


@pytest.mark.parametrize("similarity", ["0.2", None, True])
def test_similarity_must_be_a_number(similarity: Any) -> None:
    with pytest.raises(InputError, match="similarity must be a number, got"):
        group_articles(ARTICLES, similarity=similarity)


@pytest.mark.parametrize("texts", ["one text", b"one text", None, 3, np.array("one text")])
def test_one_text_is_not_many(texts: Any) -> None:
    with pytest.raises(InputError, match="texts must be an iterable of str, got one"):
        group_articles(texts)


def test_one_title_is_not_many() -> None:
    with pytest.raises(InputError, match="titles must be an iterable of str, got one str"):
        group_articles(ARTICLES, "Ferry aground")


def test_a_frame_is_told_to_name_its_column() -> None:
    import pandas as pd

    frame = pd.DataFrame({"text": ["It sank.", "It rained."]})
    with pytest.raises(InputError, match="got a DataFrame: name its column"):
        group_articles(frame)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="got a dict: name its column"):
        group_articles({"text": "It sank."})
