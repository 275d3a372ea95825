"""Source and verb of an attribution, and that the search for them is in proportion to the text."""

import pytest

import credscore
from credscore.attribution import Sources
from credscore.signals import anonymous_sources, find
from credscore.signals import reading as reading_module
from credscore.signals.reading import Reading
from credscore.trace.plain_source import plain_twin
from tests.inputs.growth import lines_of


@pytest.mark.parametrize(
    ("text", "kind", "source", "verb"),
    [
        ("Two officials said it sank.", "unnamed", "Two officials", "said"),
        ("It sank, according to two officials.", "unnamed", "two officials", "according to"),
        ("She said it sank.", "pronoun", "She", "said"),
        ("Maria Keller has also said it sank.", "person", "Maria Keller", "said"),
        ("“It sank,” said Maria Keller.", "person", "Maria Keller", "said"),
        ("On Monday al-Sayed said it sank.", "person", "al-Sayed", "said"),
        ("It sank, said Omar al-Sayed.", "person", "Omar al-Sayed", "said"),
        ("Paul d’Orsay said it sank.", "person", "Paul d’Orsay", "said"),
        ("He’s told the Star that it sank.", "pronoun", "He", "told"),
        ("They all said it sank.", "pronoun", "They", "said"),
        ("The father-of-two said it sank.", "person", "The father-of-two", "said"),
        ("The veteran swimmer said it sank.", "person", "The veteran swimmer", "said"),
        ("It sank, his agent and a PGA official say.", "unnamed", "a PGA official", "say"),
        ("The media reported that it sank.", "institution", "The media", "reported"),
        ("“It sank,” reads the lawsuit.", "document", "the lawsuit", "reads"),
        ("He saw polls that show it sank.", "document", "polls", "show"),
        ("Harrow data shows at least 9 sank.", "document", "Harrow data", "shows"),
    ],
)
def test_source_and_verb(text: str, kind: str, source: str, verb: str) -> None:
    reading = Reading(text)
    starts, ends = reading.text.starts, reading.text.ends
    (one,) = reading.attributions
    assert one.kind == kind
    assert reading.text.source[starts[one.source_start] : ends[one.source_end - 1]] == source
    assert reading.text.source[starts[one.verb_start] : ends[one.verb_end - 1]] == verb


def told(text: str) -> list[tuple[str, str, str]]:
    reading = Reading(text)
    starts, ends, source = reading.text.starts, reading.text.ends, reading.text.source
    return [
        (one.cue, one.kind, source[starts[one.source_start] : ends[one.source_end - 1]])
        for one in (*reading.attributions, *reading.attitudes)
    ]


