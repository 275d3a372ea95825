"""Every rule of every lexicon is tried on its own hits and misses."""

import pytest

from credscore.lexicon import lexicon, write_tape
from credscore.lexicon.files import RuleEntry
from credscore.signals.reading import Reading
from credscore.text import Text

COMPLETE = (
    "anonymous_sources", "attribution", "hedges", "official_denials", "second_hand", "specifics",
    "unverifiable_media",
)  # fmt: skip
"""Lexicons in which each alternative of a rule has a hit of its own."""
RULES = [(name, rule) for name, file in lexicon.shipped().files.items() for rule in file.rules]


def spans(signal: str, rule: RuleEntry, text: str) -> list[str]:
    reading = Reading(text)
    starts, ends, source = reading.text.starts, reading.text.ends, reading.text.source
    if not rule.kind:
        match = reading.lexicon.compile(rule.pattern).search(reading.tape)
        return [source[starts[match.start()] : ends[match.end() - 1]]] if match else []
    cues = [cue for cue in reading.findings(reading.rows(signal)) if cue.cue == rule.name]
    return [source[starts[cue.start] : ends[cue.end - 1]] for cue in cues]


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[f"{n}-{r.name}" for n, r in RULES])
def test_hits_and_misses(name: str, rule: RuleEntry) -> None:
    signal = lexicon.shipped().files[name].signal
    for hit in rule.hits:
        begin, end = hit.index("["), hit.index("]")
        expected = hit[begin + 1 : end]
        text = hit[:begin] + expected + hit[end + 1 :]
        assert expected in spans(signal, rule, text), f"{rule.name} did not fire on {text!r}"
    for miss in rule.misses:
        assert not spans(signal, rule, miss), f"{rule.name} fired on {miss!r}"


@pytest.mark.parametrize("name", COMPLETE)
def test_every_alternative_has_a_hit(name: str) -> None:
    shipped = lexicon.shipped()
    lacking = []
    for rule in shipped.files[name].rules:
        texts = [hit.replace("[", "").replace("]", "") for hit in rule.hits]
        tapes = [write_tape(Text([text], [None]), shipped).characters for text in texts]
        for pattern in rule.patterns:
            search = shipped.compile(pattern).search
            if not any(map(search, tapes)):
                lacking.append(f"{rule.name}: {pattern}")
    assert not lacking


def test_every_file_says_where_it_comes_from() -> None:
    for name, file in lexicon.shipped().files.items():
        assert len(file.source.split()) >= 5, name
