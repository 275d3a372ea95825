"""Sensationalism: shouting, exclamation, loaded words."""

import pytest

from credscore import extract

CASES = [
    ("It is a bombshell.", [("loaded", "bombshell")]),
    ("You won’t believe it.", [("loaded", "You won’t believe")]),
    ("It sank!!!", [("exclamation", "!!!")]),
    ("THE SHIP SANK yesterday.", [("shouting", "THE SHIP SANK")]),
    ("THE SHIP SANK HERE yesterday.", [("shouting", "THE SHIP SANK HERE")]),
    ("The NATO envoy left.", []),
    ("The UN and the EU agreed.", []),
    ("It was a bomb.", []),
    ("It sank.", []),
    ("They hide the truth!", [("loaded", "truth"), ("exclamation", "!")]),
    ("There is no truth to the story.", []),
    ("He is in hiding.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sensationalism(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.kind, e.quote) for e in extract(text) if e.signal == "sensationalism"] == expected


@pytest.mark.parametrize("name", ["USA", "PERU", "NATO"])
def test_shouting_does_not_depend_on_the_name(name: str) -> None:
    found = [e for e in extract(f"HE LEFT {name} yesterday.") if e.kind == "shouting"]
    assert len(found) == 1


@pytest.mark.parametrize("text", ["FBI DOJ CIA files were read.", "The NATO UNHCR UNICEF talks."])
def test_acronyms_are_no_shouting(text: str) -> None:
    assert not [e for e in extract(text) if e.kind == "shouting"]


@pytest.mark.xfail(strict=True, reason="a lone word in capitals may be an acronym")
def test_lone_shout() -> None:
    assert any(e.kind == "shouting" for e in extract("A HUGE ship sank."))
