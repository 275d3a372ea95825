"""Ten and more sentences for every kind of anonymous source; all are invented."""

import pytest

from tests.signals.test_anonymous_sources import found

ACRONYMS = [
    ("UN envoys said the town was lost.", "UN envoys"),
    ("EU diplomats believe the talks are over.", "EU diplomats"),
    ("NATO officials warned of more raids.", "NATO officials"),
    ("FBI agents told the jury it was locked.", "FBI agents"),
    ("IMF economists predict a slump.", "IMF economists"),
    ("UK ministers fear a strike.", "UK ministers"),
    ("The plan is dead, US officials said.", "US officials"),
    ("In the run-up to the vote, US officials have hinted at a delay.", "US officials"),
    ("The dam held, according to UN engineers.", "UN engineers"),
    ("A senior U.S. Treasury official said the plan was dead.", "A senior U.S. Treasury official"),
    ("Two U.K. diplomats said the talks were over.", "Two U.K. diplomats"),
]
BULLETS = [
    ("• Sources close to the club say he will leave.", "Sources close to the club"),
    ("• Witnesses said it burned.", "Witnesses"),
    ("* Officials said 12 died.", "Officials"),
    ("* Residents reported a blast.", "Residents"),
    ("- Doctors warned of a shortage.", "Doctors"),
    ("- Two aides said he was asleep.", "Two aides"),
    ("– Analysts expect a fall.", "Analysts"),
    ("– Neighbours told us it was empty.", "Neighbours"),
    ("— Experts say it is safe.", "Experts"),
    ("• An official told us it was closed.", "An official"),
]
MODIFIED = [
    ("US engineers said the dam held.", "US engineers"),
    ("A newly hired official said it burned.", "A newly hired official"),
    ("More than 20 guards said it burned.", "More than 20 guards"),
    ("Officials from more than 20 towns said it burned.", "Officials from more than 20 towns"),
    ("A local rights group said it burned.", "A local rights group"),
    ("Friends and family said it burned.", "Friends and family"),
    ("One of her former lawyers said it burned.", "One of her former lawyers"),
    ("The juror who spoke to us said it burned.", "The juror who spoke to us"),
    ("I learned from a fellow guard that it burned.", "a fellow guard"),
    ("“It burned,” another zoo official shared.", "another zoo official"),
    ("Many experts questioned the authenticity of the letter.", "Many experts"),
    ("Two officials identified the man as Bo Li.", "Two officials"),
    ("US officials have told the paper that it sank.", "US officials"),
    ("The mayor, a top aide said, will leave.", "a top aide"),
    ("Keller, a top aide said, will leave.", "a top aide"),
    ("As one guard put it, it was a mess.", "one guard"),
    ("Concerns have been raised by teachers that the roof leaks.", "teachers"),
    ("It drew criticism from farmers.", "farmers"),
    ("It is based on interviews with six guards.", "six guards"),
    ("We have spoken to several nurses there.", "several nurses"),
    ("A senior law enforcement official said it burned.", "A senior law enforcement official"),
    ("Officials at both agencies think it burned.", "Officials at both agencies"),
    ("Critics of the strategy insisted it would fail.", "Critics of the strategy"),
    ("Experts studying the ice warn of floods.", "Experts studying the ice"),
    ("Supporters of the change argue that it helps.", "Supporters of the change"),
    ("Several officials across different agencies confirmed it.",
     "Several officials across different agencies"),
    ("It was dug by hand, according to a nurse at the clinic.", "a nurse at the clinic"),
    ("A mother of three said it burned.", "A mother of three"),
    ("Some former Harrow players complained about it.", "Some former Harrow players"),
    ("Many Harrowans said it burned.", "Many Harrowans"),
    ("An ally of the mayor told us it burned.", "An ally of the mayor"),
    ("Those who saw it say that it burned.", "Those who saw it"),
    ("It prompted anger among critics who said it was late.", "critics"),
    ("Experts questioned whether it would burn.", "Experts"),
    ("A team of Harrow researchers say it burned.", "A team of Harrow researchers"),
    ("She had a message from a nurse in Harrow saying it burned.", "a nurse in Harrow"),
]  # fmt: skip
ROLES = [
    (f"{role} said that the bridge was closed.", role)
    for role in (
        "A beekeeper", "Two undertakers", "Intellectuals", "One snitch", "Workmen", "A stepfather",
        "Several cartoonists", "Stakeholders", "Motorcyclists", "A veterinarian", "Policyholders",
        "Three paratroopers", "A hairdresser", "Housewives",
    )
]  # fmt: skip
HEARSAY = [
    ("According to some reports, it sank.", "some reports"),
    ("According to local media in the town, it sank.", "local media in the town"),
    ("Claims that it sank have circulated online.", "Claims"),
    ("Stories that it sank have circulated for years.", "Stories"),
    ("Rumors are swirling that he fled.", "Rumors"),
    ("Reports emerged on Friday that he fled.", "Reports"),
    ("There have been reports of thefts.", "reports"),
    ("He spoke amid reports that she fled.", "reports"),
    ("He acted on unconfirmed reports that it sank.", "reports"),
    ("According to press accounts, he fled.", "press accounts"),
    ("He was, by most accounts, a thief.", "by most accounts"),
    ("It is believed that he fled.", "It is believed"),
    ("It has also been said that he fled.", "It has also been said"),
    ("We were told that he fled.", "We were told"),
    ("We're hearing that he fled.", "We're hearing"),
    ("Word is that he fled.", "Word"),
    ("Word has leaked that he fled.", "Word has leaked"),
    ("Some argued on Sunday that he fled.", "Some"),
    ("Others have said that he fled.", "Others"),
    ("Many might say that he fled.", "Many"),
    ("Some people say that he fled.", "Some people"),
    ("People say that he fled.", "People"),
    ("Harrow media had reported that he fled.", "Harrow media"),
    ("It was reported by local media.", "local media"),
    ("A viral post claims that he fled.", "A viral post"),
    ("Legend has it that he fled.", "Legend has it"),
    ("A report surfaced that he fled.", "A report"),
    ("They are rumored to marry.", "are rumored to"),
    ("A house said to be haunted burned.", "said to be"),
    ("Users claim that he fled.", "Users"),
    ("Reports are emerging of a fire.", "Reports"),
    ("Rumours had been circulating that he fled.", "Rumours"),
    ("According to social media posts, he fled.", "social media posts"),
    ("Some on Chirper said he fled.", "Some on Chirper"),
]
NAMES_KEPT = [
    ("A driver declined to give his name.", "A driver"),
    ("An aide not authorized to speak left.", "An aide not authorized to speak"),
    ("A nurse speaking anonymously left.", "A nurse speaking anonymously"),
    ("A clerk who asked not to be named wept.", "A clerk who asked not to be named"),
    ("One guard wished to remain anonymous.", "One guard"),
    ("Two maids declined to be identified.", "Two maids"),
    ("A pilot requested anonymity.", "A pilot"),
    ("One trader insisted on anonymity.", "One trader"),
    ("A No. 10 source said he was furious.", "A No. 10 source"),
    ("The network's source is wrong.", "The network's source"),
]
TITLES = [
    ("Mayor resigns: sources", "confidential", "sources"),
    ("Mayor resigns: Sources", "confidential", "Sources"),
    ("Bridge is unsafe: experts", "unnamed", "experts"),
    ("Bridge was closed: officials", "unnamed", "officials"),
    ("Star to leave Harrow - reports", "hearsay", "reports"),
    ("Mayor resigns, official says", "unnamed", "official"),
    ("Mayor resigns, sources say", "confidential", "sources"),
    ("Bridge unsafe, experts warn", "unnamed", "experts"),
    ("Bridge unsafe, say engineers", "unnamed", "engineers"),
    ("Experts warn of floods", "unnamed", "Experts"),
    ("Aide says mayor was asleep", "unnamed", "Aide"),
]
NONE = [
    "Candidates compete in individual states to win.",
    "They are the three Rust Bend states that voted.",
    "It is a day since the robberies complained of took place.",
    "Harrow disputes this, citing the settlers' links to the area.",
    "The road was blocked, according to AFP journalists.",
    "Church leaders added Bo Li to the list.",
    "A prosecutor told the jury that it burned.",
    "He spoke of a nurse known for making bogus claims.",
    "Keller, a top aide, said it burned.",
    "He aired interviews with two officials.",
    "Please show us the door.",
    "Thirty percent of voters say it is too dear.",
    "A majority of teachers said the pay was low.",
    "Six in ten parents say it is too dear.",
    "Two thirds of drivers believe it.",
    "The man said he was cold.",
    "The players denied it.",
    "He was asked by reporters whether he knew.",
    "Two officials reported the matter to the police.",
    "Critics hope to vote soon.",
    "Many people believe it.",
    "They left people saying so behind.",
    "The paper wrote a Harrow report.",
    "Maria Keller, a nurse, said it burned.",
    "Two nurses, Maria Keller and Lena Orth, said it burned.",
    "According to a report by the Harrow Star, he fled.",
    "According to police reports, he fled.",
    "Officials cheered and wept.",
    "I told him that it burned.",
]
JOINED = [
    ("Witnesses and security sources said it burned.",
     [("unnamed", "Witnesses"), ("confidential", "security sources")]),
    ("Aides and a source close to her said it burned.",
     [("unnamed", "Aides"), ("confidential", "a source close to her")]),
    ("It burned, according to residents and activists.", [("unnamed", "residents and activists")]),
    ("Some residents and two officers said it burned.",
     [("unnamed", "Some residents and two officers")]),
    ("A clerk in Harrow said it burned. The clerk said it was old.",
     [("unnamed", "A clerk in Harrow"), ("unnamed", "The clerk")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase"), [*ACRONYMS[:-1], *MODIFIED, *ROLES])
def test_unnamed(text: str, phrase: str) -> None:
    assert ("unnamed", phrase) in found(text)


@pytest.mark.parametrize(("text", "phrase"), BULLETS)
def test_behind_a_bullet(text: str, phrase: str) -> None:
    assert phrase in [phrase for _, phrase in found(text)]


@pytest.mark.parametrize(("text", "phrase"), HEARSAY)
def test_hearsay(text: str, phrase: str) -> None:
    assert ("hearsay", phrase) in found(text)


@pytest.mark.parametrize(("text", "phrase"), NAMES_KEPT)
def test_confidential(text: str, phrase: str) -> None:
    assert ("confidential", phrase) in found(text)


@pytest.mark.parametrize(("title", "kind", "phrase"), TITLES)
def test_in_a_title(title: str, kind: str, phrase: str) -> None:
    assert (kind, phrase) in found("The city was calm on Monday.", title)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_joined_and_again(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


TRADES = ["baker", "cleaner", "jockey", "librarian", "plumber", "roofer", "tiler", "youtuber"]
NOBODY = [
    "His parents claim that it sank.",
    "Someone said it sank.",
    "The case is about people's views on it.",
    "There are some question marks on it.",
    "A report by the bank shows it.",
    "Many Harrow states agreed on it.",
    "“It sank,” Bo Li said. The interior designer said it was old.",
]


@pytest.mark.parametrize("trade", TRADES)
def test_trades_are_read_alike(trade: str) -> None:
    assert found(f"A {trade} said it sank.") == [("unnamed", f"A {trade}")]
    assert found(f"{trade.title()}s said it sank.") == [("unnamed", f"{trade.title()}s")]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_who_tells(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("before", ["1)", "(1)", "(a)", "(Reuters)"])
def test_behind_a_bracket_that_begins_a_sentence(before: str) -> None:
    assert found(f"{before} Officials said 12 died.") == [("unnamed", "Officials")]


@pytest.mark.xfail(strict=True, reason="a name in -s may be that of a person: Banks, Wells")
def test_a_party_is_unnamed() -> None:
    assert found("Republicans said the bill was dead.") == [("unnamed", "Republicans")]


@pytest.mark.xfail(strict=True, reason="who judges may only hold an opinion")
def test_critics_who_slam() -> None:
    assert found("Critics slammed the mayor as corrupt.") == [("unnamed", "Critics")]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Aides and a friend of Keller said it sank.", ["Aides", "a friend of Keller"]),
        ("Analysts and former sailors said it sank.", ["Analysts", "former sailors"]),
        ("Officials and students said it sank.", ["Officials and students"]),
        ("Doctors and other experts said it sank.", ["Doctors and other experts"]),
    ],
)
def test_people_with_words_of_their_own_are_sources_of_their_own(
    text: str, phrases: list[str]
) -> None:
    assert [phrase for _, phrase in found(text)] == phrases
