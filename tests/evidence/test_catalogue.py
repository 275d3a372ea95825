"""The catalogue and what takes its signals and kinds from there fit together."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import credscore
from credscore.errors import LexiconError
from credscore.evidence import ANONYMOUS, KIND_NUMBERS, KINDS, NAMED, SIGNALS, legend
from credscore.features import FEATURES
from credscore.lexicon.files import read
from credscore.lexicon.lexicon import read_files

ROOT = Path(__file__).resolve().parents[2]
NAMES = [signal.name for signal in SIGNALS]
BY_NAME = {signal.name: signal for signal in SIGNALS}


def test_names_letters_and_styles_are_given_once() -> None:
    for field in ("name", "heading", "letter", "style"):
        values = [getattr(signal, field) for signal in SIGNALS]
        assert len(set(values)) == len(values), field


def test_every_signal_says_in_a_sentence_what_it_means() -> None:
    meanings = {name: one["meaning"] for name, one in legend().items()}
    assert list(meanings) == NAMES
    assert len(set(meanings.values())) == len(NAMES)
    assert all(meaning.endswith(".") for meaning in meanings.values())


def test_every_kind_has_its_number() -> None:
    assert [KIND_NUMBERS[pair] for pair in KINDS] == list(range(len(KINDS)))


def test_kinds_of_sources_are_those_of_their_signals() -> None:
    assert frozenset(BY_NAME["anonymous_sources"].kinds) == ANONYMOUS
    assert frozenset(BY_NAME["named_sources"].kinds) == NAMED


@pytest.mark.parametrize("name", NAMES)
def test_every_signal_has_a_module_that_finds_it(name: str) -> None:
    assert callable(import_module(f"credscore.signals.{name}").find)


@pytest.mark.parametrize("name", NAMES)
def test_every_signal_has_colours_on_the_pages(name: str) -> None:
    style = (ROOT / "src/credscore/page/page.css").read_text("utf-8")
    colours = re.findall(rf"^ *\.{BY_NAME[name].letter} {{ --tint: ", style, re.MULTILINE)
    assert len(colours) == 2, "light and dark colours of its letter in page/page.css"


@pytest.mark.parametrize("name", NAMES)
def test_every_signal_is_documented(name: str) -> None:
    page = (ROOT / "docs/reference/signals.md").read_text("utf-8")
    heading = re.compile(rf"^## {name.replace('_', '[ -]')}", re.IGNORECASE | re.MULTILINE)
    assert heading.search(page), "a section in docs/reference/signals.md"
    for kind in BY_NAME[name].kinds:
        assert f"`{kind}`" in page, f"{kind}: a line in docs/reference/signals.md"


@pytest.mark.parametrize("name", NAMES)
def test_every_signal_has_features(name: str) -> None:
    features = {feature.name for feature in FEATURES if feature.signal == name}
    assert {f"{name}_rate", f"{name}_lead", f"{name}_title"} <= features


def test_kinds_that_features_name_are_in_the_catalogue() -> None:
    for feature in FEATURES:
        if feature.kinds:
            assert feature.kinds <= set(BY_NAME[feature.signal].kinds), feature.name


def test_every_kind_that_no_attribution_gives_is_that_of_a_rule_or_of_code() -> None:
    """Capitals and questions are found without a rule; sources come from attributions."""
    of_rules = {
        (file.signal, rule.kind) for file in read_files().values() for rule in file.rules
    } | {
        ("sensationalism", "shouting"), ("sensationalism", "question"),
        *(("named_sources", kind) for kind in NAMED),
    }  # fmt: skip
    assert set(KINDS) <= of_rules


def test_a_page_is_told_every_signal() -> None:
    content = credscore.score("He allegedly fled.").page_content()
    assert content["signals"] == legend()
    assert list(content["signals"]) == NAMES


LEXICON = """
signal = "{signal}"
source = "written for this test"
[[rules]]
name = "rumoured"
kind = "{kind}"
patterns = ["rumoured"]
hits = ["It was [rumoured]."]
misses = ["It was told."]
"""


def test_a_lexicon_file_with_a_kind_that_is_not_in_the_catalogue_is_refused() -> None:
    with pytest.raises(LexiconError, match="rumoured: kind 'gossip' is not one of hedges"):
        read("gossip.toml", LEXICON.format(signal="hedges", kind="gossip"))


@pytest.mark.parametrize(("signal", "kind"), [("hedges", "verb"), ("hedges", ""), ("talk", "any")])
def test_other_kinds_are_read(signal: str, kind: str) -> None:
    file = read("gossip.toml", LEXICON.format(signal=signal, kind=kind))
    assert file.rules[0].kind == kind


def test_a_refusal_to_comment_is_not_called_a_denial() -> None:
    text = "The mayor denied the report. The police declined to comment."
    found = [item.kind for item in credscore.extract(text) if item.signal == "official_denials"]
    assert found == ["denial", "non_confirmation"]
    assert legend()["official_denials"]["heading"] == "Denials and refusals to comment"
