"""Talk about other reports and posts; see lexicons/second_hand.toml."""

from credscore.evidence import Finding
from credscore.signals.reading import Reading


def find(reading: Reading) -> list[Finding]:
    """Words for reports, outlets and posts, in text order; with a capital they may be names.

    >>> [finding.kind for finding in find(Reading("A tabloid had the story in a post."))]
    ['report', 'report', 'post']
    """
    capital = reading.text.capital.data
    return [cue for cue in reading.cues("second_hand") if not capital[cue.start]]