UNNAMED = [
    ("Organizers of the rally said it sank.", "speech_verb", "unnamed", "Organizers of the rally"),
    ("One first responder said it sank.", "speech_verb", "unnamed", "One first responder"),
    ("US officials said it sank.", "speech_verb", "unnamed", "US officials"),
    ("It fell. US officials have said it sank.", "speech_verb", "unnamed", "US officials"),
    ("At the time officials said it sank.", "speech_verb", "unnamed", "officials"),
    ("Two aides last week said it sank.", "speech_verb", "unnamed", "Two aides"),
    ("On Monday 40 people said it sank.", "speech_verb", "unnamed", "40 people"),
    ("Some say it sank.", "speech_verb", "hearsay", "Some"),
    ("Writing in Function, two nurses, led by Ada Keller, say it sank.", "speech_verb", "unnamed",
     "two nurses"),
    ("Residents of the Heron said it sank.", "speech_verb", "unnamed", "Residents of the Heron"),
    ("Members of Parliament said it sank.", "speech_verb", "unnamed", "Members of Parliament"),
    ("Bozars said they would leave.", "speech_verb", "unnamed", "Bozars"),
    ("It was weak, top Bozars said.", "speech_verb", "unnamed", "top Bozars"),
    ("Many have suggested that it sank.", "speech_verb", "hearsay", "Many"),
    ("It is what few believe.", "belief_verb", "hearsay", "few"),
    ("Another said it sank.", "speech_verb", "unnamed", "Another"),
    ("A few note that it sank.", "speech_verb", "hearsay", "few"),
    ("People with knowledge of the club's plans said it sank.", "speech_verb", "confidential",
     "People with knowledge of the club's plans"),
    ("People familiar with her thinking say it sank.", "speech_verb", "confidential",
     "People familiar with her thinking"),
    ("Two pilots almost never said so.", "not_asserted", "unnamed", "Two pilots"),
    ("Residents might say that it sank.", "not_asserted", "unnamed", "Residents"),
    ("Residents have not said that it sank.", "not_asserted", "unnamed", "Residents"),
    ("Critics continued to argue that it sank.", "speech_verb", "unnamed", "Critics"),
    ("Two aides were quick to insist that it sank.", "not_asserted", "unnamed", "Two aides"),
    ("It led two owners to admit that it sank.", "speech_verb", "unnamed",
     "two owners"),
    ("Small groups of protesters continued to call for more.", "judging_verb", "unnamed",
     "Small groups of protesters"),
    ("It led critics to argue that it sank.", "speech_verb", "unnamed", "critics"),
    ("Activists like to claim that it sank.", "speech_verb", "unnamed", "Activists"),
    ("Fact-checkers were quick to point it out.", "quick_to_say", "unnamed", "Fact-checkers"),
    ("Two nurses raised concerns that it sank.", "raises_concern", "unnamed", "Two nurses"),
    ("An official representing the Harrow Guard said so.", "speech_verb", "unnamed",
     "An official representing the Harrow Guard"),
    ("Officials have “suggested it sank.", "speech_verb", "unnamed", "Officials"),
    ("He met a clerk. It sank, said a nurse, Maria Keller.", "speech_verb", "person",
     "a nurse, Maria Keller"),
    ("Voters should know it.", "not_asserted", "unnamed", "Voters"),
    ("A doctor had typed it.", "attitude_verb", "unnamed", "A doctor"),
    ("Many voters are worried about the bridge.", "attitude_adjective", "unnamed",
     "Many voters"),
    ("Two ministries that have backed him say it sank.", "speech_verb", "institution",
     "Two ministries"),
    ("“Two ministers left the talks, saying it sank.", "speech_verb", "unnamed", "Two ministers"),
    ("An official told me on condition of anonymity that it sank.", "speech_verb", "confidential",
     "An official"),
    ("The sources contacted say it sank.", "speech_verb", "confidential", "The sources contacted"),
    ("Reuters reporter said it sank.", "speech_verb", "institution", "Reuters reporter"),
    ("A few of the residents said it sank.", "speech_verb", "unnamed", "A few of the residents"),
    ("A few injured residents said it sank.", "speech_verb", "unnamed", "few injured residents"),
    ("The army arrested protesters say it sank.", "speech_verb", "unnamed", "protesters"),
    ("Two aides of the friend of the driver of the mayor said it sank.", "speech_verb", "unnamed",
     "Two aides of the friend of the driver of the mayor"),
    ("Confirmed late on Monday by two officials, it sank.", "speech_verb", "unnamed",
     "two officials"),
]  # fmt: skip
NOT_TOLD = [
    "Some claims are wrong.",
    "Some newly reported cases are mild.",
    "In some states that may be true.",
    "Quite a few tweets that call it so were lost.",
    "Most confirmed cases are mild.",
    "A few reports were lost.",
    "The worried critics slept.",
    "The right to say so is old.",
    "A source of pride says it sank.",
    "People believe that it sank.",
    "Figures said it sank.",
    ", said it sank.",
    "'s claims are old.",
    "The harbour, once criticized for its prices, sank.",
    "Keller may sink and cry.",
    "Ada Keller is a staunch Harrow advocate.",
    "Individual states are slow.",
    "Today's claims are old.",
    "A video posted on Monday was lost.",
]


