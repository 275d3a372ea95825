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
    ("The bank denied the rumours and called them baseless lies.", "called them baseless lies",
     "denial"),
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
    ("The ministry has not officially commented.", "has not officially commented",
     "non_confirmation"),
    ("There was a lack of confirmation.", "lack of confirmation", "non_confirmation"),
    ("The baker's lawyer debunked the rumour that it closed.",
     "debunked the rumour that it closed", "denial"),
    ("A website debunked the rumour that it closed.", "debunked the rumour that it closed",
     "debunk"),
    ("The video, debunked by scholars, spread on.", "debunked by scholars", "debunk"),
    ("The letter is an obvious forgery.", "is an obvious forgery", "debunk"),
    ("She replied to what she called “false rumours”.", "called “false rumours", "denial"),
    ("The firm rejected the criticism.", "rejected the criticism", "denial"),
    ("He insists there was no leak.", "insists there was no leak", "denial"),
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
    ("Her claims were hotly disputed.", "disputed", "denial"),
    ("“It is utter rubbish,” he said.", "It is utter rubbish", "denial"),
    ("The claim was refuted by fact-checkers.", "refuted by fact-checkers", "debunk"),
    ("The claim was refuted by the mayor.", "refuted by the mayor", "denial"),
    ("The reports were widely debunked by scholars.", "widely debunked", "debunk"),
    ("The claim that the city has no money is false.", "is false", "debunk"),
    ("The report was dismissed as fiction.", "dismissed as fiction", "denial"),
    ("The rumour is completely false and outrageous.", "completely false", "debunk"),
    ("The idea that he lied is false.", "is false", "debunk"),
    ("Experts insisted that he had not fled.", "insisted that he had not fled", "denial"),
    ("Experts declined to comment.", "declined to comment", "non_confirmation"),
    ("There is no truth to the rumour. The mayor said so later.", "There is no truth", "debunk"),
    ("The rumour spread. The singer is alive and well.", "alive and well", "debunk"),
    ("The report spread. It is false.", "It is false", "debunk"),
    ("It did not respond, or reply to storms.", "did not respond", "non_confirmation"),
    ("Critics accuse the firm of fraud. It said it did not take the money.",
     "said it did not take the money", "denial"),
    ("He was accused of theft. “I never took the money,” he said.", "I never took the money",
     "denial"),
    ("The singer accused the paper of inventing the quote.",
     "accused the paper of inventing the quote", "denial"),
    ("“The paper totally invented what I said,” he wrote.", "totally invented what I said",
     "denial"),
    ("The report is little more than propaganda.", "is little more than propaganda", "debunk"),
    ("The club said the report contains errors.", "contains errors", "denial"),
    ("The firm denies limiting aid to the town.", "denies limiting aid to the town", "denial"),
    ("Reports spread that he owed money. His lawyer refuted them entirely.",
     "refuted them entirely", "denial"),
    ("Sources have flat out denied the rumour.", "denied the rumour", "denial"),
    ("The reports of a sale have been denied by an official.", "denied by an official", "denial"),
    ("“That is a false claim,” the mayor said.", "That is a false claim", "denial"),
    ("The mayor's refusal to confirm the report surprised them.", "refusal to confirm the report",
     "non_confirmation"),
    ("The firm has not answered the allegations.", "has not answered the allegations",
     "non_confirmation"),
    ("There was no confirmation; no confirmation has come from the port.",
     "no confirmation has come", "non_confirmation"),
    ("They met because of the lie that the bridge sank.", "lie that the bridge sank", "debunk"),
    ("He trusted an inaccurate editorial in the paper.", "an inaccurate editorial", "debunk"),
    ("The site can debunk this claim.", "debunk this claim", "debunk"),
    ("It maintains that the video was not staged.", "maintains that the video was not", "denial"),
    ("The clerk denied to the paper that he was ill.", "denied to the paper that he was ill",
     "denial"),
    ("Fact-check: MOSTLY FALSE What is a town now was a farm.", "MOSTLY FALSE", "debunk"),
    ("The agent denied the claim, telling a paper it is “completely untrue”.", "denied the claim",
     "denial"),
    ("The bank denied misusing the fund.", "denied misusing the fund", "denial"),
    ("The clerk “flatly denies” taking the coin.", "denies” taking the coin", "denial"),
    ("Its lawyers denied the reports as they left the hall.", "denied the reports", "denial"),
    ("The firm downplayed fears that the dam would break.",
     "downplayed fears that the dam would break", "denial"),
    ("The police dismissed these complaints.", "dismissed these complaints", "denial"),
    ("The union says the paper printed made-up stories.", "made-up stories", "denial"),
    ("Note: this article is satire.", "this article is satire", "debunk"),
    ("He still trusts a now-debunked study.", "a now-debunked study", "debunk"),
    ("Another claim that two scholars have debunked is old.", "debunked", "debunk"),
    ("The rumour has been debunked.", "rumour has been debunked", "debunk"),
    ("The singer is not leaving the band, despite a new report.",
     "is not leaving the band, despite a new report", "debunk"),
    ("He says the dam held. The records show otherwise.", "records show otherwise", "debunk"),
    ("FAKE: the mayor did not resign.", "FAKE", "debunk"),
    ("She made a number of false, misleading or exaggerated claims.",
     "false, misleading or exaggerated claims", "debunk"),
    ("The rumour has since been proven misleading.", "proven misleading", "debunk"),
    ("The fake death news spread.", "fake death news", "debunk"),
    ("The firm refused to say whether it had paid.", "refused to say whether it had paid",
     "non_confirmation"),
    ("“I won't comment on the sale,” the owner said.", "won't comment on the sale",
     "non_confirmation"),
]  # fmt: skip

