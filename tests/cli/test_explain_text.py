"""credscore explain-text: what it prints, and how mistakes end."""

import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from credscore.attribution import letters
from credscore.cli import command_line as cli

ROOT = Path(__file__).resolve().parents[2]
TEXT = "The ministry denied the reports. Officials said a vote was near.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.argv", ["credscore", "explain-text", *map(str, arguments)])
    code = 0
    try:
        cli.main()
    except SystemExit as stop:
        code = int(stop.code or 0)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_every_sentence_is_printed(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(monkeypatch, capsys, article, "--title", "Ferry may be late")
    assert (code, err) == (0, "")
    heads = [line for line in out.splitlines() if line.startswith("Sentence")]
    assert heads == ["Sentence 1: title, 0 to 17", "Sentence 2: text, 0 to 32",
                     "Sentence 3: text, 33 to 64"]  # fmt: skip
    assert '    official_denials.toml denied "denied": cue' in out.splitlines()
    assert "does not match" not in out


def test_sentences_are_chosen_by_number_and_by_words(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for choice in (("--sentence", 2), ("--grep", "VOTE was")):
        _, out, _ = run(monkeypatch, capsys, article, *choice)
        assert out.startswith("Sentence 2: text, 33 to 64")
        assert out.count("Sentence ") == 1
    for choice, told in (
        (("--sentence", 3), "no sentence 3 among 2"),
        (("--sentence", 0), "no sentence 0 among 2"),
        (("--grep", "ferry"), "no sentence that holds 'ferry' among 2"),
    ):
        code, out, err = run(monkeypatch, capsys, article, *choice)
        assert (code, out) == (2, "")
        assert told in err


def test_help_tells_every_letter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(monkeypatch, capsys, "--help")
    words = " ".join(out.split())
    for letter in re.findall(r"`(\S)`", str(letters.__doc__)):
        assert letter == '"' or re.search(rf"(?:[:;,] ){re.escape(letter)}[, ]", words), letter


def test_all_adds_the_rules_that_were_tried(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(monkeypatch, capsys, article, "--all", "--sentence", 1)
    assert 'official_denials.toml report_denied "denied": does not match' in out


def test_json_has_offsets_into_the_text(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(monkeypatch, capsys, article, "--json")
    first, second = json.loads(out)
    assert [TEXT[row["start"] : row["end"]] for row in second["evidence"]] == ["Officials"]
    assert second["verbs"][0]["source"]["quote"] == "Officials"
    assert "does not match" not in {row["outcome"] for row in first["rules"]}
    assert [token["quote"] for token in first["tokens"]][:2] == ["The", "ministry"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "can't be read"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfe\x00", "not utf-16"),
        (b"a\0b", "NUL"),
    ],
)
def test_mistakes_end_with_2(
    content: bytes | None,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "input"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(monkeypatch, capsys, path)
    assert (code, out) == (2, "")
    assert message in err


def test_the_guide_shows_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = guide[guide.index("## Mend a wrong span") : guide.index("## Add a signal")]
    (text,) = re.findall(r'echo "(.*)" \| credscore explain-text -', section)
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    _, out, _ = run(monkeypatch, capsys, article)
    assert textwrap.indent(out, "    ") in section


def test_scoring_does_not_import_the_trace() -> None:
    code = "import sys, credscore; credscore.score('He may.'); print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert b"credscore.report" in result.stdout
    assert b"credscore.trace" not in result.stdout
