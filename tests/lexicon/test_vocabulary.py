"""Lexicons that the table of words can't hold are refused with a reason."""

import pytest

from credscore.errors import LexiconError
from credscore.lexicon import vocabulary
from credscore.lexicon.vocabulary import LONGEST_WORD, Vocabulary


def test_a_word_that_is_too_long_is_named() -> None:
    word = "x" * (LONGEST_WORD + 1)
    with pytest.raises(LexiconError, match=f"{word}.*remove it"):
        Vocabulary([word, "denied"])


def test_too_many_words_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_MOST_WORDS", 2)
    with pytest.raises(LexiconError, match="hold 3 words, at most 2"):
        Vocabulary(["a", "b", "c"])


def test_words_of_one_hash_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "hashes_of", lambda words: [7 for _ in words])
    with pytest.raises(LexiconError, match="share a hash"):
        Vocabulary(["denied", "may"])
