"""Which sources are persons and which institutions, told by form; all examples are invented."""

import pytest

from credscore.signals import named_sources
from credscore.signals.reading import Reading

POSITIVE = [
    ("Maria Keller said the bridge was closed.", "person"),
    ("The bridge was closed, Keller said.", "person"),
    ("“It is closed,” said Maria Keller.", "person"),
    ("The bridge was closed, according to Maria Keller.", "person"),
    ("Lena Orth, a historian, said the road is old.", "person"),
    ("The ministry said the bridge was closed.", "institution"),
    ("Police said the bridge was closed.", "institution"),
    ("The bridge was closed, according to the court.", "institution"),
    ("A spokesman for the railway said the bridge was closed.", "institution"),
    ("Her rep told us that the bridge was closed.", "institution"),
]
NEGATIVE = [
    "Two witnesses said the bridge was closed.",
    "A source said the bridge was closed.",
    "She said the bridge was closed.",
    "Maria Keller crossed the bridge.",
    "Police closed the bridge.",
]


def kinds(text: str) -> list[str]:
    reading = Reading(text)
    return [finding.kind for finding in reading.findings(named_sources.find(reading))]


@pytest.mark.parametrize(("text", "kind"), POSITIVE)
def test_positive(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", NEGATIVE)
def test_negative(text: str) -> None:
    assert kinds(text) == []
