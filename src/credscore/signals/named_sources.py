"""The signal named_sources, read off the attributions."""

from credscore.patterns import Rows
from credscore.signals.reading import Reading


def find(reading: Reading) -> Rows:
    """The source noun phrases of attributions of this signal's kinds."""
    return reading.sourced["named_sources"]
