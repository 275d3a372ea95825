"""Patterns match the same tokens over symbols and over the tape."""

import re

from credscore.lexicon import Symbols, shipped, write_tape
from credscore.text import Text

PATTERNS = ["<negator> <word>{0,2} <deny>", "( the | a ) <report_noun>", "<name>+ , <ly>?", '“ | "']
TEXT = "Nora Vale, reportedly, has not yet denied the report. “A claim,” Omar Reyes, it is said."


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
