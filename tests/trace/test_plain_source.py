"""Plain twins give what compiled code gives, and show their steps."""

from credscore.attribution import Sources
from credscore.lexicon import find_cues, shipped, write_tape
from credscore.patterns import RuleTable
from credscore.text import Text
from credscore.trace.plain_source import plain_twin, recorded, statement

TEXT = "The ministry denied the reports. Sources of pride said little."


def test_a_twin_is_run_from_its_source() -> None:
    twin = plain_twin(Sources)
    assert twin is not Sources
    assert twin.of.__code__.co_filename.endswith(".py")


def test_a_twin_finds_the_cues_that_the_compiled_code_finds() -> None:
    text, lexicon = Text([TEXT], [None]), shipped()
    tape = write_tape(text, lexicon)
    table = plain_twin(RuleTable)(lexicon.rules, lexicon.kept())
    bounds = [0, *text.sentence_starts.tolist(), len(text)]
    import numpy as np

    rows = table.find(tape.codes, np.array(bounds))
    assert rows.tolist() == find_cues(tape, text, lexicon).rows.tolist()


def test_returns_are_told_with_their_condition_and_comment() -> None:
    text, lexicon = Text([TEXT], [None]), shipped()
    tape = write_tape(text, lexicon)
    twin = plain_twin(Sources)
    sources = twin(tape, lexicon)
    verb = [text.source[start:end] for start, end in zip(text.starts, text.ends, strict=True)]
    at = verb.index("said")
    source, returns = recorded(twin.of, sources, at, at + 1, "verb", at - 3, at + 3, True)
    assert source is None
    assert returns[-1].function == "of"
    assert any(
        statement(step).startswith("\"a source of pride\": if kind == 'C'") for step in returns
    )
