"""Sound, mixed and rumour stand in that order, in five domains."""

from pathlib import Path

import pytest

import credscore

TRIPLES = sorted((Path(__file__).parent / "data" / "triples").iterdir())


@pytest.mark.parametrize("titled", [True, False])
@pytest.mark.parametrize("folder", TRIPLES, ids=lambda folder: folder.name)
def test_order(folder: Path, titled: bool) -> None:
    scores = []
    for name in ("sound", "mixed", "rumour"):
        title, text = (folder / f"{name}.txt").read_text("utf-8").split("\n", 1)
        scores.append(credscore.score(text, title if titled else None).score)
    sound, mixed, rumour = scores
    assert sound > mixed + 0.12
    assert mixed > rumour + 0.12


def test_the_shared_rumour(shared: Path) -> None:
    report = credscore.score((shared / "articles" / "rumour.txt").read_text("utf-8"))
    assert report.score < 0.35

    def has(quote: str, signal: str, kind: str | None = None) -> bool:
        return any(
            quote in e.quote and e.signal == signal and kind in (None, e.kind)
            for e in report.evidence
        )

    assert has("neither confirmed nor denied", "official_denials", "non_confirmation")
    assert has("baseless propaganda", "official_denials", "denial")
    assert has("Video footage", "unverifiable_media", "media")
    assert has("unverifiable", "unverifiable_media", "media")
    assert has("is said to", "anonymous_sources") or has("Sources sympathetic", "anonymous_sources")
    assert has("allegedly", "hedges")
    assert has("purportedly", "hedges")