OPINIONS = [
    "She called the stay in the town disgusting.",
    "The group called the report “unjust and cruel”.",
    "“It is so outrageous that he stays,” she said.",
    "“But that is not true. Prices can fall in a boom,” the professor said of the debate.",
    "Cutting the fund by a third of its money is ridiculous.",
    "He said the ruling was wrong.",
    "Supporters of the plan dismissed the claims.",
    "The page may contain many disputed claims.",
    "She told us that she had never seen such a storm.",
    "“I never sang,” he said of his youth.",
    "Critics accuse the firm of fraud. It said it did not know.",
    "The coach insisted their success was not to be taken for granted.",
]
"""Opinions, condemnation and plain statements that contest no report."""
NO_REPORTS = [
    "The wave hit the house, knocking it off its base.",
    "Answer: False",
    "The bombs were fakes. Nobody knows who is behind the hoaxes.",
    "They sold counterfeit documents.",
    "The parser was fed with false information about its place.",
    "He was convicted of making false statements.",
    "She was fined for falsely claiming on a form that she was ill.",
    "The series said that its events were fiction.",
    "He removed allegedly defamatory articles.",
    "Contrary to popular belief, bats see well.",
    "There are fines for spreading fake news.",
    "The board mulled a sale, but it never happened.",
    "Police found no evidence of foul play.",
    "There is no evidence that the lake was ever blue.",
    "The Old Mill Hoax has cost us all.",
    "They are making it up as they go along.",
    "The guards denied the Tarnes the cup.",
    "The council denied the parents' petitions.",
    "OPPORTUNITIES DENIED. The town pays.",
]
"""Things, crimes, data and favours: false or denied, and no report."""
HEADS = [
    "The charge against him had been dismissed.",
    "The claims were rejected.",
    "Call your bank to contest the charges.",
    "The supreme court which rejected the claim sat for a week.",
    "An appeals court in Oldham, Kent just rejected the claim.",
    "The judge said he had done nothing wrong.",
    "The plan would deny this kind of help to the people.",
    "It hurts them to go on denying it.",
    "I call it trumped-up thrift.",
    "He has maintained no ties with the club.",
    "Any wrongly labelled coats go back to the shop.",
    "It came true, a myth in stone.",
    "That is where urban legends begin.",
    "Those convicted of having made a false claim of residence may be fined.",
    "He failed to respond to the guards' orders and ran.",
]
"""The cue word belongs to a charge, a right, a thing, or has another sense."""
GENERAL = [
    "The show checks any remarks made by guests that are wrong.",
    "People share some unchecked news that turns out to be false.",
    "Such sites often print unfounded rumours.",
    "Many wrongly believe that bats are blind.",
    "The witness said she had never heard of anyone minding the bands.",
    "“I can take bad news, but I am not fine when it is fake,” he said.",
    "The claim that a town can void a law is so preposterous that nobody repeats it.",
    "He was asked to resign, and when that did not happen, he was sued.",
]
"""General statements and beliefs that contest no report."""
HELD_BY_NONE = [
    "We don't think the criticism of her report is baseless.",
    "There was a huge effort to claim the whole idea of the coins was a hoax.",
    "There is not sufficient evidence to disprove the guards' claims.",
    "He tried to rebut the accusation.",
    "A trial would help dispel concerns that the court is biased.",
    "It is difficult to refute the report.",
]
"""What nobody holds to be false, or what was not done."""
NOT_ASSERTED = [
    "It is up to our leaders to set the record straight.",
    "The speech was meant to dispel the rumours.",
    "He entered a plea under which a man maintains his innocence.",
    "Further proof is needed to fully debunk the claim.",
    "They do well at debunking rumours.",
    "Nobody is really denying that the swamp exists.",
    "There's no denying that it was late.",
]
"""Purpose, advice, a general rule."""
NOBODY_ASKED = [
    "The town ignored a request to arrest the man.",
    "It was a clinic, which he refused to name.",
    "She refused to answer questions of the police.",
    "The firm had not yet responded in court.",
    "The test does not confirm the accuracy of the result.",
    "We will tell you if the story is confirmed or denied.",
    "This is no essay on style, so I won't comment on it.",
    "I wouldn't say that the town deserved it.",
    "You can expect her to refuse to answer questions about it.",
]
"""Refusals of an act, or towards an authority, and none of a comment."""
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
    *OPINIONS,
    *NO_REPORTS,
    *HEADS,
    *GENERAL,
    *HELD_BY_NONE,
    *NOT_ASSERTED,
    *NOBODY_ASKED,
]