NAMED = [
    ("Ada Keller, president and chief economist at Harrow Bank, which sank, said so.", "person",
     "Ada Keller"),
    ("Ada Keller, chair of the Harrow Fund, a lender, said so.", "person", "Ada Keller"),
    ("Ada Keller, who leads the panel, R-Lorwick, said so.", "person", "Ada Keller"),
    ("Ada Keller, Ph.D., said so.", "person", "Ada Keller"),
    ("Ada “Dee” Keller said so.", "person", "Ada “Dee” Keller"),
    ("Ada (Dee) Keller said so.", "person", "Ada (Dee) Keller"),
    ("The “Red Sea” actor said so.", "person", "The “Red Sea” actor"),
    ("The chief medical officer said so.", "person", "The chief medical officer"),
    ("The MP said so.", "person", "The MP"),
    ("The U.K. and Lorwick said so.", "institution", "The U.K. and Lorwick"),
    ("The household credit card report said so.", "document", "The household credit card report"),
    ("The town has since said so.", "institution", "The town"),
    ("The watchdog body said so.", "institution", "The watchdog body"),
    ("The union representing the divers said so.", "institution", "The union"),
    ("An audit firm found that it sank.", "institution", "An audit firm"),
    ("It was unsafe, the tribunal ruled on Monday.", "institution", "the tribunal"),
    ("Ada Keller, managing director & head, Harrow Insurance, said it sank.", "person",
     "Ada Keller"),
    ("Ada Keller, president, of sales, at Harrow Insurance said it sank.", "person", "Ada Keller"),
    ("Ada Keller, a diver from Harrow, Lorwick, said it sank.", "person", "Ada Keller"),
    ("Ada Keller, a fellow at the Vale Institute think tank in Harrow, said it sank.", "person",
     "Ada Keller"),
    ("The Harrow economic think tank said it sank.", "institution",
     "The Harrow economic think tank"),
    ("The UN estimates about one million boats sank.", "institution", "The UN"),
    ("Heron.com reports that it sank.", "institution", "Heron.com"),
    ("“It sank,” said Vale's attorney, Ada Keller.", "person", "Vale's attorney, Ada Keller"),
    ("?It was old,? said Ada Keller, now the president of it.", "person", "Ada Keller"),
    ("It was the move Keller said it needed.", "person", "Keller"),
    ("Keller himself told the Star that it sank.", "person", "Keller"),
    ("The Harrow army late Saturday confirmed that it sank.", "institution", "The Harrow army"),
    ("“It sank,” the first lady added.", "person", "the first lady"),
    ("It sank, according to Heron.org.", "institution", "Heron.org"),
    ("“It sank,” Ada Keller, Bo Brandt's mother, said.", "person", "Ada Keller"),
    ("Fox 9 reported that it sank.", "institution", "Fox 9"),
    ("It sank, People magazine reported.", "institution", "People magazine"),
    ("Harrow Rights Watch said it sank.", "institution", "Harrow Rights Watch"),
    ("Maria Watch said it sank. Ms. Watch left.", "institution", "Maria Watch"),
    ("Maria Keller (TBC) said it sank.", "person", "Maria Keller"),
    ("Grindle said its ships sank.", "institution", "Grindle"),
    ("Grindle said it would sink.", "institution", "Grindle"),
    ("Grindle said on Monday that it was building ships.", "institution", "Grindle"),
    ("Grindle said it will be cold.", "person", "Grindle"),
    ("They met at Grindle, which builds ships. Grindle said it sank.", "institution", "Grindle"),
    ("We met Maria Keller. Keller said it would sink.", "person", "Keller"),
    ("We met Maria Keller. Keller said its ships sank.", "person", "Keller"),
    ("Grindle said it sank.", "person", "Grindle"),
    ("Crews said it sank. We saw the crews leave.", "unnamed", "Crews"),
    ("Maria Wood left. Wood said that wood floats.", "person", "Wood"),
    ("It sank, according to a copy of the measure.", "document", "a copy"),
    ("According to projections, it will float.", "document", "projections"),
    ("A previous court ruling says it sank.", "document", "A previous court ruling"),
    ("A report by the Harrow Fund showed it sank.", "document", "A report"),
    ("The documents filed in court show that it sank.", "document", "The documents"),
    ("It sank, as reported by the Harrow Star.", "institution", "the Harrow Star"),
    ("The Harrow report says it sank.", "document", "The Harrow report"),
    ("The Constitution says so.", "document", "The Constitution"),
    ("The firm was bailed out. The Harrow Post said it sank.", "institution", "The Harrow Post"),
    ("Her brother said it sank.", "unnamed", "Her brother"),
    ("The mayor's brother said it sank.", "unnamed", "The mayor's brother"),
    ("Her family said it sank.", "institution", "Her family"),
    ("A Harrow poll of divers released on Tuesday showed it floats.", "document",
     "A Harrow poll"),
    ("The study, published in the Harrow Review, found it sank.", "document", "The study"),
    ("It sank, a report from the ministry on Friday showed.", "document", "a report"),
    ("A court document filed Friday says it sank.", "document", "A court document"),
    ("Harrow's annual report says it sank.", "document", "Harrow's annual report"),
    ("It sank, according to recently filed papers.", "document", "filed papers"),
    ("It sank, according to a statement from the Harrow Bank.", "institution", "Harrow Bank"),
    ("It sank, according to him.", "pronoun", "him"),
    ("A video posted on Keller's page said it sank.", "document", "A video"),
    ("A 2010 report by the Harrow Fund’s Boat Office found that it sank.", "document",
     "A 2010 report"),
    ("The trust said it sank.", "institution", "The trust"),
    ("Ada Keller, during a long walk in Harrow, Lorwick, said it sank.", "person",
     "Ada Keller"),
    ("Keller — who was born in Lorwick and went to sea — told the Star it sank.", "person",
     "Keller"),
    ("Ada Keller, a diver, became a nurse and said it sank.", "person", "Ada Keller"),
    ("She sold it for three ships, but later said it sank.", "pronoun", "She"),
    ("Keller attacked Vale, saying it sank.", "person", "Keller"),
    ("Harrovians are proud. Oak Harrovians left. Harrovians said it sank.", "unnamed",
     "Harrovians"),
    ("Ada Banks sang. Banks is proud. Banks said it sank.", "person", "Banks"),
    ("It sank, according to his family.", "institution", "his family"),
    ("It sank, according to the firm's latest price watch.", "document",
     "the firm's latest price watch"),
    ("It sank, according to data filed on Monday in Harrow.", "document", "data"),
    ("Reilly, 25, said it sank.", "person", "Reilly"),
    ("It sank, according to a report from the Harrow Star.", "institution", "Harrow Star"),
    ("A spokesman for Dr. Keller said it sank.", "institution", "A spokesman for Dr. Keller"),
    ("A spokesman for Prime Minister Ada Keller said it sank.", "institution",
     "A spokesman for Prime Minister Ada Keller"),
    ("The government of Premier Ada Keller said it sank.", "institution",
     "The government of Premier Ada Keller"),
    ("Bank of Harrow Governor Ada Keller said it sank.", "person",
     "Bank of Harrow Governor Ada Keller"),
    ("Harrow party Secretary-General Ada Keller said it sank.", "person",
     "Harrow party Secretary-General Ada Keller"),
    ("Harrow Union Co-Chair Ada Keller said it sank.", "person",
     "Harrow Union Co-Chair Ada Keller"),
    ("The ministry last month said it sank.", "institution", "The ministry"),
    ("Ada Keller, who was not there, said it sank.", "person", "Ada Keller"),
    ("Ada Keller, who lives in Lorwick, Harrow, said it sank.", "person", "Ada Keller"),
    ("In Harrow, Ada Keller, who lives in Lorwick, Vale, said it sank.", "person", "Ada Keller"),
    ("Ada Keller, 40, who never met him, told us it sank.", "person", "Ada Keller"),
    ("Ada Keller of Harrow Bank, who was not there, said it sank.", "person",
     "Ada Keller of Harrow Bank"),
    ("The firm, which may close, said it sank.", "institution", "The firm"),
    ("Ada Keller earlier this week said it sank.", "person", "Ada Keller"),
    ("Ada Keller two days ago said it sank.", "person", "Ada Keller"),
    ("Ada Keller on May 3 said it sank.", "person", "Ada Keller"),
    ("US Harbour Department said it sank.", "institution", "US Harbour Department"),
    ("WHO last year said it sank.", "institution", "WHO"),
    ("It is cold, van Keller said.", "person", "van Keller"),
    ("Maria Keller and others said it sank.", "person", "Maria Keller"),
    ("Someone said it sank.", "pronoun", "Someone"),
    ("The ministry mobilised, but said it sank.", "institution", "The ministry"),
    ("Emil Keller, Jr. said it sank.", "person", "Emil Keller, Jr."),
    ("The Tides Act and Bo Li said it sank.", "person", "The Tides Act and Bo Li"),
    ("It sank, according to official figures.", "document", "official figures"),
    ("Figures released in May show that it sank.", "document", "Figures"),
    ("Harrow figures suggest that it sank.", "document", "Harrow figures"),
    ("Ships sink, like that of Lorwick, said Ada Keller of Harrow’s Ice Bank.", "person",
     "Ada Keller of Harrow’s Ice Bank"),
    ("Harrow Defence Directorate said it sank.", "institution", "Harrow Defence Directorate"),
    (f"{'We saw northern Harrow. ' * 2}Harrow said it sank.", "institution", "Harrow"),
    ("Maria Keller groused, “It sank.”", "person", "Maria Keller"),
    ("The prize went to Bo Li, who said it sank.", "person", "Bo Li"),
    ("News reports said it sank.", "hearsay", "News reports"),
    ("Forum posts claim that it sank.", "hearsay", "Forum posts"),
    ("Keller's posts say it sank.", "document", "Keller's posts"),
    ("It was cold, the researchers said.", "unnamed", "the researchers"),
    ("Maria Keller, director, Harrow Bank said it sank.", "person", "Maria Keller"),
    ("Maria Keller, Deputy CEO, Grindle Life, said it sank.", "person", "Maria Keller"),
    ("The clerk, Maria Keller, said it sank.", "person", "Maria Keller"),
    ("On Monday, the director, Bo Li, said it sank.", "person", "Bo Li"),
    ("It was written by Bo Li, who said it sank.", "person", "Bo Li"),
    ("Bo Li, from Harrow, Lorwick, on Tuesday admitted it sank.", "person", "Bo Li"),
    ("Keller nevertheless admitted it sank.", "person", "Keller"),
    ("It was cold.\nMaria Keller: “It sank.”", "person", "Maria Keller"),
    ("“It was cold.” Maria Keller: “It sank.”", "person", "Maria Keller"),
    ("In the words of Maria Keller, it sank.", "person", "Maria Keller"),
    ("Keller was reported as saying it sank.", "person", "Keller"),
    ("On Monday, Maria Keller left the talks, saying it sank.", "person", "Maria Keller"),
    ("But the ministry left the talks, saying it sank.", "institution", "the ministry"),
    ("The ministry, which met on Monday, left the talks, saying it sank.", "institution",
     "The ministry"),
    ("He left the talks, saying it sank.", "pronoun", "He"),
    ("Harrow Police, which indicated it sank, left.", "institution", "Harrow Police"),
    ("The movement said it sank.", "institution", "The movement"),
    ("He read a letter that said it sank.", "document", "a letter"),
    ("“It sank,” the memo reads.", "document", "the memo"),
    ("A statement on its site reads: “It sank.”", "document", "A statement"),
    ("Satellite images showed that it sank.", "document", "Satellite images"),
    ("Other studies have shown it sank.", "document", "Other studies"),
    ("According to the candidate list, it sank.", "document", "the candidate list"),
    ("He called a statement rejecting Keller's claims old.", "person", "Keller"),
    ("It sank, according to Maria Keller - The Harrow Star", "person", "Maria Keller"),
    ("The bank asked whether it sank.", "institution", "The bank"),
    ("Maria Keller posted on Chirper that it sank.", "person", "Maria Keller"),
    ("“Why?” Maria Keller asked.", "person", "Maria Keller"),
    ("Harrow Bank hopes it floats.", "institution", "Harrow Bank"),
    ("It rests on a toll reported last week by the ministry.", "institution", "the ministry"),
    ("There were remarks by Maria Keller there.", "person", "Maria Keller"),
]  # fmt: skip
NOT_NAMED = [
    "Meanwhile said it sank. He meanwhile left.",
    "Wishful thinking is free.",
    "Seats were priced according to the size.",
    "It was free, according to their value.",
    "It left the application, citing a provision.",
    "The body sank off the town. The business charges a fee.",
    "In May the union paid the fee, and the state appeals court shut.",
    "The chart sank, the log was lost and the trial went on.",
    "The geniuses at Harrow have announced a toy.",
    "Within hours of the first news reports they left.",
    "It sank as reported.",
    "The brief recently issued by Harrow calls on all to stay.",
    "Harrow claims have been made.",
    "The bank has maintained its rate at 6% for a year.",
    "It is meant to “remind voters that he left” in Harrow.",
    "“It sank,” said Bo Brandt's other daughter, Ada.",
    "It was shut in the Lorwick states of the east.",
    "It fits the Lorwick demands in full.",
    "It burns near Harrow, with the Lorwick army group expected to leave.",
    "The boats in Harrow reported that it sank.",
    "The scale of what is lost across Lorwick may imply that it sank.",
    "There stood Mr. Keller: “It sank.”",
    "Harrow reports are old.",
    "Reacting to the latest warning, they left.",
    "Nearly all US states require it.",
    "It was seen 9,000 times, claims aside.",
    "The aid, in addition to the ships, underscores Harrow's support.",
    "The ship left the port, worrying its owner.",
    "The video shows a ship.",
    "They sold the Harrow Lane brand for $3 million.",
    "The Danish brand Lark and the label Finch are free.",
    "The former Olympic champion came home.",
    "It would break a key campaign promise.",
    "It broke her campaign promise.",
    "A service charge is on the bill.",
    "The town lost the GPS signal in fog.",
    "Report Harrow Post.",
    "Nationally, 13 ships sank, compared with 10 in May.",
    "Lastly, a ship sank, compared to two in May.",
    "There is a Harrow drive called “Save the Harbour”.",
    "It ended in alleged theft by Harrow.",
    "The bank responded to an alarm.",
    "The college hopes to raise more.",
    "The fund posted two photos of the ship.",
    "The Harrow Post asked Bo Li about it.",
    "It was endorsed there, asked by Harrow Bank.",
    "Harrow Bank called an emergency meeting.",
    "Harrow Rail adds nearly 30 trains.",
    "US report: Harrow Rail is for sale.",
    "The views are not shared or endorsed by Harrow Post.",
]
QUOTED = "“It is cold,” said Maria Keller."
SINGLE_NAMES = [
    (f"{QUOTED} We met Harrow. Harrow has denied that it sank.", "institution"),
    (f"{QUOTED} Harrow has denied that it sank.", "institution"),
    (f"{QUOTED} {'We met Harrow. ' * 4}“It sank,” Harrow said.", "person"),
    (f"{QUOTED} {'We met Harrow. ' * 4}Harrow, 45, has denied that it sank.", "person"),
    (f"{QUOTED} {'We met Bo Harrow. ' * 4}Harrow has denied that it sank.", "person"),
    (f"{'We met Harrow. ' * 4}Harrow has denied that it sank.", "institution"),
    (f"{'We met Harrow. ' * 4}Harrow, who was there, has denied that it sank.", "person"),
    (f"{'We met Harrow. ' * 4}BD Harrow has left. Harrow denied that it sank.", "person"),
    ("Harrow denied it. The Harrow has left.", "institution"),
    ("Hrw denied it. We met HRW.", "institution"),
    ("Maria Harrow left. Harrow's office and Harrow's ministry wept. Harrow denied it.", "person"),
    (f"{'Harrow Rail left its shed. ' * 3}Harrow Rail denied it.", "institution"),
    (f"{'We met Bo Harrow. ' * 3}Bo Harrow denied it.", "person"),
    ("Sen. Bo Harrow left. The dockside Lorwicker Bo Harrow denied it.", "person"),
    (f"{QUOTED} Lorwickers still announce that it sank.", "unnamed"),
    (f"{QUOTED} Lorwicks stressed that it sank.", "institution"),
    (f"{QUOTED} Harrow told us that it sank.", "person"),
    ("Lorwickers are late. The Lorwickers stressed that it sank.", "unnamed"),
    ("The Lorwickers still say that it sank.", "unnamed"),
    ("The Lorwick Times stressed that it sank.", "institution"),
    ("The Friends for Animals President Cory Harrow denied it.", "person"),
    ("Maria May denied it in May.", "person"),
    ("We met Bo Harrow. Harrow lost its ships. Harrow said its crew swam.", "institution"),
    ("The head of security Bo Harrow left. Harrow denied that its crew sank it.", "person"),
    ("Harrow left with her hat. The agency's Harrow denied it.", "person"),
    ("They met Maria Harrow. Harrow reported that it sank.", "person"),
    ("Harrow, Lorwick, Keller announce that it sank.", "person"),
    (f"{QUOTED} Harrow said it was appalling that it sank.", "institution"),
    ("Harrow denied it. The Harrow Party won.", "institution"),
    ("Harrow, one of the U.S. companies, denied it.", "institution"),
    ("Harrow, a Lorwick Institute of Tides student, denied it.", "person"),
    ("Large firms like Harrow Keller lent. Harrow Keller denied it.", "institution"),
    ("We like fair shares. Fair Shares denied it.", "institution"),
    ("South Harrow denied it.", "institution"),
    ("Harrow & Keller denied it.", "institution"),
    ("The rebel group Harrow Front denied it.", "institution"),
    ("“It sank,” Bo Li was quoted as saying by Harrow.", "institution"),
    ("HARROW DENIES IT\nWe met Maria Harrow. Harrow left.", "person"),
    ("Police in Harrow, New Lorwick, said it sank.", "institution"),
    ("It sank, according to Harrow Foundation and Keller.", "institution"),
    ("It sank, as per the 2017 HBA.", "document"),
    ("He hid it, citing her Statement of Assets.", "document"),
    ("It sank, according to Grindle.", "institution"),
    ("Maria Harrow left. It sank, according to Harrow.", "person"),
    (f"{'We met Bo Harrow. ' * 4}Bo Harrow left her house. Bo Harrow denied it.", "person"),
    (f"{QUOTED} {'Harrow left his house. ' * 2}Harrow denied it.", "person"),
    (f"{QUOTED} {'Harrow left its home. ' * 2}Harrow denied it.", "institution"),
    ("District Judge Bo Li denied it.", "person"),
    ("The Pope denied it.", "person"),
    ("It sank, The Post's Maria Keller said.", "person"),
    ("“It sank,” said a New Harrow Republican.", "unnamed"),
    ("The Budget proposes a tax.", "document"),
]
"""Names of one word: a person's is given in full somewhere, given once, or of somebody quoted."""


