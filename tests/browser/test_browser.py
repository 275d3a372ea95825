"""The page as people use it, in a real browser."""

import csv
import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import credscore
from credscore.cli import command_line as cli
from credscore.model import expit
from credscore.report import unstated

ROOT = Path(__file__).resolve().parents[2]
RUMOUR = (ROOT / "examples" / "rumour.txt").read_text("utf-8")
EMOJI = (
    "😀 Insiders claim that 👩🚀 allegedly fled. 🎉 It is said to be true, unconfirmed reports "
    "say; the ministry denied the rumors that insiders spread 🚀.\r\nA 😀 purported video appears "
    "to show him. The so-called claim could not be verified 🧨 by officials."
)
HOSTILE = (
    "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
    "<style>body { display: none }</style> Insiders <b>claim</b> that &amp; he allegedly fled."
)
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
COVER = """(box) => {
    const seen = [];
    const walk = (node, signals) => {
        if (node.nodeType === 3) for (const letter of node.data) seen.push([letter, signals]);
        else for (const child of node.childNodes)
            walk(child, child.dataset?.signal ? [...signals, child.dataset.signal] : signals);
    };
    walk(box, []);
    return seen;
}"""

Open = Callable[..., Any]


def ask(page: Any, text: str, title: str = "") -> None:
    page.fill("#title", title)
    page.focus("#text")
    page.keyboard.insert_text(text)
    page.click("#submit")
    page.locator("#verdict-title:focus").wait_for()


def shown_score(page: Any) -> tuple[float, float, float]:
    number = page.locator("#number")
    return tuple(float(number.get_attribute(f"data-{name}")) for name in ("score", "low", "high"))  # type: ignore[return-value]


def check_marks(page: Any, text: str, report: credscore.Report, place: str, title: bool) -> None:
    """Every character stands under exactly the signals whose evidence holds it."""
    expected = [Counter[str]() for _ in text]
    for item in report.evidence:
        if item.in_title is title:
            for place_in_text in range(item.start, item.end):
                expected[place_in_text][item.signal] += 1
    seen = page.locator(place).evaluate(COVER)
    assert "".join(letter for letter, _ in seen) == text
    assert [Counter(signals) for _, signals in seen] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [(RUMOUR, ""), (EMOJI, "🎉 Mayor 😀 allegedly fled"), ("Nobody spoke.", "")],
    ids=["rumour", "emoji", "bare"],
)
def test_a_text_is_scored_and_marked(site: str, visit: Open, text: str, title: str) -> None:
    tab = visit(site)
    tab.page.wait_for_selector("#sample")
    ask(tab.page, text, title)
    text = text.replace("\r\n", "\n")  # as every text area gives it
    report = credscore.score(text, title or None)
    assert shown_score(tab.page) == (report.score, *report.interval)
    check_marks(tab.page, text, report, "#shown-text", title=False)
    if title:
        check_marks(tab.page, title, report, "#shown-title", title=True)
    assert [url.removeprefix(site) for url in tab.requests] == ["/", "/example.json", "/v1/page"]
    assert tab.page.text_content("#verdict-title") == report.verdict
    told = tab.page.locator("#reasons li > :nth-child(2)").all_text_contents()
    assert told == [reason.text for reason in report.reasons]
    assert tab.page.locator("#caveats li").all_text_contents() == unstated(report.caveats)
    assert tab.page.is_visible("#number") is tab.page.is_visible("#prior-row") is report.reliable


def test_a_reason_points_at_its_words(site: str, visit: Open) -> None:
    tab = visit(site)
    ask(tab.page, RUMOUR)
    report = credscore.score(RUMOUR)
    reason = next(reason for reason in report.reasons if reason.evidence)
    button = tab.page.get_by_role("button", name=reason.text)
    pointed = tab.page.locator(".hit.told")
    expected = {report.evidence[index].quote for index in reason.evidence}
    for act in (button.hover, button.focus):
        act()
        assert all(any(quote in text for quote in expected) for text in pointed.all_inner_texts())
        assert 0 < pointed.count() <= len(reason.evidence)
        tab.page.mouse.move(0, 0)
        button.blur()
        assert pointed.count() == 0
    button.click()
    assert tab.page.is_visible("#detail")
    assert tab.page.evaluate("document.activeElement.className").startswith("hit")


