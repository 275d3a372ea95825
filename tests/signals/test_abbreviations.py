"""An abbreviated name hides nothing: what is found beside a plain name is found beside it."""

import pytest

from credscore import extract

SIGNALS = {"anonymous_sources", "official_denials", "unverifiable_media", "hedges"}
NAMES = (
    "Mr. Keller", "Sen. Keller", "J. K. Keller", "John F. Keller", "Dr. Keller", "Gen. Keller",
    "St. Harrow", "Harrow Inc.", "the U.S.", "the U.S. Army",
)  # fmt: skip
FRAMES = (
    "The aide denied {}'s claims that tests failed.",
    "The ministry dismissed {}’s report as baseless.",
    "The firm rejected {}'s account of the fire.",
    "The video of {} could not be verified.",
    "A leaked email from {} appears to show a plan.",
    "A purported photo of {} with a gun spread online.",
    "Attempts to reach {} for comment failed.",
    "Reports that {} fled are untrue.",
    "Friends of {} said that it was over.",
    "A source close to {} said that it was over.",
    "It is unclear whether {} might leave.",
)


def signals(frame: str, name: str) -> list[tuple[str, str]]:
    evidence = extract(frame.format(name))
    return [(item.signal, item.kind) for item in evidence if item.signal in SIGNALS]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_an_abbreviation_hides_nothing(name: str, frame: str) -> None:
    assert signals(frame, name) in (signals(frame, "Keller"), signals(frame, "Maria Keller"))