def test_a_name_that_he_takes_up_is_a_person() -> None:
    rows = told(f"{QUOTED} Harrow denied it. He said it sank.")
    assert ("Harrow", "person") in [(row[2], row[1]) for row in rows]


SUBJECTS = [
    (
        "The Harrow Union of Lorwick has sued the city, saying it sank.",
        "The Harrow Union of Lorwick",
    ),
    ("Her chief aide doubled down on it, saying it sank.", "Her chief aide"),
    ("In May, a Harrow judge sided with the crew, saying it sank.", "a Harrow judge"),
    (
        "A clerk inside Keller Tower tried to sell it, saying it sank.",
        "A clerk inside Keller Tower",
    ),
    (
        "The mayor of Harrow published the notice on Monday, warning that it sank.",
        "The mayor of Harrow",
    ),
    ("Led by two aides, the minister left the room and said it sank.", "the minister"),
    ("Accompanied by two aides, the CEC met in Harrow, saying it sank.", "the CEC"),
    ("As she sailed, Mr. Keller went to the deck and said it sank.", "Mr. Keller"),
    ("This year, he went to Harrow, saying it sank.", "he"),
    ("Keller followed that by saying it sank.", "Keller"),
    ("Keller - which will sail on - says it sank.", "Keller"),
    ("It sank, the 30-year-old said.", "the 30-year-old"),
]
"""Sentences whose subject stands far before its verb, or is told in another way."""
SHOWN = [
    ("The poll, taken on Monday by the Harrow Fund, showed a lead.", "The poll"),
    ("A study by the rights group Harrow Watch in Lorwick found few of them.", "A study"),
    ("A Harrow poll taken in the last week showed a lead.", "A Harrow poll"),
    ("Autopsies have found that it sank.", "Autopsies"),
    ("The chart demonstrates a rise in prices.", "The chart"),
    ("The ship’s log details how it sank.", "The ship’s log"),
    ("Studies find that old ferries sink.", "Studies"),
    ("The guidelines state that old ferries sink.", "The guidelines"),
    ("A port database shows nine of them.", "A port database"),
]


