"""The stance rests on what concerns the claim, and on how title and lead speak of it."""

import pytest

from credscore import score

BODY = (
    "The bridge at Orr will close for repairs, the roads office said. "
    "Engineers found cracks in the bridge last week. The repairs will take two months. "
    "Lorries will be sent over the old bridge at Wale. Shops in Orr fear for their trade. "
    "The roads office will pay for buses. The bridge was built ninety years ago. "
    "Its cracks were seen by a diver. Repairs will cost two million. "
)
SIDE = "In March the mayor denied rumours that she planned to leave politics. "
FALSE = "The report is a hoax. "


@pytest.mark.parametrize(
    ("text", "title", "stance"),
    [
        (BODY, None, "relays"),
        (BODY, "Bridge at Orr will not close", "relays"),
        (BODY + SIDE, None, "relays"),
        (BODY + SIDE, "Bridge at Orr will not close", "relays"),
        (BODY + "The mayor denied that the bridge would close.", None, "disputed"),
        ("The mayor denied that the bridge would close. " + BODY, None, "disputed"),
        ("The mayor denied it. " + BODY, "Bridge at Orr to close", "disputed"),
        ("The mayor denied it. " + BODY, "Bridge at Orr will not close", "debunks"),
        ("The mayor denied it. " + BODY, "Bridge at Orr will not close, mayor says", "disputed"),
        ("The mayor denied it. " + BODY, "“We will not close the bridge”: mayor", "disputed"),
        ("The mayor denied it. " + BODY, "Bridge will not close, fact-checkers say", "debunks"),
        ("The mayor denied it. It is fake news. " + BODY, "Bridge at Orr to close", "debunks"),
        (BODY + FALSE, None, "disputed"),
        (BODY + FALSE, "Bridge at Orr: a hoax fools the town", "debunks"),
        ("The mayor denied it. " + BODY, "Police warn of disinformation on bridge", "disputed"),
        (BODY + FALSE + "None of it is true.", None, "debunks"),
        (FALSE + BODY, None, "debunks"),
        ("The firm dismissed the report as false. " + BODY, None, "disputed"),
        ("", "No", "relays"),
    ],
)
def test_stances(text: str, title: str | None, stance: str) -> None:
    assert score(text, title).stance == stance


def test_a_surname_is_no_word_for_what_is_false() -> None:
    text = "The mayor denied it. " + BODY
    assert score(text, "Mayor Lie to close bridge").stance == "disputed"
    assert score(text, "MAYOR BUNK TO CLOSE BRIDGE").stance == "disputed"


def test_the_profile_counts_side_denials() -> None:
    assert score(BODY + SIDE).profile.denials == 1


HEARING = (
    "The cyclist had always denied doping. Three judges of the federation read 14 files. "
    "The cyclist was told on Monday. The federation of cyclists meets again in June. "
)


@pytest.mark.parametrize(
    "title",
    [
        "Mayor denies that bridge at Orr will close",
        "Fact check: report on bridge at Orr is a hoax",
        "Roads office dismisses reports of cracks in bridge",
        "Claim that bridge at Orr will close is false",
        "Mayor rejects claims that bridge repairs cost millions",
        "Cracks in bridge at Orr: roads office denies report",
        "Bridge repairs story is fake news, roads office says",
        "No truth to rumours that bridge at Orr will close",
        "Roads office refutes claims about bridge repairs",
        "Office says report on bridge at Orr is untrue",
    ],
)
def test_a_claim_told_by_its_denial(title: str) -> None:
    report = score(BODY, title)
    assert report.claim is not None
    assert report.claim.denied
    assert report.claim.told == f"what is contested in “{report.claim.text}”"
    assert "the score is about what is contested" in report.summary()


@pytest.mark.parametrize(
    "title",
    [
        "Cyclist cleared of doping by federation",
        "Federation clears cyclist of doping",
        "Cyclist acquitted of doping by federation",
        "Federation rules out doping by cyclist",
        "Cyclist exonerated of doping by federation",
        "Cyclist not guilty of doping, federation says",
    ],
)
def test_an_acquittal_is_a_denial_where_the_text_has_one(title: str) -> None:
    report = score(HEARING + BODY, title)
    assert report.claim is not None
    assert report.claim.in_title
    assert report.claim.denied
    plain = score(BODY, title)
    assert plain.stance == "relays"
    assert plain.claim is None or not plain.claim.denied


