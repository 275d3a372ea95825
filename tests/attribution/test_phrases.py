"""Each loop reads as the regular expression in its docstring does."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credscore.attribution import _words, letters, phrases

LOOPS = {name: getattr(_words, name) for name in (
    "head_before", "start_before", "phrase_before", "link_before", "gap_end", "clause_before",
)}  # fmt: skip
LETTERS = st.text("mesaXURPCHLTIOSQVHbhnwtopcdqi0gy&M.,:;\"'-()\n", max_size=25)
Loop = Callable[[str, int, int], int]


def expression_of(loop: Loop) -> re.Pattern[str]:
    """The last lines of a docstring; a name in braces stands for a set of letters.py."""
    lines = (loop.__doc__ or "").strip().split("\n\n")[-1].split()
    expression = re.sub(r"{([A-Z]+)}", lambda name: getattr(letters, name[1]), "".join(lines))
    return re.compile(expression)


EXPRESSIONS = {name: expression_of(loop) for name, loop in LOOPS.items()}


def test_every_loop_has_its_expression() -> None:
    assert EXPRESSIONS["head_before"].pattern.endswith("([XURPCHLTIOSQs])")
    assert all(len(expression.pattern) > 20 for expression in EXPRESSIONS.values())


@given(LETTERS, st.integers(0, 4), st.integers(0, 4))
@example(")aaaaaaaaaa(R", 0, 0)  # brackets that hold too much
@example("Poiam", 0, 0)  # "some of the officials"
@example("opaypa", 0, 0)  # "in front of the"
@example('"pX', 0, 0)  # the end of a phrase in quotation marks
@example('X"a",', 0, 0)  # a word in quotation marks before which nothing begins
@example("Mpm", 0, 0)  # "on Monday at"
@example("aaaaaaaaabwX", 0, 0)
@example("paiaR", 0, 0)  # "a woman at a town in"
def test_loops_read_as_their_expressions(text: str, at: int, cut: int) -> None:
    stop = max(len(text) - cut, 0)
    at = min(at, stop)
    for name, loop in LOOPS.items():
        match = EXPRESSIONS[name].match(text, at, stop)
        groups = EXPRESSIONS[name].groups
        expected = -1 if match is None else match.start(1) if groups else match.end()
        assert loop(text, at, stop) == expected, name


@pytest.mark.parametrize(
    ("back", "head", "start"),
    [
        ("Pmi|", 0, 3),  # "two senior officials"
        ('"X.X|', 1, 4),  # a name with an initial, in quotation marks
        (")aa(Rd|", 4, 6),  # "the minister (left out)"
        ("Pdoi|", 0, 4),  # "some of the officials"
        ("V", -1, -1),
    ],
)
def test_phrase_to_the_left(back: str, head: int, start: int) -> None:
    assert _words.head_before(back, 0, len(back)) == head
    if head >= 0:
        assert _words.start_before(back, head + 1, len(back)) == start


@pytest.mark.parametrize(
    ("text", "head", "end"),
    [
        ("dPpppI.", 1, 2),  # "the officials", then a preposition too many
        ("0mPodI.", 2, 6),  # "two senior officials of the ministry"
        ("dR,wea.", 1, 6),  # "the minister, who resigned yesterday"
        ("iodP.", 3, 4),  # "some of the officials"
        ("y.", -1, -1),
    ],
)
def test_phrase_to_the_right(text: str, head: int, end: int) -> None:
    phrase = phrases.PHRASE.match(text)
    assert (phrase.start(1), phrase.end()) == (head, end) if phrase else head == end == -1


@pytest.mark.parametrize(
    ("back", "end"), [(",aX,P", 3), ("-aX-P", 3), (",,", -1), (f",{'a' * 21},", -1)]
)
def test_aside(back: str, end: int) -> None:
    aside = phrases.ASIDE.match(back)
    assert (aside.end() if aside else -1) == end


@pytest.mark.parametrize(("back", "end"), [("peP", 2), ("pybX", 3), ("peV", -1), ("e", -1)])
def test_infinitive(back: str, end: int) -> None:
    gap = phrases.INFINITIVE.match(back)
    assert (gap.end() if gap else -1) == end


def test_a_clause_that_begins() -> None:
    assert phrases.CLAUSE.search("amV")
    assert not phrases.CLAUSE.search("amV", 0, 2)
