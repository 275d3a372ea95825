"""Reasons and summaries are what people read: plain, grounded in the text, complete."""

import json
import math
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import credscore
from credscore.cli.terminal import show
from credscore.evidence import KINDS, SIGNALS, SOURCES, Evidence
from credscore.features import NAMES, STYLE, definitions
from credscore.report import Contribution, Reason, Report
from credscore.report.reasons import LEAST, reasons_of
from credscore.report.sentences import _STYLE
from credscore.report.verdict import summary

ROOT = Path(__file__).resolve().parents[2]
OWN = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/data/*triples/*/*.txt")])
FORBIDDEN = re.compile(
    r"\b(?:log|rate|share|lead|feature|odds|logs|rates|shares|leads|features|log-odds)\b", re.I
)
FEATURES = re.compile(
    "|".join(
        rf"\b{name}\b|\b{name.replace('_', ' ')}\b"
        for name in (*NAMES, *(signal.name for signal in SIGNALS))
        if "_" in name
    )
)
CORPORA = ("emergent", "checkthat21", "fakenewsnet_politifact", "veritas41")
ROWS = 150


def own_texts() -> Iterator[tuple[str, str | None]]:
    for path in OWN:
        text = path.read_text("utf-8")
        yield text, None
        head, _, body = text.partition("\n")
        yield body, head
    yield "", None
    yield "He allegedly fled.", "Mayor said to have fled"
    yield "Nobody spoke. " * 40, None


def check(report: Report) -> None:
    """What holds of every report."""
    told = [report.summary(), *(reason.text for reason in report.reasons)]
    for text in told:
        assert not FORBIDDEN.search(text), text
        ours = re.sub(r"“.*?”", "quote", text)
        assert not FEATURES.search(ours), text
        assert not re.search(r"\b(?:None|nan)\b|[a-z]_[a-z]|\(\)|\.\.", ours), text
    signals = [signal for reason in report.reasons for signal in reason.signals]
    assert len(signals) == len(set(signals)), "a contribution belongs to one reason at most"
    weights = []
    for reason in report.reasons:
        parts = [c for c in report.contributions if c.signal in reason.signals]
        weights.append(sum(part.log_odds for part in parts))
        assert reason.speaks == ("for" if weights[-1] > 0 else "against")
        assert list(reason.evidence) == sorted({*reason.evidence})
        assert {i for part in parts for i in part.evidence} <= {*reason.evidence}
        assert reason.evidence or re.match(r"No |Not one |Nothing |The \w+ of ", reason.text), (
            reason.text
        )
        assert reason.text[0] == reason.text[0].upper()
        assert reason.text.endswith(".")
        quotes = " ".join(
            re.sub(r"[“”\"]", "'", " ".join(report.evidence[i].quote.split()))
            for i in reason.evidence
        )
        for quote in re.findall(r"“(.*?)”", reason.text):
            assert len(quote.removesuffix(" ...").split()) <= 8
            assert quote.removesuffix(" ...").split()[0] in quotes or "denial" in reason.text
    sizes = [abs(weight) for weight in weights]
    assert sizes == sorted(sizes, reverse=True)
    told_always = SOURCES  # on whom statements rest
    assert all(
        size >= LEAST or reason.signals == told_always
        for size, reason in zip(sizes, report.reasons, strict=True)
    )
    rest = sum(c.log_odds for c in report.contributions if c.signal not in signals)
    total = report.base_log_odds + sum(weights) + rest
    assert math.isclose(total, report.log_odds, abs_tol=1e-9)
    assert report.summary().startswith(report.verdict)
    assert report.verdict.startswith("No score: ") is not report.reliable
    if not report.reliable:
        assert "of 100" not in report.summary()


@pytest.mark.parametrize("prior", [0.5, 0.1])
def test_reasons_of_our_own_texts(prior: float) -> None:
    scorer = credscore.Scorer.load()
    for text, title in own_texts():
        report = scorer.score(text, title, prior)
        check(report)
        assert report.verdict == scorer.score(text, title).verdict


