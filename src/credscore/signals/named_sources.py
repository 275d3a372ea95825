"""The signal named_sources, read off the attributions."""

from credscore.attribution import phrases_of
from credscore.patterns import Rows
from credscore.signals.reading import Reading


def find(reading: Reading) -> Rows:
    """The source noun phrases of attributions of this signal's kinds."""
    return phrases_of(reading.sourced["named_sources"])
