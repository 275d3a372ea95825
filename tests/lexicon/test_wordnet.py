"""Word classes are compared with WordNet: which classes, which synsets, what is found."""

import runpy
from pathlib import Path

import pytest

TOOL = runpy.run_path(str(Path(__file__).parents[2] / "docs/tools/wordnet.py"))
FOLDER, GROUPS, compared = TOOL["FOLDER"], TOOL["GROUPS"], TOOL["compared"]
installed = pytest.mark.skipif(
    not (FOLDER / "data.noun").exists(), reason=f"no WordNet in {FOLDER} (Debian: wordnet-base)"
)


@pytest.fixture(scope="module")
def wordnet() -> object:
    return TOOL["WordNet"](FOLDER)


@pytest.mark.parametrize("name", GROUPS)
def test_the_classes_of_a_group_have_words(name: str) -> None:
    assert all(GROUPS[name].classes.values())
    assert TOOL["entries"](GROUPS[name])


def test_entries_are_compared_in_all_their_forms() -> None:
    result = compared(["memo%", "denied", "selfie%"], {"memo": 1, "deny": 1, "bull": 10, "writ": 1})
    assert result == (["denied", "memo%"], ["selfie%"], {1: ["writ"], 10: ["bull"]})


@installed
def test_every_synset_is_there(wordnet) -> None:  # type: ignore[no-untyped-def]
    for group in GROUPS.values():
        assert all(wordnet.senses(synset) for synset in group.synsets)


@installed
def test_a_synset_holds_what_is_below_it_and_similar_to_it(wordnet) -> None:  # type: ignore[no-untyped-def]
    assert wordnet.offset("person.n.01") == "00007846"
    people = wordnet.senses("person.n.01")
    assert (people["farmer"], people["spokesman"]) == (1, 1)
    assert "newton" not in people
    false = wordnet.senses("false.a.01")
    assert "trumped-up" in false
    assert "incorrect" not in false  # similar to another sense of "false"


@installed
def test_a_group_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    TOOL["main"](["nouns of falsity"])
    printed = capsys.readouterr().out
    assert "falsehood.n.01 06756407" in printed
    assert "lacking, sense 1: abracadabra" in printed


def test_without_wordnet_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(TOOL["main"].__globals__, "FOLDER", tmp_path)
    TOOL["main"](["people"])
    assert "nothing compared" in capsys.readouterr().out