@pytest.mark.parametrize(("text", "source"), SUBJECTS)
def test_the_subject_of_a_sentence_says_it(text: str, source: str) -> None:
    assert source in [name for cue, _, name in told(text) if cue != "attitude_verb"]


@pytest.mark.parametrize(("text", "source"), SHOWN)
def test_a_document_shows_or_finds(text: str, source: str) -> None:
    assert ("document", source) in [one[1:] for one in told(text) if one[0] != "attitude_verb"]


@pytest.mark.parametrize("text", ["Data found in it sank.", "Two nurses found the study."])
def test_who_finds_a_thing_tells_nothing(text: str) -> None:
    assert not Reading(text).attributions


@pytest.mark.parametrize(("text", "kind"), SINGLE_NAMES)
def test_a_name_that_is_nowhere_full(text: str, kind: str) -> None:
    assert told(text)[-1][1] == kind


def test_a_common_word_is_told_in_its_own_article() -> None:
    first, other = "Crews said it sank.", "We saw the crews leave."
    kinds = [row.kind for row in credscore.attributions(first, title="Ships sink")]
    together = find([first, other], [None, None])
    assert kinds == ["person"]
    assert [row.kind for row in together.reading.attributions] == ["person"]


@pytest.mark.parametrize(("text", "kind", "source"), NAMED)
def test_named_sources(text: str, kind: str, source: str) -> None:
    assert (kind, source) in [row[1:] for row in told(text)]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_names_no_source(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "cue", "kind", "source"), UNNAMED)
