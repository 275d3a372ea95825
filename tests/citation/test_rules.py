"""Every rule of citations is tried on its own hits and misses, and moves no score."""

import runpy
from importlib import resources
from pathlib import Path

import pytest

from credscore import lexicon
from credscore.citation.surroundings import FILES, rules
from credscore.lexicon import Cues, write_tape
from credscore.lexicon.files import RuleEntry
from credscore.text import Text

FORM = runpy.run_path(str(Path(__file__).parents[2] / "docs/tools/lexicon_form.py"))
RULES = [(name, rule) for name in FILES for rule in rules().files[name].rules]


def spans(signal: str, rule: RuleEntry, words: str) -> list[str]:
    text = Text([words], [None])
    if not rule.kind:
        match = rules().compile(rule.pattern).search(write_tape(text, rules()).characters)
        return (
            [text.source[text.starts[match.start()] : text.ends[match.end() - 1]]] if match else []
        )
    cues = Cues(write_tape(text, rules()), text, rules()).of(signal)
    return [
        text.source[text.starts[cue.start] : text.ends[cue.end - 1]]
        for cue in cues
        if cue.cue == rule.name
    ]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{n}-{r.name}" for n, r in RULES])
def test_hits_and_misses(name: str, rule: RuleEntry) -> None:
    for hit in rule.hits:
        begin, end = hit.index("["), hit.index("]")
        expected = hit[begin + 1 : end]
        text = hit[:begin] + expected + hit[end + 1 :]
        assert expected in spans(name, rule, text), f"{rule.name} did not fire on {text!r}"
    for miss in rule.misses:
        assert not spans(name, rule, miss), f"{rule.name} fired on {miss!r}"


@pytest.mark.parametrize("name", FILES)
def test_files_are_in_their_one_form(name: str) -> None:
    folder = resources.files("credscore") / "citation" / "lexicons"
    content = (folder / f"{name}.toml").read_text("utf-8")
    assert FORM["formatted"](content) == content
    assert rules().files[name].signal == name
    assert len(rules().files[name].source.split()) >= 5


def test_scores_know_none_of_them() -> None:
    assert not set(FILES) & set(lexicon.shipped().files)
