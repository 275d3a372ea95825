"""Lexicon files: what is read, what is refused, and who gets which characters."""

import pytest

from credscore.errors import LexiconError
from credscore.lexicon import lexicon
from credscore.text import tables

HEAD = 'signal = "x"\nsource = "Written for a test"\n'


@pytest.mark.parametrize(
    "content",
    ["signal =", 'signal = "x"', HEAD + "surplus = 1", HEAD + '[[rules]]\nname = "no pattern"'],
)
def test_bad_files_are_refused_with_their_name(content: str) -> None:
    with pytest.raises(LexiconError, match="odd"):
        lexicon.read("odd", content)


def test_a_bad_pattern_names_file_and_rule() -> None:
    rule = (
        '[[rules]]\nname = "open"\nkind = "k"\npatterns = ["( a"]\nhits = ["[a]"]\nmisses = ["b"]\n'
    )
    with pytest.raises(LexiconError, match=r"odd\.toml, rule open"):
        lexicon.Lexicon({"odd": lexicon.read("odd", HEAD + rule)})


def test_built_in_classes_keep_their_names() -> None:
    file = lexicon.read("odd", HEAD + '[classes]\nlower = ["a"]\n')
    with pytest.raises(LexiconError, match="built in"):
        lexicon.Lexicon({"odd": file})


def test_every_word_has_its_own_two_characters() -> None:
    shipped = lexicon.shipped()
    characters = [c for word in shipped.vocabulary.words for c in shipped.characters(word)]
    assert len(set(characters)) == len(characters)


def test_every_mark_of_a_tape_is_in_the_alphabet() -> None:
    marks = set(map(chr, tables().marks.tolist()))
    assert {mark for mark in marks if not mark.isalnum()} <= set(lexicon.MARKS)


def test_shipped_is_read_once() -> None:
    assert lexicon.shipped() is lexicon.shipped()
