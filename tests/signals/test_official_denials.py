"""Who denies a report, what that spans, and what only looks like it."""

import pytest

from credscore import extract
from credscore.signals import find
from tests.inputs.denials import denials_in

DENIED = [
    ("The port, however, disputed that crews had left early.",
     "disputed that crews had left early"),
    ("The network has confirmed that no such panel will meet.", "no such panel will meet"),
    ("The firm that made the pumps rejected the findings.", "rejected the findings"),
    ("“There is nothing true in the rumours,” her agent said.",
     "There is nothing true in the rumours"),
    ("The government has denied rebel claims.", "denied rebel claims"),
    ("Reports say that she quit. Her agent told the paper that was not the case.",
     "that was not the case"),
    ("Papers spread the rumour. “This is inaccurate and defamatory,” the vicar said.",
     "This is inaccurate and defamatory"),
    ("The mill is accused of fraud. It insisted the clerk had made no payments.",
     "insisted the clerk had made no payments"),
    ("The mayor was firm, testifying that any report of theft was “a cruel lie”.",
     "testifying that any report of theft was “a cruel lie"),
    ("The baker roundly denied the claims.", "denied the claims"),
    ("The mayor said the claims of theft by the mill (once a barn) were false.",
     "said the claims of theft by the mill (once a barn) were false"),
    ("The mayor denied the reports.", "denied the reports"),
    ("The firm denied that it had paid the fine, adding nothing.",
     "denied that it had paid the fine"),
    ("Her agent dismissed the claims as baseless on Monday.", "dismissed the claims as baseless"),
    ("“These allegations are completely false,” the lawyer said.",
     "These allegations are completely false"),
    ("There is no truth to the rumour, her agent said.", "There is no truth to the rumour"),
    ("The bank called the claims “without merit”.", "called the claims “without merit"),
    ("The bank denied the rumours and called them baseless lies.", "called them baseless lies"),
    ("The mayor said reports that she left were false.", "said reports that she left were false"),
    ("The union said it had nothing to do with the fire.",
     "said it had nothing to do with the fire"),
    ("The club told us the story is 'not true'.", "the story is 'not true"),
    ("The chain saw ‘absolutely no truth’ in the report, it said.",
     "absolutely no truth’ in the report"),
    ("The rumour is outrageous. The mayor denied the reports.", "denied the reports"),
    ("She laughed off the rumours.", "laughed off the rumours"),
    ("The baker's lawyer debunked the rumour that it closed.",
     "debunked the rumour that it closed"),
    ("She replied to what she called “false rumours”.", "called “false rumours"),
    ("The firm rejected the criticism.", "rejected the criticism"),
    ("He insists there was no leak.", "insists there was no leak"),
    ("The firm denied the report and pledged a review.", "denied the report"),
    ("It is a claim that the school refutes.", "a claim that the school refutes"),
    ("The singer is alive and well, her agent said.", "alive and well"),
    ("The mayor, who denied the report, left.", "denied the report"),
    ("She not only denied the report but laughed.", "denied the report"),
    ("Her claims were hotly disputed.", "disputed"),
    ("“It is utter rubbish,” he said.", "It is utter rubbish"),
    ("The claim was refuted by the mayor.", "refuted by the mayor"),
    ("The report was dismissed as fiction.", "dismissed as fiction"),
    ("Experts insisted that he had not fled.", "insisted that he had not fled"),
    ("Critics accuse the firm of fraud. It said it did not take the money.",
     "said it did not take the money"),
    ("He was accused of theft. “I never took the money,” he said.", "I never took the money"),
    ("The singer accused the paper of inventing the quote.",
     "accused the paper of inventing the quote"),
    ("“The paper totally invented what I said,” he wrote.", "totally invented what I said"),
    ("The club said the report contains errors.", "contains errors"),
    ("The firm denies limiting aid to the town.", "denies limiting aid to the town"),
    ("He filed a note in which he denies ever having met the baker.",
     "denies ever having met the baker"),
    ("The club denied that it had a part in the sale and instead, a source said, blamed it.",
     "denied that it had a part in the sale"),
    ("Reports spread that he owed money. His lawyer refuted them entirely.",
     "refuted them entirely"),
    ("Sources have flat out denied the rumour.", "denied the rumour"),
    ("The reports of a sale have been denied by an official.", "denied by an official"),
    ("“That is a false claim,” the mayor said.", "That is a false claim"),
    ("It maintains that the video was not staged.", "maintains that the video was not"),
    ("The clerk denied to the paper that he was ill.", "denied to the paper that he was ill"),
    ("The agent denied the claim, telling a paper it is “completely untrue”.", "denied the claim"),
    ("The bank denied misusing the fund.", "denied misusing the fund"),
    ("The clerk “flatly denies” taking the coin.", "denies” taking the coin"),
    ("Its lawyers denied the reports as they left the hall.", "denied the reports"),
    ("The firm downplayed fears that the dam would break.",
     "downplayed fears that the dam would break"),
    ("The police dismissed these complaints.", "dismissed these complaints"),
    ("“That is a ridiculous allegation,” she wrote.", "That is a ridiculous allegation"),
    ("A clerk told the paper that the claims are “without merit and false”.",
     "the claims are “without merit"),
    ("She wrote to clarify that she is in fact alive and well.", "alive and well"),
    ("She insisted she was “never asked”.", "insisted she was “never"),
    ("In a song the singer sets the record straight on all the rumours.", "the record straight on"),
    ("The dean says that the articles are full of errors.", "the articles are full of errors"),
    ("There is no truth to the claims, and the club denies them.", "denies them"),
    ("“The attacks on her have been proven false time and again,” her aide said.",
     "been proven false"),
    ("The union says the paper printed made-up stories.", "made-up stories"),
    ("The reports are “incorrect” and “unfounded”, a clerk said.",
     "The reports are “incorrect” and “unfounded"),
    ("So, he said, the reports that anyone drowned in the mill are wrong.",
     "the reports that anyone drowned in the mill are wrong"),
    ("“A lie,” the mayor said.", "A lie"),
    ("She was said to be ill. Not true, says her agent.", "Not true"),
    ("“The whole thing is bullshit,” says the clerk.", "The whole thing is bullshit"),
    ("The report spread. The wrapper is, in fact, not real, a clerk told the paper.",
     "is, in fact, not real"),
    ("“These claims are unsourced, unproven and completely ridiculous,” he said.",
     "unsourced, unproven and completely ridiculous"),
    ("He denied the existence of a second ledger.", "denied the existence of a second ledger"),
    # an answer to a charge
    ("The paper alleged a bribe. The mayor rejected that, saying it was a gift.", "rejected that"),
    ("The mayor was accused of a bribe. He said there was no evidence of a bribe.",
     "there was no evidence of a bribe"),
    ("She said that she is fine, and that rumours of her arrest are untrue.",
     "rumours of her arrest are untrue"),
    ("The mayor says the claim is not true.", "says the claim is not true"),
    ("The firm said the allegations lack merit.", "the allegations lack merit"),
    ("Lawyers for the firm called the accusations frivolous.", "called the accusations frivolous"),
    ("The firm dismissed the study as biased.", "dismissed the study as biased"),
    ("The pair have put the rumours to bed.", "put the rumours to bed"),
]  # fmt: skip
OPINIONS = [
    "She called the stay in the town disgusting.",
    "The group called the report “unjust and cruel”.",
    "“It is so outrageous that he stays,” she said.",
    "Cutting the fund by a third of its money is ridiculous.",
    "He said the ruling was wrong.",
    "The dean said it was wrong to name the report after a town.",
    "Viewers dismissed the rumour as a hoax.",
    "Supporters of the plan dismissed the claims.",
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
    "The storm claimed 40 lives. Inspectors found no evidence of rot.",
    "There is no evidence that the lake was ever blue.",
    "The Old Mill Hoax has cost us all.",
    "They are making it up as they go along.",
    "The guards denied the Tarnes the cup.",
    "The council denied the parents' petitions.",
    "OPPORTUNITIES DENIED. The town pays.",
    "The firm disclaims any obligation to update the report.",
    "The crime rate of the town is false comfort.",
    "He calls climate change a hoax.",
    "The council denied the parents their say.",
]
"""Things, crimes, data and favours: false or denied, and no report."""
HEADS = [
    "The charge against him had been dismissed.",
    "The claims were rejected.",
    "The supreme court which rejected the claim sat for a week.",
    "An appeals court in Oldham, Kent just rejected the claim.",
    "The plan would deny this kind of help to the people.",
    "It hurts them to go on denying it.",
    "The council has denied the expansion of the clinic.",
    "She does not believe in denying yourself.",
    "He disliked the term “fake news” and its fans.",
    "Tests were rare when he was alive and well.",
    "The report dispelled concerns that the mill was in danger.",
    "The aim of the group is to dispel such myths.",
    "The law burdens owners who have done nothing wrong.",
    "The report spread. He struggled to rebut the claims.",
    "The rumour spread. They blame her for all that is wrong with the town.",
    "A report came out, and the critics dismissed it and laughed.",
    "The rumour spread. “No, I can't,” the clerk said.",
    "I call it trumped-up thrift.",
    "He has maintained no ties with the club.",
    "It came true, a myth in stone.",
    "That is where urban legends begin.",
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
    "It would be easy for the bank to dismiss the report as gossip.",
]
"""Purpose, advice, a general rule."""
NOT_FOUND = [
    "The mayor brushed off the criticism.",
    "Her letters to him went unanswered.",
    "The inn is old. The host did everything to make sure that's not the case, she said.",
    "The claim is old. The scale is not as accurate as the new one.",
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
    # an accusation, a favour refused
    "The board spoke of the allegation. Two nurses said the records had been faked.",
    "A study said that nine in ten were denied jobs in the town.",
    "The report said that she was denied participation in the talks.",
    "The storm claimed nine lives. He laughed it off.",
]