def test_without_a_score_the_number_is_in_the_details_alone(site: str, visit: Open) -> None:
    tab = visit(site)
    ask(tab.page, "Insiders claim that he fled. " * 3)
    assert tab.page.inner_text("#verdict-title").startswith("No score: ")
    assert tab.page.title().startswith("No score: ")
    assert "in 100" not in tab.page.inner_text("#result")
    assert "in 100" not in tab.page.text_content("#live")
    tab.page.press("#details > summary", "Enter")
    assert "in 100" in tab.page.inner_text("#figures")


def test_the_slider_moves_score_and_interval_at_once(site: str, visit: Open) -> None:
    tab = visit(site)
    tab.page.wait_for_selector("#sample")
    ask(tab.page, RUMOUR)
    before = tab.page.text_content("#reading")
    tab.page.click("#prior-row summary")
    tab.page.focus("#prior")
    for _ in range(30):
        tab.page.keyboard.press("ArrowLeft")
    expected = credscore.score(RUMOUR, prior=0.2)
    for seen, wanted in zip(
        shown_score(tab.page), (expected.score, *expected.interval), strict=True
    ):
        assert math.isclose(seen, wanted, rel_tol=1e-9)
    assert tab.page.text_content("#reading") != before
    assert tab.page.text_content("#prior-value") == "20 in 100"
    assert "in 100" in tab.page.text_content("#live")
    rows = tab.page.locator("#fall tr.total .num").all_text_contents()
    assert float(rows[0].replace("−", "-")) == pytest.approx(expected.base_log_odds, abs=0.006)
    tab.page.click("#prior-reset")
    assert shown_score(tab.page)[0] == credscore.score(RUMOUR).score
    assert len(tab.requests) == 3


def test_markup_in_a_text_does_nothing(site: str, visit: Open) -> None:
    tab = visit(site)
    ask(tab.page, HOSTILE, HOSTILE)
    assert tab.page.text_content("#shown-text") == HOSTILE
    assert tab.page.text_content("#shown-title") == HOSTILE
    assert tab.page.evaluate("window.hacked === undefined")
    assert tab.page.locator("#result img, #result script, #result b").count() == 0
    with tab.page.expect_download() as download:
        tab.page.click("#download")
    path = download.value.path()
    again = visit(path.rename(path.with_suffix(".html")).as_uri())
    assert again.page.text_content("#shown-text") == HOSTILE
    assert again.page.evaluate("window.hacked === undefined")
    assert len(again.requests) == 1


def test_passages_tell_what_they_are_and_what_they_count(site: str, visit: Open) -> None:
    tab = visit(site)
    ask(tab.page, RUMOUR)
    report = credscore.score(RUMOUR)
    found = report.what_if()
    assert found is not None
    place = next(i for i, item in enumerate(report.evidence) if item.quote == "Insiders")
    passage = tab.page.locator(".hit", has_text="Insiders").first
    passage.hover()
    detail = tab.page.locator("#detail")
    told = detail.inner_text()
    assert "Anonymous sources: confidential" in told
    assert report.evidence[place].cue not in told
    detail.locator("summary").first.click()
    told = detail.inner_text()
    without = found.evidence[place]
    if without.log_odds == report.log_odds:  # the score of this text is at its limit
        assert "the score would stay the same" in told
    else:
        assert f"{100 * without.score:.1f} in 100" in told
    assert report.evidence[place].cue in told
    assert "Anonymous sources, confidential" in passage.get_attribute("aria-label")
    tab.page.press("#details > summary", "Enter")
    rows = dict(
        zip(
            tab.page.locator("#change th[scope=row]").all_inner_texts(),
            tab.page.locator("#change td:nth-child(2)").all_inner_texts(),
            strict=True,
        )
    )
    assert rows["Hedges"] == f"{100 * found.signals['hedges'].score:.1f}"
    changes = [abs(without.score - report.score) for without in found.evidence]
    strongest = changes.index(max(changes))
    quote, score = report.evidence[strongest].quote, found.evidence[strongest].score
    if changes[strongest]:
        assert rows[quote] == f"{100 * score:.1f}"
    else:  # the score of this text is at its limit
        assert quote not in rows


def test_signals_can_be_hidden(site: str, visit: Open) -> None:
    tab = visit(site)
    ask(tab.page, RUMOUR)
    chip = tab.page.locator("#legend button", has_text="Hedges")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    marks = tab.page.locator(".mark[data-signal=hedges]")
    assert marks.count() == tab.page.locator(".mark.off").count() > 0


