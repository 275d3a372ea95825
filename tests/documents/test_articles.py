"""Of a text, a page, a mail and a PDF document the article is read; of others no byte is."""

import sys
from io import BytesIO
from zipfile import ZipFile

import pytest

import credscore
from credscore.documents import article_of
from credscore.documents.kinds import KINDS
from tests.inputs import files


def test_a_text_in_several_encodings() -> None:
    text = "It’s said that Zoë fled."
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16"):
        assert article_of(text.encode(encoding)) == (text, None)
    assert article_of("Łukasz fled.".encode("cp1250"), encoding="cp1250")[0] == "Łukasz fled."


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        ("Министр сказал".encode("cp1251"), None, "is not UTF-8 .byte 0.. State its encoding"),
        (b"It\xe9 sank", "utf-8", "is not UTF-8 .byte 2."),
        (b"\x81", "cp1252", "is not cp1252"),
        (b"He fled.", "klingon", "no encoding 'klingon'"),
        (b"\0\1\2", None, "is no text: it holds NULs"),
        (b"\x8f\x02\xe9\x13A\xc3", None, "is no text: .* Name a text, a web page"),
        (b" \n", None, "is empty"),
    ],
)
def test_what_is_no_text_asks(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(credscore.CredscoreError, match=message):
        article_of(data, "a.txt", encoding)


@pytest.mark.parametrize(
    "data",
    [
        files.PAGE.encode(), files.PAGE.encode("utf-16"), files.saved_page(),
        files.mail(plain=None, charset="windows-1252"),
    ],
)  # fmt: skip
def test_pages_saved_in_any_way(data: bytes) -> None:
    pytest.importorskip("trafilatura", reason="needs the extra html")
    text, title = article_of(data)
    assert title == "Bridge sinks"
    assert text.startswith(files.TEXT)
    assert "café’s" in text
    assert "Copyright" not in text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_words_of_a_mail(charset: str) -> None:
    plain = f"{files.TEXT} It’s so."
    text, title = article_of(files.mail(plain, charset=charset))
    assert (text.strip(), title) == (plain, "Bridge sinks")
    unnamed = b"MIME-Version: 1.0\n\nHe fled.\n"
    assert article_of(unnamed) == ("He fled.\n", None)


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: image/png\n\nx",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n",
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\n\nHe fled.",
    ],
)
def test_a_mail_without_words_that_can_be_read(data: bytes) -> None:
    with pytest.raises(credscore.CredscoreError):
        article_of(data)


def test_the_text_of_a_pdf_document() -> None:
    pytest.importorskip("pypdf", reason="needs the extra pdf")
    lines = ("Officials said the bridge had col-", "lapsed. A fire-", "Brigade came.")
    text, title = article_of(files.pdf(*lines, title="Bridge sinks"))
    assert text == "Officials said the bridge had collapsed. A fire-\nBrigade came."
    assert title == "Bridge sinks"
    assert article_of(files.pdf("He fled."))[1] is None
    for data, message in (
        (files.pdf(), "PDF document of pictures"),
        (files.pdf("He fled.")[:200], "can't be read as PDF"),
        (b"%PDF-1.4", "can't be read as PDF"),
    ):
        with pytest.raises(credscore.InputValueError, match=message):
            article_of(data)


def test_the_text_of_a_word_document() -> None:
    data = files.word("Officials said “R&D” had closed.", "", "Two others denied it.")
    assert article_of(data) == ("Officials said “R&D” had closed.\n\nTwo others denied it.\n", None)
    for broken in (data[:-30], data[:99] + data[120:]):
        with pytest.raises(credscore.InputValueError, match="can't be read as Word"):
            article_of(broken)


def test_what_a_word_document_holds_twice_is_read_once() -> None:
    box = "<mc:Choice><w:t>It sank.</w:t></mc:Choice><mc:Fallback><w:t>It sank.</w:t></mc:Fallback>"
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:p>{box}{box}<w:t>He fled.</w:t></w:p>")
    assert article_of(data.getvalue(), "a.docx") == ("It sank.It sank.He fled.\n", None)


def test_without_pypdf_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(credscore.InputTableError, match=r"credscore\[pdf\]"):
        article_of(files.pdf("He fled."))


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", "a.txt", "is an image"),
        (b"{\\rtf1 He fled.}", "a.txt", "is a text with layout"),
        (b'[{"text": "He fled."}]', "a.txt", "is a JSON file"),
        (files.rss("He fled.").encode(), "a.xml", "is a feed"),
        (b"id,text\n1,He fled.\n", "a.csv", "is a table"),
        (b"", "a.csv", "is empty"),
        (b"\xef\xbb\xbf\r\n", "a.jsonl", "is empty"),
        (b" ", "a.html", "is empty"),
    ],
)
def test_other_kinds_are_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(credscore.InputValueError, match=message) as refused:
        article_of(data, name)
    assert "He fled" not in str(refused.value)


def test_every_kind_is_read_or_refused_in_a_sentence() -> None:
    for kind in KINDS:
        for advice in filter(None, (kind.as_article, kind.as_table)):
            assert advice.endswith(".")
        assert not (kind.as_article == kind.as_table == "")