def test_unnamed_sources(text: str, cue: str, kind: str, source: str) -> None:
    assert (cue, kind, source) in told(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nobody_tells(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Keller, who left, would not say it sank.",
        "Ada Keller, a pilot, will lead the fleet, first said on Friday to be lost.",
    ],
)
def test_what_a_source_behind_an_aside_does_not_say(text: str) -> None:
    assert not credscore.attributions(text)


def test_what_is_issued_says_what_its_source_says() -> None:
    rows = credscore.attributions("The army issued a statement saying that it sank.")
    assert [(row.source, row.kind) for row in rows] == [("The army", "institution")]


def test_what_nobody_said_is_no_evidence() -> None:
    for text in ("Residents might say that it sank.", "Sources have not said that it sank."):
        reading = Reading(text)
        assert not reading.attributions
        assert not len(anonymous_sources.find(reading))


TITLES = [
    ("Sources: mayor to leave", [("Sources", "confidential")]),
    ("Aide: mayor to leave", [("Aide", "unnamed")]),
    ("Harbour officials: mayor to leave", [("Harbour officials", "unnamed")]),
    ("Report: mayor to leave", [("Report", "hearsay")]),
    ("Bridges: all that we know", []),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_title_that_begins_with_its_source(title: str, expected: list[tuple[str, str]]) -> None:
    rows = credscore.attributions("It was cold there.", title=title)
    assert [(row.source, row.kind) for row in rows] == expected


@pytest.mark.parametrize("name", ["NATO", "OPEC", "UNICEF", "INTERPOL", "UNESCO"])
def test_acronyms_are_sources(name: str) -> None:
    assert told(f"{name} said it sank.") == [("speech_verb", "institution", name)]


def test_a_source_is_not_looked_for_in_another_sentence() -> None:
    assert [one.kind for one in Reading("Two officials left. He said so.").attributions] == [
        "pronoun"
    ]


@pytest.mark.parametrize(
    "unit", ["said ", "the official, ", "official who said ", "“said, ", "some say to "]
)
def test_work_on_sources_grows_as_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "Sources", plain_twin(Sources))  # whose lines are counted
    assert Reading("She said it sank.").attributions  # what is made once is made
    readings = {text: Reading(text) for text in (unit * 100, unit * 800)}
    short, long = (lines_of(lambda text: readings[text].attributions, text) for text in readings)
    assert 0 < long <= 8**1.1 * short


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("18:10 Police said a dam had burst.", "Police"),
        ("At 18:10 two officials said it sank.", "two officials"),
        ("10 police officers said it sank.", "10 police officers"),
    ],
)
def test_a_time_of_day_counts_nobody(text: str, source: str) -> None:
    assert [row.source for row in credscore.attributions(text)] == [source]


