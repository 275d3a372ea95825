"""What quotation marks and negation do to the evidence of each signal."""

import pytest

from credscore import attributions, extract

CLAIM = "the bank has closed"


def quoted(text: str, signal: str) -> list[tuple[str, bool]]:
    return [(e.quote, e.in_quote) for e in extract(text) if e.signal == signal]


@pytest.mark.parametrize(
    ("text", "signal", "expected"),
    [
        ("“It may sink,” he said.", "hedges", [("may", True)]),
        ("It may sink, he said: “No.”", "hedges", [("may", False)]),
        ("'It may sink' and \"it might float\".", "hedges", [("may", False), ("might", True)]),
        ("“Two officials said so,” he wrote.", "anonymous_sources", [("Two officials", True)]),
        ("“It sank,” two officials said.", "anonymous_sources", [("two officials", False)]),
        ("“The story is false,” she said.", "official_denials", [("The story is false", True)]),
        ("She said the story is “false”.", "official_denials",
         [("said the story is “false", False)]),
        ("“I read an unverified dossier,” he said.", "unverifiable_media",
         [("an unverified dossier", True)]),
        ("He called the tale “childish nonsense” on air.", "official_denials",
         [("called the tale “childish nonsense”", False)]),
        ("“It may sink. It could burn,” he said.", "hedges", [("may", True), ("could", True)]),
    ],
)  # fmt: skip
def test_quotation(text: str, signal: str, expected: list[tuple[str, bool]]) -> None:
    assert quoted(text, signal) == expected


@pytest.mark.parametrize(
    ("affirmed", "negated", "signal"),
    [
        (f"Two officials said that {CLAIM}.", f"Two officials did not say that {CLAIM}.",
         "anonymous_sources"),
        (f"Experts believe that {CLAIM}.", f"Experts never believed that {CLAIM}.",
         "anonymous_sources"),
        ("The mayor denied the report.", "The mayor did not deny the report.", "official_denials"),
        ("The mayor denies it.", "Nobody denies it.", "official_denials"),
        ("They have debunked the story.", "They have not debunked the story.", "official_denials"),
        ("It never happened.", "It never happened again.", "official_denials"),
        ("The ship could sink.", "The man could not walk.", "hedges"),
        ("There is a possible leak.", "That is not possible.", "hedges"),
        ("He is a supposed thief.", "He is not supposed to sing.", "hedges"),
        ("The report could not be verified.", "The report was verified.", "unverifiable_media"),
        ("The video has not been authenticated.", "The video has been authenticated.",
         "unverifiable_media"),
    ],
)  # fmt: skip
def test_negation(affirmed: str, negated: str, signal: str) -> None:
    """The first sentence holds evidence, the second none."""
    assert quoted(affirmed, signal)
    assert not quoted(negated, signal)


def test_an_attribution_knows_its_quotation() -> None:
    inner, outer = attributions("“Two officials said so,” Maria Keller said.")
    assert (inner.source, inner.in_quote) == ("Two officials", True)
    assert (outer.source, outer.in_quote) == ("Maria Keller", False)
