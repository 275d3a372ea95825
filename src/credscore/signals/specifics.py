"""The signal specifics; see lexicons/specifics.toml."""

from credscore.evidence import Finding
from credscore.signals.reading import Reading


def find(reading: Reading) -> list[Finding]:
    """Every cue of the lexicon is a finding."""
    return reading.cues("specifics")
