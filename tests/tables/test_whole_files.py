"""The rows of workbooks and feeds: none is lost, and what can't be read is named."""

import datetime
import gzip
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import credscore
from credscore.tables import InputOptions, open_input, rows_of
from tests.inputs import files


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl", reason="writes the workbooks of these tests")
    pytest.importorskip("python_calamine", reason="needs the extra excel")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def cells(path: Path | None, **options: Any) -> list[dict[str, Any]]:
    table = open_input(path, InputOptions(**options))
    return [row for block in table.reader.blocks() for row in rows_of(block).cells]


def test_a_sheet_is_a_table(tmp_path: Path) -> None:
    rows = [
        [], ["id", "text", "when", None, None],
        [1, "It sank.", datetime.date(2020, 3, 1), None, "x"], [], [2.5, None, True, None, None],
    ]  # fmt: skip
    path = workbook(tmp_path / "book.xlsx", notes=[["to do"]], news=rows)
    assert cells(path) == [
        {
            "id": 1, "text": "It sank.", "when": datetime.date(2020, 3, 1), "column 4": None,
            "column 5": "x",
        },
        {"id": 2.5, "text": None, "when": True, "column 4": None, "column 5": None},
    ]  # fmt: skip
    assert cells(path.rename(tmp_path / "book.csv"))[1]["id"] == 2.5


def test_rows_come_in_blocks(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx", a=[["text"], *([f"text {n}"] for n in range(600))])
    table = open_input(path, InputOptions())
    blocks = map(rows_of, table.reader.blocks())
    assert [len(rows.cells) for rows in blocks] == [256, 256, 88]
    assert (table.source.read, table.source.size) == (600, 600)


def test_workbooks_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = workbook(tmp_path / "a.xlsx", a=[["text"], ["x"]], b=[["text"], ["y"]])
    none = workbook(tmp_path / "b.xlsx", a=[])
    other = workbook(tmp_path / "c.xlsx", a=[["id", "Body"]])
    broken = tmp_path / "d.xlsx"
    broken.write_bytes(twice.read_bytes()[:200])
    damaged = tmp_path / "e.xlsx"
    damaged.write_bytes(twice.read_bytes().replace(b"PK\1\2", b"PK\1\3"))
    for path, message in (
        (twice, "several such sheets: a, b. Save"),
        (none, "has no rows"),
        (other, "Columns there: id, Body. Is it 'Body'"),
        (broken, "unreadable workbook: "),
        (damaged, "unreadable workbook: "),
    ):
        with pytest.raises(credscore.InputTableError, match=message):
            open_input(path, InputOptions())
    monkeypatch.setattr("credscore.tables.whole_files.MOST_BYTES", 100)
    with pytest.raises(credscore.InputTableError, match="unpacks to over 100 bytes"):
        open_input(twice, InputOptions())
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(credscore.InputTableError, match=r"pip install 'credscore\[excel\]'"):
        open_input(twice, InputOptions())


def test_a_feed_is_a_table(tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="needs the extra feeds")
    path = tmp_path / "feed.xml"
    path.write_text(files.rss("It sank.&lt;br&gt;He &amp;amp; she fled.", None))
    assert cells(path) == [
        {
            "id": "0", "title": "A & B", "text": "It sank.\nHe & she fled.", "published": None,
            "link": None,
        },
        {"id": "1", "title": "A & B", "text": None, "published": None, "link": None},
    ]  # fmt: skip
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>7</id><title>T</title>'
        "<summary>short</summary><content type='html'>&lt;p&gt;All of it.&lt;/p&gt;</content>"
        "</entry></feed>"
    )
    assert [(row["id"], row["text"]) for row in cells(path)] == [("7", "All of it.")]


@pytest.mark.parametrize("packed", [False, True])
def test_a_feed_of_standard_input_is_a_table(
    packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("feedparser", reason="needs the extra feeds")
    path, data = tmp_path / "feed", files.rss("It sank.", "He fled.").encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    with path.open(encoding="latin-1") as given:
        monkeypatch.setattr("sys.stdin", given)
        assert [row["text"] for row in cells(None)] == ["It sank.", "He fled."]


def test_a_workbook_of_standard_input_is_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "book.xlsx", news=[["id", "text"], [1, "It sank."]])
    with subprocess.Popen([sys.executable, "-c", _SLOWLY, path], stdout=subprocess.PIPE) as slow:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(slow.stdout))  # type: ignore[type-var]
        assert cells(None) == [{"id": 1, "text": "It sank."}]


_SLOWLY = """
import sys, time
data = open(sys.argv[1], "rb").read()
for part in (data[:3], data[3:900], data[900:]):
    sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()
    time.sleep(0.2)
"""


def test_feeds_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("feedparser", reason="needs the extra feeds")
    path = tmp_path / "feed.xml"
    path.write_text("<rss><channel><ite")
    with pytest.raises(credscore.InputTableError, match="unreadable feed: "):
        open_input(path, InputOptions())
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(credscore.InputTableError, match=r"pip install 'credscore\[feeds\]'"):
        open_input(path, InputOptions())
