"""Extents and denials are found by bisection; here they are found by looking at everything."""

from hypothesis import given
from hypothesis import strategies as st

from credscore.evidence import Finding, Statement
from credscore.signals import Reading, find_all
from credscore.sourcing.extents import Denials, Extents, Span

WORDS = st.sampled_from(
    ["Nora Vale", "officials", "the ministry", "it", "that", "said", "denied", "claimed", "Monday",
     "the reports", "“", "”", '"', ",", ".", "?", "—", "\n", "declined to comment", "fell", "they",
     "its denial of the report", "rejected"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
MARKS = ",.:;—-“”\"'?!\n"


def trimmed(reading: Reading, start: int, end: int) -> Span | None:
    that = reading.lexicon.characters("that")
    while start < end and (reading.tape[start] in MARKS or reading.tape[start] in that):
        start += 1
    while start < end and reading.tape[end - 1] in MARKS:
        end -= 1
    return (start, end) if start < end else None


def extent_of(reading: Reading, statement: Statement) -> Span | None:
    begin, stop = reading.sentence(statement.verb_start)
    before = min(statement.source_start, statement.verb_start)
    after = max(statement.source_end, statement.verb_end)
    left, right = trimmed(reading, begin, before), trimmed(reading, after, stop)
    inverted = statement.source_start >= statement.verb_end
    closes = before > begin and reading.tape[before - 1] in ',”"'
    pronouns = reading.lexicon.characters("<pronoun>")
    short = right and right[1] - right[0] < 3 and reading.tape[right[0]] not in pronouns
    if left and (inverted or not right or (closes and short)):
        for first, last in reading.text.quotations.tolist():
            if first < begin < last <= before:
                return first + 1, left[1]
        return left
    return right


def denial_of(statement: Statement, extent: Span | None, denials: list[Finding]) -> Finding | None:
    for denial in denials:
        if denial.start <= statement.verb_start < denial.end:
            return denial
        if extent and extent[0] <= denial.start < extent[1]:
            return denial
    return None


@given(TEXTS, st.none() | TEXTS)
def test_statements_reach_as_far_as_when_all_is_looked_at(text: str, title: str | None) -> None:
    reading = Reading(text, title)
    extents = Extents(reading)
    denials = reading.findings(find_all(reading)["official_denials"])
    finder = Denials(denials)
    for statement in (*reading.attributions, *reading.attitudes):
        extent = extents.of(statement)
        assert extent == extent_of(reading, statement)
        assert finder.of(statement, extent) == denial_of(statement, extent, denials)