@pytest.mark.parametrize("dash", ["–", "—", "-", "--"])
@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("LORWICK {} Police said on Monday that the bridge was shut.", "Police"),
        ("Lorwick {} Ada Brandt said on Monday that the bridge was shut.", "Ada Brandt"),
        ("NEW HARROW, June 3 {} Officials said that the bridge was shut.", "Officials"),
        ("The mayor left Harrow {} police said so on Monday.", "police"),
        ("It was seen after the storm {} two divers said so on Monday.", "two divers"),
        ("The Vale Institute {} Brandt said {} is shut.", "Brandt"),
        ("LORWICK {} The Harrow Council said the bridge was shut.", "The Harrow Council"),
    ],
)
def test_a_dash_between_spaces_parts_a_source_from_what_is_before(
    text: str, source: str, dash: str
) -> None:
    assert [row.source for row in credscore.attributions(text.replace("{}", dash))] == [source]


@pytest.mark.parametrize(
    "source",
    [
        "The L.W.‐Harrow Council", "The L.W.-Harrow Council", "A 20-year-old nurse",
        "The Keller-Lind Institute", "Two H.K.-led groups",
    ],
)  # fmt: skip
def test_a_hyphen_joins_a_source(source: str) -> None:
    assert [row.source for row in credscore.attributions(f"{source} said that it sank.")] == [
        source
    ]


