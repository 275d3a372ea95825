"""Which phrases are sources that nobody can name, and of which kind; all examples are invented."""

import pytest

from credscore.signals import anonymous_sources
from credscore.signals.reading import Reading

POSITIVE = [
    ("A senior official said the bridge was closed.", "unnamed", "A senior official"),
    ("The bridge was closed, two witnesses said.", "unnamed", "two witnesses"),
    ("A friend of the singer's said she had left.", "unnamed", "A friend of the singer"),
    ("The bridge was closed, according to residents.", "unnamed", "residents"),
    ("“The bridge is closed,” said two officers.", "unnamed", "two officers"),
    ("Analysts believe the bridge will reopen.", "unnamed", "Analysts"),
    ("A source close to the couple told us it was over.", "confidential", None),
    ("An insider revealed that the pair had parted.", "confidential", "An insider"),
    ("The deal is off, according to people familiar with the matter.", "confidential", None),
    ("He spoke on condition of anonymity.", "confidential", "on condition of anonymity"),
    ("Rumor has it that the band has split.", "hearsay", "Rumor has it"),
    ("She is said to be in Lisbon.", "hearsay", "is said to be"),
    ("Some say the bridge is haunted.", "hearsay", "Some"),
    ("Local media reported that the bridge was closed.", "hearsay", "Local media"),
    (
        "An aide, who declined to be identified, said so.",
        "confidential",
        "An aide, who declined to be identified",
    ),
    (
        "Two clerks, who asked that their names not be used, said so.",
        "confidential",
        "Two clerks, who asked that their names not be used",
    ),
    ("A nurse whose name is being withheld said so.", "confidential", None),
    (
        "Two aides, speaking on background, said so.",
        "confidential",
        "Two aides, speaking on background",
    ),
]
NEGATIVE = [
    "Officials arrested him at the bridge.",
    "Official figures show a fall of two per cent.",
    "He said the bridge was closed.",
    "The ministry said the bridge was closed.",
    "Maria Keller said the bridge was closed.",
    "A spokesman for the railway said the bridge was closed.",
    "The river is a source of pride for the town.",
    "The story was denied.",
    "No official source has confirmed the news.",
    "Neither official said so.",
    "None of the sailors said so.",
    "She regretted it, citing that the sailors had left.",
    "The storm claimed the lives of two sailors.",
    "It was an affair with a teacher confirmed.",
    "The mayor settled the whistleblower complaint.",
    "We are keeping our readers informed.",
    "The medical examiner announced the cause.",
    "A woman who was crying ran past.",
    "Work to find the sailors continues.",
]


def found(text: str, title: str | None = None) -> list[tuple[str, str]]:
    reading = Reading(text, title)
    starts, ends = reading.text.starts, reading.text.ends
    return [
        (finding.kind, reading.text.source[starts[finding.start] : ends[finding.end - 1]])
        for finding in reading.findings(anonymous_sources.find(reading))
    ]


@pytest.mark.parametrize(("text", "kind", "phrase"), POSITIVE)
def test_positive(text: str, kind: str, phrase: str | None) -> None:
    findings = found(text)
    assert kind in [one for one, _ in findings]
    if phrase is not None:
        assert (kind, phrase) in findings


@pytest.mark.parametrize("text", NEGATIVE)
def test_negative(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor rejected the rebels’ claims.", [("unnamed", "the rebels")]),
        ("The road to the town is mined activists said.", [("unnamed", "activists")]),
        ("Turkish security sources said the road is mined.",
         [("confidential", "Turkish security sources")]),
        ("Unconfirmed reports are circulating that he fled.",
         [("hearsay", "Unconfirmed reports")]),
        ("Two officials were told to leave the town.", []),
        ("Lena Orth, a historian, said the road is old.", []),
        ("The council rejected those claims, telling us so.", []),
        ("The Morning Star reports that he fled.", []),
        ("PEOPLE confirmed that he fled.", []),
        ("OFFICIALS SAID that he fled.", [("unnamed", "OFFICIALS")]),
        ("Insiders oppose the deal.", []),
        ("Officials said so. People familiar with the matter, who asked not to be named, left.",
         [("unnamed", "Officials"), ("confidential", "People familiar with the matter")]),
        ("Officials said so. People familiar with the matter, who asked not to be named, agreed.",
         [("unnamed", "Officials"),
          ("confidential", "People familiar with the matter, who asked not to be named")]),
        ("OFFICIALS then SAID that he fled.", [("unnamed", "OFFICIALS")]),
        ("TWO OFFICIALS said that he fled.", [("unnamed", "TWO OFFICIALS")]),
        ("RESIDENTS who left said that he fled.", [("unnamed", "RESIDENTS who left")]),
        ("Said one person close to the talks: “No.”",
         [("confidential", "one person close to the talks")]),
        ("Another tweeted, “It sank.”", [("unnamed", "Another")]),
        ("Lorwick, an aide said on Monday, will pay.", [("unnamed", "an aide")]),
        ("Officials did not say when it sank, but said it was old.", [("unnamed", "Officials")]),
        ("Two officials have since said it sank.", [("unnamed", "Two officials")]),
        ("Two officials keep telling us that it sank.", [("unnamed", "Two officials")]),
        ("An unnamed man who gave a tape to the police claims it sank.",
         [("unnamed", "An unnamed man who gave a tape to the police")]),
        ("It was calm. The sailors said it sank.", [("unnamed", "The sailors")]),
        ("Maria Keller left, Bo Li said. The sailors said it sank.", []),
        ("Maria Keller said so. It was calm. It was late. The sailors said it sank.",
         [("unnamed", "The sailors")]),
        ("The parents said it sank.", []),
        ("I was told there was a leak.", [("hearsay", "I was told")]),
        ("Lorwick Harbour According to reports, it sank.", [("hearsay", "reports")]),
        ("Men close to him said it sank.", [("confidential", "Men close to him")]),
        ("A man said so. The man, who asked that his name not be used, left.",
         [("unnamed", "A man"), ("confidential", "The man, who asked that his name not be used")]),
    ],
)  # fmt: skip
def test_hard(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
