"""Lexicon files stand in the one form that a diff can show."""

import runpy
from importlib import resources
from pathlib import Path

import pytest

TOOL = runpy.run_path(str(Path(__file__).parents[2] / "docs/tools/lexicon_form.py"))
WIDTH, formatted = TOOL["WIDTH"], TOOL["formatted"]
FILES = sorted(
    file.name for file in resources.files("credscore").joinpath("lexicons").iterdir()
    if file.name.endswith(".toml")
)  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_has_this_form(name: str) -> None:
    content = resources.files("credscore").joinpath("lexicons", name).read_text("utf-8")
    assert content == formatted(content)
    assert max(map(len, content.splitlines())) <= WIDTH


def test_patterns_of_clauses_are_no_wider() -> None:
    content = resources.files("credscore").joinpath("signals", "phrases.toml").read_text("utf-8")
    assert max(map(len, content.splitlines())) <= WIDTH


def test_words_are_sorted_and_stand_once() -> None:
    assert formatted('[classes]\nhue = ["red", "blue", "red"]').endswith('hue = ["blue", "red"]\n')


@pytest.mark.parametrize("content", ['[[rule]]\nname = "x"', '[[rules]]\nname = "x"\nhit = []'])
def test_nothing_is_lost(content: str) -> None:
    with pytest.raises(ValueError, match=r"unknown: (rule|hit); a rule has name"):
        formatted(content)


def test_a_long_alternative_keeps_its_words() -> None:
    words = " ".join(f"( w{number} | v{number} )?" for number in range(20))
    rule = f'[[rules]]\nname = "x"\nkind = ""\npatterns = ["{words}"]\nhits = ["[a]"]\n'
    lines = formatted(rule).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert formatted(formatted(rule)) == formatted(rule)
