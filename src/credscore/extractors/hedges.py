"""The signal hedges; see lexicons/hedges.toml."""

from credscore.extractor import Finding
from credscore.reading import Reading


def find(reading: Reading) -> list[Finding]:
    """Every cue of the lexicon is a finding."""
    return reading.cues("hedges")
