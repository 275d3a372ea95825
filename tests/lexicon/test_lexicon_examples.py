"""Every rule of every lexicon is tried on its own hits and misses."""

import pytest

from credscore.lexicon import lexicon
from credscore.lexicon.files import RuleEntry
from credscore.signals.reading import Reading

RULES = [(name, rule) for name, file in lexicon.shipped().files.items() for rule in file.rules]


def spans(signal: str, rule: RuleEntry, text: str) -> list[str]:
    reading = Reading(text)
    starts, ends, source = reading.text.starts, reading.text.ends, reading.text.source
    if not rule.kind:
        match = reading.lexicon.compile(rule.pattern).search(reading.tape)
        return [source[starts[match.start()] : ends[match.end() - 1]]] if match else []
    cues = [cue for cue in reading.cues(signal) if cue.cue == rule.name]
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


def test_every_file_says_where_it_comes_from() -> None:
    for name, file in lexicon.shipped().files.items():
        assert len(file.source.split()) >= 5, name
