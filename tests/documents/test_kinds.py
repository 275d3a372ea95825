"""What a file is, by its first bytes; the name decides only where they do not."""

import gzip
from io import BytesIO
from zipfile import ZipFile

import pytest

from credscore.documents import kind_of


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (zipped("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "a", "workbook"),
        (zipped("docProps/app.xml"), "a.XLSX", "workbook"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.docx", "word"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a.pptx", "office"),
        (zipped("in.csv"), "a", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.xls", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "office"),
        (gzip.compress(b"x"), "a.csv", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "a.csv", "image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.txt", "image"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "-", "image"),
        (b"RIFF\x01\x02\x03\x04WAVEfmt ", "-", "recording"),
        (b"\0\0\0\x18ftypheic", "-", "image"),
        (b"\0\0\0\x18ftypmp42", "-", "recording"),
        (b"PAR1\x15\x04", "a.csv", "parquet"),
        (b"SQLite format 3\0", "a", "database"),
        (b"{\\rtf1\\ansi", "a.txt", "rtf"),
        (b"\xef\xbb\xbf<!-- a -->\n<!DOCTYPE HTML>", "a.txt", "page"),
        ("<html lang=en>".encode("utf-16"), "a.txt", "page"),
        (b"", "a.HTM", "page"),
        (b'<?xml version="1.0"?>\n<?xml-stylesheet a?><!-- b --><feed xmlns="a">', "a", "feed"),
        (b'<?xml version="1.0"?><rss version="2.0">', "a.html", "feed"),
        (b'<?xml version="1.0"?><nitf>', "a.txt", "xml"),
        (b'[\n  {"text": "x"}]', "a.txt", "json"),
        (b'{"text": "x"}\n{', "-", "json"),
        (b"Subject: x\r\nTo: a,\r\n b\r\nMIME-Version: 1.0\r\n\r\nx", "a.txt", "mail"),
        (b"Subject: x\n\nHe fled.", "a.eml", "mail"),
        (b"From a@b.org Mon Jan  1 10:00:00 2020\nSubject: x\n\nx", "a", "mailbox"),
        (b"id,text\n", "a.csv", "table"),
    ],
)
def test_kinds(data: bytes, name: str, kind: str) -> None:
    found = kind_of(data, name)
    assert found is not None
    assert found.name == kind


@pytest.mark.parametrize(
    "text",
    [
        "He fled.", "", "PAR1 was named a target.", "BMW said it would close.", "ID3 tags, he said",
        "[Update] He fled.", '{"I fled," he said.', "<b>He</b> fled.", "Flac, the format, is free.",
        "Subject: the bridge\nIt sank.", "From Monday on, in 2020\nbuses: none.", "GIF87 is old.",
        "Update: it sank.\nReceived wisdom: it floats.", "{\n", "%PDF is a beginning.",
    ],
)  # fmt: skip
def test_articles_are_of_no_kind(text: str) -> None:
    assert kind_of(text.encode(), "a.txt") is None
