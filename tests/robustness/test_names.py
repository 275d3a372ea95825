"""Names of any form read alike: small first letters, marks, particles, words, other scripts."""

import pytest

from credscore import Report, Scorer
from credscore.text import Text, end_of_dateline
from credscore.text.openings import story_start
from credscore.text.page_lines import is_page_line
from credscore.text.small_print import end_of_article

SCORER = Scorer.load()
FIRMS = [
    "On Monday {} denied the reports. It sank, according to {}.",
    "It sank, {} reported. {} said it would close the shop, and {} may pay for it.",
    "“It sank,” {} said.\n\n{} has denied that it was sold. An aide of {} declined to comment.",
    "Two officials said that {}'s boat was seen. {} told reporters that it was not true.",
]
PERSONS = [
    "Anna {0} said on Monday that she may sue. “It sank,” {0} said. Critics of {0} disagree.",
    "According to {0}, who left in May, it sank. Later {0} denied the claims as baseless.",
    "Two officials told Anna {0} that it sank, and {0} called it a hoax.",
]
OPENING = [
    "“It sank,” {0} said.\n\n{0} told the Harrow Post that it was sold. Then Anna {0} left.",
    "Anna {0} left. {0} said it may sink, and {0} insisted that nobody knew of it.",
    "Anna {0} left. {0} denied the reports. {0} has since praised the mayor for it.",
]
BODY = 9 * "It was sold in May 1912. "


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(one.signal, one.kind, one.cue) for one in report.evidence]


def check_alike(text: str, plain: str, name: str) -> None:
    before, after = (SCORER.score(text.replace("{0}", "{}").replace("{}", word))
                     for word in (plain, name))  # fmt: skip
    assert told(before) == told(after)
    assert before.log_odds == after.log_odds


@pytest.mark.parametrize("text", FIRMS)
@pytest.mark.parametrize("name", ["eBay", "iRobot", "easyJet", "deGrasse", "macOrk"])
def test_a_small_first_letter(text: str, name: str) -> None:
    check_alike(text, "Zorplo", name)


@pytest.mark.parametrize("text", FIRMS)
@pytest.mark.parametrize("name", ["AT&T", "H&M", "eNCA", "xAI", "S&P"])
def test_acronyms_with_an_ampersand_or_a_small_letter(text: str, name: str) -> None:
    check_alike(text, "AFP", name)


@pytest.mark.parametrize("text", FIRMS)
def test_a_name_with_an_exclamation_mark(text: str) -> None:
    text = text.replace("to {}.", "to {}, they say.")
    check_alike(text, "Zorplo", "Zorplo!")


@pytest.mark.parametrize("text", ["It sank! Then {} left!", "He left {}! She did not.", "{}! Why?"])
def test_exclamations_stay(text: str) -> None:
    found = [e for e in SCORER.score(text.format("Zorplo")).evidence if e.kind == "exclamation"]
    assert len(found) == text.count("!")


@pytest.mark.parametrize("text", PERSONS)
@pytest.mark.parametrize(
    "name",
    ["de Silva", "van den Berg", "bin Rashid", "dos Santos", "wa Thiong'o", "von der Leyen",
     "al Masri", "d'Alembert", "del Toro", "ibn Saud", "zu Holm", "el-Baz"],
)  # fmt: skip
def test_a_name_begins_with_particles(text: str, name: str) -> None:
    check_alike(text, "Silva", name)


def test_particles_are_names_before_a_capital_only() -> None:
    assert Text(["Bo van der Meer saw a van and a bin."], [None]).shapes.strip() == "NNNNwwwwww."


@pytest.mark.parametrize("text", OPENING)
@pytest.mark.parametrize("name", ["Case", "Power", "Wild", "Strange", "Sharp", "Major", "Bond"])
def test_a_surname_that_is_a_word_opens_a_sentence(text: str, name: str) -> None:
    check_alike(text, "Kowal", name)


@pytest.mark.parametrize("name", ["Target", "Visa", "Gap", "3M", "7-Eleven", "Holm Inc."])
def test_a_firm_that_is_a_word_or_a_number_says_something(name: str) -> None:
    for text in ("{} said it would close the shop.", "{} denied that it had sold the shop."):
        check_alike(text, "Zorplo", name)


@pytest.mark.parametrize(
    "text",
    ["Enough said.", "“Enough said.”", "Visa denied to 40 students.", "Nobody said that it sank.",
     "It is easier said than done.", "Testing revealed that it sank."],
)  # fmt: skip
def test_no_speaker(text: str) -> None:
    assert "named_sources" not in [e.signal for e in SCORER.score(text).evidence]


def test_a_first_name_that_is_a_verb_of_speech() -> None:
    check_alike("{} Ahmed denied the reports.", "Omar", "Said")


def test_a_title_that_is_an_outlet_alone() -> None:
    reports = [SCORER.score("It sank, he said.", outlet) for outlet in ("AP", "Reuters", "CNN")]
    assert len({report.log_odds for report in reports}) == 1


@pytest.mark.parametrize(
    "name",
    ["Ali al-Sayed", "Luiz da Costa", "Ana dos Santos", "Ngugi wa Thiong'o", "Élise Øvrebø",
     "महेश कुमार", "أحمد السيد", "王 小明", "Jean d’Orsay", "Edson do Carmo", "Neil deGrasse Ty"],
)  # fmt: skip
def test_bylines_and_credits(name: str) -> None:
    assert is_page_line(f"By {name}")
    assert is_page_line(f"Photo: {name}")
    for credits in (
        f"(Reporting by {name}; Editing by Bo Lind)",
        f"(Reporting by Bo; Editing by {name})",
    ):
        assert end_of_article(BODY + credits) == len(BODY.rstrip())


@pytest.mark.parametrize("agency", ["Reuters", "the Guardian", "eNCA", "dpa", "The Post"])
def test_datelines(agency: str) -> None:
    dateline = f"LONDON ({agency}) - "
    assert end_of_dateline(dateline + BODY) == len(dateline)
    assert story_start(dateline + BODY) == len(dateline)
