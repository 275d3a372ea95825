"""Which sources are persons and which institutions, told by form; all examples are invented."""

import pytest

import credscore
from credscore.signals import named_sources
from credscore.signals.reading import Reading

POSITIVE = [
    ("Maria Keller said the bridge was closed.", "person"),
    ("The bridge was closed, Keller said.", "person"),
    ("“It is closed,” said Maria Keller.", "person"),
    ("The bridge was closed, according to Maria Keller.", "person"),
    ("Lena Orth, a historian, said the road is old.", "person"),
    ("The ministry said the bridge was closed.", "institution"),
    ("Police said the bridge was closed.", "institution"),
    ("The bridge was closed, according to the court.", "institution"),
    ("A spokesman for the railway said the bridge was closed.", "institution"),
    ("Her rep told us that the bridge was closed.", "institution"),
    ("Maria Keller called it “a farce”.", "person"),
    ("The firm agreed that it sank.", "institution"),
    ("The Mirelle can reveal that it sank.", "institution"),
    ("It sank, as Mirelle reported.", "institution"),
    ("Harrow Council said it sank.", "institution"),
    ("On Monday No 10 said it sank.", "institution"),
    ("In May the Foreign Minister said it sank.", "person"),
    ("On Monday the Harrow Commissioner Bo Li said it sank.", "person"),
    ("The Harrow Institute’s Bo Li said it sank.", "person"),
    ("Bo Li MP said it sank.", "person"),
    ("Maria Keller believes that it sank.", "person"),
    ("Maria Keller does not believe that it sank.", "person"),
    ("Maria Keller always thought that it sank.", "person"),
    ("Maria Keller and Bo Li both said it sank.", "person"),
    ("Maria Keller had this to say: “It sank.”", "person"),
    ("“It sank,” Maria Keller continued.", "person"),
]
NEGATIVE = [
    "The mayor would not say whether it sank.",
    "Harrow Council has not confirmed that it sank.",
    "Neither Bo Li nor Harrow Council said that it sank.",
    "No group has claimed the attack.",
    "No council has asserted that it sank.",
    "If the council believes it, it sank.",
    "Our teams are out across Mirelle reporting on it.",
    "Twenty Harrovian-led states claim that it sank.",
    "Some in the Harrow think that it sank.",
    "He spoke.,He said it sank.",
    "— Additional reporting on Harrow.",
    "In its latest HARP report, it sank.",
    "It left, with Keller fearing that it would sink.",
    "Two witnesses said the bridge was closed.",
    "A source said the bridge was closed.",
    "She said the bridge was closed.",
    "Maria Keller crossed the bridge.",
    "Police closed the bridge.",
    "The shop charges a fee of $4.",
    "The town declared a state of emergency.",
    "The firm has agreed to pay $4.",
    "The court asked the firm to stop.",
    "Police warned the public not to swim.",
    "Maria Keller defended the plan.",
    "Maria Keller will say that it sank.",
    "Did the mayor say that it sank?",
    "Bo Li reported from Harrow.",
    "Companies said it sank.",
    "They read his Mirelle report on the bridge.",
    "The 2017 police report was lost.",
    "Twenty-two states now pay for it.",
    "US states determine it.",
    "The firm added its name to the list.",
    "“A win,” suggested Keller was unlikely.",
    "It is hard to see how the coalition continues.",
]
ARTICLES = [  # the last name of an article is told by its other mentions
    (
        "It sank, said Bo Harrow. He met Lena Harrow’s team. Harrow’s office agreed that it sank. ",
        "Harrow said it sank.",
        "person",
    ),
    (
        "Lena Harrow, a museum curator, left. Harrow’s office called. ",
        "Harrow said it sank.",
        "person",
    ),
    ("It is dry in Harrow. Many left Harrow. ", "Harrow said it sank.", "institution"),
    ("The firm Harrow was sold. ", "Harrow said it sank.", "institution"),
    ("It was sold to Harrow, a bank. ", "Harrow said it sank.", "institution"),
    ("Mr Harrow left. It is dry in Harrow. ", "Harrow said it sank.", "person"),
    ("The group, Harrow, was sold. Bo Li left. ", "Harrow said it sank.", "institution"),
    ("An aide to the group, Bo Harrow, left. ", "Harrow said it sank.", "person"),
    ("Bo Li left. ", "Harrow Air announced it was suspending flights.", "institution"),
    (
        "Harrow lost her hat. Harrow left her ship. Harrow fed her dog. ",
        "Harrow reports it sank.",
        "person",
    ),
    (
        "He met Bo Harrow. Bo Harrow lost. Bo Harrow slept. Bo Harrow swam. It is dry in Harrow. ",
        "Harrow said it sank.",
        "person",
    ),
]
GROUPS = [
    "Two Harrovians left. Harrovians said it sank.",
    "The other day those six Harrovians said it sank.",
]
EXTENTS = [
    ("The Department of Roads and Public Works said it sank.",
     "The Department of Roads and Public Works"),
    ("A spokesman for the railway said it sank.", "A spokesman for the railway"),
    ("Sen. Bo Li of Harrow said it sank.", "Sen. Bo Li of Harrow"),
    ("Mr Keller said it sank.", "Mr Keller"),
    ("The harbour sank after the ministry said it would.", "the ministry"),
    ("People who were asked and Ms Keller said it sank.", "Ms Keller"),
]  # fmt: skip


def kinds(text: str) -> list[str]:
    reading = Reading(text)
    return [finding.kind for finding in reading.findings(named_sources.find(reading))]


@pytest.mark.parametrize(("text", "kind"), POSITIVE)
def test_positive(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", NEGATIVE)
def test_negative(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(("before", "text", "kind"), ARTICLES)
def test_a_name_is_told_by_its_other_mentions(before: str, text: str, kind: str) -> None:
    assert kinds(before + text)[-1] == kind


@pytest.mark.parametrize("text", GROUPS)
def test_a_group_is_unnamed(text: str) -> None:
    assert kinds(text) == []
    assert [row.kind for row in credscore.attributions(text)] == ["unnamed"]


@pytest.mark.parametrize(("text", "source"), EXTENTS)
def test_extent(text: str, source: str) -> None:
    assert source in [row.source for row in credscore.attributions(text)]
