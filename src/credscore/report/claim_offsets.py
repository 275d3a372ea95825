"""Gives the central claim of an article with the caller's offsets."""

import re
from collections.abc import Iterable, Iterator, Sequence

from credscore.report.caveats import CLAIMLESS
from credscore.report.profile import Denials, are_denied
from credscore.report.records import Claim
from credscore.signals import Findings
from credscore.text import end_of_dateline

_SPEAKERS = "<first_person> | me | my"
"""Words of who writes or talks: outside quotation marks, a claim has none."""
_OUTLET = re.compile(
    r"\s([|⋆•·–-])-?(?!.*\b(?:But|Even|Has|Have|Her|His|How|Is|Are|Or|Reports?|So|Sources?|What|Why)\b)"
    r"(?:\s(?:[A-Z0-9][\w.'’&-]*|[\w-]+\.(?:com|net|org)|of|the|and|&)){0,5}(?:\s?(?:\.\.\.|…))?\Z"
)
"""The name of a page behind a headline; what stands behind a long dash is part of the headline."""
_SINGLE_QUOTED = re.compile(r"(?<!\w)['‘].+?['’](?!\w)")
"""What somebody is quoted with in a headline, where single marks are usual."""
_LOWER = re.compile(r"\b[a-z]{4,}\b")
_LEAST = 4
_LEAST_IN_CAPITALS = 6
"""Words of a headline, at least, before the name of its page; if most have capitals."""


def claims_of(
    findings: Findings, denials: Denials, caveats: Iterable[Sequence[str]]
) -> Iterator[Claim | None]:
    """The claim of each article; None if it can't be told, or a caveat says that there is none."""
    reading = findings.reading
    text, tape, speakers = reading.text, reading.tape, reading.lexicon.compile(_SPEAKERS)
    claims, denied = reading.claims, are_denied(findings, denials)
    places = claims.starts.tolist(), claims.ends.tolist(), claims.in_title.tolist()
    columns = zip(*places, denied, map(CLAIMLESS.isdisjoint, caveats), strict=True)
    for article, (start, end, in_headline, is_denied, has_claim) in enumerate(columns):
        end = start + len(tape[start:end].rstrip("\n\0"))
        start = end - len(tape[start:end].lstrip("\n"))
        if not has_claim or start == end:
            yield None
            continue
        in_title, first, last, words = text.passage(article, start, end)
        spoken = [word.start() for word in speakers.finditer(tape, start, end)]
        if not all(_are_quoted(findings, spoken, start, words if in_headline else "")):
            yield None
            continue
        if in_headline:
            words = _without_outlet(words)
            last = first + len(words)
        else:
            begin = end_of_dateline(words)
            first, words = first + begin, words[begin:]
        yield Claim(words, first, last, in_title, is_denied)


def _are_quoted(
    findings: Findings, tokens: Sequence[int], start: int, headline: str
) -> Iterator[bool]:
    """Whether each token is quoted; in a headline, at `start`, single marks quote, too."""
    marked = [match.span() for match in _SINGLE_QUOTED.finditer(headline)]
    starts = findings.reading.text.starts
    for token in tokens:
        offset = starts[token] - starts[start]
        in_single = any(begin <= offset < end for begin, end in marked)
        yield in_single or findings.reading.in_quote(token)


def _without_outlet(headline: str) -> str:
    """A headline without the name of the site behind a bar or a dash."""
    outlet = _OUTLET.search(headline)
    before = headline[: outlet.start()].rstrip() if outlet else headline
    is_plain = outlet is None or outlet[1] in "|⋆•·" or _LOWER.search(before)
    least = _LEAST if is_plain else _LEAST_IN_CAPITALS
    return before if len(before.split()) >= least else headline
