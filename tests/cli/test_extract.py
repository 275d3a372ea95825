"""`credscore extract`: the evidence as a table, as CSV and as JSON."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import credscore
from credscore.cli import command_line as cli
from tests.inputs.languages import LANGUAGES

TEXT = "Insiders claim that =SUM(1) allegedly “fled”. The mayor denied it."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    return path


def test_json_is_the_evidence(article: Path) -> None:
    printed = CliRunner().invoke(cli.app, ["extract", str(article), "--title", "Ferry?", "--json"])
    evidence = credscore.extract(TEXT, "Ferry?")
    assert json.loads(printed.output) == [item._asdict() for item in evidence]
    assert evidence


def test_csv_has_a_row_for_each_piece(article: Path) -> None:
    printed = CliRunner().invoke(cli.app, ["extract", str(article), "--csv"])
    rows = list(csv.DictReader(io.StringIO(printed.output)))
    assert [(row["signal"], int(row["start"]), row["quote"]) for row in rows] == [
        (item.signal, item.start, item.quote) for item in credscore.extract(TEXT)
    ]


def test_the_table_shows_every_piece(article: Path) -> None:
    printed = CliRunner().invoke(cli.app, ["extract", str(article)])
    assert printed.exit_code == 0
    for item in credscore.extract(TEXT):
        assert f"{item.start}-{item.end}" in printed.output


def test_a_text_without_evidence_has_no_table() -> None:
    printed = CliRunner().invoke(cli.app, ["extract", "-"], input="The harbour is deep.")
    assert printed.output == "No evidence was found.\n"
    empty = CliRunner().invoke(cli.app, ["extract", "-"], input=" ")
    assert "credscore: standard input: is empty." in empty.output


def test_two_forms_are_refused(article: Path) -> None:
    printed = CliRunner().invoke(cli.app, ["extract", str(article), "--csv", "--json"])
    assert (printed.exit_code, "Choose one" in printed.output) == (2, True)


@pytest.mark.parametrize("command", ["score", "sourcing", "explain-text", "extract"])
def test_every_command_on_a_text_takes_its_encoding(command: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("Łukasz Nowak said it sank.".encode("cp1250"))
    asked = CliRunner().invoke(cli.app, [command, str(path)])
    assert (asked.exit_code, "--encoding" in asked.output) == (2, True)
    stated = CliRunner().invoke(cli.app, [command, str(path), "--encoding", "cp1250", "--json"])
    assert stated.exit_code == 0
    assert "ukasz Nowak" in stated.output


@pytest.mark.parametrize("command", ["sourcing", "extract"])
@pytest.mark.parametrize("json_too", [[], ["--json"]], ids=["table", "json"])
def test_it_is_told_that_only_english_is_read(command: str, json_too: list[str]) -> None:
    told = "credscore: Few common English words: the signals read English only.\n"
    german = CliRunner().invoke(cli.app, [command, "-", *json_too], LANGUAGES["German"])
    assert (german.exit_code, german.stderr) == (0, told)
    english = CliRunner().invoke(cli.app, [command, "-", *json_too], TEXT)
    assert (english.exit_code, english.stderr) == (0, "")
    assert json_too == [] or json.loads(german.stdout) is not None
