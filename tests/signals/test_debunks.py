"""What the text itself, an expert or another outlet calls false."""

import pytest

from tests.inputs.denials import denials_in

DEBUNKED = [
    ("The sums did not break records, as the mayor claimed.",
     "not break records, as the mayor claimed"),
    ("Contrary to what the weekly claimed, the pier is open.",
     "Contrary to what the weekly claimed"),
    ("The rumour spread. No, Holm did not leave the band.", "No, Holm did not leave the band"),
    ("The museum lied about the coin. He wrote testimony that has proven to be inaccurate.",
     "proven to be inaccurate"),
    ("How did this false claim spread?", "this false claim"),
    ("They told a lie that the bridge sank.", "lie that the bridge sank"),
    ("The quote was wrongly attributed to the mayor.", "wrongly attributed to the mayor"),
    ("Neither of the claims is accurate.", "Neither of the claims is accurate"),
    ("The mayor was incorrect in claiming that it sank.", "incorrect in claiming that it sank"),
    ("The viral image is AI-generated.", "AI-generated"),
    ("The records do not support the mayor's claim.", "do not support the mayor's claim"),
    ("We rate this claim False.", "rate this claim False"),
    ("Another site gave it a Pants on Fire.", "Pants on Fire"),
    ("The meeting never happened.", "never happened"),
    ("The club has not spoken of the latest hoax.", "the latest hoax"),
    ("There are false reports in the village.", "false reports"),
    ("The claim is little more than propaganda designed to sell bells.",
     "The claim is little more than propaganda"),
    ("The report is false.", "report is false"),
    ("Independent experts rejected the claims.", "rejected the claims"),
    ("A website debunked the rumour that it closed.", "debunked the rumour that it closed"),
    ("The video, debunked by scholars, spread on.", "debunked by scholars"),
    ("The letter is an obvious forgery.", "is an obvious forgery"),
    ("The museum holds a forged letter.", "a forged letter"),
    ("The claim was refuted by fact-checkers.", "refuted by fact-checkers"),
    ("The reports were widely debunked by scholars.", "widely debunked"),
    ("The claim that the city has no money is false.", "is false"),
    ("The rumour is completely false and outrageous.", "completely false"),
    ("The idea that he lied is false.", "is false"),
    ("There is no truth to the rumour. The mayor said so later.", "There is no truth"),
    ("The rumour spread. The singer is alive and well.", "alive and well"),
    ("The report spread. It is false.", "It is false"),
    ("The report is little more than propaganda.", "is little more than propaganda"),
    ("They met because of the lie that the bridge sank.", "lie that the bridge sank"),
    ("He trusted an inaccurate editorial in the paper.", "an inaccurate editorial"),
    ("The site can debunk this claim.", "debunk this claim"),
    ("Fact-check: MOSTLY FALSE What is a town now was a farm.", "MOSTLY FALSE"),
    ("Note: this article is satire.", "this article is satire"),
    ("He still trusts a now-debunked study.", "a now-debunked study"),
    ("Another claim that two scholars have debunked is old.", "debunked"),
    ("The rumour has been debunked.", "has been debunked"),
    ("The singer is not leaving the band, despite a new report.",
     "is not leaving the band, despite a new report"),
    ("He says the dam held. The records show otherwise.", "records show otherwise"),
    ("FAKE: the mayor did not resign.", "FAKE"),
    ("She made a number of false, misleading or exaggerated claims.",
     "false, misleading or exaggerated claims"),
    ("The rumour has since been proven misleading.", "proven misleading"),
    ("The fake death news spread.", "fake death news"),
    ("He repeated a false claim that the bridge sank.", "a false claim that the bridge sank"),
    ("She spread false rumours about the mayor.", "false rumours about the mayor"),
    ("They shared two factually incorrect statements.", "factually incorrect statements"),
    ("This is a baseless allegation.", "baseless allegation"),
    ("The long-ago debunked claim spread again.", "The long-ago debunked claim"),
    ("We found no evidence that the ship burned.", "found no evidence that the ship burned"),
    ("The panel found no proof of the claim.", "found no proof of the claim"),
    ("There is no evidence to support the claim.", "no evidence to support the claim"),
    ("The story is a hoax.", "a hoax"),
    ("The report turned out to be false.", "turned out to be false"),
    ("The article proved to be untrue.", "proved to be untrue"),
    ("The tale was debunked by a museum.", "debunked by a museum"),
    ("The photo is not genuine.", "is not genuine"),
    ("The image was digitally altered.", "was digitally altered"),
    ("He falsely claimed that the dam broke.", "falsely claimed that the dam broke"),
    ("Posts incorrectly reported that it sank.", "incorrectly reported that it sank"),
    ("A claim the site rated “false” spread.", "rated “false"),
    ("It is a common myth that it sank.", "a common myth"),
    ("No such law exists.", "No such law exists"),
    ("He repeated the mayor's lies about the fire.", "lies about the fire"),
    ("The letter was forged.", "was forged"),
    ("A doctored photo of the bridge spread.", "A doctored photo"),
    ("None of these reports is true.", "None of these reports is true"),
    ("The story spread. It never happened.", "It never happened"),
    ("The rumour spread. Incorrect.", "Incorrect"),
    ("The claims in the story are nonsense.", "The claims in the story are nonsense"),
    ("The claim that he hid the coins because he owed money is not true.",
     "The claim that he hid the coins because he owed money is not true"),
    ("A posting that says the old dam in the hills broke on Friday and flooded the town is fake.",
     "A posting that says the old dam in the hills broke on Friday and flooded the town is fake"),
    ("Every claim in the leaflet is not only untrue but absurd.",
     "Every claim in the leaflet is not only untrue but absurd"),
    ("The story is, of course, a complete fabrication.", "is, of course, a complete fabrication"),
    ("The article is a hoax written by a student.", "The article is a hoax"),
    ("The report spread. It’s almost certainly not true.", "almost certainly not true"),
    ("The reports of suspected thefts are untrue.", "The reports of suspected thefts are untrue"),
    ("The alleged fight between the two cooks is false.", "is false"),
    ("The mill never closed, contrary to some reports.", "never closed, contrary to some reports"),
    ("They shared the new photoshopped image.", "the new photoshopped image"),
    ("Analysis: Pure fiction.", "Pure fiction"),
    ("The paper retracted its story about the mill.", "retracted its story"),
    ("The rumour spread. It was all just a rumour.", "It was all just a rumour"),
    ("The mill did not, contrary to some reports on Monday, burn.",
     "contrary to some reports"),
    ("“These are long-ago debunked claims,” the clerk said.", "debunked claims"),
    ("The claim spread. A weekly said there was no evidence for it.", "there was no evidence for"),
    ("It is a claim that has been dismissed by scientists.", "dismissed by scientists"),
    ("He went on with a streak of false and hurtful claims.", "false and hurtful claims"),
    ("In fact, the photograph was digitally altered.", "the photograph was digitally altered"),
    ("The attacks on the mayor were proven false.", "were proven false"),
    ("Her account of it proved untrue.", "proved untrue"),
    ("“It held,” said Keller, but reports of that were later found to be false.",
     "found to be false"),
]  # fmt: skip
TITLES = [
    ("No, the mayor did not sell the mill", "A rumour of a sale spread.",
     "No, the mayor did not sell the mill", "debunk"),
    ("Ministry: Reports of a flood in the old mill untrue", "Rain fell.",
     "Reports of a flood in the old mill untrue", "denial"),
    ("Rumours of a sale not true, club buys boat instead", "It is blue.",
     "Rumours of a sale not true", "debunk"),
    ("Rumour debunked: the mill stands", "It is dry.", "debunked", "debunk"),
]  # fmt: skip
NO_DEBUNKS = [
    "Let us say that the claims are true. Is that a crime? No, it is not.",
    "The town thrived. It tells tales in books that are entirely fiction.",
    "The vicar uses a word which is incorrect.",
    "We admire a figure that is often misquoted.",
    "Are there people in the town who spread false rumours?",
    "Is this a fake rumour, or could the mill be sold?",
    "Baseless accusations? The baker goes on.",
    "He told a lie about every two minutes.",
    "They spread a lie that has had deadly results.",
    "The clerk signed materially false statements.",
    "She dislikes the word hoax.",
    "The invoice was allegedly fake, an auditor said.",
    "This behaviour is wrong.",
    "The new law is ridiculous and harms the millers.",
    "“His mind is made up,” his aunt said of the trip.",
    "None of the news was completely absurd.",
    "The rumour spread that his mind was made up by Friday.",
    "A (bogus) suit led to the first rumours.",
    "We had no reason to believe that it was not true.",
    "She noted that the forecasts were not as accurate a guide as the tide.",
    "Some claim that the picture is simply a hoax.",
    "The mill is not open, despite the rain.",
    "No, the mill is not open on Sundays.",
    "The choir sang in a story that was so absurd that all laughed.",
    # a finding about a body or a place
    "She was accused of fraud. Doctors found no evidence of a tumour.",
    "They spoke of the allegation. Police found no evidence of foul play.",
    "It sounds nice, but was that fake news?",
    "The report drew fans to the town. It must be quiet there, right? Wrong.",
    "It was an unconfirmed rumour that the mill was sold.",
    # of much, by nobody, or open
    "Much of what the shows tell us is false.",
    "Most of the beliefs we held then were proved to be false.",
    "Divers can confirm or disprove the theory that it sank.",
    "None of the sites ever debunked the rumour that it sank.",
    "The tape could quite easily be a hoax.",
    "It is open whether the written answers that the clerk sent to the panel were untrue.",
]
"""Near-misses: an opinion, a belief, a verdict on no report."""


