"""Several reports on one claim, as people put them into the page, in a real browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import credscore
from tests.browser.test_browser import HOSTILE, MODES, PHONE, RUMOUR, ask, check_accessibility
from tests.pooling.stories import CONFIRMED, FERRY, OTHER

ARTICLES = (*FERRY, OTHER, CONFIRMED)
CLAIM = "The ferry Aurora sank"
DROP = """(files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    document.querySelector("#ask").dispatchEvent(
        new DragEvent("drop", {dataTransfer: data, cancelable: true, bubbles: true}));
}"""

Open = Callable[..., Any]


def fill(page: Any, articles: tuple[credscore.Article, ...] = ARTICLES, claim: str = CLAIM) -> None:
    """Switch to several reports, and fill them in."""
    page.check("#kind-many")
    page.fill("#rumour", claim)
    for number, article in enumerate(articles):
        if number == page.locator("#reports fieldset").count():
            page.click("#add")
        report = page.get_by_role("group", name=f"Report {number + 1}")
        report.get_by_label("Text").fill(article.text)
        report.get_by_label("Headline").fill(article.title or "")
        report.get_by_label("Outlet").fill(article.source or "")
        report.get_by_label("Date").fill(article.date or "")


def submit(page: Any) -> None:
    page.click("#submit")
    page.wait_for_selector("#pooled:not([hidden])")


def test_what_reports_add_up_to_is_shown(site: str, visit: Open) -> None:
    tab = visit(site)
    tab.page.wait_for_selector("#sample")
    fill(tab.page)
    submit(tab.page)
    report = credscore.score_claim(ARTICLES, claim=CLAIM)
    assert tab.page.evaluate("document.activeElement.id") == "claim-0"
    shown = tab.page.locator("#pooled")
    assert shown.locator("h2").inner_text() == CLAIM
    assert shown.locator("b").first.inner_text() == f"{report.verdict}."
    told = shown.inner_text()
    assert all(sentence in told for sentence in report.told())
    reasons = shown.locator(".reasons li > :nth-child(2)").all_inner_texts()
    assert reasons == [reason.text for reason in report.reasons]
    assert shown.locator("svg").count() == 2
    names = {node.key: node.name for node in report.citations.nodes}
    edge = report.citations.edges[0]
    box = shown.get_by_role("img", name=names[edge.target])
    assert box.first.is_visible()
    shown.locator("summary", has_text="Articles").click()
    assert shown.locator("section tbody tr", has_text="Lorwick Herald").last.is_visible()
    assert tab.page.inner_text("#live") == f"{report.verdict}."
    assert tab.page.title().startswith(report.verdict)
    assert [url.removeprefix(site) for url in tab.requests] == [
        "/", "/example.json", "/v1/claims:page",
    ]  # fmt: skip
    with tab.page.expect_download() as download:
        tab.page.click("#download")
    assert download.value.path().read_text("utf-8") == report.to_html()


def test_one_text_and_several_take_turns(site: str, visit: Open) -> None:
    tab = visit(site)
    assert tab.page.is_hidden("#rumour")
    fill(tab.page)
    submit(tab.page)
    tab.page.check("#kind-one")
    ask(tab.page, RUMOUR)
    assert tab.page.is_hidden("#pooled")
    assert tab.page.text_content("#verdict-title") == credscore.score(RUMOUR).verdict
    tab.page.check("#kind-many")
    submit(tab.page)
    assert tab.page.is_hidden("#result")


def test_a_changed_report_marks_the_result_as_old(site: str, visit: Open) -> None:
    page = visit(site).page
    fill(page)
    submit(page)
    assert page.is_hidden("#old")
    page.get_by_label("Outlet").first.fill("Another Post")
    assert page.is_visible("#old")
    page.get_by_label("Outlet").first.fill(ARTICLES[0].source or "")
    assert page.is_hidden("#old")
    page.get_by_role("button", name="Remove report 1").click()
    assert page.is_visible("#old")
    page.click("#old button")
    page.locator("#old").wait_for(state="hidden")
    assert "Four articles" in page.inner_text("#pooled")


def test_reports_are_added_and_removed_from_the_keyboard(site: str, visit: Open) -> None:
    page = visit(site).page
    press = page.keyboard.press
    page.focus("#kind-one")
    press("ArrowDown")
    legends = page.locator("#reports legend")
    assert legends.all_inner_texts() == ["Report 1", "Report 2"]
    page.focus("#add")
    press("Enter")
    page.keyboard.insert_text("It sank.")
    active = "document.activeElement.{}"
    assert page.evaluate(active.format("closest('fieldset').firstElementChild.textContent")) == (
        "Report 3"
    )
    for _ in range(20):
        press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if page.evaluate(active.format("textContent")) == "Remove":
            break
    assert page.evaluate(active.format("ariaLabel")) == "Remove report 3"
    press("Enter")
    assert legends.all_inner_texts() == ["Report 1", "Report 2"]
    assert page.evaluate(active.format("tagName")) == "TEXTAREA"
    page.keyboard.insert_text("Two officials said that it sank.")
    press("Control+Enter")
    page.locator("#claim-0:focus").wait_for()
    assert "One article: one independent report" in page.inner_text("#pooled")
    for number in (2, 1):
        page.get_by_role("button", name=f"Remove report {number}").click()
    assert page.evaluate(active.format("id")) == "add"


def test_several_files_at_once(site: str, visit: Open, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="needs the extra html")
    page = visit(site).page
    page.check("#kind-many")
    files = []
    for number, article in enumerate(FERRY):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(article.text, encoding="utf-8")
    page.set_input_files("#file", files)
    page.locator("#live", has_text="3 reports.").wait_for()
    saved = f"<!doctype html><title>{OTHER.title}</title><h1>{OTHER.title}</h1><p>{OTHER.text}</p>"
    page.evaluate(DROP, [["a.html", saved], ["b.txt", CONFIRMED.text]])
    page.locator("#live", has_text="5 reports.").wait_for()
    texts = page.locator("#reports [name=text]").evaluate_all("all => all.map((one) => one.value)")
    assert texts == [one.text for one in ARTICLES]
    assert page.locator("#reports [name=title]").nth(3).input_value() == OTHER.title
    submit(page)
    assert "Five articles" in page.inner_text("#pooled")


def test_nothing_to_score_and_a_key(site: str, visit: Open) -> None:
    page = visit(f"{site}/locked/", expected="401").page
    page.check("#kind-many")
    page.click("#submit")
    assert "no report yet" in page.inner_text("#error")
    fill(page)
    page.click("#submit")
    page.fill("#key", "not a secret, 16")
    submit(page)
    assert page.is_hidden("#error")


def test_markup_in_reports_does_nothing(site: str, visit: Open) -> None:
    tab = visit(site)
    hostile = credscore.Article(f"{FERRY[1].text} {HOSTILE}", HOSTILE, HOSTILE)
    fill(tab.page, (FERRY[0], hostile), HOSTILE)
    submit(tab.page)
    assert tab.page.text_content("#pooled h2") == HOSTILE
    assert tab.page.evaluate("window.hacked === undefined")
    assert tab.page.locator("#pooled img, #pooled script, #pooled style").count() == 0


@pytest.mark.parametrize("mode", MODES)
def test_it_is_accessible(site: str, visit: Open, mode: str) -> None:
    tab = visit(site, **MODES[mode])
    fill(tab.page)
    check_accessibility(tab.page)
    submit(tab.page)
    for summary in tab.page.locator("#pooled summary").all():
        summary.click()
    check_accessibility(tab.page)


def test_on_a_phone_nothing_is_cut(site: str, visit: Open) -> None:
    tab = visit(site, **PHONE)
    fill(tab.page)
    submit(tab.page)
    for summary in tab.page.locator("#pooled summary").all():
        summary.click()
    assert tab.page.evaluate("document.documentElement.scrollWidth") == 320
    beyond = """() => [...document.querySelectorAll("#pooled *")].filter(
        (one) => !one.closest(".scroll, svg") && one.getBoundingClientRect().right >
            document.querySelector("#pooled section").getBoundingClientRect().right
    ).map((one) => one.outerHTML)"""
    assert tab.page.evaluate(beyond) == []
