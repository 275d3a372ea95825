"""Media and reports that nobody has verified, and media that nobody doubts."""

import pytest

from credscore import extract

FOUND = [
    # nobody has verified
    ("No one has been able to verify the claim.", "No one has been able to verify", "report"),
    ("None of the claims in the post can be verified.", "None of the claims in the post", "report"),
    ("The claims were not verified before they were printed.", "were not verified", "report"),
    ("The news is not yet confirmed.", "The news is not yet confirmed", "report"),
    ("The claim lacks verification.", "lacks verification", "report"),
    # claims without evidence
    ("There isn't a shred of evidence that he did it.", "a shred of evidence that", "report"),
    ("The accusation lacks evidence.", "accusation lacks evidence", "report"),
    ("So far, no evidence of a theft has been presented.", "no evidence of a theft", "report"),
    ("It is a charge for which there is no evidence.", "for which there is no evidence", "report"),
    ("They say there is a lack of evidence that he fled.", "a lack of evidence that", "report"),
    # conditions
    ("If the rumours are to be believed, he left.", "If the rumours are to be believed", "report"),
    ("Assuming the story is true, he left.", "Assuming the story is true", "report"),
    # reports and media by what is named
    ("The accuracy of the report could not be established.",
     "The accuracy of the report could not be established", "report"),
    ("They have been unable to verify the photo and the claim.", "unable to verify the photo",
     "media"),
    ("Reports that a video shows it could not be verified.",
     "Reports that a video shows it could not be verified", "report"),
    ("They posted a purported photo of the bridge.", "a purported photo", "media"),
    ("He shared images that appear to show a fire.", "images that appear to show", "media"),
    ("Video footage—widely circulated but unverifiable—shows a fire.",
     "Video footage—widely circulated but unverifiable", "media"),
    ("The authenticity of the video could not be confirmed.",
     "The authenticity of the video could not be confirmed", "media"),
    ("Viewers questioned the clip's authenticity.", "questioned the clip's authenticity", "media"),
    ("The claim could not be independently verified.", "could not be independently verified",
     "report"),
    ("There were unconfirmed reports of a fire.", "unconfirmed reports", "report"),
    ("The clip could not be geolocated.", "clip could not be geolocated", "media"),
    ("Police are looking into the claim. There is nothing to suggest that he fled.",
     "There is nothing to suggest that he fled", "report"),
    ("There were reports of a raid, but details are sketchy.", "details are sketchy", "report"),
    ("They looked at an alleged email on the hacking.", "an alleged email", "media"),
    ("There is no hard evidence that he fled.", "no hard evidence that", "report"),
    ("The attack, if confirmed, would be the worst.", "if confirmed", "report"),
    # neither, nothing and none as subjects of a verification that failed
    ("Neither claim could be independently confirmed.",
     "Neither claim could be independently confirmed", "report"),
    ("Neither report has been verified so far.", "Neither report has been verified", "report"),
    ("Neither account was ever corroborated.", "Neither account was ever corroborated", "report"),
    ("None of the claims could be verified.", "None of the claims could be verified", "report"),
    ("None of this has been officially confirmed.", "None of this has been officially confirmed",
     "report"),
    ("Nothing has been confirmed yet.", "Nothing has been confirmed", "report"),
    ("Neither of the two stories can be corroborated.",
     "Neither of the two stories can be corroborated", "report"),
    ("No such claim has been substantiated.", "No such claim has been substantiated", "report"),
    ("Neither tale could be proven.", "Neither tale could be proven", "report"),
    ("None of these details was verified.", "None of these details was verified", "report"),
    # a check that failed, is going on, or was not possible
    ("The paper was not able to confirm independently the details of the raid.",
     "not able to confirm independently the details", "report"),
    ("We had no means to verify this.", "no means to verify this", "report"),
    ("The storm made it hard to verify the toll.", "made it hard to verify the toll", "report"),
    ("The agency is working to confirm the details.", "working to confirm the details", "report"),
    ("Police are working to verify the clip.", "working to verify the clip", "media"),
    ("Details have yet to be confirmed.", "Details have yet to be confirmed", "report"),
    ("Reports of a raid on the bank are many but unverifiable.",
     "Reports of a raid on the bank are many but unverifiable", "report"),
    ("The news is awaiting official confirmation.", "awaiting official confirmation", "report"),
    ("They have not released any evidence.", "have not released any evidence", "report"),
    ("He wrote so without a single source to back up the story.",
     "without a single source to back up the story", "report"),
    ("If rumours that he fled turn out to be true, the bank will close.",
     "If rumours that he fled turn out to be true", "report"),
    # media in doubt: what they appear to show, who made them, whether they are real
    ("A clip was posted on Friday that appears to show the fire.",
     "A clip was posted on Friday that appears to show", "media"),
    ("A photo emerged appearing to show a seal.", "A photo emerged appearing to show", "media"),
    ("They shared a picture that they said showed the pilot.",
     "a picture that they said showed", "media"),
    ("The clip is believed to show the pier.", "The clip is believed to show", "media"),
    ("It was allegedly filmed near the pier.", "It was allegedly filmed", "media"),
    ("A speech purporting to be by the chief was sold.", "A speech purporting to be by", "media"),
    ("The images could be fake.", "The images could be fake", "media"),
    ("The photo looks photoshopped.", "The photo looks photoshopped", "media"),
    ("It is unclear when the clip was filmed.", "unclear when the clip was filmed", "media"),
    ("A photo of what appears to be a tweet spread.", "A photo of what appears to be a tweet",
     "media"),
    ("The paper could not verify whether it was genuine.",
     "could not verify whether it was genuine", "media"),
    ("A video of unknown origin spread.", "A video of unknown origin", "media"),
    ("They are examining the tape of the raid to determine its authenticity.",
     "examining the tape of the raid to determine its authenticity", "media"),
    # media that an agency has not verified
    ("Drone footage on social media, which the agency could not immediately verify, shows a fire.",
     "Drone footage on social media, which the agency could not immediately verify", "media"),
    ("The signed contract, which has not been authenticated, is long.",
     "The signed contract, which has not been authenticated", "media"),
    ("It was not immediately possible to verify its authenticity.",
     "not immediately possible to verify its authenticity", "media"),
    ("She shared the reported photos of the mayor.", "the reported photos", "media"),
    # reports that are doubted in other words, conditions of what was told
    ("The ministry cast doubt on the report.", "cast doubt on the report", "report"),
    ("There is no evidence Li fled.", "There is no evidence Li fled", "report"),
    ("Witnesses said he fled. If this is true, he will lose his seat.", "If this is true",
     "report"),
    ("If true, it is the worst fire in years.", "If true", "report"),
]  # fmt: skip

