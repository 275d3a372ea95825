"""The signal named_sources, read off the attributions."""

from credscore.attribution import sourced
from credscore.evidence import NAMED, Finding
from credscore.signals.reading import Reading


def find(reading: Reading) -> list[Finding]:
    """The source noun phrases of attributions of this signal's kinds."""
    shapes = reading.text.shapes
    return sourced(reading.attributions, "named_sources", NAMED, shapes)