@pytest.mark.parametrize("name", CORPORA)
def test_reasons_of_the_corpora(name: str, shared: Path) -> None:
    pandas = pytest.importorskip("pandas")
    path = shared / "corpora" / f"{name}.csv.gz"
    if not path.is_file():
        pytest.skip(f"needs {path.name}")
    rows = pandas.read_csv(path, nrows=ROWS, dtype=str)["text"].dropna()
    for report in credscore.Scorer.load().score_many(rows):
        assert isinstance(report, Report)
        check(report)


def test_the_words_are_the_same_everywhere() -> None:
    for text, title in own_texts():
        report = credscore.score(text, title)
        written = json.loads(report.model_dump_json())
        again = Report.model_validate_json(report.model_dump_json())
        content = report.page_content()
        assert written["verdict"] == again.verdict == content["report"]["verdict"] == report.verdict
        assert again.reasons == report.reasons
        assert again == report
        assert written["reasons"] == json.loads(json.dumps([r._asdict() for r in report.reasons]))
        console = Console(width=10_000, record=True, file=StringIO())
        show(report, text, title, console)
        lines = console.export_text().strip().split("\n")
        assert lines[0].startswith(report.verdict)
        assert lines[-1].startswith(report.verdict)
        for reason in report.reasons:
            assert any(line.endswith(reason.text) for line in lines)


def test_what_is_not_asked_for_is_not_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("nobody asked for reasons")

    monkeypatch.setattr("credscore.report.report.reasons_of", fail)
    (report,) = credscore.Scorer.load().score_many(["He allegedly fled."])
    assert isinstance(report, Report)
    assert report == report.model_copy()
    assert repr(report)
    with pytest.raises(AssertionError):
        report.summary()


def found(signal: str, kind: str, *quotes: str) -> list[Evidence]:
    return [Evidence(signal, kind, "", 0, len(quote), quote, False, False) for quote in quotes]


def reason(
    signal: str, log_odds: float, *evidence: Evidence, others: tuple[Evidence, ...] = ()
) -> str | None:
    """The sentence of the only reason of a signal."""
    contributions = [Contribution(f"{signal}_x", signal, 0.0, log_odds, ())]
    told = reasons_of(contributions, (*others, *evidence))
    return told[0].text if told else None


