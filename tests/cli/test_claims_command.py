"""`credscore claims`, as a user runs it."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from credscore.cli import command_line as cli
from tests.pooling.stories import FERRY, MAYOR

COLUMNS = ("--title-column", "headline", "--source-column", "outlet", "--date-column", "day")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["claim", "text", "headline", "outlet", "day"])
        for claim, told in (("The ferry sank", FERRY), ("=The mayor resigns", MAYOR)):
            rows.writerows([claim, one.text, one.title, one.source, one.date] for one in told)
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, ["claims", *map(str, arguments)])
    return result.exit_code, result.output


def test_a_table_and_a_page(articles: Path, tmp_path: Path) -> None:
    target, page = tmp_path / "out.csv", tmp_path / "out.html"
    code, shown = run(articles, target, "--claim-column", "claim", *COLUMNS, "--html", page)
    assert code == 0, shown
    assert "The ferry sank: Called false by articles on it, " in shown
    rows = list(csv.DictReader(target.read_text("utf-8").splitlines()))
    assert [row["claim"] for row in rows] == ["'=The mayor resigns", "The ferry sank"]
    assert rows[1]["reports"] == "2"
    html = page.read_text("utf-8")
    assert html.count("<svg") >= 2
    assert "First denial: 2026-03-01, The ministry" in html


def test_whole_reports(articles: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run(articles, target, "--claim-column", "claim", *COLUMNS)[0] == 0
    reports = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [report["articles"] for report in reports] == [1, 3]
    assert reports[1]["members"][1]["cites"] == ["Lorwick Herald"]


def test_grouped(articles: Path, tmp_path: Path) -> None:
    code, shown = run(articles, tmp_path / "out.csv", "--group", *COLUMNS)
    assert code == 0, shown
    assert "Ferry Aurora reportedly sank" in shown


def test_a_row_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"claim": "c", "text": null}\n{"claim": "c", "text": "It sank."}\n', "utf-8")
    code, shown = run(path, "-", "--claim-column", "claim")
    assert code == 4
    assert "1 article could not be scored" in shown
    code, shown = run(path, tmp_path / "out.csv", "--claim-column", "claim")
    assert "c: No score: none of the articles has a score to rely on" in shown


def test_half_of_a_surrogate_pair_in_a_claim(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    path.write_text(r'{"claim": "a\ud800b", "text": "It sank."}', "utf-8")
    code, shown = run(path, target, "--claim-column", "claim", "--html", tmp_path / "out.html")
    assert code == 0, shown
    assert json.loads(target.read_text("utf-8"))["claim"] == "a\ufffdb"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Name either --claim-column"),
        (("--group", "--claim-column", "claim"), "Name either --claim-column"),
        (("--claim-column", "none"), "none"),
        (("--claim-column", "claim", "--date-column", "when"), "when"),
        (("--claim-column", "claim", "--prior", "1"), "prior"),
    ],
)
def test_wrong_use(articles: Path, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(
        cli.app, ["claims", str(articles), str(tmp_path / "o.csv"), *arguments]
    )
    assert result.exit_code != 0
    assert told in result.output or told in str(result.exception)
    assert not (tmp_path / "o.csv").exists()


def test_an_output_of_another_kind_is_refused(articles: Path, tmp_path: Path) -> None:
    code, shown = run(articles, tmp_path / "o.xlsx", "--claim-column", "claim")
    assert code == 2
    assert "must end in .csv" in shown


def test_a_long_claim_is_cut_on_the_terminal_only(tmp_path: Path) -> None:
    path, target = tmp_path / "rows.jsonl", tmp_path / "out.csv"
    claim = " ".join(["The ferry sank off the coast"] * 9)
    path.write_text(json.dumps({"claim": claim, "text": "It sank."}) + "\n", "utf-8")
    code, shown = run(path, target, "--claim-column", "claim")
    assert code == 0
    assert claim not in shown
    assert "The ferry sank off the coast The" in shown
    assert claim in target.read_text("utf-8")
