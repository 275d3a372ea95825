"""Talk about other reports and posts; see lexicons/second_hand.toml."""

from credscore.evidence import Finding
from credscore.signals.reading import Reading


def find(reading: Reading) -> list[Finding]:
    """Words for reports, outlets and posts, in text order.

    >>> [finding.kind for finding in find(Reading("A tabloid had the story in a post."))]
    ['report', 'report', 'post']
    """
    return reading.cues("second_hand")
