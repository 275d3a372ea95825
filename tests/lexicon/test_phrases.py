"""Words and patterns by name, over the tape."""

import re

import pytest

from credscore.lexicon import Phrases, Symbols, shipped, write_tape
from credscore.text import Text

PATTERNS = ["<negator> <word>{0,2} <deny>", "( the | a ) <report_noun>", "<name>+ , <ly>?", '“ | "']
TEXT = "Nora Vale, reportedly, has not yet denied the report. “A claim,” Omar Reyes, it is said."
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


def test_the_same_tokens_match() -> None:
    lexicon = shipped()
    symbols, tape = Symbols(PATTERNS, lexicon), write_tape(Text([TEXT], [None]), lexicon)
    fewer = symbols.of(tape.codes)
    assert len(fewer) == len(tape.characters)
    assert max(fewer) < max(tape.characters)
    for pattern in PATTERNS:
        over_tape = [match.span() for match in lexicon.compile(pattern).finditer(tape.characters)]
        assert over_tape
        found = re.finditer(symbols.expression(pattern), fewer)
        assert [match.span() for match in found] == over_tape
