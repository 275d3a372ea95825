"""What a denial denies: content, not a favour; and where its object ends."""

import pytest

from tests.inputs.denials import denials_in


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Police deny that officer ordered shooting", "deny that officer ordered shooting"),
        ("His denial of the affair was a surprise.", "His denial of the affair"),
        ("The mill denied that guards beat two clerks.", "denied that guards beat two clerks"),
        ("The zoo denies that visitors lost money.", "denies that visitors lost money"),
        ("The bank denied that access was cut.", "denied that access was cut"),
        ("The mill denied soldiers killed miners.", "denied soldiers killed miners"),
        ("A cook denied killing ducks.", "denied killing ducks"),
        ("A clerk who denied theft was jailed in May.", "denied theft"),
        ("Baker falsely accused of theft wins payout", "falsely accused of theft"),
        ("School denies pupils were searched | The Harrow Times", "denies pupils were searched"),
        ("The mayor rejected as false a post by a clerk.", "rejected as false a post by a clerk"),
        ("The club’s denial seems to settle it.", "The club’s denial"),
        ("They hid it by denying there was a leak and delaying the books.",
         "denying there was a leak"),
        ("Guests denying the story have left.", "denying the story"),
        ("The bank denied the reports saying they were old.",
         "denied the reports saying they were old"),
        ("The clerk said in a note that Holm denies having lost the key.",
         "denies having lost the key"),
        ("The bank denied the reports according to the mayor.", "denied the reports"),
        ("The post falsely claims that the law puts a “ban” on bells.",
         "falsely claims that the law puts a “ban” on bells"),
        ("Fake videos showing the mayor spread.", "Fake videos showing the mayor"),
        ("The owner rejects, in the plainest terms, the claims.",
         "rejects, in the plainest terms, the claims"),
        ("That proved untrue.", "That proved untrue"),
    ],
)  # fmt: skip
def test_an_object_is_content_and_ends_with_its_clause(text: str, phrase: str) -> None:
    assert [quote for quote, _ in denials_in(text)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "The bishop denied that request.",
        "The state denied that prisoner parole.",
        "The hospital denied patients treatment.",
        "Editor never saw disputed letter",
        "A judge rejected the argument that the law was void as absurd.",
        "Brussels dismissed the plan as nonsense.",
        "Listeners rubbished his remarks about the north.",
        "The figures dispelled concerns about growth.",
    ],
)
def test_a_favour_an_opinion_and_a_name_are_denied_by_nobody(text: str) -> None:
    assert denials_in(text) == []
