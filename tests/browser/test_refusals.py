"""What fails on the page is told in words, and takes nothing from a person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_browser import RUMOUR
from tests.browser.test_first_use import submit

Open = Callable[..., Any]

REFUSALS = {
    "a proxy": ({"status": 502, "body": "<html>Bad gateway"}, "does not answer now (502)"),
    "a proxy's limit": ({"status": 413, "body": "<html>"}, "too large"),
    "a login page": ({"status": 200, "body": "<html>Log in"}, "Something else than credscore"),
    "a failure": ({"status": 500, "body": ""}, "tell who runs it"),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_what_stands_between_is_told_in_words(site: str, visit: Open, kind: str) -> None:
    answer, words = REFUSALS[kind]
    page = visit(site, expected="Failed to load resource").page
    page.route("**/v1/page", lambda route: route.fulfill(**answer))
    submit(page)
    page.locator("#error", has_text=words).wait_for()
    assert page.input_value("#text") == RUMOUR


def test_a_service_that_is_gone_and_a_person_offline(site: str, visit: Open) -> None:
    page = visit(site, expected="ERR_").page
    page.route("**/v1/page", lambda route: route.abort("connectionrefused"))
    submit(page)
    page.locator("#error", has_text="The service does not answer.").wait_for()
    page.context.set_offline(True)
    page.click("#submit")
    page.locator("#error", has_text="You are offline.").wait_for()
    page.context.set_offline(False)
    page.unroute("**/v1/page")
    page.click("#submit")
    page.locator("#verdict-title:focus").wait_for()
    assert page.is_hidden("#error")


FILES = {
    "a.pdf": (b"%PDF-1.7 text", "is a PDF"),
    "a.docx": (b"PK\3\4 text", "Word file"),
    "a.png": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "a.rtf": (b"{\\rtf1 text}", "an RTF file"),
    "a.bin": (b"abc\0\1\2", "a binary file"),
    "a.txt": (b" \n", "is empty"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_text_is_named(site: str, visit: Open, tmp_path: Path, name: str) -> None:
    content, words = FILES[name]
    (tmp_path / name).write_bytes(content)
    tab = visit(site)
    tab.page.set_input_files("#file", tmp_path / name)
    tab.page.locator("#error", has_text=f"“{name}”").wait_for()
    assert words in tab.page.inner_text("#error")
    assert not any("v1" in url for url in tab.requests)


def test_a_text_in_utf_16_is_read(site: str, visit: Open, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café may close.".encode("utf-16"))
    page = visit(site).page
    page.set_input_files("#file", tmp_path / "a.txt")
    page.locator("#shown-text", has_text="The café may close.").wait_for()