def test_all_works_from_the_keyboard(site: str, visit: Open) -> None:
    tab = visit(site)
    press, active = (
        tab.page.keyboard.press,
        lambda: tab.page.evaluate(
            "document.activeElement.id || document.activeElement.className.split(' ')[0]"
        ),
    )
    for _ in range(12):
        press("Tab")
        if active() == "text":
            break
    tab.page.keyboard.insert_text(RUMOUR)
    press("Control+Enter")
    tab.page.locator("#verdict-title:focus").wait_for()
    stops = []
    for _ in range(40):
        press("Tab")
        stops.append(active())
        outline = tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", (stops, tab.page.evaluate("document.activeElement.outerHTML"))
        if tab.page.evaluate("document.activeElement.matches('#prior-row > summary')"):
            press("Enter")
        if stops[-1] == "hit":
            break
    assert "prior" in stops
    assert "letters" in stops
    assert stops[-1] == "hit"
    first = tab.page.evaluate("document.activeElement.textContent")
    assert tab.page.is_visible("#detail")
    press("ArrowRight")
    second = tab.page.evaluate("document.activeElement.textContent")
    assert second != first
    assert second in tab.page.inner_text("#detail")
    press("Escape")
    assert not tab.page.is_visible("#detail")
    assert active() == "hit"
    press("Enter")
    assert tab.page.is_visible("#detail")
    press("End")
    press("Home")
    assert tab.page.evaluate("document.activeElement.textContent") == first
    for _ in range(40):
        press("Tab")
        if tab.page.evaluate("document.activeElement.matches('#details > summary')"):
            press("Enter")
        if tab.page.evaluate("document.activeElement.matches('#fall button')"):
            break
    rows = tab.page.locator("#fall tr.sub:not([hidden])")
    assert rows.count() == 0
    press("Enter")
    assert rows.count() > 0


MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "dark phone": PHONE | {"color_scheme": "dark"},
}


