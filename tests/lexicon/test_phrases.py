"""Words and patterns by name, over the tape."""

import pytest

from credscore.lexicon import Phrases, shipped, write_tape
from credscore.text import Text

PHRASES = Phrases({"telling": "said | <deny>", "both": "<deny> the | said"}, shipped())


@pytest.mark.parametrize("text", ["She said it.", "She denied the report.", "She sank it."])
def test_a_word_is_in_a_set_where_a_pattern_finds_it(text: str) -> None:
    tape = write_tape(Text([text], [None]), shipped()).characters
    found = [match.start() for match in PHRASES.patterns["telling"].finditer(tape)]
    assert found == [at for at, sign in enumerate(tape) if sign in PHRASES.words["telling"]]


def test_a_name_that_is_not_given_stands_for_itself() -> None:
    assert PHRASES.words["said"] == frozenset(shipped().characters("said"))


def test_each_is_made_once() -> None:
    assert PHRASES.patterns["both"] is PHRASES.patterns["both"]
    assert PHRASES.words["telling"] is PHRASES.words["telling"]
