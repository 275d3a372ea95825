"""Extents and denials are found by bisection; here they are found by looking at everything."""

from hypothesis import given
from hypothesis import strategies as st

from credscore.evidence import Finding, Statement
from credscore.signals import Reading, find_all
from credscore.sourcing.extents import Extents
from credscore.sourcing.quotations import Quotations, Span
from credscore.sourcing.statements import DenialFinder

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
        self.reading = reading
        super().__init__(reading, reading.attributions)
        self._quotations = LookingQuotations(reading)

    def _trimmed(self, start: int, end: int) -> Span | None:
        tape, characters = self.reading.tape, self.reading.lexicon.characters
        verbs = "".join(map(characters, ("<be>", "<have>", "<modal_any>", "<do>")))
        that = characters("that")[::2]
        while start < end and (
            tape[start] in MARKS
            or (tape[start] in that and (start + 1 == len(tape) or tape[start + 1] not in verbs))
        ):
            start += 1
        while start < end and tape[end - 1] in MARKS:
            end -= 1
        return (start, end) if start < end else None


class LookingQuotations(Quotations):
    """Looks at every quotation."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.all: list[Span] = [(first, last) for first, last in reading.text.quotations.tolist()]

    def around(self, start: int, end: int) -> Span | None:
        return next((one for one in self.all if one[0] < start and end <= one[1]), None)

    def opened_in(self, start: int, end: int) -> Span | None:
        return next((one for one in self.all[::-1] if start <= one[0] < end), None)

    def closed_in(self, start: int, end: int) -> Span | None:
        return next((one for one in self.all[::-1] if start < one[1] <= end), None)


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
    extents, looking = Extents(reading, reading.attributions), Looking(reading)
    told = [one for one in reading.attributions if not reading.in_quote(one.verb_start)]
    denials = reading.findings(find_all(reading)["official_denials"])
    finder = DenialFinder(denials)
    for statement in (*reading.attributions, *reading.attitudes):
        extent = extents.of(statement)
        assert extent == looking.of(statement)
        beside = extents.beside(statement, extent)
        assert beside == looking.beside(statement, extent)
        assert beside is None or not any(
            claimed and claimed[0] < beside[1] and beside[0] < claimed[1]
            for claimed in map(looking.of, told)
        )
        assert finder.of(statement, extent) == denial_of(statement, extent, denials)
