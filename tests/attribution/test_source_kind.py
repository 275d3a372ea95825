"""Who speaks: one table for each kind of fault in cases.jsonl, with sentences of our own."""

import pytest

import credscore

Rows = list[tuple[str, str]]


def told(text: str, title: str | None = None) -> Rows:
    """The kinds and sources of a text's attributions."""
    return [(row.kind, row.source) for row in credscore.attributions(text, title)]


BODY_PEOPLE = (
    "EU diplomats", "FBI agents", "GOP lawmakers", "CIA analysts", "IMF economists",
    "NATO officials", "NHS doctors", "UK ministers", "UN investigators", "WHO experts",
    "A senior U.S. Treasury official", "A former U.K. Home Office aide", "A U.S. Army officer",
    "Two U.N. Security Council diplomats", "A Washington, D.C. police officer",
    "A retired U.S. Navy pilot", "A Lorwick, Mass. firefighter", "Several U.S. Senate aides",
)  # fmt: skip


@pytest.mark.parametrize("who", BODY_PEOPLE)
def test_people_of_a_body_in_capitals(who: str) -> None:
    inside = who if who[1].isupper() else who[0].lower() + who[1:]
    assert told(f"{who} said the town was lost.") == [("unnamed", who)]
    assert told(f"On Friday, {inside} said it may fall.") == [("unnamed", inside)]
    assert told(f"The town was lost, said {inside}.") == [("unnamed", inside)]
    assert told(f"According to {inside}, the town was lost.") == [("unnamed", inside)]


@pytest.mark.parametrize(
    "noun",
    [
        "appeal",
        "attack",
        "claim",
        "demand",
        "offer",
        "order",
        "plan",
        "report",
        "strike",
        "threat",
        "visit",
        "warning",
    ],
)
@pytest.mark.parametrize("country", ["U.S.", "U.K.", "EU", "French"])
def test_a_noun_behind_a_country_says_nothing(country: str, noun: str) -> None:
    article = "An" if country == "EU" else "A"
    assert told(f"{article} {country} {noun} came too late.") == []
    assert told(f"After {article.lower()} {country} {noun} on the port, ships left.") == []
    assert told(f"The {country} {noun} came too late.") == []


@pytest.mark.parametrize("body", ["CIA", "DOE", "EU", "FBI", "FDA", "IMF", "NASA", "NATO", "UN"])
def test_a_noun_behind_a_body_says_nothing(body: str) -> None:
    for rest in ("report was first issued in May", "warning was read out", "claim was old"):
        assert told(f"The {body} {rest}.") == []


@pytest.mark.parametrize(
    "mark",
    ["•", "*", "–", "—", "·", "-", "→", "►", "1)", "1.", "12.", "(1)", "a)", "(a)", "i.", "2 -"],
)
def test_a_mark_of_a_list_before_a_source(mark: str) -> None:
    assert told(f"{mark} Officials said 12 died.") == [("unnamed", "Officials")]
    assert told(f"{mark} Insiders say he will leave.") == [("confidential", "Insiders")]
    sources = [("confidential", "Sources close to the club")]
    assert told(f"{mark} Sources close to the club say he will leave.") == sources
    assert told(f"It rained.\n\n{mark} Two nurses said 12 died.") == [("unnamed", "Two nurses")]


@pytest.mark.xfail(strict=True, reason="a letter with a stop is an initial: A. Keller")
def test_a_letter_of_a_list_before_a_source() -> None:
    assert told("A. Insiders say he will leave.") == [("confidential", "Insiders")]


@pytest.mark.parametrize(
    "party", [", D-Ohio,", ", R-Fla.,", ", D-N.Y.,", ", I-Maine,", ", R-New Jersey,", ", R-Texas,",
              " (R-Iowa)", " (D-Calif.)", " (D-West Virginia)", ", D-Harrow,"]
)  # fmt: skip
def test_a_party_and_state_behind_a_name(party: str) -> None:
    for name in ("Sen. Tomas Reik", "Rep. Ada Lind"):
        assert told(f"{name}{party} said the bill was dead.") == [("person", name)]
        assert told(f"On Friday, {name}{party} said it was dead.") == [("person", name)]
        assert told(f"It was dead, {name}{party} said.") == [("person", name)]


