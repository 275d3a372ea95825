"""What the clause tells of an anonymous source: whether it says anything, and of which kind it is.

Of each pair of lists the second holds near-misses; all examples are invented.
"""

import pytest

from tests.signals.test_anonymous_sources import found

TELLING = [
    ("Two nurses worry that the ward will close.", "unnamed", "Two nurses"),
    ("Analysts expect prices to rise.", "unnamed", "Analysts"),
    ("Experts agree that the dam is safe.", "unnamed", "Experts"),
    ("The ship sank, as some sailors say.", "unnamed", "some sailors"),
    ("He asked what two aides said was a fair price.", "unnamed", "two aides"),
    ("This is what critics have said for years.", "unnamed", "critics"),
    ("Another worried friend said that it sank.", "unnamed", "Another worried friend"),
    ("Some claimed officials had lied.", "hearsay", "Some"),
    (
        "It sank, according to officials citing data from Harrow.",
        "unnamed",
        "officials citing data from Harrow",
    ),
    (
        "A clerk, who declined to give the paper her name, said that it sank.",
        "confidential",
        "A clerk, who declined to give the paper her name",
    ),
    (
        "A clerk, who asked to remain anonymous for fear of losing her job, said so.",
        "confidential",
        "A clerk, who asked to remain anonymous for fear of losing her job",
    ),
    ("It rested on claims by observers of Harrow that it sank.", "unnamed", "observers of Harrow"),
    ("The boy's friends said that he fled.", "unnamed", "The boy's friends"),
    ("“It sank,” a Lorwick Harrovian said.", "unnamed", "a Lorwick Harrovian"),
    ("One Harrovian said that it sank.", "unnamed", "One Harrovian"),
    ("Some outside observers say that it sank.", "unnamed", "Some outside observers"),
    (
        "The critics of the proposed changes argue that it sank.",
        "unnamed",
        "The critics of the proposed changes",
    ),
    (
        "One woman at an estate in the south of the island said so.",
        "unnamed",
        "One woman at an estate in the south of the island",
    ),
    (
        "A Harrow official said it sank. It was old, the Lorwick official said.",
        "unnamed",
        "the Lorwick official",
    ),
    ("Two experts said that the poll was flawed.", "unnamed", "Two experts"),
    ("When it sank, two sailors said it was old.", "unnamed", "two sailors"),
    ("Two friends and others said it sank.", "unnamed", None),
    ("A reporter wrote that it sank.", "unnamed", "A reporter"),
    ("Two teachers expressed fears that it would close.", "unnamed", "Two teachers"),
    ("Some reported seeing mice.", "hearsay", "Some"),
    ("Some believe the house is haunted.", "hearsay", "Some"),
    ("People say that the house is haunted.", "hearsay", "People"),
    ("Experts are confident that the dam is safe.", "unnamed", "Experts"),
    ("In 2010 it sank. Two sailors say it was old.", "unnamed", "Two sailors"),
    ("Experts often say that the dam is safe.", "unnamed", "Experts"),
    ("Those who saw it say that it sank.", "unnamed", "Those who saw it"),
    ("Two inmates facing a trial said that they fled.", "unnamed", None),
    ("It sank, according to a Harrovian who saw it.", "unnamed", None),
    ("It sank, per two sailors.", "unnamed", "two sailors"),
    ("Critics called the plan a “bad joke”.", "unnamed", "Critics"),
    ("Critics slammed the plan as a waste of time.", "unnamed", "Critics"),
    ("The plan was slammed by critics as a waste.", "unnamed", "critics"),
    ("It sank, leading critics to argue that it was old.", "unnamed", "critics"),
    ("Two aides said yes, it sank.", "unnamed", "Two aides"),
    ("The rebels' claim that it sank was false.", "unnamed", "The rebels"),
    ("Sailors who waited hours in the cold said it sank.", "unnamed", None),
    ("The 40 users said the app was down.", "unnamed", "The 40 users"),
    (
        "A clerk said it sank. Maria Keller said it was old. “No,” the tall clerk said.",
        "unnamed",
        "the tall clerk",
    ),
]
SILENT = [
    "The patients reported less pain.",
    "Doctors should talk to patients who report symptoms.",
    "An older man complaining of fatigue should rest.",
    "But half say the mayor lied.",
    "It made a list to which all member states agreed.",
    "The opinions expressed by columnists are their own.",
    "The woman left, a man identified only as Bo.",
    "Two nurses worry about the ward.",
    "Researchers expect to finish in May.",
    "The three men agreed to leave.",
    "Politicians agree in broad terms.",
    "You guys said it was a gift.",
    "Any member says so.",
    "He did not hear what the two aides said.",
    "In the survey, most voters said it was too dear.",
    "Many voters told pollsters that they would stay at home.",
    "When a customer complains, he is paid.",
    "He was shocked when a nurse told him that it was over.",
    "One of the speakers, the far-left figurehead Rui Keller, said that he fled.",
    "It was old, the pastry cook said.",
    "They saw the two aides accused in the petition.",
    "He gave that some serious thought.",
    "It was older than historians previously thought.",
    "It was old, the embattled cook said.",
    "It sank, according to a Harrow Star database.",
    "Maria Keller and others said it sank.",
    "A reporter wrote a letter to the mayor.",
    "Two teachers expressed frustration with the mayor.",
    "Some estimated losses were high.",
    "One of the outlets that received alleged letters was closed.",
    "Some shouted “get out” at the mayor.",
    "Some of it was left, and many who own land left too.",
    "He gave some thought to the plan.",
    "He asked how many believe it.",
    "Experts are confident.",
    "The study found that 78% of all adults say they are well.",
    "Two in three say so, and 20% of those who rent say it is dear.",
    "The poll was long. Most voters say it is dear.",
    "Athletes often believe that they must win.",
    "A judge ruled that the plan was void.",
    "Two inmates facing charges fled.",
    "He left the harbour to women taking charge of it.",
    "They asked citizens to post comments.",
    "He faces theft and weapons charges, and left.",
    "He was, according to a Harrow poll, ahead.",
    "It was 15 deaths per 100,000 residents.",
    "I met a historian who wrote “Harbour Lights” in May.",
    "So far, not a single witness has said so.",
    "They listen to those who have something to say.",
    "Critics called the police.",
    "The plan was slammed by critics.",
    "Maria Keller is a reporter who writes that it sank.",
    "It was Maria Keller of Harrow, a reporter, who said so.",
    "The paper quoted a witness, Maria Keller, saying that it sank.",
    "One of the authors, historian Maria Keller, said it sank.",
    "Two officials said “no” to the plan.",
    "It made other sailors think twice.",
    "They saw sailors tell lies.",
    "The petitioners' claim for benefits was rejected.",
    "I listened to sailors tell me so.",
    "It led sailors to believe that it sank.",
    "A protester shouts as he runs.",
    "For the past few weeks Keller said it sank.",
    "The firm says 7 out of 10 women report it.",
    "Maria Keller said it sank. “It was old,” the local reporter said.",
]
TALK = [
    ("Reports of a flood in Harrow are many.", "Reports"),
    ("The rumour: Keller wants to leave.", "The rumour"),
    ("It is hard, we're told, for many of them.", "we're told"),
    ("Some people think it is a ruse.", "Some people"),
    ("HARBOUR CHIEF WILL LEAVE: REPORTS", "REPORTS"),
    ("It was reported on Monday that he fled.", "It was reported"),
    ("There are some who believe that he fled.", "some"),
    ("It may close, according to multiple media reports.", "multiple media reports"),
    ("They had heard rumors for some time that he fled.", "rumors"),
    ("Rumors had been rampant that he fled.", "Rumors"),
    ("It came after reports that he had fled.", "reports"),
    ("There are rumors that he had fled.", "rumors"),
    ("There was public speculation that he had fled.", "speculation"),
    ("Amid reports of a theft, he fled.", "reports"),
    ("She is reported to sing.", "is reported to"),
    ("It was reported that he fled.", "It was reported"),
    ("According to a new report, he fled.", "a new report"),
    ("Explosive reports say that he fled.", "Explosive reports"),
    ("There are reports that he is at home and that she is ill.", "reports"),
    ("Sources and local media reported that he fled.", "local media"),
    ("Bloggers claim that he fled.", "Bloggers"),
    ("That's what people are saying.", "people"),
    ("Buzz is that he fled.", "Buzz"),
    ("It came after rumors from 2011 that he had fled.", "rumors"),
    ("The rumor continues to circulate.", "The rumor"),
    ("Reports of the two singers becoming more than friends hit the internet.", "Reports"),
    ("One news site claims that he fled.", "One news site"),
    ("Users said the app was down.", "Users"),
    ("It is not as bad as some believe.", "some"),
]
NO_TALK = [
    "He read reports of a flood.",
    "Others may worry about the flood.",
    "More than 50 others were reported injured there.",
    "It sank, according to a report published in the Harrow Star.",
    "He confirmed reports that the firm had closed.",
    "Her lawyer shut down rumors that she had fled.",
    "There have been no local media reports about it.",
    "It led to speculation that he had fled.",
    "Police responded to reports of a theft.",
    "Police came after reports of a theft.",
    "He is alleged to have fled.",
    "The theft was first reported to us in May.",
    "It was reported missing in May.",
    "He read reports that were long.",
    "The inflation report said that prices fell.",
    "According to a report published in May by the Harrow Institute, prices fell.",
    "Reports that he had fled are false.",
    "The publication reports that he fled.",
    "Census reports say that the town grew.",
    "It came after rumors from 2011.",
    "The website adds that he fled.",
    "One news site, Heron.com, claims that he fled.",
    "He was caught by an inflation report earlier this month that all but ended it.",
    "He asked what people are saying.",
]
ELIDED = [
    ("Fans queued for hours, and some said it was cold.", "unnamed"),
    ("Most Harrovians have left, but some say it is safe.", "unnamed"),
    ("In May, drivers left the firm, while many complained that pay was low.", "unnamed"),
    ("Some Harrovians say it is safe. Others argue it is not.", "unnamed"),
    ("Traders left the market. Some said they would not come back.", "unnamed"),
    ("“It is cold,” residents said. Others said it was not.", "unnamed"),
    ("The house of the nurses was sold, and some say it is haunted.", "hearsay"),
    ("The house was sold. Some say it is haunted.", "hearsay"),
    ("Fans queued for what some say is a bad film.", "hearsay"),
    ("Most of it was sold. Others say it burned.", "hearsay"),
]
HIDDEN = [
    ("A dozen people who insisted on anonymity spoke of it.",
     "dozen people who insisted on anonymity"),
    ("The officials spoke on condition of anonymity.", "The officials"),
    ("One clerk, who chose to remain nameless, wept.", "One clerk, who chose to remain nameless"),
    ("An anonymous nurse said it burned.", "An anonymous nurse"),
    ("Two security sources told us so.", "Two security sources"),
]  # fmt: skip
NOT_HIDDEN = [
    ("The paper seldom uses an anonymous source.", []),
    ("It is not known who the unnamed sources were.", []),
    ("He spoke on condition of anonymity because he was not authorized to speak.",
     [("confidential", "on condition of anonymity")]),
    ("It is over, said people familiar with the talks. One of the people said it was late.",
     [("confidential", "people familiar with the talks"), ("confidential", "One of the people")]),
    ("It is over, said people familiar with the talks. The person said it was late.",
     [("confidential", "people familiar with the talks"), ("confidential", "The person")]),
    ("Two nurses said it was over. The person said it was late.", [("unnamed", "Two nurses")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "phrase"), TELLING)
def test_who_tells(text: str, kind: str, phrase: str | None) -> None:
    findings = found(text)
    assert kind in [one for one, _ in findings]
    assert phrase is None or (kind, phrase) in findings


@pytest.mark.parametrize("text", SILENT)
def test_who_tells_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["He asked what two aides said", "some", "He and some", "people"])
def test_a_text_that_ends_behind_its_verb(text: str) -> None:
    assert isinstance(found(text), list)


@pytest.mark.parametrize(("text", "phrase"), TALK)
def test_talk(text: str, phrase: str) -> None:
    assert ("hearsay", phrase) in found(text)


@pytest.mark.parametrize("text", NO_TALK)
def test_no_talk(text: str) -> None:
    assert [kind for kind, _ in found(text) if kind == "hearsay"] == []


@pytest.mark.parametrize(("text", "kind"), ELIDED)
def test_some_of_people_told_of_before(text: str, kind: str) -> None:
    assert found(text)[-1][0] == kind


@pytest.mark.parametrize(("text", "phrase"), HIDDEN)
def test_whose_anonymity(text: str, phrase: str) -> None:
    assert ("confidential", phrase) in found(text)


@pytest.mark.parametrize(("text", "expected"), NOT_HIDDEN)
def test_sources_told_of_again(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
