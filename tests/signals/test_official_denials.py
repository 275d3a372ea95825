"""Who denies, who declines, who debunks, and what only looks like it."""

import pytest

from credscore import extract
from credscore.signals import find

FOUND = [
    ("The mayor denied the reports.", "denied the reports", "denial"),
    ("The firm denied that it had paid the fine, adding nothing.",
     "denied that it had paid the fine", "denial"),
    ("Her agent dismissed the claims as baseless on Monday.", "dismissed the claims as baseless",
     "denial"),
    ("“These allegations are completely false,” the lawyer said.",
     "These allegations are completely false", "denial"),
    ("There is no truth to the rumour, her agent said.", "There is no truth to the rumour",
     "denial"),
    ("The bank called the claims “without merit”.", "called the claims “without merit", "denial"),
    ("The mayor said reports that she left were false.", "said reports that she left were false",
     "denial"),
    ("The union said it had nothing to do with the fire.",
     "said it had nothing to do with the fire", "denial"),
    ("The club told us the story is 'not true'.", "the story is 'not true", "denial"),
    ("The chain saw ‘absolutely no truth’ in the report, it said.",
     "absolutely no truth’ in the report", "denial"),
    ("The rumour is outrageous. The mayor denied the reports.", "denied the reports", "denial"),
    ("We rate this claim False.", "rate this claim False", "debunk"),
    ("Another site gave it a Pants on Fire.", "Pants on Fire", "debunk"),
    ("The bank declined to comment.", "declined to comment", "non_confirmation"),
    ("The ministry has neither confirmed nor denied the deal.", "neither confirmed nor denied",
     "non_confirmation"),
    ("The owner could not be reached for comment.", "could not be reached for comment",
     "non_confirmation"),
    ("The bank did not respond to a request for comment.",
     "did not respond to a request for comment", "non_confirmation"),
    ("The meeting never happened.", "never happened", "debunk"),
    ("The report is false.", "report is false", "debunk"),
    ("Independent experts rejected the claims.", "rejected the claims", "debunk"),
    ("She laughed off the rumours.", "laughed off the rumours", "denial"),
    ("The firm declined to comment Monday on the sale.",
     "declined to comment Monday on the sale", "non_confirmation"),
    ("The firm denied the report and pledged a review.", "denied the report", "denial"),
    ("The bank has not confirmed, however, whether it lost money.",
     "has not confirmed, however, whether it lost money", "non_confirmation"),
    ("It is a claim that the school refutes.", "a claim that the school refutes", "denial"),
    ("The museum holds a forged letter.", "a forged letter", "debunk"),
    ("The singer is alive and well, her agent said.", "alive and well", "denial"),
    ("The mayor, who denied the report, left.", "denied the report", "denial"),
    ("She not only denied the report but laughed.", "denied the report", "denial"),
    ("Her claims were hotly disputed.", "claims were hotly disputed", "denial"),
    ("“It is utter rubbish,” he said.", "It is utter rubbish", "denial"),
    ("The claim was refuted by fact-checkers.", "refuted by fact-checkers", "debunk"),
    ("The claim was refuted by the mayor.", "refuted by the mayor", "denial"),
    ("The reports were widely debunked by scholars.", "widely debunked", "debunk"),
    ("The claim that the city has no money is false.", "is false", "debunk"),
    ("The report was dismissed as fiction.", "report was dismissed as fiction", "denial"),
    ("The rumour is completely false and outrageous.", "completely false", "debunk"),
    ("The idea that he lied is false.", "is false", "debunk"),
    ("Experts insisted that he had not fled.", "insisted that he had not fled", "denial"),
    ("Experts declined to comment.", "declined to comment", "non_confirmation"),
    ("There is no truth to the rumour. The mayor said so later.", "There is no truth", "debunk"),
    ("The rumour spread. The singer is alive and well.", "alive and well", "debunk"),
    ("The report spread. It is false.", "It is false", "debunk"),
    ("It did not respond, or reply to storms.", "did not respond", "non_confirmation"),
]  # fmt: skip

NOT_FOUND = [
    "The claim was dismissed by the court.",
    "They are ridiculous.",
    "The glowing portrait is false.",
    "Investors shrugged off the reports.",
    "The bank refused a request for more time.",
    "She denied herself sweets.",
    "The judge denied bail.",
    "The court dismissed the case.",
    "The council rejected the bill.",
    "They were denied entry.",
    "Profits declined by a tenth.",
    "She could not walk.",
    "They shot some footage of the reef.",
    "The site was shut down from the data charges.",
    "They swore to not perform it.",
    "I will not try to deny that.",
    "This is not fake news, she wrote.",
    "She did not deny the report.",
    "Nobody can deny that it was late.",
    "The bank denied her request.",
    "Benefits were denied to thousands.",
    "It was a false alarm.",
    "They had nothing to do all day.",
    "They rate the film highly, a false start aside.",
    "His pants caught fire.",
    "If the story is false, he will sue.",
    "Some say the story is false.",
    "She thinks the moon is a hoax.",
    "It never happened again.",
    "They insisted they would not support the bill.",
    "The patient did not respond to the new drug.",
    "He was jailed after a bomb hoax.",
    "The mayor is alive and well.",
    "The rumour is outrageous.",
    "The rumour is outrageous. The false alarm rang.",
    "The hope that he lied is false.",
    "The portrait of a man who lied is false. The report spread.",
    "It is false. The report spread.",
    "The firm did not respond to the storm.",
]


def findings(text: str) -> list[tuple[str, str]]:
    return [(e.quote, e.kind) for e in extract(text) if e.signal == "official_denials"]


@pytest.mark.parametrize(("text", "phrase", "kind"), FOUND)
def test_found(text: str, phrase: str, kind: str) -> None:
    found = findings(text)
    assert any(phrase in quote and kind == k for quote, k in found), found


def test_an_article_is_not_read_into_the_next_one() -> None:
    rows = find(["The rumor that the mayor died spread.", "It is false."], [None, None]).rows
    assert "official_denials" not in {row.signal for row in rows}


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        pytest.param(
            "“He did not own the car,” his lawyer said.", "did not own the car", "denial",
            marks=pytest.mark.xfail(reason="a denial that contradicts without any denying word"),
        ),
    ],
)  # fmt: skip
def test_known_misses(text: str, phrase: str, kind: str) -> None:
    assert any(phrase in quote and kind == k for quote, k in findings(text))