@pytest.mark.parametrize(
    "title",
    [
        "Bridge at Orr to close for repairs",
        "Mayor resigns over bridge at Orr, denies taking bribes",  # denied by the way
        "Mayor, who denies taking bribes, opens bridge at Orr",
        "Builder of bridge at Orr, which denies delays, is sold",
        "Roads office clears snow off bridge at Orr",
        "New rules for lorries on bridge at Orr",
        "Bridge at Orr is not for lorries",
    ],
)
def test_a_claim_that_is_told_plainly(title: str) -> None:
    claim = score(BODY, title).claim
    assert claim is not None
    assert not claim.denied
    assert claim.told == claim.text


def test_a_negated_title_that_is_attributed_disputes() -> None:
    report = score(f"The mayor denied that the bridge at Orr will close. {BODY}",
                   "Bridge at Orr will not close, mayor says")  # fmt: skip
    assert report.stance == "disputed"
    assert report.claim is not None
    assert report.claim.denied


def test_a_denial_at_the_end_does_not_make_a_negated_title_one() -> None:
    report = score(f"{BODY} The mayor denied that the bridge at Orr will close.",
                   "Bridge at Orr is not closed")  # fmt: skip
    assert report.claim is not None
    assert not report.claim.denied


MANY = (
    "The mill stands by the river. Its wheel turns all day. Orr has two mills. Flour is sold. " * 2
)


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("Did the mill of Orr burn down?", "debunks"),
        ("Mill of Orr burned down? Think again", "debunks"),
        ("Why did the mill of Orr burn down?", "disputed"),
        ("“Burned down”: is the mill of Orr gone?", "debunks"),
        ("Mill of Orr burned down", "disputed"),
        ("Mill of Orr burned down, papers say", "disputed"),
    ],
)
@pytest.mark.parametrize(
    "debunk",
    [
        "The report that the mill burned was debunked by the Orr Post.",
        "The report that the mill of Orr burned is a hoax.",
        "The claim that the mill burned down is false.",
    ],
)
def test_a_title_that_asks_and_a_text_that_answers(title: str, stance: str, debunk: str) -> None:
    assert score(f"{MANY}{debunk}", title).stance == stance


def test_a_denial_answers_no_title() -> None:
    text = f"{MANY}The owner denied that the mill burned down."
    assert score(text, "Did the mill of Orr burn down?").stance == "disputed"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Vale has made a series of false claims about the ferries.", "relays"),
        ("False rumours spread online about the ferries.", "relays"),
        ("These false claims about the ferries were made by Vale.", "debunks"),
        ("The claim about the ferries is false.", "debunks"),
    ],
)
def test_false_claims_in_passing_are_not_those_of_the_text(sentence: str, stance: str) -> None:
    lead = "Lorwick opened a new bridge for its ferries on Monday, said mayor Ann Holm."
    assert score(f"{lead} {sentence} Bo Lind said the bridge is new.").stance == stance


@pytest.mark.parametrize(
    ("more", "sources"),
    [
        ("", 1), ("The ministry said it knew.", 2), ("Ann Holm said it knew.", 2),
        ("The bank said it knew.", 1),
    ],
)  # fmt: skip
def test_a_body_told_again_by_its_noun_is_one_source(more: str, sources: int) -> None:
    named = "The Lorwick Bank said rates rose. The company said more loans failed. "
    assert score(named + more).profile.named_sources == sources


def test_bodies_with_the_same_last_word_are_different_ones() -> None:
    named = "Harrow University said rates rose. Lorwick University said more loans failed. "
    assert score(named).profile.named_sources == 2
    assert score(named + "The University said it knew.").profile.named_sources == 2
    assert score("Lorwick Police said it sank. Police said so.").profile.named_sources == 1


def test_a_person_told_again_by_the_office_is_one_source() -> None:
    named = "Mayor Ann Holm said it sank. The mayor said more sank. "
    assert score(named).profile.named_sources == 1
    assert score(named + "Governor Bo Lind said he knew.").profile.named_sources == 2
    assert score("The mayor said it sank. The governor said so.").profile.named_sources == 2


def test_statements_of_pronouns_and_documents_are_counted_apart() -> None:
    profile = score("Ann Holm said it sank. She said more sank. The study found why.").profile
    assert (profile.attributed, profile.by_pronoun, profile.by_document) == (1, 1, 1)


def test_two_bodies_without_a_name_are_two() -> None:
    assert score("The bank said it knew. The agency said so.").profile.named_sources == 2
