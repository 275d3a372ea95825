"""What a table is, is told by its bytes; what is no table is refused in one sentence."""

import gzip
import json
from pathlib import Path

import pytest

import credscore
from credscore.tables import InputOptions, open_input, rows_of
from tests.inputs import files


def texts(path: Path, **options: str) -> list[object]:
    table = open_input(path, InputOptions(**options))  # type: ignore[arg-type]
    return [text for block in table.reader.blocks() for text in rows_of(block).column("text")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"\x89PNG\r\n\x1a\n" + b"text\n" * 9, "is an image. Name a file of texts."),
        ("a.csv", files.pdf("text"), "is a PDF document. Score it with credscore score."),
        ("a.txt", files.PAGE.encode(), "is a web page. Score it with credscore score."),
        ("a", files.mail(), "is a mail, or a web page .* Score it with credscore score."),
        ("a.doc", b"\xd0\xcf\x11\xe0text\n", "is an office document .* as a text file."),
        ("a.xml", b"<?xml version='1.0'?><a/>", "is an XML file. Save its rows as CSV or JSON"),
        ("a.csv", b"id\0,te\0xt\n1,2\n", "holds NUL characters: no text file"),
        ("a.gz", gzip.compress(files.pdf("text")), "is a PDF document. Score it"),
        (
            "a.gz",
            gzip.compress(gzip.compress(b"text\nx\n")),
            "is packed with gzip. Name it as a fi",
        ),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(credscore.InputTableError, match=message) as refused:
        open_input(path, InputOptions())
    assert len(str(refused.value)) < 300


NO_COLUMN = "no column 'text'.*"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (bytes(range(1, 256)) * 20, "^[^,]*is a binary file of an unknown kind"),
        (
            b"Ferry sank at night, officials say\nIt sank.\n",
            f"{NO_COLUMN}one text.*credscore score",
        ),
        (b"The mayor of the town has fled.\n", f"{NO_COLUMN}one text.*credscore score"),
        (b"id,body,date\n1,It sank.,2024\n", f"{NO_COLUMN}--text-column"),
        ("id,body\n1,Es war „so“.\n".encode("utf-16"), f"{NO_COLUMN}--text-column"),
    ],
    ids=["binary", "title", "sentence", "table", "utf-16"],
)
def test_what_has_no_such_column_may_be_no_table(
    tmp_path: Path, content: bytes, message: str
) -> None:
    (tmp_path / "a.dat").write_bytes(content)
    with pytest.raises(credscore.InputTableError, match=message):
        open_input(tmp_path / "a.dat", InputOptions())


def test_a_format_that_is_stated_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("MIME-Version: 1.0,text\n1,It sank.\n")
    with pytest.raises(credscore.InputTableError, match="is a mail"):
        open_input(path, InputOptions())
    assert texts(path, input_format="csv") == ["It sank."]


@pytest.mark.parametrize(
    "content", ["id,text\n1,It sank.\n", "id\tbody\n1\tIt sank.\n", "text\nIt sank.\n"]
)
def test_delimiters_are_no_json_lines(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.jsonl").write_text(content)
    (tmp_path / "a.csv").write_text(content)
    for name, stated in (("a.jsonl", None), ("a.csv", "jsonl")):
        with pytest.raises(credscore.InputTableError, match=r"no JSON Lines.*--input-format csv"):
            open_input(tmp_path / name, InputOptions(input_format=stated))


@pytest.mark.parametrize(
    "content",
    ["id,text\n%s\n", "{'id': 1, 'text': ''}\n%s\n", "one text\n", '"a, b"\n', "[1, 2]\n", ""],
)
def test_json_lines_with_a_broken_line_are_read(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content.replace("%s", '{"text": "It sank."}'))
    assert texts(path).count("It sank.") == content.count("%s")


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.jsonl", "a"])
def test_an_array_of_json_under_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps([{"text": "It sank."}, {"text": None}], indent=1))
    assert texts(path) == ["It sank.", None]


def test_one_object_of_several_lines_is_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "Ferry", "text": "It sank."}, indent=4))
    assert texts(path) == ["It sank."]


def test_parquet_under_another_name(tmp_path: Path) -> None:
    pandas, path = pytest.importorskip("pandas"), tmp_path / "a.csv"
    pytest.importorskip("pyarrow", reason="needs the extra parquet")
    pandas.DataFrame({"text": ["It sank."]}).to_parquet(path)
    assert texts(path) == ["It sank."]


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        ("id,content", "content"), ("Article,id", "Article"), ("body,headline", "body"),
        ("full_text,a", "full_text"), ("TEXT,body", "TEXT"), ("a,headline", "headline"),
    ],
)  # fmt: skip
def test_the_name_that_may_be_meant_is_proposed(tmp_path: Path, names: str, meant: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{names}\nx,y\n")
    with pytest.raises(credscore.InputTableError, match=rf"Is it '{meant}'\? Name it with --text"):
        open_input(path, InputOptions())


def test_many_names_are_not_all_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(",".join(f"c{number}" + "x" * 99 for number in range(900)) + "\n")
    with pytest.raises(credscore.InputTableError, match="and 880 more") as refused:
        open_input(path, InputOptions())
    assert len(str(refused.value)) < 2000
