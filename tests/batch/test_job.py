"""Every input row has exactly one output row, whatever is in it."""

import csv
import gzip
import hashlib
import json
from pathlib import Path

import pandas as pd
import pytest

import credscore
from credscore.batch.job import Options, run
from credscore.tables import COLUMNS, Progress
from credscore.tables.byte_streams import BrokenInputError
from credscore.tables.row_blocks import MAX_RECORD

SCORE_COLUMNS = [column.name for column in COLUMNS]
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
    assert float(row["credscore_f_hedges_lead"]) > 0
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


def test_json_lines_are_not_altered(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        f' {{"text":"{TEXT}",  "price": 1.10, "big": 1e400, "é": "\\u00e9"}} ',
        '{"text": 5, "id": 12345678901234567890.0}',
        "{}",
    ]
    source.write_text("\r\n".join(lines), "utf-8")
    run(source, target, SCORER, Options())
    written = target.read_text("utf-8").splitlines()
    assert written[0].startswith(lines[0].rstrip()[:-1] + ', "credscore_verdict": "No score: ')
    assert written[1].startswith(lines[1][:-1] + ', "credscore_verdict": null')
    assert [json.loads(line).keys() >= set(SCORE_COLUMNS) for line in written] == [True] * 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,body\n1,x\n", "Columns there: id, body"),
        ("text,credscore_score\nx,1\n", "overwrite"),
        ("text,text\nx,y\n", "two columns have the name 'text'"),
        ("", "is empty"),
    ],
)
def test_tables_that_cannot_be_used(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(credscore.InputTableError, match=message):
        scored(tmp_path, content)


def test_overwriting_is_asked_for(tmp_path: Path) -> None:
    rows = scored(tmp_path, f"text,credscore_score\n{TEXT},9\n", overwrite_columns=True)
    assert float(rows[0]["credscore_score"]) < 1


def test_cells_cannot_become_formulas(tmp_path: Path) -> None:
    cells = ["=cmd()", "+1+cmd()", "-1+cmd()", "@SUM(A1)", "\t=cmd()", "\r=cmd()", "＝cmd()"]
    content = "text,id\n" + "".join(f'"{cell}","{cell}"\n' for cell in cells) + "-2.5,+3\n"
    rows = scored(tmp_path, content)
    assert [row["text"] for row in rows] == [f"'{cell}" for cell in cells] + ["-2.5"]
    assert [row["id"] for row in rows] == [f"'{cell}" for cell in cells] + ["+3"]
    assert [row["id"] for row in scored(tmp_path, content, keep_formulas=True)] == [*cells, "+3"]


def test_scores_are_of_the_text_before_it_is_guarded(tmp_path: Path) -> None:
    row = scored(tmp_path, f"text\n- {TEXT}\n")[0]
    assert row["text"] == f"'- {TEXT}"
    assert float(row["credscore_score"]) == credscore.score(f"- {TEXT}").score


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
    row = scored(tmp_path, f"name,text\nJos\xff,{TEXT}\n".encode("latin-1"))[0]
    assert (row["name"], row["credscore_error"]) == ("Jos\\xff", "")


def test_json_lines_with_our_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(credscore.InputTableError, match="overwrite"):
        scored(tmp_path, json.dumps({"text": TEXT, "credscore_score": 1}) + "\n", "in.jsonl")


def test_a_late_line_with_our_field_costs_itself(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    late, line = (
        {"text": TEXT, "credscore_score": 1},
        json.dumps({"text": TEXT, "more": "x" * 4000}),
    )
    source.write_text(f"{line}\n" * 100 + f"{json.dumps(late)}\n{line}\n")
    done = run(source, target, SCORER, Options())
    *_, marked, last = map(json.loads, target.read_text().splitlines())
    assert (done.rows, done.failed, last["credscore_error"]) == (102, 1, "")
    assert (marked["credscore_input"], marked["credscore_score"]) == (late, None)
    assert marked["credscore_error"].startswith("the line has 'credscore_score' already.")


@pytest.mark.parametrize(
    "out",
    [
        "nowhere/out.csv",
        "folder.csv",
        "out.parquet.gz",
        "out.parquet.zst",
        "out.xlsx",
        "out.xlsb",
        "out.csv.bz2",
        "out.foo",
        "out.foo.gz",
    ],
)
def test_outputs_that_cannot_be_written(tmp_path: Path, out: str) -> None:
    (tmp_path / "in.csv").write_text(f"text\n{TEXT}\n")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(credscore.InputTableError):
        run(tmp_path / "in.csv", tmp_path / out, SCORER, Options())
    assert not list(tmp_path.rglob("*.partial"))


def table_of(path: Path) -> pd.DataFrame:
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    if ".jsonl" in path.name:
        return pd.read_json(path, lines=True)
    return pd.read_csv(path, sep="\t" if ".tsv" in path.name else ",")


@pytest.mark.parametrize("out", ["csv", "tsv.gz", "jsonl", "jsonl.zst", "csv.zst", "parquet"])
@pytest.mark.parametrize("name", ["csv.gz", "tsv", "jsonl.zst", "csv", "parquet"])
def test_every_format_into_every_other(tmp_path: Path, name: str, out: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("zstandard")  # by which pandas reads it
    frame = pd.DataFrame({"id": range(700), "text": [f'{TEXT}\n"{n}", é' for n in range(700)]})
    source, target = tmp_path / f"in.{name}", tmp_path / f"out.{out}"
    if name == "parquet":
        frame.to_parquet(source, row_group_size=300)
    elif "jsonl" in name:
        frame.to_json(source, orient="records", lines=True)
    else:
        frame.to_csv(source, index=False, sep="\t" if "tsv" in name else ",")
    summary = run(source, target, SCORER, Options(features=True))
    assert (summary.rows, summary.failed) == (700, 0)
    table = table_of(target)
    assert table["id"].astype(int).tolist() == list(range(700))
    assert table["text"].tolist() == frame["text"].tolist()
    wanted = credscore.score_frame(frame.iloc[:3], features=True)
    columns = [column for column in wanted if column not in ("id", "credscore_error")]
    got = table.loc[:2, columns].fillna(float("nan"))
    pd.testing.assert_frame_equal(got, wanted[columns], check_dtype=False)


def test_json_is_written_as_json_lines(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"text\n{TEXT}\n")
    run(tmp_path / "in.csv", tmp_path / "out.json", SCORER, Options())
    (line,) = (tmp_path / "out.json").read_text("utf-8").splitlines()
    assert json.loads(line)["text"] == TEXT


def test_null_is_said_to_be_null(tmp_path: Path) -> None:
    rows = scored(tmp_path, '{"text": null}\n{"id": 1}\n{"text": ""}\n', "in.jsonl")
    assert [row["credscore_error"] for row in rows] == ["text is null", "no field 'text'", ""]


@pytest.mark.parametrize("name", ["in.csv", "in.jsonl"])
def test_a_row_that_is_too_long_costs_itself(tmp_path: Path, name: str) -> None:
    long = "x" * (MAX_RECORD + 1)
    if name == "in.csv":
        content = f'id,text\n1,{TEXT}\n2,"{long}"\n3,{TEXT}\n'
    else:
        texts = (TEXT, long, TEXT)
        content = "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(texts, 1))
    rows = scored(tmp_path, content, name)
    assert [bool(row["credscore_error"]) for row in rows] == [False, True, False]
    assert [row["id"] for row in rows][::2] == ["1", "3"]
    assert rows[0]["credscore_score"] == rows[2]["credscore_score"]


def test_a_workbook_in_every_format(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="writes the workbook of this test")
    pytest.importorskip("python_calamine", reason="needs the extra excel")
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    book = openpyxl.Workbook()
    for row in (["id", "text"], [1, TEXT], [2, None]):
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    for name in ("out.csv", "out.jsonl", "out.parquet"):
        done = run(tmp_path / "in.xlsx", tmp_path / name, SCORER, Options())
        assert (done.rows, done.failed) == (2, 1)
        table = table_of(tmp_path / name)
        assert table["id"].astype(int).tolist() == [1, 2]
        assert table["credscore_score"][0] == pytest.approx(credscore.score(TEXT).score)
        assert table["credscore_error"][1] == "text is null"


def test_an_array_that_breaks_off_leaves_the_rows_before(tmp_path: Path) -> None:
    source, target = tmp_path / "in.json", tmp_path / "out.csv"
    source.write_text(json.dumps([{"text": TEXT}] * 3)[:-9])
    with pytest.raises(BrokenInputError, match="ends within a JSON value"):
        run(source, target, SCORER, Options())
    assert (tmp_path / "out.csv.partial").read_text("utf-8").count(TEXT) == 2


def test_parquet_keeps_types_and_marks_what_is_no_text(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "text": pa.array([TEXT, None, ""]).dictionary_encode(),
            "when": pa.array([1, None, 3], pa.timestamp("ns")),
            "tags": pa.array([["a"], [], None]),
        }
    )
    pa.parquet.write_table(table, tmp_path / "in.parquet")
    summary = run(tmp_path / "in.parquet", tmp_path / "out.parquet", SCORER, Options())
    assert (summary.rows, summary.failed) == (3, 1)
    written = pa.parquet.read_table(tmp_path / "out.parquet")
    assert written["when"].equals(table["when"])
    assert written["tags"].equals(table["tags"])
    assert written["credscore_score"].type == pa.float64()
    assert written["credscore_error"].to_pylist()[1]
    with pytest.raises(credscore.InputTableError, match="Columns there: text, when, tags"):
        run(tmp_path / "in.parquet", tmp_path / "o.csv", SCORER, Options(text_column="body"))
    (tmp_path / "in.parquet").write_bytes(b"PAR1 no such thing")
    with pytest.raises(credscore.InputTableError, match="as Parquet"):
        run(tmp_path / "in.parquet", tmp_path / "o.csv", SCORER, Options())


def test_a_column_of_numbers_has_marked_rows(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet")
    pa.parquet.write_table(pa.table({"text": [1.5, None]}), tmp_path / "in.parquet")
    summary = run(tmp_path / "in.parquet", tmp_path / "out.jsonl", SCORER, Options())
    assert (summary.rows, summary.failed) == (2, 2)


def test_legacy_encodings_and_semicolons_are_found(tmp_path: Path) -> None:
    text = "The café’s owner – “Zoë” – allegedly fled."
    content = "id;text\n" + f"1;{text}\n" * 5
    rows = scored(tmp_path, content.encode("cp1252"))
    assert {row["text"] for row in rows} == {text}
    assert scored(tmp_path, content.encode("utf-16")) == rows
    assert scored(tmp_path, content.encode("cp1252"), encoding="cp1252", delimiter=";") == rows


def test_a_damaged_archive_leaves_the_finished_part(tmp_path: Path) -> None:
    noise = (f"{TEXT} {hashlib.sha256(str(n).encode()).hexdigest()}" for n in range(2000))
    packed = gzip.compress(("text\n" + "\n".join(noise)).encode())
    source = tmp_path / "in.csv.gz"
    source.write_bytes(packed[: len(packed) // 2])
    for n_jobs in (1, 2):
        with pytest.raises(BrokenInputError, match="ends within"):
            run(source, tmp_path / "out.csv", SCORER, Options(n_jobs=n_jobs))
        with (tmp_path / "out.csv.partial").open(encoding="utf-8", newline="") as stream:
            assert len(list(csv.DictReader(stream))) > 500


def test_progress_tells_rows_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "in.csv"
    source.write_text("text\n" + f"{TEXT}\n" * 1200)
    seen: list[Progress] = []
    monkeypatch.setattr("credscore.tables.row_blocks.BLOCK_BYTES", 300 * len(f"{TEXT}\n"))
    run(source, tmp_path / "out.csv", SCORER, Options(), seen.append)
    assert [progress.rows for progress in seen] == [300, 600, 900, 1200]
    assert seen[-1].read == seen[-1].size == source.stat().st_size


def test_a_field_whose_name_is_half_a_surrogate_pair_is_written(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    source, target = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    source.write_text('{"\\ud800": 7, "text": "It sank."}\n')
    assert run(source, target, SCORER, Options()).rows == 1
    assert pd.read_parquet(target)["\\ud800"].tolist() == ["7"]


@pytest.mark.parametrize("length", [238, 300])
def test_a_name_that_is_too_long_is_refused_before_any_work(tmp_path: Path, length: int) -> None:
    (tmp_path / "in.csv").write_text("text\nIt sank.\n")
    with pytest.raises(credscore.InputTableError, match="too long"):
        run(tmp_path / "in.csv", tmp_path / f"{'o' * length}.csv", SCORER, Options())
    assert not [*tmp_path.glob("*.partial")]


def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "in.csv").write_text("text\nIt sank.\n")
    for target in (tmp_path / f"{'o' * 237}.csv", tmp_path / f"{'o' * 233}.parquet"):
        assert run(tmp_path / "in.csv", target, SCORER, Options()).rows == 1


def test_a_column_without_a_name_is_missing_or_read(tmp_path: Path) -> None:
    for column in ("text_column", "title_column"):
        with pytest.raises(credscore.InputTableError, match="no column ''"):
            scored(tmp_path, f"text,id\n{TEXT},7\n", **{column: ""})
    row = scored(tmp_path, f"text,\n{TEXT},Rumour\n", title_column="")[0]
    assert float(row["credscore_score"]) == credscore.score(TEXT, "Rumour").score
