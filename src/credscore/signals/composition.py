"""The one composition of reading and finding: texts -> Reading -> the findings of every signal."""

from collections.abc import Sequence
from importlib import import_module

from credscore.evidence import SIGNALS
from credscore.patterns import Rows
from credscore.signals.findings import Findings
from credscore.signals.reading import Reading

_FINDERS = {
    signal.name: import_module(f"credscore.signals.{signal.name}").find for signal in SIGNALS
}
"""By signal the function that finds its evidence: `find` of the module with the signal's name."""


def find_all(reading: Reading) -> dict[str, Rows]:
    """The findings of every signal of the catalogue, by its name.

    >>> reading = Reading("He allegedly fled.")
    >>> [finding.cue for finding in reading.findings(find_all(reading)["hedges"])]
    ['adverb']
    """
    return {signal: find(reading) for signal, find in _FINDERS.items()}


def find(texts: Sequence[str], titles: Sequence[str | None]) -> Findings:
    """The findings of articles that are read together.

    Raises
    ------
    InputError
        If a text or a title is not a string.

    Examples
    --------
    >>> len(find(["He allegedly fled."], [None]).rows)
    1
    """
    reading = Reading.together(texts, titles)
    return Findings(reading, find_all(reading))