@pytest.mark.parametrize(("text", "phrase"), DENIED)
def test_who_denies_is_found(text: str, phrase: str) -> None:
    found = denials_in(text)
    assert any(phrase in quote and kind == "denial" for quote, kind in found), found


def test_an_article_is_not_read_into_the_next_one() -> None:
    found = find(["The rumor that the mayor died spread.", "It is false."], [None, None])
    assert "official_denials" not in {row.signal for row in found.reading.findings(found.rows)}


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert denials_in(text) == []


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
    assert any(phrase in quote and kind == k for quote, k in denials_in(text))


UNASSERTED = {
    "negated": [
        "The firm doesn't dispute the claim.",
        "The mayor did not deny the report.",
        "Nobody has denied the story.",
        "The bank never denied that it had lost the money.",
        "Neither brother disputed the account.",
        "Neither the bank nor the regulator denied the report.",
        "The clerk hasn't refuted the allegation.",
        "The club won't dispute the report.",
        "The ministry isn't denying the rumours.",
        "Few would dispute the story.",
        "They cannot deny that the bridge sank.",
        "No one denied the report.",
        "No one has denied the claims.",
        "No clerk disputed the report.",
        "Nobody there denied that the bridge sank.",
        "I don't think anybody disputes the report.",
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
    "It was reported that Holm denied him access to the house.",
    "The channel denied airtime to the union.",
    "The priest denied the candidate communion.",
    "The court denied Holm's family the loan.",
    "The league denied the team a goal.",
    "The state denied thousands of workers their wages.",
    "The judge denied the motion.",
]


@pytest.mark.parametrize("text", [text for texts in UNASSERTED.values() for text in texts])
def test_what_nobody_asserts_denies_nothing(text: str) -> None:
    assert denials_in(text) == []


@pytest.mark.parametrize("text", WITHHELD)
def test_what_is_withheld_is_no_report(text: str) -> None:
    assert denials_in(text) == []


@pytest.mark.parametrize("name", ["Kovar", "the Tarnes", "Osterland", "He", "She", "They", "We"])
def test_names_and_pronouns_move_no_span(name: str) -> None:
    found = denials_in(f"{name} denied the report on Friday, and {name} called it a lie.")
    assert found == [("denied the report", "denial"), ("called it a lie", "denial")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministry: report of coup is false", "denial"),
        ("Palace: the story is a hoax", "denial"),
        ("Fact-checkers: the claim is false", "debunk"),
        ("The story is a hoax: nobody was hurt.", "debunk"),
        ("MORE: the story of the eel is fake", "debunk"),
    ],
)
def test_a_label_before_a_colon_speaks(text: str, kind: str) -> None:
    found = [item.kind for item in extract(text) if item.signal == "official_denials"]
    assert found == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tales are told of the eel. Luckily this one is not true.", "debunk"),
        ("The owner said the meeting was “categorically false”.", "denial"),
        ("The owner said that no such letter exists.", "denial"),
        ("In truth, no such letter exists.", "debunk"),
        ("In the book, which experts praise, Holm denies taking the key.", "denial"),
        ("According to a report in the paper, Holm denied the sale.", "denial"),
        ("The museum dispelled the myth of the eel.", "debunk"),
        ("“The story is a hoax,” said a researcher at the port.", "debunk"),
        ("It put out a statement on Monday that claims alleging theft are false.", "denial"),
        ("Friends of Holm claim the story is false.", "denial"),
        ("The sale news isn’t true according to Holm’s agent.", "denial"),
        ("A look at the fact checks confirms that the claims are false.", "debunk"),
    ],
)
def test_who_contests_tells_the_kind(text: str, kind: str) -> None:
    found = [item.kind for item in extract(text) if item.signal == "official_denials"]
    assert found == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "“This election is a lie,” she said.", "It is not politically correct to say so.",
        "She called the election a total sham.",
        "They say the tale is old. Many now call it a hoax.",
        "They say things they know are not true.", "The ruling upheld her denial of benefits.",
        "He is accused of theft. He insisted that no clerk will be fired.",
        "One aid that the report said farmers were denied was a cap on fees.",
        "The article was published on a satirical site.",
        "She said the report was sad. It was not morally correct.",
        "They spread a tale. “Some of it is fiction,” she said.",
        "He fears that a photo will be doctored, she said.", "The claim is as absurd as it gets.",
        "The report said that was not the case today.",
        "The belief is dismissed as nonsense.", "The board rejected the complaint.",
    ],
)  # fmt: skip
def test_what_contests_no_report(text: str) -> None:
    assert not [item for item in extract(text) if item.signal == "official_denials"]


ALLEGED = "Rumours of it spread on Friday. The matter was before the council of Orr on Monday."


@pytest.mark.parametrize(
    "title",
    [
        "Council will not build bridge, mayor says", "Bo Lind is ill, says spokesman",
        "Police say no gun was found", "Bridge is not closed",
    ],
)  # fmt: skip
def test_titles_that_negate_deny_nothing(title: str) -> None:
    for text in f"{title}. {ALLEGED}", ALLEGED:
        found = extract(text, title)
        assert not [e for e in found if e.signal == "official_denials"]
