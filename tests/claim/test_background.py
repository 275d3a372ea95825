"""A denial that its party took back, or that tells who somebody is, contests no claim."""

import pytest

from credscore import score

BODY = " The matter has been before the council since May. Two papers had written of it. "


@pytest.mark.parametrize(
    "claim",
    [
        "Minister who denied affair admits it",
        "Mayor admits taking bribes after denying it for months",
        "Singer, who had denied being ill, confirms illness",
        "The firm conceded on Monday that the leak took place, which it had denied",
        "Pilot confesses to theft he first denied",
        "The pilot denied the theft but later admitted it",
        "Bo Lind, having denied the theft, admitted that he took the plane",
        "Man falsely accused of theft wins payout",
        "A woman who was wrongly accused of arson sued the county on Monday",
        "Nurse wrongly accused of murder gets job back",
        "Falsely accused of theft, clerk wins case",
        "Payout for clerk falsely accused of theft",
        "A clerk wrongly accused of theft was awarded a sum by a court",
        "The woman who falsely accused a clerk of theft is in jail",
        "Woman jailed for false claims of theft",
    ],
)
def test_background(claim: str) -> None:
    for report in score(f"{claim}.{BODY}"), score(BODY, claim):
        assert report.stance == "relays"
        assert report.claim is None or not report.claim.denied
        denials = [one for one in report.evidence if one.signal == "official_denials"]
        assert not any(one.of_claim for one in denials)


@pytest.mark.parametrize(
    ("claim", "stance"),
    [
        ("The minister admitted a mistake on Monday but denied an affair", "disputed"),
        ("Mayor denies that she admitted taking bribes", "disputed"),
        ("The mayor, who denied the theft, left the town", "disputed"),
        ("Pilot denies theft of plane, pays fine", "disputed"),
        ("The pilot, admitted to hospital on Friday, denied the theft", "disputed"),
        ("Video falsely accuses nurse of theft", "debunks"),
        ("The clerk was falsely accused of having taken a bribe", "debunks"),
        ("The nurse was falsely accused of theft in a video", "debunks"),
    ],
)
def test_what_contests_the_claim(claim: str, stance: str) -> None:
    assert score(BODY, claim).stance == stance
