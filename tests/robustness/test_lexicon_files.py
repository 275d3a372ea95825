"""A lexicon file is used as a whole or refused with the file, what came and what is allowed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credscore import LexiconError
from credscore.lexicon.lexicon import Lexicon, read, shipped
from credscore.patterns.language import compile_pattern, expression_of

RULE = (
    '[[rules]]\nname = "{name}"\nkind = "{kind}"\npatterns = ["{pattern}"]\nhits = ["It [sank]."]\n'
    'misses = ["It swam."]\n'
)
HEAD = 'signal = "hedges"\nsource = "written for this test"\n'


def rule(pattern: str, name: str = "a", kind: str = "verb") -> str:
    return HEAD + RULE.format(name=name, kind=kind, pattern=pattern)


def build(content: str) -> Lexicon:
    return Lexicon({**shipped().files, "tried": read("tried.toml", content)})


def test_a_sound_file_is_taken() -> None:
    assert build(rule("<det>? sank~")).rules


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "signal"),
        ("signal = ", "tried.toml"),
        ("\0", "tried.toml"),
        (HEAD + "surprise = 1", "surprise"),
        ('signal = "hedges"', "source"),
        ('signal = "hedges"\nsource = ""', "source"),
        ('signal = 1\nsource = "x"', "signal"),
        (HEAD + "[classes]\na = 1", "classes"),
        (HEAD + "[classes]\na = [1]", "classes"),
        (HEAD + '[classes]\nword = ["x"]', "built in"),
        (HEAD + "[classes]\na = []\na = []", "tried.toml"),
        (HEAD + RULE.format(name="A b", kind="verb", pattern="x"), "name"),
        (HEAD + '[[rules]]\nname = "a"\nkind = "verb"\npatterns = ["x"]\nhits = []', "hits"),
        (HEAD + '[[rules]]\nname = "a"\nkind = "verb"\npatterns = ["x"]', "hits"),
        (rule(""), "matches nothing"),
        (rule("x?"), "matches nothing"),
        (rule("( x | )"), "matches nothing"),
        (rule("( x"), "lacks"),
        (rule("x )"), "closes nothing"),
        (rule("* x"), "follows nothing"),
        (rule("x+ ?"), "follows another"),
        (rule("<shoe_size>"), "empty or unknown"),
    ],
)
def test_wrong_files_are_refused(content: str, words: str) -> None:
    with pytest.raises(LexiconError, match=words):
        build(content)


@pytest.mark.parametrize("pattern", ["x{99999999999}", "x{3,1}", "x{}", "x{0}"])
def test_wrong_quantifiers_are_refused(pattern: str) -> None:
    with pytest.raises(LexiconError):
        build(rule(pattern))


PIECES = st.sampled_from(
    ["said", "deny~", "photo%", "<det>", "<name>", "<word>", "(", ")", "[", "]", "|", "?", "*", "+",
     "{0,3}", "{2}", ",", "“", ".", "…", "'s", "well-known", "É", "<shoe_size>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=10).map(" ".join))
def test_any_pattern_compiles_or_is_refused(pattern: str) -> None:
    def resolve(name: str) -> str:
        return "" if name == "<shoe_size>" else chr(0x400 + sum(map(ord, name)) % 500)

    try:
        compiled = compile_pattern(pattern, resolve)
    except LexiconError:
        return
    written = expression_of(pattern, resolve)
    try:
        expression = re.compile(written)
    except re.error as error:
        pytest.fail(f"{pattern!r} became {written!r}: {error}")
    assert expression.fullmatch("") is None
    assert compiled.anchors


def test_the_shipped_lexicon_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        shipped().files["hedges"] = read("x.toml", HEAD)  # type: ignore[index]
    with pytest.raises(TypeError):
        shipped().rules["x"] = ()  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        shipped().files["hedges"].source = "x"
