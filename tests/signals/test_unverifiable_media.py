"""Media and reports that nobody has verified, and media that nobody doubts."""

import pytest

from credscore import extract

FOUND = [
    ("They posted a purported photo of the bridge.", "a purported photo", "media"),
    ("He shared images that appear to show a fire.", "images that appear to show", "media"),
    ("Video footage—widely circulated but unverifiable—shows a fire.",
     "Video footage—widely circulated but unverifiable", "media"),
    ("The authenticity of the video could not be confirmed.",
     "The authenticity of the video could not be confirmed", "media"),
    ("Viewers questioned the clip's authenticity.", "questioned the clip's authenticity", "media"),
    ("The claim could not be independently verified.", "could not be independently verified",
     "report"),
    ("There were unconfirmed reports of a fire.", "unconfirmed reports", "report"),
    ("The clip could not be geolocated.", "clip could not be geolocated", "media"),
    ("There is no hard evidence that he fled.", "no hard evidence that", "report"),
    ("The attack, if confirmed, would be the worst.", "if confirmed", "report"),
]  # fmt: skip

NOT_FOUND = [
    "A photo shows the bridge.",
    "The video has been seen a million times.",
    "The guest list was confirmed.",
    "If confirmed by the senate, she starts in June.",
    "The trial found no evidence that the pill helps.",
    "She lived without evidence of disease.",
    "A clerk verifies the authenticity of the documents.",
    "The post appears to have been deleted.",
    "The clip was geolocated to a village.",
]


def findings(text: str) -> list[tuple[str, str]]:
    return [(e.quote, e.kind) for e in extract(text) if e.signal == "unverifiable_media"]


@pytest.mark.parametrize(("text", "phrase", "kind"), FOUND)
def test_found(text: str, phrase: str, kind: str) -> None:
    found = findings(text)
    assert any(phrase in quote and kind == k for quote, k in found), found


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert findings(text) == []
