"""Sources that nobody can name, read off the attributions and the lexicon's own phrases."""

from operator import attrgetter

from credscore.attribution import sourced
from credscore.evidence import ANONYMOUS, Finding
from credscore.signals.reading import Reading

_ANONYMITY = frozenset(
    {"anonymity_granted", "anonymity_sought", "name_kept_back", "not_to_be_named"}
)
"""Rules that find how anonymity is told, and not whose it is."""


def find(reading: Reading) -> list[Finding]:
    """Source noun phrases of unnamed sources, and phrases that carry hearsay or anonymity."""
    shapes = reading.text.shapes
    sources = sourced(reading.attributions, "anonymous_sources", ANONYMOUS, shapes)
    findings: list[Finding] = []
    for finding in sorted(reading.cues("anonymous_sources") + sources, key=attrgetter("start")):
        if not findings or finding.start >= findings[-1].end:
            findings.append(finding)
        elif finding.start == findings[-1].start and (
            finding.end > findings[-1].end
            or (finding.end < findings[-1].end and finding.kind == findings[-1].kind)
        ):
            findings[-1] = finding  # what is read as a source has its true borders
    told = {
        reading.sentence(finding.start)
        for finding in findings
        if finding.kind == "confidential" and finding.cue not in _ANONYMITY
    }
    return [
        finding if finding.cue not in _ANONYMITY else _with_source(reading, finding)
        for finding in findings
        if finding.cue not in _ANONYMITY or reading.sentence(finding.start) not in told
    ]


def _with_source(reading: Reading, finding: Finding) -> Finding:
    """A phrase of anonymity with the source before it: "a nurse who asked not to be named"."""
    source = reading.sources.subject(finding.start, reading.sentence(finding.start)[0])
    if source is None or source.kind not in ANONYMOUS or finding.start - source.end > 3:
        return finding
    return finding._replace(start=source.start)
