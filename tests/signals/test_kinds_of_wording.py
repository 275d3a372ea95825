"""Kinds of wording that signals must tell apart, each with ten sentences or more."""

import pytest

from credscore import extract

CONFIDENTIAL = [
    "A driver declined to give his name.",
    "A driver would not give her full name.",
    "A driver refused to be named.",
    "A driver did not want to be identified.",
    "A driver withheld his name.",
    "A driver asked that his name not be used.",
    "A driver gave only his first name.",
    "A driver wished to remain anonymous.",
    "A driver wouldn't say her name.",
    "A driver did not wish to be named.",
    "A driver asked for anonymity.",
    "A driver preferred not to give her full name.",
    "A driver did not want to be named in print.",
    "A driver did not want his name published.",
    "A driver refused to give his surname.",
    "A driver asked us not to print her name.",
    "A driver gave his name only as Tom.",
    "A driver was unwilling to give her name.",
    "A driver begged not to be named.",
]
OTHERS_NAMED = [
    "Police declined to give his name.",
    "Keller refused to disclose their names.",
    "They chose not to reveal her name.",
    "The agency, which knew him, did not give his name.",
    "He would not say her name.",
    "The council declined to give the name of the bridge.",
]
REDUCED = [
    "not authorized to speak publicly",
    "not authorised to talk to the press",
    "not allowed to discuss the case",
    "not authorized to discuss the matter publicly",
    "not permitted to brief the press",
    "not cleared to comment",
    "unwilling to be named",
    "reluctant to be identified",
    "speaking on condition of anonymity",
    "speaking on background",
    "promised anonymity",
    "wishing to remain anonymous",
    "unauthorized to speak",
    "granted anonymity to speak freely",
    "asking not to be named",
    "requesting anonymity",
    "declining to be identified",
    "insisting on anonymity",
    "lacking permission to speak publicly",
    "barred from speaking to the press",
    "not at liberty to discuss the matter",
    "without clearance to talk to reporters",
]
UNANSWERED = [
    "was approached for a statement",
    "was contacted for a statement",
    "was emailed for a reply",
    "has been asked for comment",
    "have been invited to comment",
    "had not returned calls by Friday",
    "had not answered by Tuesday",
    "did not reply to an email",
    "did not pick up the phone",
    "could not be reached by phone",
    "could not be contacted",
    "made no reply",
    "has been approached",
    "was not available on Sunday night",
    "was not immediately available",
    "declined an interview",
]
NOT_ASKED = [
    "A suspect was approached by two men.",
    "He has been approached by a rival club.",
    "The pool has been approached from the north.",
    "Tickets were not available on Sunday night.",
    "The books were not returned by Friday.",
]
UNVERIFIED = [
    "Neither side's claim could be confirmed.",
    "Neither party's claim was confirmed.",
    "Neither man's account could be verified.",
    "Neither army's account could be corroborated.",
    "None of the claims could be independently verified.",
    "Not one of the claims could be verified.",
    "None of these reports has been verified.",
    "Neither report has been confirmed.",
    "Neither version could be verified.",
    "No claim could be confirmed.",
    "None of the rival claims could be checked.",
    "The claims could not be independently checked.",
    "Neither account could be independently checked.",
    "There was no way to check the claims.",
    "The paper could not check the report.",
    "Reporters could not independently establish what happened.",
]
CHECKED = [
    "The claims could be independently checked.",
    "The brakes could not be checked.",
    "He could not check the engine.",
    "Rival claims to the throne were heard.",
]
REFUSED_CLAIMS = [
    "The board denied his disability claim.",
    "The board denied her claim to refugee status.",
    "The board rejected his claim for damages.",
    "Her disability claim was denied in May.",
    "The claim for compensation was dismissed.",
    "His insurance claim was rejected by the firm.",
    "The patent office rejected the claim to priority.",
    "The agency denied the widow's pension claim.",
    "The agency dismissed their compensation claim.",
    "The tribunal dismissed her claim.",
    "The insurer denied the claim.",
    "The insurer rejected the claim.",
    "The insurance company denied her claim after the flood.",
    "Insurers denied most claims.",
    "The fund denied the claims.",
]
DENIED_CLAIMS = [
    "The minister denied the claim.",
    "The board denied the claim.",
    "The agency denied claims of fraud.",
    "The insurer denied claims that it lied.",
    "The bank rejected the claim that it lied.",
    "The council dismissed the claims as baseless.",
]
NO_DENIALS = [
    "The firm doesn't contest the claim.",
    "The firm avoided denying the rumours.",
    "The firm has stopped denying the reports.",
    "The firm stopped short of denying the story.",
    "The firm made no attempt to deny the report.",
    "The firm is in no position to deny the report.",
    "The firm did little to dispel the rumours.",
    "The firm has yet to deny the allegations.",
    "The firm opted not to contest the account.",
    "Nobody at the mill denied the claim.",
    "None of the clerks disputed the account.",
]


def _spans(sentence: str) -> list[tuple[str, str]]:
    return [(evidence.kind, evidence.quote) for evidence in extract(sentence)]


def _kinds(sentence: str) -> set[str]:
    return {kind for kind, _ in _spans(sentence)}


@pytest.mark.parametrize("sentence", CONFIDENTIAL)
def test_who_keeps_a_name_back_is_confidential(sentence: str) -> None:
    assert ("confidential", "A driver") in _spans(sentence)
    assert "non_confirmation" not in _kinds(sentence)


@pytest.mark.parametrize("noun", ["An aide", "Two clerks", "A guard at the mill"])
@pytest.mark.parametrize("clause", REDUCED)
def test_a_clause_behind_a_source_belongs_to_it(noun: str, clause: str) -> None:
    assert ("confidential", f"{noun} {clause}") in _spans(f"{noun} {clause} said it burned.")


@pytest.mark.parametrize("sentence", OTHERS_NAMED)
def test_who_keeps_another_name_back_is_no_source(sentence: str) -> None:
    assert "confidential" not in _kinds(sentence)


@pytest.mark.parametrize("predicate", UNANSWERED)
def test_no_answer_is_no_confirmation(predicate: str) -> None:
    assert "non_confirmation" in _kinds(f"The firm {predicate}.")


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_what_nobody_asked_is_not_unanswered(sentence: str) -> None:
    assert "non_confirmation" not in _kinds(sentence)


@pytest.mark.parametrize("sentence", CHECKED)
def test_what_can_be_checked_or_is_no_report(sentence: str) -> None:
    assert "report" not in _kinds(sentence)


@pytest.mark.parametrize("sentence", UNVERIFIED)
def test_neither_and_none_leave_a_report_unverified(sentence: str) -> None:
    spans = [evidence for evidence in extract(sentence) if evidence.signal == "unverifiable_media"]
    assert [evidence.kind for evidence in spans] == ["report"]


@pytest.mark.parametrize("sentence", REFUSED_CLAIMS)
def test_a_refused_claim_to_money_is_no_denial(sentence: str) -> None:
    assert _kinds(sentence).isdisjoint({"denial", "noun"})


@pytest.mark.parametrize("sentence", DENIED_CLAIMS)
def test_a_contested_claim_is_a_denial(sentence: str) -> None:
    assert "denial" in _kinds(sentence)


@pytest.mark.parametrize("sentence", NO_DENIALS)
def test_a_denial_that_nobody_makes_is_none(sentence: str) -> None:
    assert _kinds(sentence).isdisjoint({"denial", "debunk"})
