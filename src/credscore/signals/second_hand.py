"""Talk about other reports and posts; see lexicons/second_hand.toml.

"The report" says nothing of who made it. It is an outlet's where the last report before it in the
article was one, and not where the last was a study or an official report.
"""

from collections.abc import Iterator

from credscore.evidence import Finding
from credscore.signals.reading import Reading


def find(reading: Reading) -> list[Finding]:
    """Words for reports, outlets and posts, in text order; one with a capital may be a name.

    >>> [finding.kind for finding in find(Reading("A tabloid had the story in a post."))]
    ['report', 'report', 'post']
    >>> [finding.end for finding in find(Reading("News outlets met. Post is here."))]
    [4]
    """
    capital = reading.text.capital.data
    cues = _outlets(reading)
    return [cue for cue in cues if cue.end > cue.start + 1 or not capital[cue.start]]


def _outlets(reading: Reading) -> Iterator[Finding]:
    """All cues but studies, and the reports that refer back to studies or to nothing."""
    cues = reading.cues("second_hand")
    articles = reading.text.title_starts.searchsorted([cue.start for cue in cues], "right")
    article, of_outlet = -1, False
    for cue, its_article in zip(cues, articles.tolist(), strict=True):
        if its_article != article:
            article, of_outlet = its_article, False
        if cue.cue == "study":
            of_outlet = False
        elif cue.cue != "the_report" or of_outlet:
            of_outlet = of_outlet or cue.kind == "report"
            yield cue
