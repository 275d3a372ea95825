"""Sensationalism: shouting, exclamation, loaded words."""

import pytest

from credscore import extract

CASES = [
    ("It is a bombshell.", [("loaded", "bombshell")]),
    ("You won’t believe it.", [("loaded", "You won’t believe")]),
    ("The deep state hid it.", [("deceit", "deep state")]),
    ("It was an explosive claim.", [("loaded", "explosive")]),
    ("She slammed the plan.", [("loaded", "slammed")]),
    ("It was a lie.", [("loaded", "lie")]),
    ("He told more lies about it.", [("loaded", "lies")]),
    ("They lied about it.", [("loaded", "lied")]),
    ("It was a horrific scene.", [("loaded", "horrific")]),
    ("It was a shadowy plan.", [("deceit", "shadowy")]),
    ("It sank!!!", [("exclamation", "!!!")]),
    ("THE SHIP SANK yesterday.", [("shouting", "THE SHIP SANK")]),
    ("THE SHIP SANK HERE yesterday.", [("shouting", "THE SHIP SANK HERE")]),
    ("They hide the truth!", [("insistence", "truth"), ("exclamation", "!")]),
    ("The NATO envoy left.", []),
    ("The UN and the EU agreed.", []),
    ("It was a bomb.", []),
    ("It sank.", []),
    ("There is no truth to the story.", []),
    ("He is in hiding.", []),
    ("The town lies in a valley.", []),
    ("More tests lie ahead.", []),
    ("He was lying in bed.", []),
    ("The fault lies with him.", []),
    ("They found explosive charges.", []),
    ("Fire destroyed the mill.", []),
    ("The car slammed into a wall.", []),
    ("He stole trade secrets.", []),
    ("A plot of land was sold.", []),
    ("It was a massive dam.", []),
    ("The sick were fed.", []),
    ("He won a grand slam.", []),
    ("It was a secret plot.", [("deceit", "secret plot")]),
    ("They faked the hoax.", [("deceit", "faked"), ("deceit", "hoax")]),
    ("It is completely true.", [("insistence", "completely"), ("insistence", "true")]),
    ("Of course it sank.", [("insistence", "Of course")]),
    ("The paper revealed it.", [("disclosure", "revealed")]),
    ("The letter was leaked.", [("disclosure", "leaked")]),
    ("Oil leaked into the bay.", []),
    ("They were exposed to lead.", []),
    ("They were breaking windows.", []),
    ("It was breaking news.", [("disclosure", "breaking news")]),
    ("In fact it sank.", [("insistence", "In fact")]),
    ("It is a fact of life.", []),
    ("The pension scheme was cut.", []),
    ("Did it sink?", []),
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


def test_a_question_is_evidence_in_a_title_only() -> None:
    found = extract("Did it sink? Yes.", "Did the ferry sink?")
    assert [(item.kind, item.quote, item.in_title) for item in found] == [("question", "?", True)]
