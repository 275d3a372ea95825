"""Plain twins give what compiled code gives, and show their steps."""

from itertools import chain
from operator import attrgetter

import pytest

from credscore.attribution import Sources
from credscore.lexicon import shipped, write_tape
from credscore.patterns import RuleTable
from credscore.text import Text
from credscore.trace import plain_source
from credscore.trace.plain_source import STEPS, plain_twin, recorded

TEXT = "The ministry denied the reports. Sources of pride said little."


def test_a_twin_is_run_from_its_source() -> None:
    twin = plain_twin(Sources)
    assert twin is not Sources
    assert twin.of.__code__.co_filename.endswith(".py")


def test_a_twin_finds_the_cues_that_the_compiled_code_finds() -> None:
    text, lexicon = Text([TEXT], [None]), shipped()
    tape = write_tape(text, lexicon)
    table = plain_twin(RuleTable)(lexicon.rules, lexicon.table.arrays)
    rows = table.find(tape.codes, text.sentence_bounds)
    assert rows.tolist() == lexicon.table.find(tape.codes, text.sentence_bounds).tolist()


def test_returns_have_their_statement_with_its_condition_and_comment() -> None:
    text, lexicon = Text([TEXT], [None]), shipped()
    sources = plain_twin(Sources)(write_tape(text, lexicon), text, lexicon)
    words = [text.source[start:end] for start, end in zip(text.starts, text.ends, strict=True)]
    at = words.index("said")
    source, returns = recorded(sources.of, at, at + 1, "verb", at - 3, at + 3, True)
    assert source is None
    assert returns[-1].function == "Sources.of"
    phrase = next(step for step in returns if step.function == "kind_of")
    assert phrase.variables == (at - 3, at - 3, at)
    assert phrase.statement.startswith('"a source of pride": if kind == "C" and after == "o":')


@pytest.mark.parametrize("step", STEPS)
def test_the_steps_have_the_variables_that_the_trace_reads(step: str) -> None:
    modules = chain.from_iterable(
        plain_source._modules(f"credscore.{package}").values()
        for package in ("attribution", "patterns")
    )
    (owner,) = (module for module in modules if step.split(".")[0] in vars(module)
                and vars(module)[step.split(".")[0]].__module__ == module.__name__)  # fmt: skip
    assert {*STEPS[step]} <= {*attrgetter(step)(owner).__code__.co_varnames}
