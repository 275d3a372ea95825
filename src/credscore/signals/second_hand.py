"""Talk about other reports and posts; see lexicons/second_hand.toml."""

from credscore.patterns import Rows
from credscore.signals.reading import Reading


def find(reading: Reading) -> Rows:
    """Words for reports, outlets and posts, in text order; with a capital they may be names.

    >>> reading = Reading("A tabloid had the story in a post.")
    >>> [finding.kind for finding in reading.findings(find(reading))]
    ['report', 'report', 'post']
    """
    rows = reading.rows("second_hand")
    return rows[~reading.text.capital[rows[:, 0]]]
