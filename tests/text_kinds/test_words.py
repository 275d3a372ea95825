"""Words are counted by class, and phrases have anchors that are found."""

from credscore.signals import find
from credscore.text_kinds.phrase_index import anchors, index
from credscore.text_kinds.phrases import PHRASES
from credscore.text_kinds.words import CLASSES, Words
from tests.inputs.swaps import GROUPS


def test_counts_by_class() -> None:
    words = Words(find(["I should. I must.", "The cookies", ""], [None, "Lorem", None]))
    assert words.count("self").tolist() == [2, 0, 0]
    assert words.count("ought").tolist() == [2, 0, 0]
    assert words.count("navigation").tolist() == [0, 1, 0]
    assert words.count("notice").tolist() == [0, 1, 0]
    assert words.count("filler").tolist() == [0, 1, 0]
    assert words.of("self", "ought").size == 4


def test_different_words() -> None:
    words = Words(find(["Home home home about", "home"], [None, None]))
    assert words.different("navigation").tolist() == [2, 1]


def test_no_word_is_swapped_for_another() -> None:
    swapped = {word.lower() for group in GROUPS.values() for word in group}
    for name, words in CLASSES.items():
        assert not swapped & set(words.split()), name


def test_every_phrase_is_in_the_index() -> None:
    phrases = index().phrases
    assert len(phrases) == sum(len(entry.phrases.split("|")) for entry in PHRASES)
    assert len(index().firsts) == len(anchors()) + 1
