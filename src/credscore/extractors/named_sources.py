"""The signal named_sources, read off the attributions."""

from credscore.extractor import Finding
from credscore.reading import Reading

_KINDS = frozenset({"person", "institution"})


def find(reading: Reading) -> list[Finding]:
    """The source noun phrases of attributions of this signal's kinds."""
    return [
        Finding(a.source_start, a.source_end, "named_sources", a.kind, a.cue)
        for a in reading.attributions
        if a.kind in _KINDS
    ]
