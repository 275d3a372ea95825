"""A report on a terminal: the verdict first and last, evidence also without colour."""

import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import credscore
from credscore.cli.terminal import show

ROOT = Path(__file__).resolve().parents[2]
RUMOUR = (ROOT / "examples" / "rumour.txt").read_text("utf-8")


def shown(text: str, title: str | None = None, **options: object) -> str:
    console = Console(file=StringIO(), width=200, highlight=False, **options)  # type: ignore[arg-type]
    show(credscore.score(text, title), text, title, console)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_without_colour_evidence_is_in_brackets() -> None:
    output = shown(RUMOUR, "Mayor allegedly fled")
    assert "\x1b" not in output
    assert "Mayor [H: allegedly] fled" in output
    assert "[N: The mayor's office] [D: denied the [H: rumors]] and [D: called them" in output
    assert "Marks: [A: ...] Anonymous sources" in output
    unmarked = shown("Nobody spoke.")
    assert "Marks" not in unmarked


@pytest.mark.parametrize("no_color", [True, False])
def test_colours_stand_for_brackets_where_there_are_any(no_color: bool) -> None:
    output = shown(RUMOUR, force_terminal=True, color_system="standard", no_color=no_color)
    assert ("[H: " in output) is no_color


def test_further_lines_of_a_reason_are_indented() -> None:
    console = Console(file=StringIO(), width=40, highlight=False)
    report = credscore.score(RUMOUR)
    show(report, RUMOUR, None, console)
    output = console.file.getvalue()  # type: ignore[attr-defined]
    front = (
        re.split(r"scores\s+lower\s+than\s+this\.\n", output)[1].partition("\n\n")[0].split("\n")
    )
    assert all(line[:3] in (" − ", " + ", " ! ", "   ") and line == line.rstrip() for line in front)
    told = " ".join(line.strip() for line in front)
    assert all(reason.text in told for reason in report.reasons)


def test_no_more_is_shown_than_was_read() -> None:
    """rich takes 100 s for a line of 20 million characters; a million take one."""
    read, beyond = "Read. " * 200_000, "Beyond. " * 2_000_000
    title = "Of the title. " * 100_000
    report = credscore.score(read + beyond, title)
    page = report.page_content()
    assert len(page["text"]) + len(page["title"]) == 1_000_000
    console = Console(file=StringIO(), width=200, highlight=False)
    show(report, read + beyond, title, console)
    output = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Beyond" not in output
    assert output.count("Read.") == page["text"].count("Read.")
    untitled = credscore.score(read + beyond).page_content()
    assert untitled["text"] == (read + beyond)[:1_000_000]


def test_details_add_up() -> None:
    report = credscore.score(RUMOUR)
    table = shown(RUMOUR).split("\nDetails")[1]
    rows = table.split("\nsum")[0].split("\n")
    sums = [float(row.split()[-2 if "█" in row else -1]) for row in rows
            if row[:1].isupper()]  # fmt: skip
    assert report.base_log_odds + sum(sums) == pytest.approx(report.log_odds, abs=0.1)
    assert f"Number {report.score:.2f}" in table


def test_no_number_is_in_front_of_a_score_that_is_not_reliable() -> None:
    front, details = shown("Insiders claim that he fled.").split("\nDetails")
    assert front.startswith("No score: the text has fewer than 50 words\n")
    assert " in 100" not in front
    assert "of 100" not in front
    assert "Number 0." in details
    assert details.strip().split("\n")[-1] == "No score: the text has fewer than 50 words"