@pytest.mark.parametrize(("text", "phrase"), DEBUNKED)
def test_what_the_text_calls_false_is_a_debunk(text: str, phrase: str) -> None:
    found = denials_in(text)
    assert any(phrase in quote and kind == "debunk" for quote, kind in found), found


@pytest.mark.parametrize(("title", "text", "phrase", "kind"), TITLES)
def test_a_title_says_it_without_a_verb(title: str, text: str, phrase: str, kind: str) -> None:
    assert (phrase, kind) in denials_in(text, title)


@pytest.mark.parametrize("text", NO_DEBUNKS)
def test_what_is_no_debunk(text: str) -> None:
    assert denials_in(text) == []


def test_the_same_words_in_a_body_are_no_title() -> None:
    assert denials_in("It rained. Reports of a flood in the old mill untrue, club buys boat") == []


def test_a_quotation_that_lost_its_end_goes_on_to_the_end_of_its_sentence() -> None:
    assert ("The story is false", "debunk") in denials_in(
        "Her agent told us that she is “very well. The story is false."
    )
    assert ("The story is false", "denial") in denials_in(
        "“She is well. The story is false. Nobody asked us,” her agent said."
    )
    assert ("The story is false", "denial") in denials_in(
        "“She is well. The story is false.\n“Nobody asked us,” her agent said."
    )
