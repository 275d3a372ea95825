"""Sensationalism: shouting, exclamation, loaded words."""

import pytest

from credscore import extract

CASES = [
    ("It is a bombshell.", [("loaded", "bombshell")]),
    ("You won’t believe it.", [("loaded", "You won’t believe")]),
    ("The deep state hid it.", [("loaded", "deep state")]),
    ("It was an explosive claim.", [("loaded", "explosive")]),
    ("She slammed the plan.", [("loaded", "slammed")]),
    ("It was a lie.", [("loaded", "lie")]),
    ("He told more lies about it.", [("loaded", "lies")]),
    ("They lied about it.", [("loaded", "lied")]),
    ("It was a horrific scene.", [("loaded", "horrific")]),
    ("It was a shadowy plan.", [("deceit", "shadowy")]),
    ("It sank!!!", [("exclamation", "!!!")]),
    ("THE SHIP SANK yesterday.", [("shouting", "THE SHIP SANK")]),
    ("(END VIDEO CLIP) He smiled.", []),
    ("BO LI, LORWICK NEWS EDITOR: They sang.", []),
    ("THE SHIP SANK HERE yesterday.", [("shouting", "THE SHIP SANK HERE")]),
    ("They hide the truth!", [("insistence", "truth"), ("exclamation", "!")]),
    ("The NATO envoy left.", []),
    ("The UN and the EU agreed.", []),
    ("It was a bomb.", []),
    ("It sank.", []),
    ("There is no truth to the story.", []),
    ("He is in hiding.", []),
    ("The town lies in a valley.", []),
    ("More tests lie ahead.", []),
    ("He was lying in bed.", []),
    ("The fault lies with him.", []),
    ("They found explosive charges.", []),
    ("Fire destroyed the mill.", []),
    ("The car slammed into a wall.", []),
    ("He stole trade secrets.", []),
    ("A plot of land was sold.", []),
    ("It was a massive dam.", []),
    ("The sick were fed.", []),
    ("He won a grand slam.", []),
    ("It was a secret plot.", [("deceit", "secret plot")]),
    ("They faked the hoax.", [("deceit", "faked"), ("deceit", "hoax")]),
    ("It is completely true.", [("insistence", "completely"), ("insistence", "true")]),
    ("Of course it sank.", [("insistence", "Of course")]),
    ("The paper revealed it.", [("disclosure", "revealed")]),
    ("The letter was leaked.", [("disclosure", "leaked")]),
    ("Oil leaked into the bay.", []),
    ("They were exposed to lead.", []),
    ("They were breaking windows.", []),
    ("It was breaking news.", [("disclosure", "breaking news")]),
    ("In fact it sank.", [("insistence", "In fact")]),
    ("It is a fact of life.", []),
    ("The pension scheme was cut.", []),
    ("Did it sink?", []),
    ("It was a conspiracy to silence her.", [("deceit", "conspiracy")]),
    ("He was convicted of fraud and conspiracy.", []),
    ("It was a conspiracy to commit fraud.", []),
    ("It is a conspiracy theory.", []),
    ("The mainstream press hid it.", [("deceit", "mainstream press")]),
    ("Jazz became mainstream.", []),
    ("It was a secret deal.", [("deceit", "secret")]),
    ("It is an open secret.", []),
    ("It is no secret.", []),
    ("The secret to good bread is time.", []),
    ("They have a secret recipe.", []),
    ("It was a fake letter.", [("deceit", "fake")]),
    ("They wore fake beards.", []),
    ("It was covered in fake blood.", []),
    ("It was not a fake.", []),
    ("It was never rigged.", []),
    ("He has never seen a fake.", [("deceit", "fake")]),
    ("Ask whether it is a hoax.", []),
    ("It could be a hoax.", []),
    ("It was a hoax.", [("deceit", "hoax")]),
    ("They want to curb the spread of fake news.", []),
    ("He called it fake news.", [("deceit", "fake")]),
    ("Tell the real from the fake.", []),
    ("He was held on charges of theft, conspiracy and arson.", []),
    ("He was tried for fraud and conspiracy.", []),
    ("Ask whether she conspired with him.", []),
    ("She conspired with him.", [("deceit", "conspired")]),
    ("It is a conspiracy rumor.", []),
    ("He joked in a fake whisper.", []),
    ("The mill could be corrupt.", []),
    ("They have no proof of a wide conspiracy.", []),
    ("I have got a secret for you.", []),
    ("It is no longer a secret.", []),
    ("It was a family secret.", []),
    ("It was a covert police operation.", []),
    ("It was a covert deal.", [("deceit", "covert")]),
    ("They foiled a terror plot.", []),
    ("They foiled 13 terrorist plots.", []),
    ("It was a secret plot.", [("deceit", "secret plot")]),
    ("He showed a fake passport.", []),
    ("They sold fake fertiliser.", []),
    ("It was a fake story.", [("deceit", "fake")]),
    ("A hoax call closed the school.", []),
    ("The bomb threats turned out to be hoaxes.", []),
    ("The whole story is a hoax.", [("deceit", "hoax")]),
    ("They were kept in secret prisons.", []),
    ("It was a plot to rob him.", [("deceit", "plot to")]),
    ("The plot of the film is thin.", []),
    ("Foreign elites met there.", []),
    ("They fled from tyranny.", [("loaded", "tyranny")]),
    ("The list of books under censorship grew.", []),
    ("They unveiled a new car.", []),
    ("The sum was not revealed.", []),
    ("They forced the firm to reveal it.", []),
    ("He is expected to reveal it.", []),
    ("She refused to reveal it.", []),
    ("It should be revealed in May.", []),
    ("The letters could reveal it.", []),
    ("The paper can reveal that it sank.", [("disclosure", "reveal")]),
    ("The letters reveal that it sank.", [("disclosure", "reveal")]),
    ("Nobody knows if he leaked it.", []),
    ("He leaked it.", [("disclosure", "leaked")]),
    ("They punish anyone revealing it.", []),
    ("It was the reveal of the year.", []),
    ("The pattern revealed itself.", []),
    ("The map reveals nothing.", []),
    ("She wore a revealing dress.", []),
    ("He exposed himself.", []),
    ("The paper exposed the theft.", [("disclosure", "exposed")]),
    ("The bodies were unearthed in May.", []),
    ("She covers breaking news in the town.", []),
    ("Breaking news: it sank.", [("disclosure", "Breaking news:")]),
    ("It is an exclusive school.", []),
    ("He gave an exclusive interview.", [("disclosure", "an exclusive")]),
    ("A friend told the paper exclusively.", [("disclosure", "exclusively")]),
    ("The club is exclusively male.", []),
    ("It is not very big.", []),
    ("It isn't entirely clear.", []),
    ("They asked for proof of income.", []),
    ("It proved difficult.", []),
    ("It proved the theft.", []),
    ("It proved that he fled.", [("insistence", "proved that")]),
    ("He has nothing to prove.", []),
    ("They could not find proof of it.", []),
    ("Here is proof that he fled.", [("insistence", "is proof that")]),
    ("We swap ideas and facts.", []),
    ("These are hard facts.", [("insistence", "hard facts")]),
    ("They asked about the true cost.", []),
    ("It is true.", [("insistence", "true")]),
    ("He stayed until the very end.", []),
    ("Three in ten are extremely or very sure.", []),
    ("He may not actually win.", []),
    ("He actually won.", [("insistence", "actually")]),
    ("The dream came true.", []),
    ("The actual number is low.", []),
    ("The actual thief is free.", []),
    ("It was an actual theft.", [("insistence", "actual")]),
    ("Nobody really saw it.", []),
    ("No boat is truly safe.", []),
    ("It hasn't been very cold.", []),
    ("It is not a proven method.", []),
    ("The tale isn't true.", []),
    ("That is true of many boats.", []),
    ("If the tale is true, he fled.", []),
    ("It is true, he fled.", [("insistence", "true")]),
    ("They were desperately searching.", []),
    ("They desperately need help.", [("insistence", "desperately")]),
    ("It has proved so useful.", []),
    ("It is a true story.", []),
    ("They blamed soaring prices.", []),
    ("They fled from toxic smoke.", []),
    ("It was a toxic boss.", [("loaded", "toxic")]),
    ("It has toxic compounds.", []),
    ("He was shocked by the bill.", []),
    ("It shocked us, a shocked town.", []),
    ("The verdict shocked the nation.", [("loaded", "shocked")]),
    ("The crowd grew furious and he was terrified.", []),
    ("The storm ravaged the coast.", []),
    ("Global outrage grew. It is an outrage.", [("loaded", "outrage")]),
    ("They saw a horror film.", []),
    ("The horror never ends.", [("loaded", "horror")]),
    ("Nets hung from twisted metal.", []),
    ("It was a twisted plan.", [("loaded", "twisted")]),
    ("He is crazy about boats.", []),
    ("It is a crazy plan.", [("loaded", "crazy")]),
    ("The reactor had a meltdown.", [("loaded", "meltdown")]),
    ("The bank survived the financial meltdown.", []),
    ("She was ignorant of the rule.", []),
    ("She used the bully pulpit.", []),
    ("The vote was a travesty.", [("loaded", "travesty")]),
    ("He inspected it thoroughly.", []),
    ("She told him to seek the truth.", []),
    ("It was the moment of truth.", []),
    ("The truth is that it sank.", [("insistence", "truth")]),
    ("It may very well sink.", []),
    ("It will almost certainly sink.", []),
    ("It will certainly sink.", [("insistence", "certainly")]),
    ("It sank simply because it was old.", []),
    ("The price wasn’t obvious.", []),
    ("The mark is clearly visible.", []),
    ("It clearly sank.", [("insistence", "clearly")]),
    ("The ferry is completely electric.", []),
    ("She wore a sheer dress. It was sheer luck.", [("insistence", "sheer")]),
    ("It sank, plain and simple.", [("insistence", "plain and simple")]),
    ("Rest assured, it sank.", [("insistence", "Rest assured")]),
    ("A study revealed that it sank.", []),
    ("An insider revealed that it sank.", [("disclosure", "revealed")]),
    ("The firm revealed its new logo.", []),
    ("The award show revealed its nominees.", []),
    ("The capsule was unearthed during repairs.", []),
    ("Potentially exposed people were called.", []),
    ("The paper exposed the fraud.", [("disclosure", "exposed")]),
    ("They sell almost exclusively to farms.", []),
    ("She broke her silence on the ferry.", [("disclosure", "broke her silence")]),
    ("The plan came to light.", [("disclosure", "came to light")]),
    ("He can keep a secret.", []),
    ("She secretly hoped to win.", []),
    ("They secretly met.", [("deceit", "secretly")]),
    ("They never secretly met.", []),
    ("They met in secret.", [("deceit", "secret")]),
    ("They kept the deal secret from her.", [("deceit", "secret")]),
    ("He has a dark secret.", [("deceit", "secret")]),
    ("They want to know how fake news spreads.", []),
    ("They found no conspiracy.", []),
    ("The flag is a total fabrication.", [("deceit", "fabrication")]),
    ("They sell steel for fabrication.", []),
    ("He has a crooked nose. He is a crooked judge.", [("deceit", "crooked")]),
    ("It could quite easily be a hoax.", []),
    ("They covered up the murder.", [("deceit", "covered up")]),
    ("She covered up her tattoo.", []),
    ("It was bought from E! News.", []),
    ("The bear was startled.", []),
    ("It was sold to Zorplo! for a fee.", []),
    ("It was sold to Zorplo!", [("exclamation", "!")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sensationalism(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(e.kind, e.quote) for e in extract(text) if e.signal == "sensationalism"] == expected


@pytest.mark.parametrize("name", ["USA", "PERU", "NATO"])
def test_shouting_does_not_depend_on_the_name(name: str) -> None:
    found = [e for e in extract(f"HE LEFT {name} yesterday.") if e.kind == "shouting"]
    assert len(found) == 1


@pytest.mark.parametrize("text", ["FBI DOJ CIA files were read.", "The NATO UNHCR UNICEF talks."])
def test_acronyms_are_no_shouting(text: str) -> None:
    assert not [e for e in extract(text) if e.kind == "shouting"]


@pytest.mark.parametrize(
    "headline",
    [
        "MAYOR SAYS SHE HAS ‘NEVER SEEN THE FERRY’ AND LEAVES",
        "FERRY’S OWNER PAYS FOR REPAIR",
        "FERRY SINKS IN STORM, 40 SAVED: MAYOR CALLS IT 'THE WORST NIGHT",
        "FERRY OF 1998 COST THE TOWN $100M",
        "THE FERRY THAT I SAW SINK",
        "THE U.S. FERRY SANK AT NIGHT",
    ],
)
def test_a_headline_in_capitals_is_one_finding(headline: str) -> None:
    for found in (extract("It sank.", headline), extract(f"{headline}\nNobody died.", "A ferry")):
        assert [e.quote for e in found if e.kind == "shouting"] == [headline]


@pytest.mark.parametrize(
    ("line", "shouts"),
    [
        ("FERRY SINKS IN STORM AS MAYOR LOOKS ON", 0),
        ("“MAYOR SAW IT SINK. HERE'S WHAT WE KNOW OF THE STORM”", 0),
        ("FERRY SINKS IN STORM AS MAYOR LOOKS ON!", 1),
        ("FERRY SINKS IN STORM AS MAYOR looks on", 1),
    ],
)
def test_a_line_of_capitals_between_paragraphs_leads_elsewhere(line: str, shouts: int) -> None:
    found = extract(f"It sank.\n{line}\nNobody died.", "A ferry")
    assert [e.kind for e in found].count("shouting") == shouts


def test_a_line_of_capitals_in_a_title_shouts() -> None:
    for text in ("", "It sank."):
        found = extract(text, "One.\n\nSTOP THE FERRY NOW\n\nTwo.")
        assert [e.quote for e in found if e.kind == "shouting"] == ["STOP THE FERRY NOW"]


@pytest.mark.parametrize(
    ("words", "shouts"),
    [
        ("READ MORE FROM OUR SERIES", 0), ("SHARE THIS ARTICLE WITH FRIENDS", 0),
        ("SEE ALL BACK TO SLIDE", 0), ("CLICK HERE TO GET THE APP", 0),
        ("SAVE OUR TOWN FROM THEM", 1), ("MORE LIES FROM THE MAYOR", 1),
    ],
)  # fmt: skip
def test_buttons_in_capitals_are_no_shouting(words: str, shouts: int) -> None:
    found = extract(f"The bridge fell on Monday. {words} The mayor said so.")
    assert sum(item.kind == "shouting" for item in found) == shouts


def test_shouting_ends_at_small_letters_and_sentences() -> None:
    found = extract("He said: THE SHIP SANK, he said. IT SANK AT NIGHT. NOW! So he did.")
    shouts = [e.quote for e in found if e.kind == "shouting"]
    assert shouts == ["THE SHIP SANK", "IT SANK AT NIGHT"]


@pytest.mark.xfail(strict=True, reason="a lone word in capitals may be an acronym")
def test_lone_shout() -> None:
    assert any(e.kind == "shouting" for e in extract("A HUGE ship sank."))


def test_a_question_is_evidence_in_a_title_only() -> None:
    found = extract("Did it sink? Yes.", "Did the ferry sink?")
    assert [(item.kind, item.quote, item.in_title) for item in found] == [("question", "?", True)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Is the mayor hiding a second ferry?", 1),
        ("Mayor to sell the ferry?", 1),
        ("Ferries: how do they float?", 0),
        ("“What is a ferry?”", 0),
        ("Which ferry sank?", 0),
        ("Whose ferry sank?", 0),
    ],
)
def test_a_question_for_an_explanation_is_no_evidence(title: str, found: int) -> None:
    assert sum(item.kind == "question" for item in extract("It sank.", title)) == found
