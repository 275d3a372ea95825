"""A trace shows what was found, and nothing that was not."""

from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credscore
from credscore.lexicon import shipped
from credscore.trace import as_lines, trace_text

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_name("expected.txt")
TITLE = "Mayor 'may have fled'"
TEXT = (
    "The ministry denied the reports on Monday. A source close to the mayor claims that he may "
    "have fled. There is no doubt that she left. Critics continued to say so. Sources of pride "
    "said little. The claim is false in my opinion. Reports that a video shows the boat could "
    "not be verified."
)
EXAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
RULES = {
    (name, rule.name, rule.kind) for name, file in shipped().files.items() for rule in file.rules
}
WORDS = st.sampled_from(
    ["The ", "ministry ", "denied ", "the ", "reports ", "Officials ", "said ", "may ", "sources ",
     "claims ", "of ", "who ", "Anna Holm ", "a ", "mayor ", "by ", "to ", "allegedly ", ", ", ". ",
     "“", "” ", "\n", "\n\n", "- ", "5 ", "May ", "BREAKING ", "! ", "\0", "é ", "could not be ",
     "verified ", "according to ", "\u202e", "’s "]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=40).map("".join)


def evidence_of(text: str, title: str | None) -> list[tuple[object, ...]]:
    return [
        (row.signal, row.kind, row.cue, row.start, row.end, row.in_title)
        for row in credscore.extract(text, title)
    ]


def traced(text: str, title: str | None) -> list[dict[str, Any]]:
    return [asdict(sentence) for sentence in trace_text(text, title, tries=True)]


def check(text: str, title: str | None) -> None:
    sentences = traced(text, title)
    rows = [(row, sentence["in_title"]) for sentence in sentences for row in sentence["evidence"]]
    assert evidence_of(text, title) == [
        (row["signal"], row["kind"], row["cue"], row["start"], row["end"], in_title)
        for row, in_title in rows
    ]
    for sentence in sentences:
        source = (title or "") if sentence["in_title"] else text
        cues = [row for row in sentence["rules"] if row["outcome"] == "cue"]
        for row in chain(sentence["rules"], sentence["verbs"], sentence["evidence"]):
            assert row["quote"] == source[row["start"] : row["end"]]
        for row in sentence["rules"]:
            assert (row["file"], row["rule"], row["kind"]) in RULES
            assert bool(row["kind"]) or row["outcome"] != "cue"
        for row in sentence["evidence"]:
            assert row["origin"].startswith(
                (
                    f"the code of signals/{row['signal']}.py",
                    f"the source of attribution.toml {row['cue']}",
                    *(f"{cue['file']}.toml {cue['rule']}" for cue in cues),
                )
            )
        for verb in sentence["verbs"]:
            assert verb["source"] or any(
                step.startswith("because ") or ": refused: " in step for step in verb["steps"]
            )


def test_the_whole_trace_of_a_text() -> None:
    sentences = trace_text(TEXT, TITLE, tries=True)
    lines = "\n".join(line for sentence in sentences for line in (*as_lines(sentence), ""))
    assert lines == EXPECTED.read_text("utf-8")


@pytest.mark.parametrize("text", EXAMPLES)
def test_all_evidence_of_the_examples_has_an_origin(text: str) -> None:
    check(text, None)


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.none() | TEXTS)
def test_all_evidence_of_any_text_has_an_origin(text: str, title: str | None) -> None:
    check(text, title)


def test_only_found_sources_become_evidence() -> None:
    for text in (TEXT, *EXAMPLES):
        for sentence in traced(text, None):
            sources = [verb["source"]["quote"] for verb in sentence["verbs"] if verb["source"]]
            for row in sentence["evidence"]:
                if row["signal"] == "named_sources":
                    assert row["quote"] in sources


def test_matches_that_overlap_name_what_has_their_place() -> None:
    (sentence,) = traced("A source close to the mayor claims that he left.", None)
    outcomes = {row["rule"]: row["outcome"] for row in sentence["rules"]}
    assert outcomes["source_with"].startswith("cue")
    assert outcomes["a_source"] == "covered by anonymous_sources.toml source_with"
    (sentence,) = traced("He was denied bail.", None)
    outcomes = {(row["file"], row["rule"]): row["outcome"] for row in sentence["rules"]}
    assert "blocks others" in outcomes.values()


def test_a_cue_that_its_signal_leaves_out_is_shown() -> None:
    (sentence,) = traced("The plan is false in my opinion.", None)
    outcomes = [row["outcome"] for row in sentence["rules"] if row["rule"] == "is_false"]
    assert outcomes == ["cue, left out by signals/official_denials.py"]
    assert sentence["evidence"] == []


def test_an_empty_text_has_no_sentence() -> None:
    assert traced("", None) == traced(" \n\n ", "") == []
    with pytest.raises(credscore.InputError, match="text must be a str"):
        trace_text(b"The ministry denied it.")  # type: ignore[arg-type]


def test_a_label_of_who_speaks_is_traced() -> None:
    (sentence,) = traced("Mr. Keller: “It sank.”", None)
    assert [verb["outcome"] for verb in sentence["verbs"]] == ['person, "Mr. Keller"']