@pytest.mark.parametrize(
    ("signal", "kind", "quotes", "log_odds", "sentence"),
    [
        ("anonymous_sources", "unnamed", ["an aide"], -1,
         "One statement rests on unnamed people (“an aide”), none on named people or "
         "institutions."),
        ("anonymous_sources", "hearsay", ["reports", "some say", "users"], -1,
         "Three statements rest on hearsay (“reports”, “some say”), none on named people or "
         "institutions."),
        ("anonymous_sources", "unnamed", [], -1, "Nobody is introduced as a source."),
        ("anonymous_sources", "unnamed", [], 1,
         "No unnamed source was found."),
        ("named_sources", "person", ["Ann Holm"], 1,
         "One statement rests on a named person (“Ann Holm”); no unnamed source was found."),
        ("named_sources", "person", [], -1, "Nobody is introduced as a source."),
        ("official_denials", "denial", ["denied it"], -1, "One denial is reported (“denied it”)."),
        ("official_denials", "debunk", ["is a hoax", "never happened"], -1,
         "Reports are called false in two places (“is a hoax”, “never happened”)."),
        ("official_denials", "denial", [], 1, "No denial of the claim was found."),
        ("unverifiable_media", "media", ["a purported video"], -1,
         "A video is not verified (“a purported video”)."),
        ("unverifiable_media", "report", ["unconfirmed reports"], -1,
         "A report is called unconfirmed (“unconfirmed reports”)."),
        ("hedges", "modal", ["may"], 1, "Only one word of doubt (“may”) was found."),
        ("hedges", "modal", ["may", "May", "might"], -1, "Three words of doubt (“may”, “might”)."),
        ("hedges", "modal", [], 1, "No words of doubt were found."),
        ("specifics", "date", ["Monday", "Friday"], 1,
         "Two dates (“Monday”, “Friday”) that can be checked."),
        ("specifics", "date", ["Monday"], -1, "Only one date (“Monday”)."),
        ("specifics", "figure", ["$9", "5 men"], -1,
         "No date was found, but two figures (“$9”, “5 men”) that can be checked."),
        ("specifics", "comparison", ["survey"], -1,
         "No date, figure, document or place was found that can be checked, only one word that "
         "measures or compares (“survey”)."),
        ("specifics", "date", [], -1,
         "No date, figure, document or place was found that can be checked."),
        ("hedges", "modal", ["may", "might"], 1,
         "Only two words of doubt (“may”, “might”) were found."),
        ("sensationalism", "loaded", ["explosive"], -1,
         "Loud wording: one loaded word (“explosive”)."),
        ("sensationalism", "loaded", [], 1, "No loud wording was found."),
        ("sensationalism", "question", ["Did it sink?"], -1, "The headline asks a question."),
        ("second_hand", "outlet", ["the tabloid reported"], -1,
         "One passage repeats other reports or posts (“the tabloid reported”)."),
        ("second_hand", "retelling", ["stated", "went on to"], -1,
         "Two verbs are common where stories are retold (“stated”, “went on to”)."),
        ("style", "", [], -1, "The style of writing is more often that of false reports."),
        ("new_signal", "", [], 1, "The new signal of the text speaks for the claim."),
        ("new_signal", "kind", ["a", "b"], 1, "New signal: two passages (“a”, “b”)."),
        ("hedges", "modal", [], -0.049, None),
        ("hedges", "modal", [], -1, None),
    ],
)  # fmt: skip
def test_sentences(
    signal: str, kind: str, quotes: list[str], log_odds: float, sentence: str | None
) -> None:
    assert reason(signal, log_odds, *found(signal, kind, *quotes)) == sentence


def test_style_is_told_by_what_moves_it_most() -> None:
    moved = [
        Contribution("length", "style", 6.0, 0.3, ()),
        Contribution("present_share", "style", 0.2, 0.2, ()),
        Contribution("ellipsis_rate", "style", 0.0, 0.1, ()),
        Contribution("present_title", "style", 1.0, -0.2, ()),
    ]
    (told,) = reasons_of(moved, ())
    assert told.text == (
        "The style of writing is more often that of true reports: a long text; verbs in the past "
        "tense."
    )
    assert {one.name for one in definitions.FEATURES if one.signal == STYLE} == set(_STYLE)


def test_other_reports_and_verbs_that_retell_are_told_apart() -> None:
    evidence = found("second_hand", "report", "the tabloid") + found(
        "second_hand", "retelling", "stated", "went on to"
    )
    assert reason("second_hand", -1, *evidence) == (
        "One passage repeats other reports or posts (“the tabloid”), and two verbs are common "
        "where stories are retold (“stated”)."
    )


def test_every_kind_has_its_sentence() -> None:
    ways = {signal.name: float(signal.direction) for signal in SIGNALS}
    for signal, kind in KINDS:
        for count in (1, 2, 20):
            quotes = [f"word {number}x" for number in range(count)]
            text = reason(signal, ways[signal], *found(signal, kind, *quotes))
            assert text
            assert not FORBIDDEN.search(text)


def test_evidence_that_speaks_the_other_way_is_no_reason_if_there_is_much() -> None:
    denials = found("official_denials", "denial", *(f"word {number}x" for number in range(3)))
    moved = [Contribution("one", "official_denials", 0.0, 1.0, ())]
    assert reasons_of(moved, denials) == ()


