"""The one composition of reading and finding: texts -> Reading -> the findings of every signal."""

from collections.abc import Sequence

from credscore.evidence import Finding
from credscore.signals import (
    anonymous_sources,
    hedges,
    named_sources,
    official_denials,
    sensationalism,
    specifics,
    unverifiable_media,
)
from credscore.signals.findings import Findings
from credscore.signals.reading import Reading

_FINDERS = {
    "anonymous_sources": anonymous_sources.find,
    "hedges": hedges.find,
    "named_sources": named_sources.find,
    "official_denials": official_denials.find,
    "sensationalism": sensationalism.find,
    "specifics": specifics.find,
    "unverifiable_media": unverifiable_media.find,
}


def find_all(reading: Reading) -> dict[str, list[Finding]]:
    """The findings of every signal."""
    return {signal: find(reading) for signal, find in _FINDERS.items()}


def find(texts: Sequence[str], titles: Sequence[str | None]) -> Findings:
    """The findings of some articles that are read together.

    >>> find(["He allegedly fled."], [None]).rows[0].cue
    'allegedly'
    """
    reading = Reading.together(texts, titles)
    return Findings(reading, find_all(reading))
