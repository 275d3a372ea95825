"""Attribution as data: who said what, where the statement stands, and who denies."""

from collections.abc import Iterable

from credscore.attribution import STANCES
from credscore.evidence import ANONYMOUS, Finding, Statement
from credscore.report import Attribution, Profile, profiles
from credscore.signals import Reading, find
from credscore.sourcing.deniers import Deniers
from credscore.sourcing.roles import role_of

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
    findings = find([text], [title])
    reading = findings.reading
    denials = [row for row in findings.rows if row.signal == "official_denials"]
    rows, linked = [], set()
    for found in (*reading.attributions, *reading.attitudes):
        said = _statement(reading, found)
        denial = _denial_of(found, said, denials)
        linked.add(denial)
        rows.append(_described(reading, found, said, denial))
    deniers = Deniers(reading)
    for denial in denials:
        denier = None if denial in linked else deniers.of(denial)
        if denier is not None:
            found = Statement(
                denier.kind, "denial", denier.start, denier.end, denial.start, denial.end
            )
            rows.append(_described(reading, found, None, denial))
    rows.sort(key=lambda row: (not row.in_title, row.start))
    return tuple(rows), profiles(findings)[0]


def summary(rows: Iterable[Attribution]) -> str:
    """On whom the statements of a text rest, in one sentence.

    Statements of pronouns are not counted, nor attitudes ("opposed the plan").

    >>> summary(attributions("Two officials said it sank. Maria Keller said it floats."))
    '1 of 2 statements rest on unnamed people.'
    """
    told = [row for row in rows if row.kind != "pronoun" and row.cue not in STANCES]
    unnamed = sum(row.kind in ANONYMOUS for row in told)
    if not told:
        return "No statement is attributed to anyone."
    rests = "statement rests" if len(told) == 1 else "statements rest"
    return f"{unnamed} of {len(told)} {rests} on unnamed people."


def _denial_of(
    found: Statement, said: tuple[int, int] | None, denials: list[Finding]
) -> Finding | None:
    """The denial that a source utters: its verb is one, or one stands in what it says."""
    if found.cue == "own_words":
        denials = [denial for denial in denials if denial.cue == "denial_of"]
    return next(
        (
            denial for denial in denials
            if denial.start <= found.verb_start < denial.end
            or (said and said[0] <= denial.start < said[1])
        ),
        None,
    )  # fmt: skip


def _described(
    reading: Reading, found: Statement, said: tuple[int, int] | None, denial: Finding | None
) -> Attribution:
    text = reading.text
    in_title = found.source_start < int(text.body_starts[0])
    shift = int((text.title_offsets if in_title else text.body_offsets)[0])

    def places(span: tuple[int, int] | None) -> tuple[int, int] | tuple[None, None]:
        if span is None:
            return None, None
        return int(text.starts[span[0]]) - shift, int(text.ends[span[1] - 1]) - shift

    def words(start: int, end: int) -> str:
        return text.source[text.starts[start] : text.ends[end - 1]]

    source = found.source_start, found.source_end
    start, end = int(text.starts[source[0]]) - shift, int(text.ends[source[1] - 1]) - shift
    has_role = found.kind not in ("pronoun", "document", "hearsay")
    sentence = reading.sentence(found.source_start)
    role = role_of(text, reading.lexicon, *source, *sentence) if has_role else None
    first_said, last_said = places(said)
    first_denied, last_denied = places((denial.start, denial.end) if denial else None)
    return Attribution(
        words(*source), found.kind, words(found.verb_start, found.verb_end), start, end,
        reading.in_quote(found.source_start), in_title, first_said, last_said,
        denial.kind if denial else None, role, first_denied, last_denied, found.cue,
    )  # fmt: skip


def _statement(reading: Reading, found: Statement) -> tuple[int, int] | None:
    """The tokens of what is said: behind source and verb, or else before them."""
    begin, stop = reading.sentence(found.verb_start)
    before = min(found.source_start, found.verb_start)
    after = max(found.source_end, found.verb_end)
    left, right = _trimmed(reading, begin, before), _trimmed(reading, after, stop)
    inverted = found.source_start >= found.verb_end
    closes = before > begin and reading.tape[before - 1] in ',”"'
    if left and (inverted or not right or (closes and _is_adverbial(reading, *right))):
        for (
            first,
            last,
        ) in reading.text.quotations.tolist():  # a quotation may begin sentences before
            if first < begin < last <= before:
                return first + 1, left[1]
        return left
    return right


def _is_adverbial(reading: Reading, start: int, end: int) -> bool:
    """Whether what follows a verb is too short for a statement: "said Monday"."""
    return end - start < 3 and reading.tape[start] not in reading.lexicon.characters("<pronoun>")


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    tape = reading.tape
    that = reading.lexicon.characters("that")
    while start < end and (tape[start] in _MARKS or tape[start] in that):
        start += 1
    while start < end and tape[end - 1] in _MARKS:
        end -= 1
    return (start, end) if start < end else None
