"""What a person meets: an example at first, words where something fails, a text that is kept."""

from collections.abc import Callable
from typing import Any

import pytest

import credscore
from credscore.evidence import legend
from credscore.page import EXAMPLE, EXAMPLE_TITLE
from tests.browser.test_browser import MODES, PHONE, RUMOUR, ask, shown_score
from tests.pooling.stories import FERRY

DESK = {"viewport": {"width": 1366, "height": 650}}
DROP = """([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    for (const kind of ["dragover", "drop"])
        document.querySelector("footer").dispatchEvent(
            new DragEvent(kind, {dataTransfer: data, cancelable: true, bubbles: true}));
}"""
TARGETS = """() => [...document.querySelectorAll("button, summary, input, textarea, .hit, a[href]")]
    .filter((one) => one.checkVisibility() && !one.matches(".skip, .file input"))
    .map((one) => [one, one.matches("input") && one.closest("label") || one])
    .map(([one, target]) => [one.outerHTML.slice(0, 90), target.getBoundingClientRect()])
    .filter(([, {width, height}]) => width < 24 || height < 24)"""
IN_VIEW = """(one) => {
    const {top, left, right, bottom} = one.getBoundingClientRect();
    return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""

Open = Callable[..., Any]


def submit(page: Any, text: str = RUMOUR) -> None:
    """Ask without waiting for an answer."""
    page.fill("#text", text)
    page.click("#submit")


def in_view(page: Any, selector: str) -> bool:
    """Whether all of an element is inside the window."""
    seen: bool = page.locator(selector).first.evaluate(IN_VIEW)
    return seen


def test_an_example_is_scored_beneath_the_empty_box(site: str, visit: Open) -> None:
    tab = visit(site, **DESK)
    tab.page.wait_for_selector("#result:not([hidden])")
    report = credscore.score(EXAMPLE, EXAMPLE_TITLE)
    assert shown_score(tab.page)[0] == report.score
    assert tab.page.text_content("#verdict-title") == report.verdict
    assert tab.page.is_visible("#sample")
    assert tab.page.input_value("#text") == ""
    assert tab.page.title() == "credscore"
    assert in_view(tab.page, "#text")
    assert in_view(tab.page, "#verdict-title")
    tab.page.fill("#text", "Nobody spoke.")
    assert tab.page.is_hidden("#old")
    tab.page.click("#example")
    tab.page.locator("#verdict-title:focus").wait_for()
    assert tab.page.input_value("#text") == EXAMPLE
    ask(tab.page, RUMOUR)
    assert tab.page.is_hidden("#sample")


def test_a_locked_service_shows_its_example(site: str, visit: Open) -> None:
    tab = visit(f"{site}/locked/")
    tab.page.wait_for_selector("#result:not([hidden])")
    assert tab.page.is_hidden("#key-row")


def test_a_page_without_its_example_still_works(site: str, visit: Open) -> None:
    tab = visit("about:blank", expected="502")
    tab.page.route("**/example.json", lambda route: route.fulfill(status=502, body="<html>"))
    tab.page.goto(site)
    ask(tab.page, RUMOUR)
    assert tab.page.is_hidden("#error")
    assert tab.page.is_hidden("#sample")


@pytest.mark.parametrize("options", [DESK, PHONE], ids=["desk", "phone"])
def test_why_a_word_is_marked_is_seen_beside_it(site: str, visit: Open, options: Any) -> None:
    page = visit(site, **options).page
    ask(page, EXAMPLE, EXAMPLE_TITLE)
    if options is DESK:
        assert in_view(page, "#verdict-title")
        assert in_view(page, "#number")
        assert in_view(page, ".hit")
    scrolled = page.evaluate("scrollY")
    for passage in page.locator(".hit").all():
        if options is DESK:
            if not passage.evaluate(IN_VIEW):
                continue
            passage.hover()
            assert page.evaluate("scrollY") == scrolled
        else:
            passage.evaluate("(one) => one.scrollIntoView({block: 'center'})")
            passage.tap()
        page.wait_for_selector("#detail:not([hidden])")
        assert in_view(page, "#detail")
        word, told = (one.bounding_box() for one in (passage, page.locator("#detail")))
        gap = max(told["y"] - word["y"] - word["height"], word["y"] - told["y"] - told["height"])
        assert 0 <= gap < 12
        assert any(one["meaning"] in page.inner_text("#detail") for one in legend().values())
        page.keyboard.press("Escape")
        page.mouse.move(5, 5)
        page.locator("#detail").wait_for(state="hidden")


def test_what_the_mouse_opens_goes_with_it(site: str, visit: Open) -> None:
    page = visit(site, **DESK).page
    ask(page, EXAMPLE, EXAMPLE_TITLE)
    passage, detail = page.locator(".hit").first, page.locator("#detail")
    passage.hover()
    detail.hover()
    detail.locator("summary").first.click()
    assert detail.is_visible()
    page.mouse.move(5, 5)
    detail.wait_for(state="hidden")
    passage.click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    assert detail.is_visible()
    page.click("#reasons-title")
    assert detail.is_hidden()


def test_letters_and_lines_come_when_asked_for(site: str, visit: Open) -> None:
    line = "(one) => getComputedStyle(one).textDecorationLine"
    letter = "(one) => getComputedStyle(one, '::after').content"
    page = visit(site).page
    mark = page.locator(".mark.end").first
    assert (mark.evaluate(line), mark.evaluate(letter)) == ("none", "none")
    assert page.locator("#legend .letter").first.evaluate(line) == "underline"
    assert mark.evaluate("(one) => getComputedStyle(one).boxShadow") != "none"
    page.check("#letters")
    assert mark.evaluate(line) == "underline"
    assert mark.get_attribute("data-letter") in mark.evaluate(letter)
    for contrast in ({"contrast": "more"}, {"forced_colors": "active"}):
        assert visit(site, **contrast).page.is_checked("#letters")


def test_an_edited_text_marks_its_result_as_old(site: str, visit: Open) -> None:
    page = visit(site).page
    ask(page, RUMOUR)
    assert page.is_hidden("#old")
    page.press("#text", "End")
    page.keyboard.insert_text(" He may be back.")
    assert page.is_visible("#old")
    assert "has changed" in page.inner_text("#live")
    page.fill("#text", RUMOUR)
    assert page.is_hidden("#old")
    page.fill("#title", "Mayor fled")
    page.click("#old button")
    page.locator("#verdict-title:focus").wait_for()
    assert page.is_hidden("#old")
    assert page.text_content("#shown-title") == "Mayor fled"


def test_a_reload_keeps_text_and_result_in_the_tab(site: str, visit: Open) -> None:
    tab = visit(site)
    ask(tab.page, RUMOUR, "Mayor fled")
    score, asked = shown_score(tab.page), len(tab.requests)
    tab.page.fill("#title", "Mayor gone")
    tab.page.reload()
    assert tab.page.input_value("#text") == RUMOUR
    assert tab.page.input_value("#title") == "Mayor gone"
    assert shown_score(tab.page) == score
    assert tab.page.text_content("#shown-title") == "Mayor fled"
    assert tab.page.is_visible("#old")
    assert [url.removeprefix(site) for url in tab.requests[asked:]] == ["/"]
    assert tab.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    tab.page.check("#kind-many")
    for number, article in enumerate(FERRY[:2]):
        tab.page.locator("#reports [name=text]").nth(number).fill(article.text)
    tab.page.fill("#rumour", "It sank")
    tab.page.reload()
    texts = tab.page.locator("#reports [name=text]").evaluate_all("all => all.map(x => x.value)")
    assert texts == [article.text for article in FERRY[:2]]
    assert tab.page.input_value("#rumour") == "It sank"
    assert tab.page.is_checked("#kind-many")


def test_a_copy_of_another_version_is_left_alone(site: str, visit: Open) -> None:
    tab = visit(site)
    tab.page.add_init_script("sessionStorage.setItem('credscore /', '{\"form\": 7}')")
    tab.page.goto(site)
    tab.page.wait_for_selector("#sample")
    assert tab.page.input_value("#text") == ""
    ask(tab.page, RUMOUR)


def test_a_key_is_not_kept(site: str, visit: Open) -> None:
    tab = visit(f"{site}/locked/", expected="401")
    submit(tab.page)
    tab.page.fill("#key", "not a secret, 16")
    tab.page.reload()
    assert "not a secret" not in tab.page.evaluate("JSON.stringify(sessionStorage)")


def test_long_work_is_told_and_can_be_cancelled(site: str, visit: Open) -> None:
    page = visit(site, expected="ERR_FAILED").page
    page.route("**/v1/page", lambda route: None)  # it never comes back
    submit(page)
    page.locator("#busy").wait_for()
    assert page.inner_text("#doing") == f"Scoring {len(RUMOUR)} characters"
    assert page.inner_text("#live") == page.inner_text("#doing")
    page.focus("#cancel")
    page.keyboard.press("Enter")
    page.locator("#busy").wait_for(state="hidden")
    page.locator("#submit:focus").wait_for()
    assert page.is_hidden("#error")
    assert page.input_value("#text") == RUMOUR
    page.unroute("**/v1/page")
    page.click("#submit")
    page.locator("#verdict-title:focus").wait_for()


def test_a_file_may_be_dropped_anywhere(site: str, visit: Open) -> None:
    page = visit(site).page
    page.evaluate(DROP, ["a.txt", "Nobody spoke, it is said."])
    page.locator("#shown-text", has_text="Nobody spoke, it is said.").wait_for()
    assert page.evaluate("document.body.className") == ""


@pytest.mark.parametrize("mode", ["phone", "dark phone"])
def test_targets_are_large_enough_for_a_finger(site: str, visit: Open, mode: str) -> None:
    page = visit(site, **MODES[mode]).page
    ask(page, RUMOUR + EXAMPLE, "A 7 may")
    page.press("#details > summary", "Enter")
    page.press("#prior-row > summary", "Enter")
    for button in page.locator("#fall button").all():
        button.click()
    page.locator(".hit").nth(1).tap()
    assert page.evaluate(TARGETS) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_where_an_unnamed_source_lifts_the_score_this_is_said(site: str, visit: Open) -> None:
    tab = visit(site, **DESK)
    tab.page.wait_for_selector("#result:not([hidden])")
    report = credscore.score(EXAMPLE, EXAMPLE_TITLE)
    lifting = {
        item.quote
        for item, without in zip(report.evidence, report.what_if().evidence, strict=True)
        if item.signal == "anonymous_sources" and without.log_odds < report.log_odds
    }
    marks = tab.page.eval_on_selector_all(
        ".hit", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    said = {mark.partition(": ")[0] for mark in marks if "better than none" in mark}
    assert said == lifting != set()
