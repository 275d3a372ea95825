"""Every input row has exactly one output row, whatever is in it."""

import csv
import gzip
import json
from pathlib import Path

import pytest

import credscore
from credscore.batch import Options, run
from credscore.columns import SCORE_COLUMNS

SCORER = credscore.Scorer.load()
TEXT = "Insiders claim that he allegedly fled."


def scored(
    tmp_path: Path, content: str | bytes, name: str = "in.csv", **options: object
) -> list[dict[str, str]]:
    source, target = tmp_path / name, tmp_path / "out.csv"
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    run(source, target, SCORER, Options(**options))  # type: ignore[arg-type]
    assert not target.with_name("out.csv.partial").exists()
    with target.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_scores_are_the_librarys(tmp_path: Path) -> None:
    rows = scored(tmp_path, f"id,text,head\n7,{TEXT},Rumour\n", title_column="head")
    assert list(rows[0]) == ["id", "text", "head", *SCORE_COLUMNS]
    assert rows[0]["id"] == "7"
    assert float(rows[0]["credscore_score"]) == credscore.score(TEXT, "Rumour").score


def test_nothing_is_lost(tmp_path: Path) -> None:
    content = (
        f'text,id\n{TEXT},1\n"{TEXT}",2,3\nshort\n,5\n"two\nlines",6\n'.encode() + b"\xff\xfe,7\n"
    )
    rows = scored(tmp_path, content)
    assert len(rows) == 6
    assert [bool(row["credscore_error"]) for row in rows] == [False, True, True, False, False, True]
    assert rows[1]["id"] == "2,3"
    assert "UTF-8" in rows[5]["credscore_error"]


def test_byte_order_mark_and_gzip(tmp_path: Path) -> None:
    content = gzip.compress(("\ufefftext\n" + TEXT + "\n").encode())
    assert scored(tmp_path, content, "in.csv.gz")[0]["credscore_error"] == ""


def test_more_rows_than_a_block_in_two_processes(tmp_path: Path) -> None:
    content = "text\n" + "".join(f"{TEXT} {number}\n" for number in range(600))
    one = scored(tmp_path, content)
    assert [row["text"].rsplit(" ", 1)[1] for row in one] == [str(n) for n in range(600)]
    assert scored(tmp_path, content, n_jobs=2) == one


def test_features_and_evidence(tmp_path: Path) -> None:
    row = scored(tmp_path, f"text\n{TEXT}\n", features=True, evidence=True)[0]
    assert float(row["credscore_f_hedges_rate"]) > 0
    for item in json.loads(row["credscore_evidence"]):
        assert TEXT[item["start"] : item["end"]] == item["quote"]


def test_json_lines(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"text": TEXT}) + '\n{broken\n[1]\n{"other": 1}\n{"text": 5}\n')
    summary = run(source, target, SCORER, Options())
    rows = [json.loads(line) for line in target.read_text().splitlines()]
    assert (summary.rows, summary.failed, len(rows)) == (5, 4, 5)
    assert rows[0]["credscore_score"] == credscore.score(TEXT).score
    assert all(row["credscore_error"] for row in rows[1:])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,body\n1,x\n", "Columns there: id, body"),
        ("text,credscore_score\nx,1\n", "overwrite"),
        ("text,text\nx,y\n", "same name"),
        ("", "is empty"),
    ],
)
def test_tables_that_cannot_be_used(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(credscore.InputTableError, match=message):
        scored(tmp_path, content)


def test_overwriting_is_asked_for(tmp_path: Path) -> None:
    rows = scored(tmp_path, f"text,credscore_score\n{TEXT},9\n", overwrite_columns=True)
    assert float(rows[0]["credscore_score"]) < 1


def test_errors_cannot_become_formulas(tmp_path: Path) -> None:
    from credscore.batch import _safe

    assert _safe("credscore_error", "=cmd()") == "'=cmd()"
    assert _safe("text", "=cmd()") == "=cmd()"


def test_json_lines_into_csv_keep_every_field(tmp_path: Path) -> None:
    lines = [{"id": 7, "text": TEXT}, {"text": TEXT, "tags": ["a", "é"]}]
    content = "".join(json.dumps(line) + "\n" for line in lines) + "{broken\n"
    rows = scored(tmp_path, content, "in.jsonl")
    assert [row["id"] for row in rows] == ["7", "", ""]
    assert rows[1]["tags"] == '["a", "é"]'
    assert rows[2]["credscore_input"] == "{broken"
    assert [bool(row["credscore_error"]) for row in rows] == [False, False, True]


def test_half_a_surrogate_pair_survives(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "\\ud800 he fled"}\n')
    run(source, target, SCORER, Options())
    assert json.loads(target.read_text("utf-8"))["text"] == "\ud800 he fled"
    assert scored(tmp_path, source.read_bytes(), "in.jsonl")[0]["text"] == "\\ud800 he fled"


def test_bytes_that_are_no_utf8_are_kept_visible(tmp_path: Path) -> None:
    row = scored(tmp_path, f"name,text\nJos\xe9,{TEXT}\n".encode("latin-1"))[0]
    assert (row["name"], row["credscore_error"]) == ("Jos\\xe9", "")


def test_json_lines_with_our_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(credscore.InputTableError, match="overwrite"):
        scored(tmp_path, json.dumps({"text": TEXT, "credscore_score": 1}) + "\n", "in.jsonl")


@pytest.mark.parametrize("out", ["out.csv.gz", "nowhere/out.csv", "folder.csv"])
def test_outputs_that_cannot_be_written(tmp_path: Path, out: str) -> None:
    (tmp_path / "in.csv").write_text(f"text\n{TEXT}\n")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(credscore.InputTableError):
        run(tmp_path / "in.csv", tmp_path / out, SCORER, Options())
    assert not list(tmp_path.rglob("*.partial"))
