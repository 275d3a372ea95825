"""Source and verb of an attribution, and that reading for them takes linear time."""

import time

import pytest

from credscore.reading import Reading


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        reading = Reading(text)
        begin = time.process_time()
        assert reading.attributions is not None
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize(
    ("text", "kind", "source", "verb"),
    [
        ("Two officials said it sank.", "unnamed", "Two officials", "said"),
        ("It sank, according to two officials.", "unnamed", "two officials", "according to"),
        ("She said it sank.", "pronoun", "She", "said"),
        ("Maria Keller has also said it sank.", "person", "Maria Keller", "said"),
        ("“It sank,” said Maria Keller.", "person", "Maria Keller", "said"),
    ],
)
def test_source_and_verb(text: str, kind: str, source: str, verb: str) -> None:
    reading = Reading(text)
    starts, ends = reading.text.starts, reading.text.ends
    (one,) = reading.attributions
    assert one.kind == kind
    assert reading.text.source[starts[one.source_start] : ends[one.source_end - 1]] == source
    assert reading.text.source[starts[one.verb_start] : ends[one.verb_end - 1]] == verb


def test_a_source_is_not_looked_for_in_another_sentence() -> None:
    assert [one.kind for one in Reading("Two officials left. He said so.").attributions] == [
        "pronoun"
    ]


@pytest.mark.parametrize("unit", ["said ", "the official, ", "official who said ", "“said, "])
def test_linear_time(unit: str) -> None:
    short, long = seconds(unit * 500), seconds(unit * 4000)
    assert long < 30 * short + 0.05
