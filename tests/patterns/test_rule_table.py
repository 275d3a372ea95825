"""All rules of a table on one tape."""

from credscore.lexicon import lexicon
from credscore.lexicon.cues import find_cues, write_tape
from credscore.text.text import Text

HEAD = 'signal = "hedges"\nsource = "Written for this test."\n'
RULE = '[[rules]]\nname = "{}"\nkind = "modal"\npattern = "may"\nhits = ["may"]\nmisses = ["can"]\n'


def test_more_matches_than_tokens_are_all_settled() -> None:
    rules = "".join(RULE.format(name) for name in ("one", "two", "three", "four"))
    tried = lexicon.Lexicon({"tried": lexicon.read("tried", HEAD + rules)})
    text = Text(["may " * 50], [None])
    found = find_cues(write_tape(text, tried), text, tried).of("hedges")
    assert [(cue.start, cue.cue) for cue in found] == [(2 + at, "one") for at in range(50)]
