"""Files as people have them: `score` and `batch` read them, or say in one line what they are."""

import csv
import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

import credscore
from credscore.cli import command_line as cli
from tests.inputs import files

LIBRARIES = {
    "page.html": "trafilatura", "page.mhtml": "trafilatura", "page.eml": "trafilatura",
    "article.pdf": "pypdf", "scan.pdf": "pypdf", "feed.xml": "feedparser",
    "book.xlsx": "python_calamine",
}  # fmt: skip


def zipped(**members: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def book(rows: list[list[object]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl", reason="writes the workbook")
    workbook, file = openpyxl.Workbook(), BytesIO()
    for row in rows:
        workbook.active.append(row)
    workbook.save(file)
    return file.getvalue()


TABLE = f"id,text\n1,{files.TEXT}\n2,{files.TEXT}\n"
ROWS = [{"id": 1, "text": files.TEXT}, {"id": 2, "text": files.TEXT}]
READ, IS = "", "is "
CASES: dict[str, tuple[bytes | None, str, str]] = {
    # what it is: its bytes, then what is said to `score` and to `batch`; nothing where it is read
    "windows.txt": (f"{files.TEXT} It’s so.".encode("cp1252"), READ, "no column 'text'"),
    "mac.txt": (f"{files.TEXT} It’s so.".encode("mac_roman"), READ, "no column 'text'"),
    "russian.txt": ("Министр сказал.".encode("cp1251"), "--encoding", "no column 'text'"),
    "page.html": (files.PAGE.encode(), READ, IS),
    "page.mhtml": (files.saved_page(), READ, IS),
    "mail.eml": (files.mail(page=None), READ, IS),
    "page.eml": (files.mail(plain=None), READ, IS),
    "article.pdf": (files.pdf(*files.TEXT.split(". ")), READ, IS),
    "scan.pdf": (files.pdf(), "pictures", IS),
    "feed.xml": (files.rss(files.TEXT, files.TEXT).encode(), IS, READ),
    "book.xlsx": (None, IS, READ),
    "spark.csv": (f'id,text\n1,"{files.TEXT}"\n2,"\\"{files.TEXT}\\""\n'.encode(), IS, READ),
    "excel.csv": (f"sep=;\r\n{TABLE.replace(',', ';')}".encode("utf-16"), IS, READ),
    "array.json": (json.dumps(ROWS, indent=2).encode(), IS, READ),
    "one.zip": (zipped(in_csv=TABLE), IS, READ),
    "two.zip": (zipped(in_csv=TABLE, other_csv=TABLE), IS, IS),
    "word.docx": (files.word(files.TEXT), READ, IS),
    "slides.pptx": (zipped(ppt__presentation_xml=files.TEXT), IS, IS),
    "layout.rtf": (b"{\\rtf1 " + files.TEXT.encode() + b"}", IS, IS),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + files.TEXT.encode(), IS, IS),
    "photo.csv": (b"\xff\xd8\xff\xe0\0\x10JFIF\ntext\n" + files.TEXT.encode(), IS, IS),
    "noise.bin": (bytes(range(256)) * 40, "is no text", "NUL"),
}


@pytest.mark.parametrize("name", CASES)
def test_every_kind_is_read_or_refused_in_a_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if name in LIBRARIES:
        pytest.importorskip(LIBRARIES[name], reason="needs an extra")
    content, *told = CASES[name]
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(content or book([["id", "text"], [1, files.TEXT], [2, files.TEXT]]))
    commands = (["score", name, "--json"], ["batch", name, "out.csv"])
    for command, message in zip(commands, told, strict=True):
        monkeypatch.setattr("sys.argv", ["credscore", *command])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        if message:
            assert (code, out, err.count("\n")) == (2, "", 1)
            assert err.startswith(f"credscore: {name}: ")
            assert message in err
            assert len(err) < 300
        elif command[0] == "score":
            assert (code, err) == (0, "")
            assert "denied the report" in {item["quote"] for item in json.loads(out)["evidence"]}
        else:
            assert (code, err) == (0, "")
            rows = list(csv.DictReader(Path("out.csv").read_text("utf-8").splitlines()))
            assert len(rows) == 2
            assert float(rows[0]["credscore_score"]) == credscore.score(rows[0]["text"]).score
            assert rows[0]["text"] == files.TEXT
