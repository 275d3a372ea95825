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


class Looking(Extents):
    """Looks at every token and at every quotation."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.reading = reading

    def _trimmed(self, start: int, end: int) -> Span | None:
        tape, that = self.reading.tape, self.reading.lexicon.characters("that")
        while start < end and (tape[start] in MARKS or tape[start] in that):
            start += 1
        while start < end and tape[end - 1] in MARKS:
            end -= 1
        return (start, end) if start < end else None

    def _quotation_around(self, token: int, end: int) -> int | None:
        for first, last in self.reading.text.quotations.tolist():
            if first < token < last <= end:
                return int(first)
        return None

    def _quotation_beside(self, begin: int, stop: int) -> Span | None:
        quotations = self.reading.text.quotations.tolist()
        behind = [one for one in quotations if stop <= one[0] <= stop + 1]
        before = [one for one in quotations if one[0] < stop and begin - 1 <= one[1] <= begin]
        for first, last in behind or before[-1:]:
            return self._trimmed(first, last)
        return None


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
    extents, looking = Extents(reading), Looking(reading)
    denials = reading.findings(find_all(reading)["official_denials"])
    finder = Denials(denials)
    for statement in (*reading.attributions, *reading.attitudes):
        extent = extents.of(statement)
        assert extent == looking.of(statement)
        assert finder.of(statement, extent) == denial_of(statement, extent, denials)
