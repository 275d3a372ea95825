"""Statements, deniers and the audit of sources."""

import json

import pytest
from typer.testing import CliRunner

from credscore import attributions
from credscore.cli import command_line as cli
from credscore.sourcing.statements import sourcing, summary


@pytest.mark.parametrize(
    ("text", "source", "statement"),
    [
        ("Two officials said that it sank.", "Two officials", "it sank"),
        ("It sank, two officials said.", "two officials", "It sank"),
        ("It sank, according to two officials.", "two officials", "It sank"),
        ("According to two officials, it sank.", "two officials", "it sank"),
        ("“It sank. All are safe,” said Maria Keller.", "Maria Keller", "It sank. All are safe"),
        ("“It sank,” she said in a statement.", "she", "It sank"),
        ("“It sank,” she added, stating that all died.", "she", "It sank"),
        ("It sank, he said in an interview with the Star.", "he", "It sank"),
        ("It sank, he said, adding that all died.", "he", "It sank"),
        ("“It sank,” the office told reporters on Monday.", "the office", "It sank"),
        ("Maria Keller told the BBC that it sank.", "Maria Keller", "it sank"),
        ("Maria Keller told BBC News the ship sank.", "Maria Keller", "the ship sank"),
        ("Maria Keller told Harrow.com that it sank.", "Maria Keller", "it sank"),
        ("The firm said in a statement that it sank.", "The firm", "it sank"),
        ("The firm said this week that it sank.", "The firm", "it sank"),
        ("The firm said that this week it sank.", "The firm", "this week it sank"),
        ("The firm said earlier this month that it sank.", "The firm", "it sank"),
        ("The firm said late Monday that it sank.", "The firm", "it sank"),
        ("The firm said on Monday a ship sank.", "The firm", "a ship sank"),
        ("He said more than a year ago that it sank.", "He", "it sank"),
        ("The firm said last week it sank.", "The firm", "it sank"),
        ("Bo Li confirmed to Harrow News that it sank.", "Bo Li", "it sank"),
        ("Bo Li pledged to foreign investors that it floats.", "Bo Li", "it floats"),
        ("Bo Li posted on Chirper that it sank.", "Bo Li", "it sank"),
        ("The man told the paper that it sank.", "The man", "it sank"),
        ("Bo Li admitted to charges that she lied.", "Bo Li", "to charges that she lied"),
        ("In the early hours, according to police, it sank.", "police", "it sank"),
        ("Maria Keller spoke in Harrow, Bo Li said: “It sank.”", "Bo Li", "It sank"),
        ("The firm said in a statement. “It sank.”", "The firm", "It sank"),
        ("“It sank.” He said so on Monday.", "He", "It sank"),
        ("The mayor told of it.", "The mayor", "of it"),
        ("“That is untrue,” the bank's head, Dr. Maria Keller, said on Monday.",
         "Dr. Maria Keller", "That is untrue"),
        ("It sank, the chief executive, Maria Keller, said.", "Maria Keller", "It sank"),
        ("``It sank,'' lawyer Bo Li told the agency.", "lawyer Bo Li", "It sank"),
        ("It sank, prime minister Bo Li told parliament.", "prime minister Bo Li", "It sank"),
        ("It sank, harbour operator HRO said.", "harbour operator HRO", "It sank"),
        ("It sank, Keller told the Harrow Star on Monday.", "Keller", "It sank"),
        ("On Monday, the mayor told parliament.", "the mayor", None),
        ("In response, the mayor denied the claims.", "the mayor", "the claims"),
        ("But, claims the paper, it sank twice.", "the paper", "it sank twice"),
        ("In particular, says Maria Keller, the ship sank.", "Maria Keller", "the ship sank"),
        ("We met a man. “Leave me,” the man shouted before leaving.", "the man", "Leave me"),
        ("It sank in May, the official said, adding that nobody drowned.", "the official",
         "It sank in May"),
        ("A nurse, who asked not to be named, said it sank.",
         "A nurse, who asked not to be named", "it sank"),
        ("A man shouted “Fire!” before it sank.", "A man", "Fire"),
        ("He shouted “no” to the plan.", "He", "“no” to the plan"),
        ("Bo Li contradicted him: “It sank fast,” she said.", "she", "It sank fast"),
        ("Bo Li said: “It sank. All died. He left.”", "Bo Li", "It sank. All died. He left"),
        ("Bo Li told Reuters on condition of anonymity that it sank.", "Bo Li", "it sank"),
        ("It sank, Bo Li told Reuters on condition of anonymity because he is shy.",
         "Bo Li", "It sank"),
        ("Watchers point out that it sank.", "Watchers", "it sank"),
        ("Maria Keller told us: “It sank.”", "Maria Keller", "It sank"),
        ("She said all were “worried sick”.", "She", "all were “worried sick”"),
        ("She said all were 'worried sick'.", "She", "all were 'worried sick'"),
        ("Keller called it a “farce,” and Bo Li said it sank.", "Bo Li", "it sank"),
        ("The Star reported on Sunday the ship sank.", "The Star", "the ship sank"),
        ("The court ruled on Monday that it sank.", "The court", "it sank"),
        ("Keller went on to add that it sank.", "Keller", "it sank"),
        ("Experts warned the ship in Harrow could sink.", "Experts",
         "the ship in Harrow could sink"),
        ("Asked why it sank, Keller pointed to the storm.", "Keller", "to the storm"),
        ("Among other things, nurses are asking for a ship.", "nurses", "for a ship"),
        ("It sank, following Keller's remarks.", "Keller", None),
        ("He ignored Keller's claims that it sank.", "Keller", "it sank"),
        ("Rumours spread online that it sank.", "Rumours", "it sank"),
        ("“It sank,” he said, “and all who saw it wept.”", "he", "and all who saw it wept"),
        ("“It sank while all slept,” he said, “and burned.”", "he", "It sank while all slept"),
    ],
)  # fmt: skip
def test_statement(text: str, source: str, statement: str | None) -> None:
    rows = [row for row in attributions(text) if row.cue != "anonymity_granted"]
    one = rows[-1]
    assert one.source == source
    words = None if one.statement_end is None else text[one.statement_start : one.statement_end]
    assert words == statement


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("“It sank,” Bo Li told us.\n\n“It burned,” Keller said.",
         [("Bo Li", "told", "It sank"), ("Keller", "said", "It burned")]),
        ("Bo Li spoke. “It burned,” Keller said.",
         [("Keller", "said", "It burned")]),
        ("Bo Li said so on Monday.\n\n“It burned.”", [("Bo Li", "said", "so on Monday")]),
        ("His aide said: “It sank.” The bank said it does not comment on ships.",
         [("His aide", "said", "It sank"), ("The bank", "said", "it does not comment on ships")]),
        ("“The captain says that it sank,” the official said.",
         [("The captain", "says", "it sank"),
          ("the official", "said", "The captain says that it sank")]),
        ("The firm rejected the reports and said that it sank.",
         [("The firm", "rejected", "the reports"), ("The firm", "said", "it sank")]),
        ("The bank would neither confirm nor deny the report.",
         [("The bank", "neither confirm nor deny the report",
           "The bank would neither confirm nor deny the report.")]),
        ("Bo Li said it sank, but Keller claimed it burned.",
         [("Bo Li", "said", "it sank"), ("Keller", "claimed", "it burned")]),
        ("“Did it sink?” Maria Keller asked Lee.",
         [("Maria Keller", "asked", "Did it sink")]),
        ("Maria Keller admitted that it sank but denied that it burned.",
         [("Maria Keller", "admitted", "it sank"), ("Maria Keller", "denied", "it burned")]),
        ("It sank, according to multiple media reports.",
         [("multiple media reports", "according to", "It sank")]),
        ("He met Maria Keller, who believes that it sank.",
         [("Maria Keller", "believes", "it sank")]),
        ("It sank, as a clerk noted.", [("a clerk", "noted", "It sank")]),
        ("The loss was first reported by two clerks.", [("two clerks", "reported", "The loss")]),
        ("Maria Keller said recently that it sank.", [("Maria Keller", "said", "it sank")]),
        ("“It sank,” Maria Keller, who was there, said.", [("Maria Keller", "said", "It sank")]),
        ("She met Bo Lee, who says it sank.", [("Bo Lee", "says", "it sank")]),
        ("It sank, said a clerk who asked not to be identified.",
         [("a clerk who asked not to be identified", "said", "It sank")]),
    ],
)  # fmt: skip
def test_each_source_has_its_own_words(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert [
        (row.source, row.verb, text[row.statement_start : row.statement_end])
        for row in attributions(text)
    ] == rows


def test_the_denier_is_named() -> None:
    (one,) = attributions("The ministry denied the reports.")
    assert (one.source, one.denial) == ("The ministry", "denial")


@pytest.mark.parametrize(
    ("text", "source", "kind", "denial", "words"),
    [
        ("The report was denied by the mayor.", "the mayor", "person", "denial",
         "denied by the mayor"),
        ("The ministry's denial of the report.", "The ministry", "institution", "denial",
         "The ministry's denial of the report"),
        ("Her lawyer, Tom Reed, could not be reached for comment.", "Tom Reed", "person",
         "non_confirmation", "could not be reached for comment"),
        ("The mayor could not be reached for comment by the Harrow Post.", "The mayor", "person",
         "non_confirmation", "could not be reached for comment by the Harrow Post"),
        ("The Department of Health declined to comment.", "The Department of Health",
         "institution", "non_confirmation", "declined to comment"),
        ("The company was not available for comment.", "The company", "institution",
         "non_confirmation", "not available for comment"),
        ("In a statement, the firm called the report false.", "the firm", "institution", "denial",
         "called the report false"),
        ("Requests for comment were not answered by the firm.", "the firm", "institution",
         "non_confirmation", "Requests for comment were not answered by the firm"),
        ("The company's no comment was noted.", "The company", "institution", "non_confirmation",
         "no comment was noted"),
        ("There was no immediate comment by the ministry.", "the ministry", "institution",
         "non_confirmation", "no immediate comment by the ministry"),
        ("There is no truth to the rumour, a spokesman said.", "a spokesman", "institution",
         "denial", "There is no truth to the rumour"),
    ],
)  # fmt: skip
def test_a_denial_is_linked_to_its_denier(
    text: str, source: str, kind: str, denial: str, words: str
) -> None:
    (one,) = attributions(text)
    assert (one.source, one.kind, one.denial) == (source, kind, denial)
    assert text[one.denial_start : one.denial_end] == words


def test_a_debunk_has_no_denier() -> None:
    assert attributions("The claim is a hoax.") == ()


def test_whose_claims_are_denied_denies_nothing() -> None:
    found = attributions("The mayor rejected the ministry's claims.")
    assert [(one.source, one.denial) for one in found] == [
        ("The mayor", "denial"), ("the ministry", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police Chief Maria Keller said it sank.", "Police Chief"),
        ("Maria Keller, a spokeswoman for the bank, said it sank.", "spokeswoman"),
        ("The bank's chief executive, Maria Keller, said it sank.", "chief executive"),
        ("A senior official said it sank.", "senior official"),
        ("Two Turkish health officials said it sank.", "Turkish health officials"),
        ("A police source told us that it sank.", "police source"),
        ("The ministry said it sank.", None),
        ("Maria Keller said it sank.", None),
        ("She said it sank.", None),
    ],
)
def test_role(text: str, role: str | None) -> None:
    assert attributions(text)[0].role == role


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It sank.", "No statement is attributed to anyone, named or unnamed."),
        ("Two officials said it sank.", "1 of 1 statement rests on unnamed people."),
        ("She said it sank.", "No statement is attributed to anyone, named or unnamed."),
        ("Officials opposed the plan. Maria Keller said no.",
         "0 of 1 statement rests on unnamed people."),
    ],
)  # fmt: skip
def test_summary(text: str, sentence: str) -> None:
    assert summary(attributions(text)) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "Lorvia told reporters that its chips sank. Lorvia declined to comment on Monday.",
        "The LKVO said its ships were safe. The LKVO did not respond to a request for comment.",
        "Harrow Front announced that its men left. Harrow Front has not commented.",
        "Maria Keller said it sank. Maria Keller declined to comment.",
        "Keller Motors said its cars sank. Keller Motors could not be reached for comment.",
    ],
)
def test_a_name_that_only_denies_is_of_the_kind_it_is_elsewhere(text: str) -> None:
    rows = attributions(text)
    assert len(rows) > 1
    assert len({(row.source, row.kind) for row in rows}) == 1