@pytest.mark.parametrize(
    "source",
    [
        "An account claiming to be Bo Lind's drummer",
        "A man claiming to be Bo Lind",
        "A woman posing as a nurse",
        "A user purporting to be the singer's sister",
        "A Chirper account claiming to belong to Bo Lind's drummer",
        "A website purporting to be of the ministry",
        "An email claiming to be from the ministry's spokesman",
        "A page claiming to speak for the mayor",
        "An account that claims to be Bo Lind's manager",
        "A woman pretending to be Ada Brandt's sister",
    ],
)
def test_who_claims_to_be_somebody_does_not_speak_for_them(source: str) -> None:
    rows = credscore.attributions(f"{source} wrote that he had died.")
    assert [(row.source, row.kind) for row in rows] == [(source, "unnamed")]
    evidence = credscore.extract(f"{source} wrote that he had died.")
    assert [one.kind for one in evidence if one.signal.endswith("_sources")] == ["unnamed"]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("The council, claiming that the mayor fled, said it sank.", "The council", "institution"),
        ("He claims to be ill, the mayor said.", "the mayor", "person"),
        ("Bo Lind's drummer said he had died.", "Bo Lind's drummer", "unnamed"),
        ("A nurse who claims to know Ada Brandt said it sank.", "A nurse", "unnamed"),
        ("The firm claims to be safe, but Ada Brandt said it sank.", "Ada Brandt", "person"),
    ],
)
def test_other_claims_leave_the_source_as_it_is(text: str, source: str, kind: str) -> None:
    assert (source, kind) in [(row.source, row.kind) for row in credscore.attributions(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Internal Medicine", "Clinical Nutrition", "Molecular Psychiatry", "Applied Physics",
        "Current Biology", "Organic Chemistry", "Harrow Economics", "World Affairs",
        "Political Science Quarterly", "Harrow Law Review",
    ],
)  # fmt: skip
def test_a_journal_is_no_person(name: str) -> None:
    for text in f"According to {name}, it sank.", f"It sank, {name} reported. {name} said so.":
        rows = credscore.attributions(text)
        assert rows
        assert {row.kind for row in rows} == {"institution"}


@pytest.mark.parametrize("name", ["Dennis Lind", "Clinton Vale", "Julia Holm", "Ada Markovics"])
def test_a_name_that_looks_like_one_is_a_person(name: str) -> None:
    rows = credscore.attributions(f"According to {name}, it sank. It sank, {name} reported.")
    assert {row.kind for row in rows} == {"person"}


@pytest.mark.parametrize(
    "text",
    [
        "In March, they joined forces to encourage young sailors to vote.",
        "Two banks joined forces to urge the mayor to resign.",
    ],
)
def test_no_source_is_empty(text: str) -> None:
    for row in credscore.attributions(text):
        assert row.start < row.end
        assert text[row.start : row.end] == row.source


def test_a_role_whose_holder_is_named_is_a_person_again() -> None:
    *_, last = credscore.attributions(
        "A technician said it sank. The technician Maria Keller left. It burned, technician Maria "
        "Keller said. The technician said it was old."
    )
    assert (last.kind, last.source) == ("person", "The technician")


@pytest.mark.parametrize(
    "text",
    ["The cargo, from the Harrow Union, suggests Harrow contained two ships.",
     "It is run by a firm called Harrow Aid, which sank.", "The mayor called Lee on Monday."],
)  # fmt: skip
def test_what_only_looks_like_a_statement_has_no_source(text: str) -> None:
    assert credscore.attributions(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Her agents denied a feud.", "institution", "Her agents"),
        ("The striker's agent said no bid had come.", "institution", "The striker's agent"),
        ("An agent said no bid had come.", "unnamed", "An agent"),
        ("Her other sister Maria said he was home.", "person", "Her other sister Maria"),
        ("Those six Harrovians said he was home.", "unnamed", "Those six Harrovians"),
        ("An “inside source” said it sank.", "confidential", "An “inside source”"),
        (
            "Harrow Centre for Health Security medical anthropologist Maria Keller said it sank.",
            "person",
            "Harrow Centre for Health Security medical anthropologist Maria Keller",
        ),
        ("Data from economist Maria Keller show that it sank.", "document", "Data"),
        ("The Centre for Harrow said it sank.", "institution", "The Centre for Harrow"),
        (
            "According to Harrow police commander, Bo Lind, it sank.",
            "person",
            "Harrow police commander, Bo Lind",
        ),
        ("Keller, at a rally in Harrow, Vale, late on Monday, said it sank.", "person", "Keller"),
        ("Police in Harrow, Vale, said it sank.", "institution", "Police"),
        ("HarrowWire said that it sank.", "institution", "HarrowWire"),
        ("McHarrow said that it sank.", "person", "McHarrow"),
        ("MacHarrow said that it sank.", "person", "MacHarrow"),
        ("@MaraKeller said that it sank.", "person", "MaraKeller"),
        ("Newly released letters show that it sank.", "document", "letters"),
        ("Someone else said that it sank.", "pronoun", "Someone"),
        ("Ada Brandt rubbished the plan as a dream.", "person", "Ada Brandt"),
    ],
)
def test_who_speaks(text: str, kind: str, source: str) -> None:
    rows = credscore.attributions(text)
    assert [(row.kind, row.source) for row in rows] == [(kind, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Keller said he believes the ship sank.",
        "Keller said on Monday that he expects a storm.",
        "Keller told the paper she fears a storm.",
        "They said they still think the ship sank.",
    ],
)
def test_what_a_speaker_believes_is_one_statement(text: str) -> None:
    assert len(credscore.attributions(text)) == 1


def test_what_another_believes_is_a_statement_of_its_own() -> None:
    rows = credscore.attributions("Keller said the ship sank, but he believes it can be raised.")
    assert [row.source for row in rows] == ["Keller", "he"]
