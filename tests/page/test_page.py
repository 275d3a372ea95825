"""The page as a file: safe to embed, allowed by hash alone, small, and without any resource."""

import base64
import hashlib
import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

import credscore
from credscore import page
from credscore.cli import command_line as cli
from credscore.report.report import Report

ROOT = Path(__file__).resolve().parents[2]
RUMOUR = (ROOT / "examples" / "rumour.txt").read_text("utf-8")
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'${mode}$content"
    "<!-- \u2028 \0 \ud83d half 😀 insiders claim that he allegedly fled. " * 3
)
FIRST_PAINT = 60 * 1024


class Parts(HTMLParser):
    """The elements of a page with their attributes, and the content of scripts and styles."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self._open: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, dict(attrs), ""))
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[-1]:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            tag, attributes, before = self.raw[-1]
            self.raw[-1] = (tag, attributes, before + data)


def content_of(document: str) -> dict[str, object]:
    (raw,) = [text for tag, attributes, text in Parts(document).raw if "type" in attributes]
    content: dict[str, object] = json.loads(raw)
    return content


def test_the_file_holds_the_report_to_the_last_bit() -> None:
    report = credscore.score(RUMOUR, "Mayor said to have fled", 0.37)
    content = content_of(report.to_html())
    assert content["report"] == json.loads(report.model_dump_json())
    assert content["text"] == RUMOUR
    held = content["report"]
    assert isinstance(held, dict)
    assert held["score"] == report.score


@pytest.mark.parametrize("document", [page.app(), credscore.score(RUMOUR).to_html()])
def test_the_policy_allows_what_is_inside_and_nothing_else(document: str) -> None:
    parts = Parts(document)
    (policy,) = [a["content"] for _, a in parts.elements if "http-equiv" in a]
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    for tag, attributes, text in parts.raw:
        if "type" not in attributes:
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert rules[f"{tag}-src"] == f"'sha256-{digest}'"
    assert rules["base-uri"] == rules["form-action"] == "'none'"


@pytest.mark.parametrize("document", [page.app(), credscore.score(HOSTILE, HOSTILE).to_html()])
def test_nothing_comes_from_outside_and_nothing_is_inline(document: str) -> None:
    for tag, attributes in Parts(document).elements:
        assert tag not in ("img", "object", "embed", "iframe", "base")
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in ("src", "href", "action", "data"):
                assert value in ("data:,", "#main"), (tag, name, value)
    assert not re.search(r"https?://", document.replace("http-equiv", ""))


def test_hostile_text_stays_text() -> None:
    report = credscore.score(HOSTILE, HOSTILE)
    document = report.to_html()
    document.encode()
    scripts = [text for tag, _, text in Parts(document).raw if tag == "script"]
    assert len(scripts) == 2
    assert scripts[1] == page.source("page.js")
    content = content_of(document)
    assert content["text"] == HOSTILE.replace("\ud83d", "\ufffd")
    assert len(str(content["title"])) == len(HOSTILE)


def test_the_first_paint_is_small() -> None:
    """The app is one answer with all that it needs; nothing else is fetched."""
    assert len(page.app().encode()) < FIRST_PAINT
    article = credscore.score(RUMOUR, "Mayor said to have fled").to_html()
    assert len(article.encode()) < FIRST_PAINT + 31 * len(RUMOUR)


def test_a_report_from_json_takes_its_text() -> None:
    report = credscore.score(RUMOUR)
    copy = Report.model_validate_json(report.model_dump_json())
    assert copy == report
    with pytest.raises(credscore.InputValueError, match="has no text"):
        copy.to_html()
    with pytest.raises(credscore.InputValueError, match="not the text"):
        copy.to_html(RUMOUR[1:])
    with pytest.raises(credscore.InputError, match="text must be a str, got int"):
        copy.to_html(3)  # type: ignore[arg-type]
    content = content_of(copy.to_html(RUMOUR))
    assert content["report"] == content_of(report.to_html())["report"]
    assert content["what_if"] is None


def test_a_notebook_gets_a_frame_that_can_not_touch_it() -> None:
    report = credscore.score(HOSTILE)
    shown = report._repr_html_()
    elements = Parts(shown).elements
    assert [tag for tag, _ in elements] == ["p", "iframe"]
    frame = elements[1][1]
    assert frame["sandbox"] == "allow-scripts allow-downloads"
    assert frame["srcdoc"] == report.to_html()
    assert html.escape(report.summary()) in shown
    copy = Report.model_validate_json(report.model_dump_json())
    assert copy._repr_html_() == page.paragraph(report.summary())


def test_reports_of_many_show_as_one_alone() -> None:
    scorer = credscore.Scorer.load()
    titles = ["First, insiders say", None]
    reports = list(scorer.score_many([RUMOUR, "He allegedly fled."], titles))
    for report, text, title in zip(reports, [RUMOUR, "He allegedly fled."], titles, strict=True):
        assert isinstance(report, Report)
        assert report.to_html() == scorer.score(text, title).to_html()


def test_the_command_writes_the_same_file(tmp_path: Path) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "report.html"
    source.write_text(RUMOUR, encoding="utf-8")
    command = ["score", str(source), "--title", "T", "--prior", "0.3", "--html", str(out)]
    assert CliRunner().invoke(cli.app, command).exit_code == 0
    assert out.read_text("utf-8") == credscore.score(RUMOUR, "T", 0.3).to_html()
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


def test_a_file_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(RUMOUR, encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["score", str(source), "--html", str(tmp_path / "n/o")])
    assert result.exit_code == 2
    result = CliRunner().invoke(cli.app, ["score", str(source), "--html", str(tmp_path)])
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