def findings(text: str) -> list[tuple[str, str]]:
    return [(e.quote, e.kind) for e in extract(text) if e.signal == "official_denials"]


@pytest.mark.parametrize(("text", "phrase", "kind"), FOUND)
def test_found(text: str, phrase: str, kind: str) -> None:
    found = findings(text)
    assert any(phrase in quote and kind == k for quote, k in found), found


def test_an_article_is_not_read_into_the_next_one() -> None:
    found = find(["The rumor that the mayor died spread.", "It is false."], [None, None])
    assert "official_denials" not in {row.signal for row in found.reading.findings(found.rows)}


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


UNASSERTED = {
    "negated": [
        "The firm doesn't dispute the claim.",
        "The mayor did not deny the report.",
        "Nobody has denied the story.",
        "The bank never denied that it had lost the money.",
        "Neither brother disputed the account.",
        "The clerk hasn't refuted the allegation.",
        "The club won't dispute the report.",
        "The ministry isn't denying the rumours.",
        "Few would dispute the story.",
        "They cannot deny that the bridge sank.",
    ],
    "refused": [
        "The palace refused to deny the reports.",
        "The board failed to refute the claim.",
        "The mayor stopped short of denying the story.",
        "The bank was unable to refute the accusation.",
        "The union has yet to deny the rumour.",
        "The firm declined to dispute the account.",
        "The school left without denying the report.",
        "The club laughed instead of denying the claim.",
        "The owner paid rather than deny the story.",
        "The clerk made no attempt to dispute the claim.",
    ],
    "supposed, asked or requested": [
        "If he denied the report, nobody heard it.",
        "Nobody asked whether she denied the claim.",
        "Why did the mayor deny the report?",
        "Who's denying the report?",
        "She asked how the firm refuted the claim.",
        "The mayor should deny the report.",
        "The board might dispute the claim.",
        "The union urged the mayor to deny the report.",
        "The rule allows the firm to dispute a claim.",
        "Unless the club denies the story, fans will leave.",
    ],
    "general": [
        "Those who deny the story are loud.",
        "People who dispute the report were few.",
        "Anyone who denies the claim may write.",
        "He was accused of denying the report.",
        "Everyone who denied the rumour left.",
    ],
}
WITHHELD = [
    "The board denied his disability claim.",
    "The insurer denied the claim for medical expenses.",
    "The insurer rejected her injury claim.",
    "The office denied the asylum claims of forty men.",
    "The bank denied him the loan.",
    "The fund dismissed the pension claim.",
    "The city denied her request for a permit.",
    "The guards denied them entry.",
    "The league denied the team a goal.",
    "The state denied thousands of workers their wages.",
    "The judge denied the motion.",
]
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
DEBUNKED = [
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
]  # fmt: skip


@pytest.mark.parametrize("text", [text for texts in UNASSERTED.values() for text in texts])
def test_what_nobody_asserts_denies_nothing(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize("text", WITHHELD)
def test_what_is_withheld_is_no_report(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize("text", NOT_NAMED)
def test_to_give_no_name_is_no_refusal_to_answer(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize("phrase", UNANSWERED)
def test_who_does_not_answer_is_found(phrase: str) -> None:
    found = findings(f"The owners of the mill {phrase}.")
    assert [kind for _, kind in found] == ["non_confirmation"], found
    assert found[0][0] in phrase, found


@pytest.mark.parametrize(("text", "phrase"), DEBUNKED)
def test_what_the_text_calls_false_is_a_debunk(text: str, phrase: str) -> None:
    found = findings(text)
    assert any(phrase in quote and kind == "debunk" for quote, kind in found), found


@pytest.mark.parametrize("name", ["Kovar", "the Tarnes", "Osterland", "He", "She", "They", "We"])
def test_names_and_pronouns_move_no_span(name: str) -> None:
    found = findings(f"{name} denied the report on Friday, and {name} called it a lie.")
    assert found == [("denied the report", "denial"), ("called it a lie", "denial")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministry: report of coup is false", "denial"),
        ("Palace: the story is a hoax", "denial"),
        ("Fact-checkers: the claim is false", "debunk"),
        ("The story is a hoax: nobody was hurt.", "debunk"),
    ],
)
def test_a_label_before_a_colon_speaks(text: str, kind: str) -> None:
    found = [item.kind for item in extract(text) if item.signal == "official_denials"]
    assert found == [kind]
