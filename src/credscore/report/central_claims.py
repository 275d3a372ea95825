"""The central claim of an article, with the caller's offsets."""

import re
from collections.abc import Iterator

from credscore.report.profile import are_denied
from credscore.report.records import Claim
from credscore.signals import Findings

_SPEAKERS = "<first_person> | me | my"
"""Words of who writes or talks: outside quotation marks, a claim has none."""

_OUTLET = re.compile(r"\s([|–—-])(?:\s(?:[A-Z0-9][\w.'’&-]*|of|the|and|&)){1,5}\Z")
_PLACE = r"[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3}"
_AGENCY = r"(?:\([\w/. ]{2,30}\)|/[\w. -]{2,30}/)"
_HALF = r"(?: ?[AaPp]\.?[Mm]\b\.?)"
_ZONE = r"(?: [A-Z]{2,4}\b)?"
_DASH = r"(?:--?|[–—])"
_TIME = (
    rf"(?:\d{{1,2}}(?::\d\d{_HALF}?|{_HALF}){_ZONE} ?(?:{_DASH}|[:|])?"
    rf"|\d{{1,2}}\.\d\d{_HALF}?{_ZONE} ?(?:{_DASH}|[:|]))"
)
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}(?:, [\w., /]{{1,30}})?(?: ?{_AGENCY})?"
    rf"|(?:[A-Z][\w., '’-]{{1,50}} )?{_AGENCY}) ?{_DASH}|A:|{_TIME})\s+(?=[A-Z\"“‘'])"
)
"""Where and when a sentence was written, or an answer's label: "HARROW, June 3 - ", "13:55 - "."""
_LOWER = re.compile(r"\b[a-z]{4,}\b")
_LEAST = 4
"""Words of a headline, at least, before the name of its page."""


def claims_of(findings: Findings) -> Iterator[Claim | None]:
    """The central claim of each article; None if it can't be told."""
    reading = findings.reading
    text, tape, speakers = reading.text, reading.tape, reading.lexicon.compile(_SPEAKERS)
    claims, denied = reading.claims, are_denied(findings)
    columns = claims.starts.tolist(), claims.ends.tolist(), claims.in_title.tolist(), denied
    for article, (start, end, in_headline, is_denied) in enumerate(zip(*columns, strict=True)):
        while end > start and tape[end - 1] in "\n\0":
            end -= 1
        while start < end and tape[start] == "\n":
            start += 1
        spoken = (word.start() for word in speakers.finditer(tape, start, end))
        if start == end or not all(map(reading.in_quote, spoken)):
            yield None
            continue
        in_title, first, last, words = text.passage(article, start, end)
        if in_headline:
            words = _without_outlet(words)
            last = first + len(words)
        elif dateline := _DATELINE.match(words):
            first, words = first + dateline.end(), words[dateline.end() :]
        yield Claim(words, first, last, in_title, is_denied)


def _without_outlet(headline: str) -> str:
    """A headline without its page behind a bar, or a dash if few words have capitals."""
    outlet = _OUTLET.search(headline)
    before = headline[: outlet.start()].rstrip() if outlet else headline
    is_plain = outlet is None or outlet[1] == "|" or _LOWER.search(before)
    return before if is_plain and len(before.split()) >= _LEAST else headline
