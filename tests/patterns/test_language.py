"""The language of rules: word forms, compiled expressions, anchors and errors."""

import re

import pytest

from credscore.errors import LexiconError
from credscore.patterns.classes import character_class
from credscore.patterns.language import STEPS, compile_pattern, expression_of, words_of
from credscore.patterns.word_forms import expand


def letter(word: str) -> str:
    return {"deny": "d", "reports": "r", "the": "t", "<lower>": "xy", ",": ","}.get(word, "")


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("deny~", ["deny", "denies", "denied", "denying"]),
        ("grab~", ["grab", "grabs", "grabbed", "grabbing"]),
        ("quip~", ["quip", "quips", "quipped", "quipping"]),
        ("fake-tan~", ["fake-tan", "fake-tans", "fake-tanned", "fake-tanning"]),
        ("vow~", ["vow", "vows", "vowed", "vowing"]),
        ("fix~", ["fix", "fixes", "fixed", "fixing"]),
        ("claim~", ["claim", "claims", "claimed", "claiming"]),
        ("refer~", ["refer", "refers", "referred", "referring"]),
        ("offer~", ["offer", "offers", "offered", "offering"]),
        ("target~", ["target", "targets", "targeted", "targeting"]),
        ("rebel~", ["rebel", "rebels", "rebelled", "rebelling"]),
        ("fuel~", ["fuel", "fuels", "fueled", "fueling", "fuelled", "fuelling"]),
        ("reveal~", ["reveal", "reveals", "revealed", "revealing"]),
        ("agree~", ["agree", "agrees", "agreed", "agreeing"]),
        ("lie~", ["lie", "lies", "lied", "lying"]),
        ("panic~", ["panic", "panics", "panicked", "panicking"]),
        ("echo~", ["echo", "echoes", "echoed", "echoing"]),
        ("see~", ["see", "sees", "seeing", "saw", "seen"]),
        ("let~", ["let", "lets", "letting"]),
        ("fly~", ["fly", "flies", "flying", "flew", "flown"]),
        ("purpose%", ["purpose", "purposes"]),
        ("agency%", ["agency", "agencies"]),
        ("march%", ["march", "marches"]),
        ("monarch%", ["monarch", "monarchs"]),
        ("stand-in%", ["stand-in", "stand-ins"]),
        ("bride-to-be%", ["bride-to-be", "brides-to-be"]),
        ("Tip’s", ["tip's"]),
    ],
)
def test_expand(entry: str, forms: list[str]) -> None:
    assert list(expand(entry)) == forms


def test_words_of() -> None:
    assert words_of("<deny> the report% ?") == ["the", "report", "reports"]


@pytest.mark.parametrize(
    ("pattern", "tape", "matched"),
    [
        ("deny the? reports", "dtr", "dtr"),
        ("deny the? reports", "dr", "dr"),
        ("deny <lower>{1,2} reports", "dxyr", "dxyr"),
        ("deny ( the | <lower> )", "zdy", "dy"),
        ("deny , reports", "d,r", "d,r"),
    ],
)
def test_compiled(pattern: str, tape: str, matched: str) -> None:
    match = re.search(expression_of(pattern, letter), tape)
    assert match is not None
    assert match[0] == matched


def test_brackets_mark_the_evidence() -> None:
    match = re.search(expression_of("deny [ the reports ]", letter), "dtr")
    assert match is not None
    assert match.span(1) == (1, 3)


def test_anchor_avoids_common_words() -> None:
    compiled = compile_pattern("the? deny", letter, frozenset("t"))
    assert (set().union(*compiled.anchors.values()), compiled.before) == ({"deny"}, 1)


def near(pattern: str, step: int) -> set[str] | None:
    (neighbours,) = compile_pattern(pattern, letter, frozenset("t")).anchors
    names = neighbours[STEPS.index(step)]
    return None if names is None else set(names)


def test_near_names_what_may_stand_beside_the_anchor() -> None:
    pattern = "the? deny <lower> ( the | reports )"
    assert near(pattern, 1) == {"<lower>"}
    assert near(pattern, 2) == {"the", "reports"}
    assert near("the? deny <lower>", 2) is None
    assert near(pattern, -1) is None


def test_near_follows_repetitions() -> None:
    assert near("deny <lower>* reports", 1) == {"<lower>", "reports"}
    assert near("deny <lower>* reports", 2) is None
    assert near("deny <lower>+ reports", 1) == {"<lower>"}
    assert near("deny <lower>+ reports", 2) == {"<lower>", "reports"}


@pytest.mark.parametrize(
    "pattern",
    [
        "( deny",
        "deny )",
        "? deny",
        "deny?",
        "unknown",
        "deny{3,1}",
        "deny{}",
        "deny{99999}",
        "[ deny [ the ] ]",
        "( ( the deny ){50} ){50}",
    ],
)
def test_errors(pattern: str) -> None:
    with pytest.raises(LexiconError):
        compile_pattern(pattern, letter)


def test_character_class() -> None:
    assert re.fullmatch(character_class("abcx"), "b")
    assert not re.fullmatch(character_class("abcx"), "d")
    assert character_class("abcx", "abcdx") == "[^d-d]"