def check_accessibility(page: Any) -> None:
    """No finding of axe-core, of whatever level, nor of its rule on the size of targets."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"rules": {"target-size": {"enabled": True}}}).response
    assert len(found["passes"]) > 10
    assert [
        (rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]
    ] == []


@pytest.mark.parametrize("mode", MODES)
def test_the_page_is_accessible(site: str, visit: Open, mode: str) -> None:
    tab = visit(site, **MODES[mode])
    tab.page.wait_for_selector("#result:not([hidden])")
    check_accessibility(tab.page)
    ask(tab.page, EMOJI + RUMOUR, "Mayor allegedly fled")
    tab.page.press("#details > summary", "Enter")
    tab.page.press("#prior-row > summary", "Enter")
    tab.page.locator("#fall button").first.click()
    tab.page.press("#title", "a")
    assert tab.page.is_visible("#old")
    tab.page.check("#letters")
    tab.page.locator(".hit").nth(2).click()
    assert tab.page.is_visible("#detail")
    check_accessibility(tab.page)


@pytest.mark.parametrize("mode", ["light", "dark phone"])
def test_the_page_of_a_batch_is_accessible(visit: Open, mode: str, tmp_path: Path) -> None:
    source, page = tmp_path / "in.csv", tmp_path / "page.html"
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["outlet", "text"], *(("A", text) for text in texts)])
    command = ["batch", source, tmp_path / "out.csv", "--html", page, "--source-column", "outlet"]
    assert CliRunner().invoke(cli.app, list(map(str, command))).exit_code == 0
    tab = visit(page.as_uri(), offline=True, **MODES[mode])
    for summary in tab.page.locator("summary").all():
        summary.click()
    check_accessibility(tab.page)
    width = tab.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0
    assert tab.requests == [page.as_uri()]


def test_on_a_phone_nothing_is_cut_and_a_tap_tells(site: str, visit: Open) -> None:
    tab = visit(site, **PHONE)
    ask(tab.page, RUMOUR)
    assert tab.page.evaluate("document.documentElement.scrollWidth") == 320
    tab.page.press("#details > summary", "Enter")
    for button in tab.page.locator("#fall button").all():
        button.click()
    scrolled = (
        "[...document.querySelectorAll('.scroll')].map((one) => one.scrollWidth - one.clientWidth)"
    )
    assert set(tab.page.evaluate(scrolled)) == {0}
    passage = tab.page.locator(".hit", has_text="Insiders").first
    passage.scroll_into_view_if_needed()
    passage.tap()
    box = tab.page.locator("#detail").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert "Anonymous sources" in tab.page.inner_text("#detail")
    tab.page.locator("#detail .close").tap()
    tab.page.locator("#detail").wait_for(state="hidden")  # the click follows the tap


def test_motion_is_reduced_where_it_is_asked_for(site: str, visit: Open) -> None:
    for motion, duration in (("reduce", "0s"), ("no-preference", "0.2s, 0.2s")):
        tab = visit(site, reduced_motion=motion)
        ask(tab.page, "He allegedly fled.")
        style = "getComputedStyle(document.querySelector('.dot')).transitionDuration"
        assert tab.page.evaluate(style) == duration


def test_the_file_works_alone_and_offline(tmp_path: Path, visit: Open) -> None:
    text = EMOJI + RUMOUR
    report = credscore.score(text, "🎉 Mayor 😀 allegedly fled", 0.3)
    path = tmp_path / "report.html"
    path.write_text(report.to_html(), encoding="utf-8", newline="")
    tab = visit(path.as_uri(), offline=True)
    assert shown_score(tab.page) == (report.score, *report.interval)
    check_marks(tab.page, text, report, "#shown-text", title=False)
    assert not tab.page.is_visible("#ask")
    tab.page.press("#prior-row > summary", "Enter")
    tab.page.locator("#prior").fill("50")
    assert shown_score(tab.page)[0] == pytest.approx(
        expit(report.log_odds - math.log(0.3 / 0.7)), rel=1e-9
    )
    assert tab.requests == [path.as_uri()]


def test_a_saved_page_is_taken_apart(site: str, visit: Open, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="needs the extra html")
    path = tmp_path / "saved.html"
    path.write_bytes(
        "<!doctype html><meta charset=windows-1252><title>Bridge may close</title><nav>Home</nav>"
        "<article><h1>Bridge may close</h1><p>Café owners said the harbour bridge may close, "
        "according to two officials. The port authority denied the reports on Monday.</p></article>"
        "<script>window.hacked = 1</script>".encode("windows-1252")
    )
    tab = visit(site)
    tab.page.set_input_files("#file", path)
    tab.page.locator("#verdict-title:focus").wait_for()
    assert tab.page.text_content("#shown-title") == "Bridge may close"
    text = tab.page.text_content("#shown-text")
    assert text.startswith("Café owners")
    assert "Home" not in text
    assert shown_score(tab.page)[0] == credscore.score(text, "Bridge may close").score
    tab.page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["Nobody spoke 😀."], "a.txt", {type: "text/plain"}));
            document.querySelector("footer").dispatchEvent(
                new DragEvent("drop", {dataTransfer: data, cancelable: true, bubbles: true}));
        }"""
    )
    tab.page.locator("#shown-text", has_text="Nobody spoke 😀.").wait_for()


def test_what_can_not_be_scored_is_told(site: str, visit: Open, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="needs the extra html")
    tab = visit(site, expected="422")
    tab.page.click("#submit")
    assert "no text" in tab.page.inner_text("#error")
    path = tmp_path / "empty.html"
    path.write_text("<html></html>")
    tab.page.set_input_files("#file", path)
    tab.page.locator("#error", has_text="article").wait_for()
    assert tab.page.is_visible("#sample")


def test_a_mounted_and_a_locked_service(site: str, visit: Open) -> None:
    mounted = visit(f"{site}/credibility/")
    ask(mounted.page, RUMOUR)
    assert mounted.requests[-1] == f"{site}/credibility/v1/page"
    locked = visit(f"{site}/locked/", expected="401")
    locked.page.fill("#text", RUMOUR)
    locked.page.click("#submit")
    locked.page.wait_for_selector("#key-row:not([hidden])")
    locked.page.fill("#key", "not a secret, 16")
    locked.page.click("#submit")
    locked.page.locator("#verdict-title:focus").wait_for()
    assert shown_score(locked.page)[0] == credscore.score(RUMOUR).score


def test_a_notebook_is_not_touched(visit: Open, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    shown = credscore.score(HOSTILE)._repr_html_()
    path.write_text(f"<!doctype html><title>mine</title><h1 id=number>Mine</h1>{shown}")
    tab = visit(path.as_uri())
    frame = tab.page.frame_locator("iframe")
    assert frame.locator("#shown-text").text_content() == HOSTILE
    assert tab.page.text_content("#number >> nth=0") == "Mine"
    assert tab.page.title() == "mine"
    assert tab.page.evaluate("window.hacked === undefined")
