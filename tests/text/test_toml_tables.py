"""The forms of page_forms.toml: each has an example, a near-miss, and one line."""

import re
from importlib.resources import files

import pytest

from credscore.lexicon.asides import asides_of
from credscore.text import Text
from credscore.text.openings import end_of_dateline, story_start
from credscore.text.page_lines import is_page_line, is_revision
from credscore.text.small_print import end_of_article
from credscore.text.toml_tables import PAGE_FORMS

FOLDER = files("credscore") / "text"
TABLE = (FOLDER / "page_forms.toml").read_text("utf-8")
LONG = "The council will sell the old bridge. " * 20
HEEDING_CAPITALS = {
    "captions", "credited", "datelines", "hours", "answers", "openings", "buttons_ahead",
}  # fmt: skip
ROWS = [(table, *row) for table, rows in PAGE_FORMS.tables.items() for row in rows.values()]


def _is_opening(words: str) -> bool:
    return story_start(words + LONG) == len(words)


def _is_small_print(words: str) -> bool:
    text = LONG.rstrip() + (words if words.startswith("\n") else f"\n\n{words}")
    return text[end_of_article(text) :].strip() == words.strip()


def _is_credit(words: str) -> bool:
    return _is_opening(f"The bridge. ({words}) ")


def _is_aside(words: str) -> bool:
    text = Text([f"{LONG}\n\n{words}\n\n{LONG}"], [None])
    return any(text.source[text.starts[start] :].startswith(words) for start, _ in asides_of(text))


FOUND = {
    "credited": _is_credit,
    "datelines": _is_opening,
    "hours": _is_opening,
    "answers": lambda words: end_of_dateline(f"{words}It is sold.") == len(words),
    "openings": _is_opening,
    "buttons_ahead": _is_opening,
    "page_lines": is_page_line,
    "captions": _is_aside,
    "promotions": _is_aside,
    "notes_before": is_revision,
}


@pytest.mark.parametrize(("table", "form", "hit", "miss"), ROWS)
def test_a_form_has_an_example_and_a_near_miss(table: str, form: str, hit: str, miss: str) -> None:
    found = FOUND.get(table, _is_small_print)
    assert found(hit)
    assert not found(miss)
    flags = 0 if table in HEEDING_CAPITALS else re.IGNORECASE
    blank = r"\s" if found is _is_small_print else r"[^\S\n]"
    assert PAGE_FORMS.pattern(form, blank, flags=flags)().search(f"\n{hit}")


def test_forms_are_sorted() -> None:
    for table in PAGE_FORMS.tables.values():
        assert list(table) == sorted(table)


def test_every_line_is_short() -> None:
    assert max(map(len, TABLE.split("\n"))) <= 100


def test_every_part_is_used() -> None:
    modules = "".join(one.read_text("utf-8") for one in FOLDER.iterdir() if one.suffix == ".py")
    parts = re.findall(r"^(\w+) = ", TABLE.partition("[credited]")[0], re.MULTILINE)
    assert [name for name in parts if f"{{{name}}}" not in TABLE + modules] == []