def test_unnamed_sources_are_told_where_none_is_named() -> None:
    both = [
        Contribution("one", "anonymous_sources", 0.0, 1.0, ()),
        Contribution("two", "named_sources", 0.0, 0.2, ()),
    ]
    (told,) = reasons_of(both, found("anonymous_sources", "unnamed", "Doctors"))
    assert told.text == "Only one statement rests on unnamed people (“Doctors”)."


def test_sources_that_speak_the_same_way_are_one_reason() -> None:
    unnamed, named = (
        found("anonymous_sources", "unnamed", "an aide", "a friend", "critics"),
        found("named_sources", "person", "Ann Holm"),
    )
    both = [
        Contribution("one", "anonymous_sources", 0.0, -1.0, ()),
        Contribution("two", "named_sources", 0.0, -0.2, ()),
    ]
    (told,) = reasons_of(both, (*unnamed, *named))
    assert told == Reason(
        "Three statements rest on unnamed people (“an aide”, “a friend”), only one on a named "
        "person.",
        "against", ("anonymous_sources", "named_sources"), (0, 1, 2, 3),
    )  # fmt: skip
    apart = [both[0], both[1]._replace(log_odds=0.2)]
    assert [told.text for told in reasons_of(apart, (*unnamed, *named))] == [
        "Three statements rest on unnamed people (“an aide”, “a friend”).",
        "One statement rests on a named person (“Ann Holm”).",
    ]


def test_sources_are_one_reason_where_one_of_them_hardly_speaks() -> None:
    evidence = found("named_sources", "person", "Ann Holm", "Bo Lind")
    faint = [
        Contribution("one", "anonymous_sources", 0.0, 0.3, ()),
        Contribution("two", "named_sources", 0.0, -0.04, ()),
    ]
    (told,) = reasons_of(faint, tuple(evidence))
    assert told.text == (
        "Two statements rest on named people (“Ann Holm”, “Bo Lind”); no unnamed source was found."
    )
    apart = [faint[0], faint[1]._replace(log_odds=-0.1)]
    unnamed = found("anonymous_sources", "unnamed", "an aide")
    assert [told.text for told in reasons_of(apart, (*unnamed, *evidence))] == [
        "Two statements rest on named people (“Ann Holm”, “Bo Lind”), one on unnamed people (“an "
        "aide”)."
    ]


def test_that_nobody_is_unnamed_is_told_with_those_who_are_named() -> None:
    named = tuple(found("named_sources", "person", "Ann Holm", "Bo Lind"))
    both = [
        Contribution("one", "anonymous_sources", 0.0, 0.3, ()),
        Contribution("two", "named_sources", 0.0, -0.1, ()),
    ]
    (told,) = reasons_of(both, named)
    assert told.text.endswith("(“Ann Holm”, “Bo Lind”); no unnamed source was found.")
    against = [both[0], both[1]._replace(log_odds=-0.5)]
    (told,) = reasons_of(against, named)
    assert told.text == "Only two statements rest on named people (“Ann Holm”, “Bo Lind”)."
    even = [both[0], both[1]._replace(log_odds=-0.3)]
    (told,) = reasons_of(even, named)
    assert told.text.endswith("(“Ann Holm”, “Bo Lind”); no unnamed source was found.")


def test_what_there_is_little_or_nothing_of_is_one_reason_and_comes_last() -> None:
    moved = [
        Contribution("one", "sensationalism", 0.0, 0.4, ()),
        Contribution("two", "hedges", 0.0, 0.3, ()),
        Contribution("three", "official_denials", 0.0, 0.2, ()),
        Contribution("four", "second_hand", 0.0, 0.01, ()),
        Contribution("five", "style", 0.0, 0.1, ()),
    ]
    evidence = tuple(found("hedges", "modal", "may"))
    quiet, style = reasons_of(moved, evidence)
    assert quiet == (
        "No loud wording, only one word of doubt (“may”) and no denial of the claim were found.",
        "for", ("sensationalism", "hedges", "official_denials"), (0,),
    )  # fmt: skip
    assert summary("Mixed", "It is even.", (quiet, style), ()).endswith(
        f"{style.text} {quiet.text}"
    )


