"""Words are counted by class, and phrases have anchors that are found."""

from itertools import chain

from credscore.signals import find
from credscore.text_kinds.words import CLASSES, NAMES, PHRASES, Words
from tests.inputs.swaps import GROUPS


def test_counts_by_class() -> None:
    words = Words(find(["I should. I must.", "The cookies", ""], ["Lorem", None, None]))
    counts = {name: words.count(name).tolist() for name in NAMES}
    assert counts["self"] == [2, 0, 0]
    assert counts["ought"] == [2, 0, 0]
    assert counts["navigation"] == counts["notice"] == [0, 1, 0]
    assert counts["english"] == [0, 1, 0]
    assert counts["function"] == [2, 1, 0]
    assert counts["filler"] == [0, 0, 0]  # of bodies


def test_words_of_a_class_within_tokens() -> None:
    words = Words(find(["Home home about it", "home"], [None, None]))
    tokens, numbers = words.within(0, 6, "navigation")
    assert tokens.tolist() == [2, 3, 4]
    assert len(set(numbers.tolist())) == 2


def test_no_word_is_swapped_for_one_of_another_class() -> None:
    groups = [{word.lower() for word in group} for group in GROUPS.values()]
    for name in CLASSES.keys() - {"reader", "our"}:  # who speaks, and to whom, is a text's form
        members = set(CLASSES[name].split())
        for group in groups:
            assert group & members in (set(), group), name


def test_no_phrase_stands_twice() -> None:
    phrases = list(chain(*PHRASES.values()))
    assert len(set(phrases)) == len(phrases) > len(PHRASES)
