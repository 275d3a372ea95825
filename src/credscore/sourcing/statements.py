"""Lists attributions: who said what, where the statement stands, and who denies."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from credscore.attribution import STANCES, WINDOW, Source
from credscore.evidence import ANONYMOUS, NAMED, Finding, Statement
from credscore.report import Attribution, Profile, profiles
from credscore.signals import Reading, find
from credscore.sourcing.extents import Extents
from credscore.sourcing.quotations import Span
from credscore.sourcing.roles import role_of
from credscore.sourcing.second_verbs import with_second_verbs
from credscore.text import Text

_HIDDEN = 6  # tokens read behind a verb for a source's request: "asked not to be named"
_NOWHERE = None, None, None, ""


class DenialFinder:
    """Finds the denial that a source utters, among the denials of a reading, in text order."""

    def __init__(self, denials: Sequence[Finding]) -> None:
        self._denials = denials
        self._starts = [denial.start for denial in denials]

    def declines_comment(self, statement: Statement) -> bool:
        """Whether a source only declines to comment: the verb stands in such a denial."""
        denial = self.of(statement, None)
        return denial is not None and denial.kind == "non_confirmation"

    def of(self, statement: Statement, extent: Span | None) -> Finding | None:
        """The first denial that holds the verb, or that starts in what is said."""
        numbers = [bisect_right(self._starts, statement.verb_start) - 1]
        if numbers[0] < 0 or self._denials[numbers[0]].end <= statement.verb_start:
            numbers.pop()
        if extent is not None:
            number = bisect_left(self._starts, extent[0])
            if number < len(self._starts) and self._starts[number] < extent[1]:
                numbers.append(number)
        return self._denials[min(numbers)] if numbers else None


def attributions(text: str, title: str | None = None) -> tuple[Attribution, ...]:
    """Who is said to have said what, in text order.

    Raises InputError if text or title is not a string.

    >>> text = "Two officials said it sank."
    >>> (row,) = attributions(text)
    >>> row.source, row.kind, row.verb, text[row.statement_start : row.statement_end]
    ('Two officials', 'unnamed', 'said', 'it sank')
    """
    return sourcing(text, title)[0]


def sourcing(text: str, title: str | None = None) -> tuple[tuple[Attribution, ...], Profile]:
    """The attributions and the sourcing profile of one text, without any model.

    Raises InputError if text or title is not a string.

    >>> rows, profile = sourcing("Two officials said it sank. Maria Keller denied it.")
    >>> [(row.source, row.denial) for row in rows], profile.denials
    ([('Two officials', None), ('Maria Keller', 'denial')], 1)
    """
    findings = find([text], [title])
    reading = findings.reading
    evidence = reading.findings(findings.rows)
    denials = [row for row in evidence if row.signal == "official_denials"]
    own_words = [denial for denial in denials if denial.cue == "denial_of"]
    any_denial, own_denial = DenialFinder(denials), DenialFinder(own_words)
    statements = _without_asides(reading, with_second_verbs(reading))
    extents, rows, linked = Extents(reading, statements), [], set()
    speaking, words = reading.lexicon.characters("<speaking>"), reading.text.hashes
    kinds = {
        words[row.source_start : row.source_end].tobytes(): row.kind
        for row in statements
        if row.kind in NAMED
    }
    for statement in statements:
        if reading.tape[statement.source_start] in speaking:
            continue  # "I" and "we" are the writer, or a speaker whom the text quotes
        statement = extents.full_verb(statement)
        extent, refused = extents.of(statement), any_denial.declines_comment(statement)
        if not refused:
            extent = extents.beside(statement, extent) or extent
        spoken = own_denial if statement.cue == "own_words" else any_denial
        denial = spoken.of(statement, extent)
        linked.add(denial)
        rows.append(_describe(reading, statement, extent, denial))
    for denial in denials:
        denier = None if denial in linked else _denier_of(reading, denial)
        if denier is not None:
            name = words[denier.start : denier.end].tobytes()  # one name is of one kind
            kind = kinds.get(name, denier.kind)
            end = reading.sources.name_end(denier.end - 1) if kind in NAMED else denier.end
            span = denier.start, end, denial.start, denial.end
            statement = Statement(kind, "denial", *span)
            rows.append(_describe(reading, statement, None, denial))
    spans = (range(row.source_start, row.source_end) for row in reading.attributions)
    named = set(chain.from_iterable(spans))
    for talk in evidence:
        if talk.signal == "anonymous_sources" and named.isdisjoint(range(talk.start, talk.end)):
            statement = Statement(talk.kind, talk.cue, *2 * (talk.start, talk.end))
            extent = None if talk.cue == "anonymity_granted" else extents.of(statement)
            rows.append(_describe(reading, statement, extent, None))
    rows.sort(key=lambda row: (not row.in_title, row.start))
    return tuple(rows), profiles(findings)[0]


def summary(rows: Iterable[Attribution]) -> str:
    """On whom the statements of a text rest, in one sentence.

    It does not count statements of pronouns, attitudes ("opposed the plan") and refusals to
    comment. Unlike the profile, it counts statements of the title, statements of documents, and
    denials without a verb of speech. "Unnamed people" are unnamed, confidential or hearsay sources.

    >>> summary(attributions("Two officials said it sank. Maria Keller said it floats."))
    '1 of 2 statements rest on unnamed people.'
    """
    spoken = (row for row in rows if row.kind != "pronoun" and row.cue not in STANCES)
    counted = [row for row in spoken if row.denial != "non_confirmation"]
    unnamed = sum(row.kind in ANONYMOUS for row in counted)
    if not counted:
        return "No statement is attributed to anyone, named or unnamed."
    rests = "statement rests" if len(counted) == 1 else "statements rest"
    return f"{unnamed} of {len(counted)} {rests} on unnamed people."


def _without_asides(reading: Reading, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, except those inside a source: "a nurse, who asked not to be named"."""
    ends = {
        statement.source_start: statement.source_end
        for statement in statements
        if statement.kind == "confidential"
    }

    def is_aside(statement: Statement) -> bool:
        stop = min(reading.sentence(statement.verb_start)[1], statement.verb_end + _HIDDEN)
        if statement.cue == "asked_to" and reading.sources.says_anonymous(
            statement.verb_start, stop
        ):
            return True
        return statement.source_start < statement.verb_start < ends.get(statement.source_start, 0)

    return [statement for statement in statements if not is_aside(statement)]