def test_on_whom_statements_rest_is_always_told() -> None:
    evidence = (*found("anonymous_sources", "unnamed", "an aide"),
                *found("named_sources", "person", "Ann Holm", "Bo Lind"))  # fmt: skip
    faint = [
        Contribution("one", "anonymous_sources", 0.0, 0.01, ()),
        Contribution("two", "named_sources", 0.0, -0.02, ()),
        Contribution("three", "style", 0.0, 0.2, ()),
    ]
    _, told = reasons_of(faint, evidence)
    assert told == (
        "Two statements rest on named people (“Ann Holm”, “Bo Lind”), one on unnamed people (“an "
        "aide”).",
        "against", ("anonymous_sources", "named_sources"), (0, 1, 2),
    )  # fmt: skip


def test_statements_of_pronouns_and_documents_are_told() -> None:
    named = tuple(found("named_sources", "person", "Ann Holm"))
    both = [
        Contribution("one", "anonymous_sources", 0.0, 0.3, ()),
        Contribution("two", "named_sources", 0.0, 0.3, ()),
    ]
    (told,) = reasons_of(both, named, 3, 1)
    assert told.text == (
        "One statement rests on a named person (“Ann Holm”), three more on pronouns such as 'he' "
        "or 'she', one more on a document; no unnamed source was found."
    )
    against = [one._replace(log_odds=-0.3) for one in both]
    (told,) = reasons_of(against, (), 0, 2)
    assert told.text == "Nobody is introduced as a source; two statements rest on documents."
    unnamed = tuple(found("anonymous_sources", "unnamed", "an aide", "a friend"))
    two_ways = [both[0]._replace(log_odds=0.1), against[1]]
    told, _ = reasons_of(two_ways, unnamed, 4, 0)
    assert told.text == (
        "Not one of two attributed statements rests on named people or institutions; four "
        "statements rest on pronouns such as 'he' or 'she'."
    )
    (told,) = reasons_of(two_ways, unnamed, 0, 1)
    assert told.text == (
        "Two statements rest on unnamed people (“an aide”, “a friend”), none on named people or "
        "institutions, one more on a document."
    )
    (told,) = reasons_of(both[:1], unnamed[:1], 4, 0)
    assert told.text.startswith("Only one of five attributed statements rests on unnamed people")


def test_a_denial_is_quoted_with_its_source() -> None:
    report = credscore.score("The ministry called the reports 'baseless propaganda'. " * 3)
    told = next(r.text for r in report.reasons if r.signals == ("official_denials",))
    assert told == (
        "Three denials are reported (“The ministry called the reports 'baseless propaganda'”)."
    )


def test_each_detail_is_told_once_with_its_quote() -> None:
    text = (
        "A survey found that rates were higher than expected, the office in Harrow said on Monday. "
    )
    report = credscore.score(text * 5)
    told = next(r.text for r in report.reasons if r.signals == ("specifics",))
    assert told == (
        "One date (“Monday”) and one place (“Harrow”) that can be checked, and three words that "
        "measure or compare, as factual reports do."
    )
    compared = found("specifics", "comparison", "survey", "higher")
    assert reason("specifics", 1.0, *compared).endswith("(“survey”, “higher”).")


def test_dates_that_come_late_are_told() -> None:
    dates = found("specifics", "date", "Monday", "Friday")
    moves = [
        Contribution("specifics_date_lead", "specifics", 0.0, -0.3, ()),
        Contribution("specifics_date_rate", "specifics", 1.0, 0.1, ()),
    ]
    (told,) = reasons_of(moves, tuple(dates))
    assert told.text == (
        "No date in the first sentences; in all two dates (“Monday”, “Friday”) that can be checked."
    )
    (told,) = reasons_of(moves[:1], tuple(found("specifics", "date", "May", "June", "July")))
    assert told.text.startswith("No date in the first sentences")