EXTENTS = [
    # a doubt that is the subject of another one is one finding with it
    ("A video that appears to show the mayor at sea could not be verified.",
     "A video that appears to show the mayor at sea could not be verified"),
    # what media are said to show, up to its noun
    ("She posted a clip purportedly showing a fire at the pier on Monday.",
     "a clip purportedly showing a fire"),
    # over an aside
    ("The claims, made by a rival on Monday, could not be confirmed.",
     "The claims, made by a rival on Monday, could not be confirmed"),
    ("A clip that appears to show her at sea could not be verified.",
     "A clip that appears to show her at sea could not be verified"),
    # who did not verify it, and whose it is
    ("The list has not been verified by the bank.", "has not been verified by the bank"),
    ("They could not corroborate the tape's origin.", "could not corroborate the tape's origin"),
    ("They offered no evidence to link the man's arrest to it.",
     "offered no evidence to link the man's arrest"),
    # over abbreviations, quotations and asides
    ("There is no evidence that U.S. ships were lost, he said.",
     "There is no evidence that U.S. ships were lost"),
    ("We cannot verify that Bo Li, in fact, sold the boat.",
     "cannot verify that Bo Li, in fact, sold the boat"),
    ("There is no evidence that the “lost” boat was sold.",
     "There is no evidence that the “lost” boat was sold"),
    ("The report does not show any direct evidence that the ship sank.",
     "does not show any direct evidence that the ship sank"),
    ("He claimed without evidence that the ship sank.", "without evidence"),
    ("They shared a video said to show the old pier.", "a video said to show the old pier"),
    ("A photo of what appears to be the old pier was sold.",
     "A photo of what appears to be the old pier"),
    ("A speech purporting to be by the chief was sold.", "A speech purporting to be by the chief"),
    ("There is no proof that the cure, which is sold widely, helps sick people.",
     "There is no proof that the cure, which is sold widely, helps sick people"),
]  # fmt: skip

NOT_FOUND = [
    "He met the purported film expert.",
    "He drove with no proof of insurance.",
    "They will not act without having proof.",
    "They spent it without clear evidence of need.",
    "The forms are pending verification.",
    "They will show the video but have not determined a date.",
    "He posted footage of a couple dancing in what appeared to be a box.",
    "And the message seems to be getting through.",
    "Trials found no evidence of harm.",
    # the doubt is of a deed or a life, of no medium; of a finding; of an argument
    "There is nothing to suggest that the pattern is more than local.",
    "The reports say that he leads. If that is true, where is everyone?",
    "Details are sketchy. The fair opens on Monday.",
    "They had seen nothing to support the claim.",
    "The nominee would sell his shares if confirmed.",
    "Love helps people. If this is true, hate harms them.",
    "It has keys that, if true, favour calm.",
    "The footage, which the agency sold, shows a fire.",
    "The ministry cast a vote on the report.",
    "A photo shows the bridge.",
    "The video has been seen a million times.",
    "The guest list was confirmed.",
    "If confirmed by the senate, she starts in June.",
    "The trial found no evidence that the pill helps.",
    "She lived without evidence of disease.",
    "A clerk verifies the authenticity of the documents.",
    "The post appears to have been deleted.",
    "The clip was geolocated to a village.",
    "The alleged thief took a photo.",
    "Both claims were confirmed by the court.",
    "Neither door could be opened.",
    "None of the guests was fed.",
    "The board found no evidence that he lied.",
    "Experts said there is no evidence that it helps.",
    "They offered evidence that it helps.",
    "The agency verified the clip.",
    "Experts verified the authenticity of the tape.",
    "They are working to sell the video.",
    "A man believed to be the driver fled.",
    "A clip was posted that shows the fire.",
    "It is unclear when the ship sank.",
    "He made a speech to be proud of.",
    "The unproven drug is sold here.",
]


def findings(text: str) -> list[tuple[str, str]]:
    return [(e.quote, e.kind) for e in extract(text) if e.signal == "unverifiable_media"]


@pytest.mark.parametrize(("text", "phrase", "kind"), FOUND)
def test_found(text: str, phrase: str, kind: str) -> None:
    found = findings(text)
    assert any(phrase in quote and kind == k for quote, k in found), found


@pytest.mark.parametrize(("text", "span"), EXTENTS)
def test_extents(text: str, span: str) -> None:
    assert [quote for quote, _ in findings(text)] == [span]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert findings(text) == []


@pytest.mark.xfail(strict=True, reason="doubt that no word of verification carries")
@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows who recorded the tape.",
        "Signs of tampering were seen on the clip.",
        "Where the letter came from is a riddle.",
    ],
)
def test_known_misses(text: str) -> None:
    assert findings(text)
