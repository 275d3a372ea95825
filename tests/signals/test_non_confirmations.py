"""Who does not answer or cannot confirm, and who only keeps a name or an act back."""

import pytest

from tests.inputs.denials import denials_in

NOT_CONFIRMED = [
    ("The bank declined to comment.", "declined to comment"),
    ("The ministry has neither confirmed nor denied the deal.", "neither confirmed nor denied"),
    ("The owner could not be reached for comment.", "could not be reached for comment"),
    ("The bank did not respond to a request for comment.",
     "did not respond to a request for comment"),
    ("The ministry has not officially commented.", "has not officially commented"),
    ("There was a lack of confirmation.", "lack of confirmation"),
    ("The firm declined to comment Monday on the sale.", "declined to comment Monday on the sale"),
    ("The bank has not confirmed, however, whether it lost money.",
     "has not confirmed, however, whether it lost money"),
    ("Experts declined to comment.", "declined to comment"),
    ("It did not respond, or reply to storms.", "did not respond"),
    ("The mayor's refusal to confirm the report surprised them.", "refusal to confirm the report"),
    ("The firm has not answered the allegations.", "has not answered the allegations"),
    ("There was no confirmation; no confirmation has come from the port.",
     "no confirmation has come"),
    ("The firm refused to say whether it had paid.", "refused to say whether it had paid"),
    ("“I won't comment on the sale,” the owner said.", "won't comment on the sale"),
    ("The singer has not commented on the post.", "has not commented on the post"),
    ("The owner declined repeated requests for an interview.",
     "declined repeated requests for an interview"),
    ("The judge declined through a clerk to comment.", "declined through a clerk to comment"),
    ("The firm failed to provide a comment.", "failed to provide a comment"),
    ("Letters to the mill went unreturned.", "went unreturned"),
    ("Neither firm would discuss the merger.", "would discuss the merger"),
    ("She declined to comment on when it closes.", "declined to comment on when it closes"),
    ("She declined Tuesday to answer questions.", "declined Tuesday to answer questions"),
    ("The duke declined all interviews.", "declined all interviews"),
    ("The owner has not been available for comment.", "not been available for comment"),
    ("The clerk did not want to comment on the fire.", "not want to comment on the fire"),
    ("Neither the mill nor the U.S. bank would comment.", "comment"),
    ("Efforts to reach the owner were unsuccessful.",
     "Efforts to reach the owner were unsuccessful"),
    ("The palace would neither confirm or deny it.", "neither confirm or deny it"),
    ("The firm says it did not respond to the request.", "did not respond to the request"),
]  # fmt: skip
NOBODY_ASKED = [
    "Such a crime cannot go unanswered.",
    "The king refused to talk to other lands.",
    "The towns refuse to share the burden.",
    "The states are refusing to expand the school.",
    "He refuses to engage with the town.",
    "The town ignored a request to arrest the man.",
    "It was a clinic, which he refused to name.",
    "She refused to answer questions of the police.",
    "The firm had not yet responded in court.",
    "The test does not confirm the accuracy of the result.",
    "We will tell you if the story is confirmed or denied.",
    "This is no essay on style, so I won't comment on it.",
    "I wouldn't say that the town deserved it.",
    "“I wouldn't say I'm happy,” the driver said.",
    "Many patients do not respond at all to the drug.",
    "The guards failed to respond adequately.",
    "The port did not respond with force.",
]
"""Refusals of an act, or towards an authority, and none of a comment."""
NOT_NAMED = [
    "A driver declined to give his name.",
    "A nurse refused to give her last name.",
    "One of the guards declined to give his full name.",
    "The caller refused to give her name or address.",
    "Two women declined to give their names.",
    "The clerk refuses to reveal his identity.",
    "A guest declined to provide her name.",
    "The man declined to disclose his own name.",
    "The owner declined to release her first name.",
    "A miner, declining to give his name, left.",
]
UNANSWERED = [
    "has been approached for comment",
    "have been contacted for comment",
    "was approached for a comment",
    "had been asked for a response",
    "was contacted for further comment",
    "have been approached for comment",
    "has been contacted for a response",
    "were approached for comment",
    "has been reached out to for comment",
    "were not available for comment",
    "did not return the paper's calls",
    "didn't receive a response",
    "could not be reached for comment",
    "refused to discuss the matter",
    "declined to specify a date",
    "would not comment on the sale",
    "made no public comments on the matter",
    "refrained from commenting",
    "was unable to say more",
    "were reluctant to comment",
]


@pytest.mark.parametrize(("text", "phrase"), NOT_CONFIRMED)
def test_who_does_not_confirm_is_found(text: str, phrase: str) -> None:
    found = denials_in(text)
    assert any(phrase in quote and kind == "non_confirmation" for quote, kind in found), found


@pytest.mark.parametrize("text", NOBODY_ASKED)
def test_refusals_of_an_act_are_none(text: str) -> None:
    assert denials_in(text) == []


@pytest.mark.parametrize("text", NOT_NAMED)
def test_to_give_no_name_is_no_refusal_to_answer(text: str) -> None:
    assert denials_in(text) == []


@pytest.mark.parametrize("phrase", UNANSWERED)
def test_who_does_not_answer_is_found(phrase: str) -> None:
    found = denials_in(f"The owners of the mill {phrase}.")
    assert [kind for _, kind in found] == ["non_confirmation"], found
    assert found[0][0] in phrase, found


def test_who_cannot_check_independently_doubts_a_report() -> None:
    assert denials_in("The paper was not able to confirm independently what they said.") == []
    assert denials_in("The agency could not independently confirm the toll.") == []