def _denier_of(reading: Reading, denial: Finding) -> Source | None:
    """The source of a denial, with or without a verb of speech; None if the sentence has none.

    These are tried in order: "denied by the mayor", "the mayor's denial", "the mayor declined".
    """
    if denial.kind == "debunk":
        return None
    tape, sources, characters = reading.tape, reading.sources, reading.lexicon.characters
    start, (begin, stop) = denial.start, reading.sentence(denial.start)
    ends = range(start, min(stop, denial.end + 2))
    by = next((at for at in ends if tape[at] in characters("by")), start)
    if by > start and not any(tape[at] in characters("reached") for at in range(start, by)):
        agent = sources.object(by + 1, stop)
        if agent is not None:
            return agent
    if start > begin and tape[start - 1] in characters("'s") + "'":
        return sources.owner(start - 1, begin)
    if denial.kind == "non_confirmation" and tape[start - 1] in characters("<be>"):
        start -= 1  # "the mayor was [not available for comment]"
    return sources.subject(start, max(begin, start - WINDOW))


def span_of(text: Text, start: int, end: int) -> tuple[int, int, int, str]:
    """For tokens `start` to `end` (exclusive): `start`, offsets in the text or title, the words."""
    return start, *text.passage(0, start, end)[1:]


def _describe(
    reading: Reading, statement: Statement, extent: Span | None, denial: Finding | None
) -> Attribution:
    text = reading.text
    first, start, end, source = span_of(text, statement.source_start, statement.source_end)
    verb = span_of(text, statement.verb_start, statement.verb_end)[-1]
    _, said_from, said_to, _ = span_of(text, *extent) if extent else _NOWHERE
    _, denied_from, denied_to, _ = span_of(text, denial.start, denial.end) if denial else _NOWHERE
    role = None
    if statement.kind not in ("pronoun", "document", "hearsay"):
        role = role_of(reading, first, statement.source_end)
    return Attribution(
        source, statement.kind, verb, start, end, reading.in_quote(first),
        text.passage(0, first, first + 1)[0], said_from, said_to, denial.kind if denial else None,
        role, denied_from, denied_to, statement.cue,
    )  # fmt: skip
