"""The page about a whole file: right counts and extremes, from any format, also after --resume."""

import csv
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import credscore
from credscore.citation import originals, sketches
from credscore.cli import command_line as cli
from credscore.page.pages import document
from credscore.sources import overview
from credscore.tables.open_table import InputOptions
from credscore.tables.row_blocks import BLOCK_BYTES

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [
    path.read_text("utf-8")
    for path in sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/data/triples/*/*.txt")])
]
HOSTILE = "<script>alert(1)</script>"
ROWS = [
    {"outlet": outlet, "headline": f"{number} </details>{HOSTILE}", "text": text}
    for number, (outlet, text) in enumerate(
        (outlet, text) for outlet in ("The Quay", HOSTILE, "") for text in TEXTS
    )
] + [{"outlet": "The Quay", "headline": "", "text": f"=SUM(1) {TEXTS[0]} again"}]


def write_csv(path: Path, rows: list[dict[str, str]] = ROWS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["outlet", "headline", "text"])
        writer.writeheader()
        writer.writerows(rows)
    return path


def batch(*arguments: object) -> Any:
    return CliRunner().invoke(cli.app, ["batch", *map(str, arguments)])


def made(folder: Path, out: str, *more: object, rows: list[dict[str, str]] = ROWS) -> str:
    page = folder / "page.html"
    source = write_csv(folder / "in.csv", rows)
    result = batch(
        source, folder / out, "--title-column", "headline", "--html", page,
        "--source-column", "outlet", *more,
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    return page.read_text("utf-8")


@pytest.mark.parametrize("out", ["out.csv", "out.tsv.gz", "out.jsonl", "out.parquet"])
def test_every_format_gives_the_same_page(tmp_path: Path, out: str) -> None:
    if out.endswith("parquet"):
        pytest.importorskip("pyarrow")
    (tmp_path / "csv").mkdir()
    one, other = made(tmp_path / "csv", "same.csv"), made(tmp_path, out)
    assert other.replace(out, "same.csv") == one


def test_the_counts_are_those_of_the_library(tmp_path: Path) -> None:
    made(tmp_path, "out.csv")
    options = InputOptions(title_column="headline")
    found = overview.overview_of(tmp_path / "out.csv", options, "outlet")
    scorer = credscore.Scorer.load()
    reports = [scorer.score(row["text"], row["headline"] or None) for row in ROWS]
    trusted = [report for report in reports if report.reliable]
    assert found.rows == len(ROWS)
    assert (found.scored, found.unreliable) == (len(trusted), len(ROWS) - len(trusted))
    assert found.histogram == [
        sum(min(int(20 * r.score), 19) == place for r in trusted) for place in range(20)
    ]
    assert found.stances == Counter(r.stance for r in trusted)
    assert found.caveats == Counter(c for r in reports for c in r.caveats)
    ordered = sorted(
        (report.score, row["text"])
        for report, row in zip(reports, ROWS, strict=True)
        if report.reliable and report.stance != "debunks"
    )
    shown = overview.content(found, scorer, 0.5, "out.csv")
    for name, extremes in (("least", ordered), ("most", ordered[::-1])):
        copies = originals([*sketches(text for _, text in extremes)])
        alone = [
            score for (score, _), copied in zip(extremes, copies, strict=True) if copied is None
        ]
        assert [one["score"] for one in shown[name]] == alone[:10]
    for one in [*shown["most"], *shown["least"]]:
        report = reports[one["row"] - 1]
        assert (report.score, report.verdict) == (one["score"], one["verdict"])
        assert [reason["text"] for reason in one["reasons"]] == [
            reason.text for reason in report.reasons[:6]
        ]
        quotes = {quote for reason in one["reasons"] for _, quote in reason["quotes"]}
        assert quotes <= {item.quote for item in report.evidence}
    articles = {one["source"]: one["articles"] + one["debunks"] for one in shown["sources"]}
    texts = len(TEXTS)
    assert articles == {"The Quay": texts + 1, HOSTILE: texts, "(no source)": texts}


def test_nothing_of_the_rows_is_markup(tmp_path: Path) -> None:
    page = made(tmp_path, "out.csv")
    assert HOSTILE not in page
    tags = Counter[str]()

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags[tag] += 1
            assert not any(name.startswith("on") or name == "style" for name, _ in attrs)

    Tags().feed(page)
    assert tags["script"] == 0
    assert tags["details"] == 21
    assert not re.search(r"https?://", page)


def test_after_an_interruption_the_page_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = 4 * BLOCK_BYTES // sum(len(row["text"]) for row in ROWS)
    whole = made(tmp_path, "out.csv", rows=ROWS * times)
    (tmp_path / "out.csv").unlink()
    (tmp_path / "page.html").unlink()
    calls = 0

    def fail(self: Any, data: bytes, done: Any, write: Any = None) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise OSError("disk full")
        original(self, data, done)

    from credscore.batch.checkpoint import Partial

    original = Partial.write
    monkeypatch.setattr(Partial, "write", fail)
    arguments = (
        tmp_path / "in.csv", tmp_path / "out.csv", "--title-column", "headline",
        "--html", tmp_path / "page.html", "--source-column", "outlet",
    )  # fmt: skip
    assert batch(*arguments).exit_code == 5
    assert not (tmp_path / "page.html").exists()
    monkeypatch.setattr(Partial, "write", original)
    assert batch(*arguments, "--resume").exit_code == 0
    assert (tmp_path / "page.html").read_text("utf-8") == whole


def test_rows_without_a_reliable_score_are_told_and_have_no_part_in_the_scores(
    tmp_path: Path,
) -> None:
    rows = [{"outlet": "", "headline": "", "text": text} for text in (TEXTS[0], "Short.", "")]
    source, page = write_csv(tmp_path / "in.csv", rows), tmp_path / "page.html"
    result = batch(source, tmp_path / "out.csv", "--html", page)
    assert result.output.endswith(
        ": 1 scored, 2 without a reliable score (see credscore_verdict).\n"
    )
    found = overview.overview_of(tmp_path / "out.csv", InputOptions())
    assert (found.scored, found.unreliable, found.stances.total()) == (1, 2, 1)
    assert "<dt>No reliable score</dt><dd>2</dd>" in page.read_text("utf-8")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert [row["credscore_reliable"] for row in written] == ["True", "False", "False"]
    assert all(row["credscore_verdict"].startswith("No score: ") for row in written[1:])


def test_rows_that_can_not_be_scored_are_told(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [json.dumps({"text": TEXTS[0]}), json.dumps({"other": 1}), "no object", '{"text": 3}']
    source.write_text("\n".join(lines) + "\n")
    page = tmp_path / "page.html"
    result = batch(source, tmp_path / "out.jsonl", "--html", page)
    assert result.exit_code == 4
    shown = page.read_text("utf-8")
    assert "3 could not be scored" in shown
    assert "no field &#39;text&#39;" in shown


def test_an_empty_file_has_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    source = write_csv(tmp_path / "in.csv", [])
    assert batch(source, tmp_path / "out.csv", "--html", page).exit_code == 0
    assert "There is none." in page.read_text("utf-8")


def test_wrong_use_is_refused_before_any_work(tmp_path: Path) -> None:
    source, page = write_csv(tmp_path / "in.csv"), tmp_path / "page.html"
    for arguments, message in (
        ((source, "-", "--html", page), "name a file for OUT"),
        ((source, tmp_path / "o.csv", "--html", tmp_path / "no" / "p.html"), "no such folder"),
        ((source, tmp_path / "o.csv", "--source-column", "outlet"), "--html"),
        (("-", tmp_path / "o.csv", "--html", page, "--source-column", "x"), "a file as IN"),
        ((source, tmp_path / "o.csv", "--html", page, "--source-column", "x"), "no column 'x'"),
    ):
        result = batch(*arguments)
        assert result.exit_code != 0
        assert message in f"{result.output} {result.exception}"
        assert not (tmp_path / "o.csv").exists()


def test_memory_does_not_grow_with_the_rows() -> None:
    found = overview.Overview()
    row = {
        "credscore_error": "", "credscore_stance": "relays", "credscore_reliable": True,
        "credscore_caveats": "",
    }  # fmt: skip
    for number in range(30_000):
        scored = row | {"credscore_score": (number * 7919 % 30_000) / 30_000}
        found.add(scored, f"text {number}", None, f"source {number}")
        found.add({"credscore_error": f"reason {number}"}, "", None, None)
    assert len(found.most) == len(found.least) == 10
    assert len(found.sources.sums) == len(found.errors) == overview.MOST_NAMES + 1
    assert sorted(one.score for one in found.most) == [n / 30_000 for n in range(29_990, 30_000)]
    assert found.sources.sums[overview.OTHERS]["articles"] == 20_000
    shown = document(overview.content(found, credscore.Scorer.load(), 0.5, "many.csv"))
    assert len(shown.encode()) < 100_000
