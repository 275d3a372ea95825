"""Talk about other reports and posts; see lexicons/second_hand.toml.

"The report" does not say who made it. It is an outlet's report if the last report before it in the
article was an outlet's; it is none if the last one was a study or an official report.
"""

import numpy as np

from credscore.evidence import KIND_NUMBERS
from credscore.patterns import Rows
from credscore.signals.reading import Reading
from credscore.text import Bools

_POST = KIND_NUMBERS["second_hand", "post"]
_REPORT = KIND_NUMBERS["second_hand", "report"]


def find(reading: Reading) -> Rows:
    """Words for reports, outlets and posts, in text order; a lone word with a capital is left out.

    >>> reading = Reading("A tabloid had the story in a post.")
    >>> [finding.kind for finding in reading.findings(find(reading))]
    ['report', 'report', 'post']
    """
    rows, numbers = reading.rows("second_hand"), reading.lexicon.table.name_numbers
    starts, ends, kinds, cues = rows.T
    study, back = cues == numbers["study"], cues == numbers["the_report"]
    long = (ends > starts + 1) & (kinds != _POST)
    chosen = ~study & (long | ~reading.text.capital[starts])
    chosen &= ~back | _follow_outlet_report(
        reading, starts, study, (kinds == _REPORT) & ~study & ~back
    )
    result: Rows = rows.compress(chosen, axis=0)
    return result


def _follow_outlet_report(reading: Reading, starts: Rows, study: Bools, outlet: Bools) -> Bools:
    """Whether the last report before each cue in its article was an outlet's and no study."""
    articles = reading.text.title_starts.searchsorted(starts, "right")
    places = np.arange(len(starts))
    last = np.maximum.accumulate(np.where(study | outlet, places, 0))
    follow: Bools = outlet[last] & (articles[last] == articles)
    return follow