def test_one_named_person_is_not_people() -> None:
    evidence = found("named_sources", "person", "CEO Ann Holm", "Holm", "Ann Holm")
    assert reason("named_sources", 1.0, *evidence) == (
        "Three statements rest on one named person (“CEO Ann Holm”); no unnamed source was found."
    )
    office = found("named_sources", "institution", "the ministry")
    assert reason("named_sources", 1.0, *evidence, *office) == (
        "Four statements rest on one named person and an institution (“CEO Ann Holm”, “the "
        "ministry”); no unnamed source was found."
    )


def test_bodies_whose_names_end_alike_are_two() -> None:
    evidence = found("named_sources", "institution", "Harrow Council", "The Lorwick Council")
    told = reason("named_sources", 1.0, *evidence)
    assert told is not None
    assert told.startswith("Two statements rest on institutions (")
    evidence = found("named_sources", "institution", "Lorwick Council", "The Council's")
    told = reason("named_sources", 1.0, *evidence)
    assert told is not None
    assert told.startswith("Two statements rest on one institution (")


def test_the_mayor_is_the_person_who_has_a_name() -> None:
    evidence = found("named_sources", "person", "Mayor Ann Holm", "the mayor")
    told = reason("named_sources", 1.0, *evidence)
    assert told is not None
    assert told.startswith("Two statements rest on one named person (")


def test_a_person_and_the_office_are_one_source() -> None:
    evidence = (*found("named_sources", "person", "Ann Holm"),
                *found("named_sources", "institution", "Holm's office"))  # fmt: skip
    told = reason("named_sources", 1.0, *evidence)
    assert told is not None
    assert told.startswith("Two statements rest on one named source")


def test_loud_words_in_quotation_marks_are_told() -> None:
    said, told = found("sensationalism", "deceit", "fake", "fraud")
    quoted = [item._replace(in_quote=True) for item in (said, told)]
    assert reason("sensationalism", -1.0, *quoted) == (
        "Loud wording, all in quotation marks: two accusations of deceit (“fake”, “fraud”)."
    )
    more = found("sensationalism", "exclamation", "!")
    assert reason("sensationalism", -1.0, *quoted, *more) == (
        "Loud wording, most of it in quotation marks: one exclamation mark and two accusations of "
        "deceit (“fake”, “fraud”)."
    )


def test_a_quote_inside_a_quote_is_closed() -> None:
    denial = found("official_denials", "denial", "called it “baseless")
    assert reason("official_denials", -1.0, *denial) == (
        "One denial is reported (“called it 'baseless'”)."
    )


def test_quotes_that_could_be_taken_for_words_about_the_score_are_left_out() -> None:
    evidence = found("specifics", "figure", "a rate of 5 %", "20 shares", "3 May")
    assert reason("specifics", 1.0, *evidence) == "Three figures (“3 May”) that can be checked."


def test_what_denies_a_side_matter_is_not_told() -> None:
    aside = found("official_denials", "denial", "denied the affair")[0]._replace(of_claim=False)
    (told,) = reasons_of([Contribution("one", "official_denials", 0.0, 0.3, ())], (aside,))
    assert told == (
        "No denial of the claim was found.", "for", ("official_denials",), (),
    )  # fmt: skip


def test_much_loud_wording_is_little_for_a_long_text() -> None:
    evidence = found("sensationalism", "loaded", *["explosive"] * 8)
    assert reason("sensationalism", 1.0, *evidence) == (
        "Little loud wording for so long a text (“explosive”) was found."
    )


def test_a_body_told_again_by_its_noun_is_one_source() -> None:
    evidence = found("named_sources", "institution", "Harrow Ratings", "the rating agency")
    assert reason("named_sources", 1.0, *evidence) == (
        "Two statements rest on one institution (“Harrow Ratings”, “the rating agency”); "
        "no unnamed source was found."
    )
