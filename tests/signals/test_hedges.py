"""Hedges: cues that withhold commitment, and their look-alikes."""

import pytest

from credscore import Scorer, extract

CASES = [
    ("He may have fled.", [("modal", "may")]),
    ("The vote could sink the deal.", [("modal", "could")]),
    ("He allegedly fled.", [("adverb", "allegedly")]),
    ("Reportedly, the ship sank.", [("adverb", "Reportedly")]),
    ("The ship appears to have sunk.", [("verb", "appears to")]),
    ("She claimed that the ship sank.", [("verb", "claimed")]),
    ("The alleged thief fled.", [("adjective", "alleged")]),
    ("He denied the rumors.", [("noun", "rumors")]),
    ("He was born on May 5.", []),
    ("In the end Theresa May left.", []),
    ("He could not walk.", []),
    ("There is no doubt that he fled.", []),
    ("The group claimed responsibility.", []),
    ("He made an insurance claim.", []),
    ("He appeared on stage.", []),
    ("The ship sank on Monday.", []),
    # claims and accusations as nouns
    ("Neither claim was checked.", [("noun", "claim")]),
    ("They spoke amid claims that it sank.", [("noun", "claims")]),
    ("Her latest claim is old.", [("noun", "claim")]),
    ("He made many misleading claims.", [("noun", "claims")]),
    ("She rejected the accusations.", [("noun", "accusations")]),
    ("Such insinuations hurt.", [("noun", "insinuations")]),
    ("He claims that it sank.", [("verb", "claims")]),
    ("They claim to have seen it.", [("verb", "claim")]),
    # claimed, not said
    ("He claimed his third title.", []),
    ("The death claims were paid.", []),
    ("You can claim a refund.", []),
    ("They lay claim to the island.", []),
    ("The state claims sovereignty over the strait.", []),
    # likely and unlikely
    ("It is likely to sink.", [("adjective", "likely")]),
    ("The likely cause is fog.", [("adjective", "likely")]),
    ("It is unlikely that it sank.", [("adjective", "unlikely")]),
    ("He will likely swim.", [("adverb", "likely")]),
    ("He was an unlikely hero.", []),
    ("They are more likely to swim.", []),
    # appearances and beliefs
    ("He appeared convinced that it sank.", [("verb", "appeared")]),
    ("It seems to have sunk.", [("verb", "seems to")]),
    ("Five men are presumed dead.", [("verb", "presumed")]),
    ("A house understood to belong to him burned.", [("verb", "understood to")]),
    ("The tests suggest that it sank.", [("verb", "suggest")]),
    ("The tests imply that it sank.", [("verb", "imply")]),
    ("It is not as it seems.", []),
    ("They made it look old.", []),
    ("He suggested a walk.", []),
    ("It is wrong to suggest that it sank.", []),
    ("He was given the suggested dose.", []),
    # possible and apparent
    ("A possible cause is fog.", [("adjective", "possible")]),
    ("They paid a reported $4 million.", [("adjective", "reported")]),
    ("He left for a reported fee.", [("adjective", "reported")]),
    ("The long-rumored sale is off.", [("adjective", "long-rumored")]),
    ("It is the best result possible.", []),
    ("He asked what is possible.", []),
    ("He fled for no apparent reason.", []),
    ("People suspected all along.", []),
    ("You should probably swim.", []),
    # modals that are none by their form
    ("Shots could be heard.", []),
    ("Nobody could swim there.", []),
    ("While it may be small, it is fast.", []),
    # claims: noun or verb
    ("The ministry rejected foreign claims he had fled.", [("noun", "claims")]),
    ("A new report claims she fled.", [("verb", "claims")]),
    ("The union claims she fled.", [("verb", "claims")]),
    ("They were tired of harassment claims, he said.", [("noun", "claims")]),
    ("Every claim the man made was checked.", [("noun", "claim")]),
    ("They hit a man who the army claims is a spy.", [("verb", "claims")]),
    ("He shared false petrol claims with the town.", [("noun", "claims")]),
    # claims on an insurer, and on what is owned
    ("The insurer paid the claim when the premium was paid.", []),
    ("A higher share of claims in relation to the premium worries insurers.", []),
    ("The insurer rejected her claim that premiums had doubled.", [("noun", "claim")]),
    ("Weekly claims rose as unemployment and layoffs grew.", []),
    ("He has a claim to the house.", []),
    ("Rival claims over the island go on.", []),
    ("Rival claims about the fire go on.", [("noun", "claims")]),
    ("The sickness claimed a growing number of victims.", []),
    # possibility as a chance to choose
    ("They lost the possibility of a seat.", []),
    ("The pier offers endless possibilities.", []),
    ("She raised the possibility of a strike.", [("noun", "possibility")]),
    ("The possibility that he fled was raised.", [("noun", "possibility")]),
    # alleged as a verb, likely as an adverb
    ("Two women alleged the guard hit them.", [("verb", "alleged")]),
    ("A report alleged fireworks were used.", [("verb", "alleged")]),
    ("The alleged fireworks were used.", [("adjective", "alleged")]),
    ("It was likely a goat.", [("adverb", "likely")]),
    ("It was likely that a goat did it.", [("adjective", "likely")]),
    # who is yet to come, what may be chosen
    ("They spoke to potential justices.", []),
    ("Potential losses worry them.", [("adjective", "Potential")]),
    ("They look for high potential pupils.", []),
    ("Possible jobs include these.", []),
    ("They discussed possible names.", []),
    ("They discussed possible causes.", [("adjective", "possible")]),
    ("His unlikely ally left.", []),
    # what only looks so, where somebody appears, what is proposed
    ("She can't seem to swim.", []),
    ("It seemed like dry fiction.", []),
    ("It seems like the ship sank.", [("verb", "seems")]),
    ("He appears regularly on the stage.", []),
    ("He appears regularly beaten.", [("verb", "appears")]),
    ("It was designed to appear to be old.", []),
    ("The pilot suggested a walk.", []),
    ("The pilot suggested a fox had done it.", [("verb", "suggested")]),
    # likely: the kind; numbers, degrees and advice
    ("A strike is likely, she said.", [("adjective", "likely")]),
    (
        "Fog is possible, if not likely, at sea.",
        [("adjective", "possible"), ("adjective", "likely")],
    ),
    ("They named the most likely cause.", [("adjective", "likely")]),
    ("The ship was most likely sunk.", [("adverb", "likely")]),
    ("They asked how likely fog is.", []),
    ("It cost perhaps two dozen jobs.", []),
    ("It cost perhaps one of the best pilots his job.", [("adverb", "perhaps")]),
    ("They ran up the seemingly endless stairs.", []),
    ("The seemingly empty ship sank.", [("adverb", "seemingly")]),
    ("They perhaps should stay at home.", []),
    ("They perhaps stayed at home.", [("adverb", "perhaps")]),
    # roles, degrees and most that can be had
    ("The firm wrote to potential homebuyers.", []),
    ("The firm wrote of potential leaks.", [("adjective", "potential")]),
    ("It sank without any apparent cause.", []),
    ("They found the apparent cause.", [("adjective", "apparent")]),
    ("It was made in an unlikely place.", []),
    ("They met with unlikely friends.", []),
    ("It is unlikely boats will sail.", [("adjective", "unlikely")]),
    # a claim to a thing, a claim at the end of a chain of nouns
    ("The winner claimed a prize for it.", []),
    ("The winner claimed a judge had cheated.", [("verb", "claimed")]),
    ("The winner claimed a judge cheated.", [("verb", "claimed")]),
    ("Some people claim the money.", []),
    ("“It sank,” claims the keeper.", [("verb", "claims")]),
    ("They wrote about harbour fraud claims.", [("noun", "claims")]),
    ("The rival claims, however, go on.", []),
    ("They rejected the town's sovereignty claims.", []),
    ("They rejected the town's new claims.", [("noun", "claims")]),
    # what is proposed, how somebody feels, what is only supposed
    ("They suggest that people should stay.", []),
    ("The data suggest that people fled.", [("verb", "suggest")]),
    ("She suggested that the pilot be sacked.", []),
    ("They suggest a new plan.", []),
    ("It seemed odd to me then.", []),
    ("They will call if he seems ill.", []),
    ("They call since he seems ill.", [("verb", "seems")]),
    ("It is older than it seems.", []),
    # possibility: what labels something, and prospects
    ("The keeper ruled out the possibility of fog.", [("noun", "possibility")]),
    ("There is a possibility of fog.", [("noun", "possibility")]),
    ("One possibility is that it sank.", [("noun", "possibility")]),
    ("The possibility of losing the harbour hurt.", []),
    ("He likes the possibilities of the harbour.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_hedges(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.kind, e.quote) for e in extract(text) if e.signal == "hedges"] == expected


MODALS = [
    # "could" of an ability, of what was possible, of advice; "could" that leaves something open
    ("The pilot could steer by the stars.", []),
    ("The pilot could be dead.", ["could"]),
    ("Doctors fear that the pilot could lose an arm.", ["could"]),
    ("The strike could hit the harbour.", ["could"]),
    ("We could steer by the stars.", []),
    ("They could eventually sell the harbour.", ["could"]),
    ("It was all that the crew could do.", []),
    ("Only a crane could lift it.", []),
    ("The test proved that the crane could lift it.", []),
    ("The tests suggest that the crane could lift it.", ["could"]),
    ("The lamp went out before the crew could land.", []),
    ("The harbour was so calm that boats could land.", []),
    ("The harbour is so calm that the fog could return.", ["could"]),
    ("The harbour could do more for its crews.", []),
    ("How could the ferry sink?", []),
    ("Could the ferry sink?", ["Could"]),
    ("The crew could have saved the ferry.", []),
    ("Witnesses said the ferry could have sunk.", ["could"]),
    ("It could have been a hoax.", ["could"]),
    # "may" and "might" of permission, concession, politeness, custom
    ("A fine may be imposed on the owner.", []),
    ("The owner may not return.", ["may"]),
    ("The text may not be republished or sold.", ["may"]),
    ("The text may not be reproduced.", []),
    ("Whatever the reason may be, it sank.", []),
    ("Nobody knows what the reason may be.", ["may"]),
    ("The ferry may or may not sink.", ["may or may not"]),
    ("It may have been a long and quiet day for the crew, but it sank.", []),
    ("It may have been a long and quiet day for the crew.", ["may"]),
    ("That might sound odd.", []),
    ("Some might say that it sank.", []),
    ("He might say more on Monday.", []),
    ("The ministry might say more on Monday.", ["might"]),
    ("It was, as they might have guessed, a hoax.", []),
    ("Anyone who may have seen it is asked to call.", []),
    ("The man who may have seen it is asked to call.", ["may"]),
    ("At times there may be a queue.", []),
    ("It went faster than it might have gone.", []),
    ("It might have capsized if the tug had left.", []),
    ("It might have capsized on Monday.", ["might"]),
    ("Under the law the owner may appeal.", []),
    ("The owner may appeal on Monday.", ["may"]),
    # set phrases, means and what nobody doubts
    ("They seek information that could lead to the thief.", []),
    ("They found a leak that could lead to a fire.", ["could"]),
    ("It burned anything that could float.", []),
    ("The fault could be mended by greasing a screw.", []),
    ("The fault could be mended in May.", ["could"]),
    ("That was the latest the crew could land.", []),
    ("The latest strike could sink the deal.", ["could"]),
    ("She was confident that it could float.", []),
    ("She fears that it could sink.", ["could"]),
    ("No crane that could lift it was found.", []),
    # powers, orders and rights
    ("They asked how such fires may be avoided.", []),
    ("They asked how the fires may have begun.", ["may"]),
    ("The storm may require a new pier.", ["may"]),
    ("The council may require a fee.", []),
    ("The council may lose its seat.", ["may"]),
    ("The owner may still appeal.", []),
    ("The owner may still be alive.", ["may"]),
    # advice
    ("It may be worth waiting for the ferry.", []),
    ("It may be worth two million.", ["may"]),
    ("The mayor may want to look at the pier.", []),
    ("Towns could learn much from the keeper.", []),
    ("Towns could lose much from the fog.", ["could"]),
    # what is granted, what is so at times, what was not so
    ("The ferry may own a bell, but it has no horn.", []),
    ("Reports say the ferry may have a bell, but it is old.", []),
    ("The ferry may hold a bell, which is old.", ["may"]),
    ("Regardless of what the ferry may cost, they bought it.", []),
    ("Even if the ferry may cost more, they bought it.", []),
    ("Typical causes may vary.", []),
    ("What works for one ferry may not work here.", []),
    ("Causes may include fog.", []),
    ("Witnesses said that the list may include him.", ["may"]),
    ("It may have capsized otherwise.", []),
    ("If it were not for the pump, it could sink.", []),
    ("If not for the pump, it might be lost.", []),
    ("If they had not paid, the boat might be gone.", []),
    ("The boat could sink if it were sold.", ["could"]),
    ("Drivers said they could pay the toll.", []),
    ("Drivers said they could be fined.", ["could"]),
    ("Drivers said the fog could spread.", ["could"]),
    ("The court found that it could hear the case.", []),
    ("He could merely wave.", []),
    ("Only keepers with keys may open the gate.", []),
    ("As old as the boat may be, it floats.", []),
    ("It might’ve sunk.", ["might’ve"]),
    ("May everyone have a good year.", []),
    ("Only after the fog could the ferry leave.", []),
]


@pytest.mark.parametrize(("text", "expected"), MODALS)
def test_modals(text: str, expected: list[str]) -> None:
    assert [e.quote for e in extract(text) if e.kind == "modal"] == expected


def test_claims_of_insurance_are_told_however_they_are_written() -> None:
    text = "The insurer paid. Its insurance pays. The {} was paid, and the payment covers it."
    for word in ("claim", "cl\u200baim"):
        assert not [e for e in extract(text.format(word)) if e.signal == "hedges"]


def test_claims_of_insurance_are_told_by_the_article() -> None:
    text = "Many claims were late. The keeper waited. It rained. Claims that he fled spread."
    plain = [e.quote for e in extract(text, "On the harbour") if e.signal == "hedges"]
    insured = [e.quote for e in extract(text, "Insurance in winter") if e.signal == "hedges"]
    assert (plain, insured) == (["claims", "Claims"], ["Claims"])


def test_quotation_is_recorded() -> None:
    found = [e for e in extract("“It may sink,” he said.") if e.signal == "hedges"]
    assert [e.in_quote for e in found] == [True]


def test_modal_in_a_title() -> None:
    found = extract("A text.", "Holm May Have Left Town")
    hedges = [(e.kind, e.quote, e.in_title) for e in found if e.signal == "hedges"]
    assert hedges == [("modal", "May", True)]


def test_a_modal_in_a_headline_under_a_line_of_the_page() -> None:
    lead = "The council of Lorwick met on Monday and voted for the new bridge at last."
    found = extract(f"Share\n\nMayor May Face Charges Over Bridge\nBy Anna Holm\n\n{lead}")
    assert [e.quote for e in found if e.signal == "hedges"] == ["May"]


def test_modals_in_titles_of_several_articles() -> None:
    titles = ["Mayor May Have Fled", "Keeper May Be Ill", "Nobody Left"]
    reports = list(Scorer.load().score_many(["It sank."] * 3, titles))
    found = [[e.quote for e in report.evidence if e.in_title] for report in reports]
    assert found == [["May"], ["May"], []]


def test_a_modal_in_a_title_counts_once() -> None:
    found = extract("It sank.", "Ferry May Have Sunk, It May Be Lost")
    assert [e.quote for e in found if e.signal == "hedges"].count("May") == 2


@pytest.mark.parametrize("word", ["really ", "not well ", "also really "])
@pytest.mark.parametrize("ending", ["go.", "go, but it may.", "go if it sank."])
def test_a_row_of_adverbs_is_read_in_one_way(word: str, ending: str) -> None:
    """Read in each of 2**58 ways, the test would not end."""
    assert extract(f"It may {word * 58}{ending}")


@pytest.mark.parametrize("quoted", ["“taking the boat”", '"taking the boat"'])
def test_quotation_marks_of_patterns_are_straight_or_curly(quoted: str) -> None:
    found = extract(f"The mayor himself suggested {quoted} and the car.")
    assert [e.quote for e in found if e.signal == "hedges"] == ["suggested"]
