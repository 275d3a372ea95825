"""Lines are counted by their shape, turns by who speaks again."""

import re

import numpy as np
import pytest

from credscore.text import Text
from credscore.text_kinds.lines import LINE_FORMS, NO_TURNS, Lines, Turns, timeline_of, turns_of


@pytest.mark.parametrize(
    "line",
    [
        "18:42 What we know", "[18:42] The fire is out", "6.42pm: Gone", "6:42 p.m. ET — Gone",
        "9 a.m.", "Updated 9:40", "67' Goal!", "5 min ago", "12 minutes ago", "• 10:15 Out",
        "21:01:40: Good evening",
    ],
)  # fmt: skip
def test_stamps(line: str) -> None:
    assert Lines(f"A\n\n{line}\nB").stamped == 1


@pytest.mark.parametrize(
    "line",
    ["18 people came", "3.20 million people", "5 May", "12.30% of all", "1,200", "At 18:42 it"],
)
def test_no_stamps(line: str) -> None:
    assert Lines(f"A\n{line}\nB").stamped == 0


def test_counts() -> None:
    lines = Lines(
        "Out now\n\n- one\n2) two\nc. three\na | b\nx....9\nIt is long. " + "w" * 60 + "."
    )
    assert (lines.total, lines.items, lines.ended, lines.capital) == (7, 5, 1, 2)
    assert (lines.short, lines.short_characters) == (6, 7 + 5 + 6 + 8 + 5 + 6)
    assert lines.characters - lines.short_characters == 12 + 61


def test_where_stamps_stand() -> None:
    lines = Lines("Head\n18:42\nOut\n18:31\nIn\n")
    assert (lines.stamped, lines.lead, lines.stretch) == (2, 1, 3)
    assert Lines("").total == 0


def test_choices_are_items() -> None:
    quiz = "1. What sank off Orr?\nA) A ferry\nB) A barge\nC) Nothing\nD) It is not known\n"
    assert Lines(quiz).items == 5
    assert Lines("J. Vale sold the ferry.\nA. Lind bought it.\n").items == 0


@pytest.mark.parametrize("table", LINE_FORMS.tables)
def test_a_form_has_an_example_and_a_near_miss(table: str) -> None:
    any_form = LINE_FORMS.pattern(f"{{{table}}}", flags=re.IGNORECASE if table == "stamps" else 0)
    for form, hit, miss in LINE_FORMS.tables[table].values():
        assert LINE_FORMS.pattern(form)().match(hit)
        assert not any_form().match(miss)


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2016", "May 3, 2016: It fell.", "Sept. 9 — It fell.", "3rd May 2016. It fell.",
        "1998", "1998 - It fell.", "2008-2009: It fell.", "Thursday, Sept. 24, 2015: It fell.",
        "• Early March 2016 -- It fell.", "March-May 2018: It fell.", "1990s",
    ],
)  # fmt: skip
def test_dates_of_entries(line: str) -> None:
    assert timeline_of(f"How\n\n{line}\nIt fell.")[:3] == (1, 1, 1)


@pytest.mark.parametrize(
    "line",
    [
        "May 3 was a Monday.", "In 2016, it fell.", "2016 was dry.", "May: it fell.", "18:42 Out",
        "3 crowns - a price", "May 3, 2016, it fell.", "2,016: a number", "On May 3: it fell.",
    ],
)  # fmt: skip
def test_no_dates_of_entries(line: str) -> None:
    assert timeline_of(f"How\n\n{line}\nIt fell.").entries == 0


def turns(body: str) -> Turns:
    text = Text([body], [None])
    return turns_of(text, np.flatnonzero(text.shape_codes == ord(":")))


TALK = "MS. HOLM: The ferry will leave the port at noon today. Q: Why? " * 5


def test_labels_that_come_again_are_speakers() -> None:
    found = turns(TALK)
    assert (found.total, found.speakers) == (10, 2)
    assert found.short == 4  # the last one has no end
    assert turns(TALK.replace(" Q:", "\nQ:")).total == found.total


def test_a_label_once_is_none() -> None:
    assert turns(TALK + "The Chair: So be it.").total == 10


def test_few_colons_are_no_turns() -> None:
    assert turns("HOLM: Yes. Q: No. HOLM: Yes.") is NO_TURNS


def test_labels_are_names() -> None:
    assert turns("They said this: it sank. " * 8) is NO_TURNS


def test_labels_of_parts_of_a_page_are_no_speakers() -> None:
    for labels in (("Rumor", "Verdict"), ("Also Read", "WATCH"), ("FALSE CLAIM", "Fact")):
        one, other = labels
        body = f"{one}: The ferry sank at noon today. {other}: It came to the port. " * 5
        assert turns(body) is NO_TURNS
