"""The article of a saved page: its text and title, and clear words where there is none."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import credscore
from credscore import web_page as article
from credscore.cli import command_line as cli

PAGE = """<!doctype html><html><head><meta charset="{charset}">
<title>Harbour bridge said to close | The Quay</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour bridge said to close</h1>
<p>The harbour bridge may be closed for a year, a person familiar with the matter &amp; two
officials said. Café owners fear for their trade.</p>
<p>The port authority denied the reports. “There is no truth to these rumours,” said Maria Oduya,
its chief engineer, who pointed to an inspection report of 3 March that lists 14 minor repairs.</p>
</article>
<script>document.body.textContent = "insiders claim"</script>
<aside>Insiders claim: subscribe now!</aside><footer>Copyright</footer></body></html>"""


def page(charset: str = "utf-8") -> bytes:
    return PAGE.format(charset=charset).encode(charset)


@pytest.fixture(autouse=True)
def _needs_the_extra() -> None:
    pytest.importorskip("trafilatura", reason="needs the extra html")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_article_is_taken_out(charset: str) -> None:
    text, title = article.take_out(page(charset))
    assert title == "Harbour bridge said to close"
    assert text.startswith("The harbour bridge may")
    assert text.endswith("minor repairs.")
    assert "Café" in text
    assert "& two" in text
    for other in ("Home", "subscribe", "Copyright", "insiders"):
        assert other not in text


@pytest.mark.parametrize("nothing", ["", "<html></html>", b"\xff\xfe\x00", "<div>" * 20_000])
def test_a_page_without_an_article_is_named(nothing: str | bytes) -> None:
    with pytest.raises(credscore.InputValueError, match="No article"):
        article.take_out(nothing)


def test_the_command_line_takes_pages(tmp_path: Path) -> None:
    named, unnamed = tmp_path / "page.html", tmp_path / "saved"
    for path in (named, unnamed):
        path.write_bytes(page("windows-1252"))
    text, title = article.take_out(page())
    expected = credscore.score(text, title).model_dump_json(indent=2)
    for path in (named, unnamed):
        result = CliRunner().invoke(cli.app, ["score", str(path), "--json"])
        assert result.output.strip() == expected
    result = CliRunner().invoke(cli.app, ["score", str(named), "--title", "Other", "--json"])
    assert result.output.strip() == credscore.score(text, "Other").model_dump_json(indent=2)


def test_an_empty_page_ends_with_2(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html></html>")
    result = CliRunner().invoke(cli.app, ["score", str(path)])
    assert result.exit_code == 2
    assert "No article" in result.output


def test_without_trafilatura_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(credscore.InputTableError, match=r"credscore\[html\]"):
        article.take_out(page())
