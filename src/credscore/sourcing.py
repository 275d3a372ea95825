"""Attribution as data: who said what, where the statement stands, and who denies."""

from credscore.attribution import Attribution as Found
from credscore.extractors import find_all
from credscore.findings import Findings
from credscore.profile import profiles
from credscore.reading import Reading
from credscore.report import Attribution, Profile

_MARKS = frozenset(",.:;—-“”\"'?!\n")


def attributions(text: str, title: str | None = None) -> tuple[Attribution, ...]:
    """Who is said to have said what, in text order.

    >>> text = "Two officials said it sank."
    >>> (one,) = attributions(text)
    >>> one.source, one.kind, one.verb, text[one.statement_start : one.statement_end]
    ('Two officials', 'unnamed', 'said', 'it sank')
    """
    return sourcing(text, title)[0]


def sourcing(text: str, title: str | None = None) -> tuple[tuple[Attribution, ...], Profile]:
    """The attributions and the sourcing profile of one text; no model is asked."""
    reading = Reading(text, title)
    findings = find_all(reading)
    denials = [(f.start, f.end, f.kind) for f in findings["official_denials"]]
    rows = tuple(_described(reading, found, denials) for found in reading.attributions)
    return rows, next(profiles(Findings(reading, findings)))


def _described(reading: Reading, found: Found, denials: list[tuple[int, int, str]]) -> Attribution:
    text = reading.text
    in_title = found.source_start < int(text.body_starts[0])
    shift = int((text.title_offsets if in_title else text.body_offsets)[0])
    said = _statement(reading, found)

    def places(start: int, end: int) -> tuple[int, int]:
        return int(text.starts[start]) - shift, int(text.ends[end - 1]) - shift

    start, end = places(found.source_start, found.source_end)
    verb = text.source[text.starts[found.verb_start] : text.ends[found.verb_end - 1]]
    first_said, last_said = places(*said) if said else (None, None)
    denied = next(
        (kind for first, last, kind in denials
         if first <= found.verb_start < last or (said and said[0] <= first < said[1])), None,
    )  # fmt: skip
    return Attribution(
        text.source[start + shift : end + shift], found.kind, verb, start, end,
        reading.in_quote(found.source_start), in_title, first_said, last_said, denied,
    )  # fmt: skip


def _statement(reading: Reading, found: Found) -> tuple[int, int] | None:
    """The tokens of what is said: behind source and verb, or else before them."""
    begin, stop = reading.sentence(found.verb_start)
    before = min(found.source_start, found.verb_start)
    after = max(found.source_end, found.verb_end)
    left, right = _trimmed(reading, begin, before), _trimmed(reading, after, stop)
    inverted = found.source_start >= found.verb_end
    closes = before > begin and reading.tape[before - 1] in ',”"'
    if left and (inverted or not right or (closes and right[1] - right[0] < 3)):
        for (
            first,
            last,
        ) in reading.text.quotations.tolist():  # a quotation may begin sentences before
            if first < begin < last <= before:
                return first + 1, left[1]
        return left
    return right


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    tape = reading.tape
    that = reading.lexicon.characters("that")
    while start < end and (tape[start] in _MARKS or tape[start] in that):
        start += 1
    while start < end and tape[end - 1] in _MARKS:
        end -= 1
    return (start, end) if start < end else None