@pytest.mark.parametrize(
    "role",
    [
        "businessman",
        "clerk",
        "driver",
        "farmer",
        "fisherman",
        "guard",
        "lawyer",
        "leader",
        "nurse",
        "pilot",
        "plumber",
        "solicitor",
        "student",
        "teacher",
        "waiter",
    ],
)
def test_a_role_in_a_place_and_again(role: str) -> None:
    again = ("unnamed", f"The {role}")
    for place in ("in Lorwick", "from Lorwick", "at the port"):
        source = f"A {role} {place}"
        text = f"{source} said prices rose. The {role} said he feared more."
        assert told(text) == [("unnamed", source), again]
    text = f"Prices rose, said a {role} in Lorwick. “It is bad,” the {role} said."
    assert [kind for kind, _ in told(text)] == ["unnamed", "unnamed"]


def test_a_body_of_unnamed_people_stays_a_body() -> None:
    text = "A department leader in Lorwick said it. The department leader said he feared more."
    assert [kind for kind, _ in told(text)] == ["unnamed", "unnamed"]
    text = "A lawyer for the bank said it. The lawyer said he feared more."
    assert [kind for kind, _ in told(text)] == ["institution", "institution"]


GROUPS = [
    "Americans",
    "Britons",
    "Brexiteers",
    "Catholics",
    "Christians",
    "Conservatives",
    "Democrats",
    "Germans",
    "Greens",
    "Houthis",
    "Iraqis",
    "Israelis",
    "Kurds",
    "Liberals",
    "Libertarians",
    "Londoners",
    "Muslims",
    "Palestinians",
    "Protestants",
    "Republicans",
    "Sikhs",
    "Socialists",
    "Sunnis",
    "Texans",
    "Tories",
    "Ukrainians",
    "Unionists",
]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_by_the_words_around_it(group: str) -> None:
    """Nothing in the letters of a name shows it: Williams and Jones end so, too."""
    for text in (
        f"{group} say the bill is dead.",
        f"But {group} have warned that it may fail.",
        f"{group} said they may sue.",
        f"{group} claimed their seats were safe.",
        f"The bill is dead, say {group}.",
        f"{group}, who have lost, said the bill was dead.",
        f"{group} are split. The bill was dead, {group} said.",
    ):
        assert told(text) == [("unnamed", group)]
    assert told(f"Many {group} said the bill was dead.") == [("unnamed", f"Many {group}")]
    assert "person" not in dict(told(f"According to {group}, the bill was dead."))
    assert "person" not in dict(told("It rained.", f"{group} say bill is dead"))


@pytest.mark.xfail(strict=True, reason="only its letters part it from Williams, who is a person")
def test_a_group_alone() -> None:
    assert told("Republicans said the bill was dead.") == [("unnamed", "Republicans")]


@pytest.mark.parametrize(
    "name",
    [
        "Adams",
        "Brooks",
        "Collins",
        "Davies",
        "Edwards",
        "Evans",
        "Hughes",
        "Jones",
        "Peters",
        "Roberts",
        "Williams",
    ],
)
def test_a_surname_with_the_form_of_a_plural(name: str) -> None:
    for text in (
        f"Mr {name} said the bill was dead.",
        f"Ada {name} spoke. The bill was dead, {name} said.",
        f"{name} said he would go.",
        f"“It is dead,” {name} said.",
        f"{name} said the bill was dead.",
        f"The bill was dead, says {name}.",
        f"{name} claims that they were late.",
    ):
        assert {kind for kind, _ in told(text)} <= {"person", "pronoun"}
        assert told(text)


@pytest.mark.parametrize(
    "role",
    ["principal", "coach", "director", "police chief", "minister", "mayor", "manager", "chairman",
     "spokesman", "head teacher", "owner", "surgeon", "historian"],
)  # fmt: skip
@pytest.mark.parametrize("before", ["the {},", "its {},", "his {},", "the {}", "its {}", "{}"])
def test_a_role_and_a_name_behind_the_verb(before: str, role: str) -> None:
    who = f"{before.format(role)} Tomas Reik"
    for start in ("In Harrow, the reform has worked,", "“The reform has worked,”"):
        assert told(f"{start} said {who}.") == [("person", who)]