def test_names_that_share_a_word_are_of_their_own_kinds() -> None:
    rows = attributions("Harrow Motors said its cars sank. Ada Harrow declined to comment.")
    assert [row.kind for row in rows] == ["institution", "person"]


def test_command() -> None:
    text = b"Two officials said it sank. Maria Keller said it floats."
    result = CliRunner().invoke(cli.app, ["sourcing", "-"], input=text)
    assert "1 of 2 statements rest on unnamed people." in result.output
    table = json.loads(CliRunner().invoke(cli.app, ["sourcing", "-", "--json"], input=text).output)
    assert [row["kind"] for row in table["attributions"]] == ["unnamed", "person"]
    assert table["profile"]["attributed"] == 2
    assert table["summary"] == "1 of 2 statements rest on unnamed people."


def test_command_with_a_title() -> None:
    arguments = ["sourcing", "-", "--title", "Ferry sank, two officials say"]
    result = CliRunner().invoke(cli.app, arguments, input=b"Maria Keller said it floats.")
    assert "1 of 2 statements rest on unnamed people." in result.output
    assert "Ferry sank" in result.output


def test_the_summary_counts_title_documents_and_silent_denials_and_the_profile_does_not() -> None:
    text = (
        "Two officials said it sank. The report said it burned. "
        "The denial by the ministry came late."
    )
    rows, profile = sourcing(text, "Ferry sank, insiders say")
    assert summary(rows) == "2 of 4 statements rest on unnamed people."
    assert (profile.attributed, profile.unnamed_share, profile.confidential_share) == (1, 1.0, 0.0)


def test_the_five_shares_of_a_profile_add_up_to_one() -> None:
    text = (
        "Two officials said it sank. Insiders said so. Rumour has it that it burned. "
        "Nora Vale said it floats. The ministry said so."
    )
    profile = sourcing(text)[1]
    shares = [value for name, value in profile._asdict().items() if name.endswith("_share")]
    assert (profile.attributed, shares) == (5, [0.2] * 5)


def test_a_name_does_not_go_on_through_the_text() -> None:
    rows = attributions("Harrow of Keller claims " * 200)
    assert rows
    assert max(len(row.source) for row in rows) < 200


def test_a_refusal_to_comment_is_no_statement_of_the_summary() -> None:
    rows = attributions("Two officials said it sank. The police declined to comment.")
    assert len(rows) == 2
    assert summary(rows) == "1 of 1 statement rests on unnamed people."
