"""All rules of a table on one tape."""

from credscore.lexicon import Cues, write_tape
from credscore.lexicon.lexicon import Lexicon, read
from credscore.text import Text

HEAD = 'signal = "hedges"\nsource = "Written for this test."\n'
RULE = (
    '[[rules]]\nname = "{}"\nkind = "modal"\npatterns = ["may"]\nhits = ["may"]\nmisses = ["can"]\n'
)


def test_the_first_rule_counts_of_more_matches_than_tokens() -> None:
    rules = "".join(RULE.format(name) for name in ("one", "two", "three", "four"))
    lexicon = Lexicon({"rules": read("rules", HEAD + rules)})
    text = Text(["may " * 50], [None])
    cues = Cues(write_tape(text, lexicon), text, lexicon).of("hedges")
    assert [(cue.start, cue.cue) for cue in cues] == [(2 + at, "one") for at in range(50)]


def test_a_rule_without_a_rare_word_takes_what_may_stand_before_it() -> None:
    rule = RULE.format("one").replace('["may"]', '["may? <lower>"]', 1)
    lexicon = Lexicon({"rules": read("rules", HEAD + rule)})
    text = Text(["may drift"], [None])
    (cue,) = Cues(write_tape(text, lexicon), text, lexicon).of("hedges")
    assert (cue.start, cue.end) == (2, 4)
