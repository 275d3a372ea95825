"""Reads the article in a file: its text, and its title if it has one."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from credscore.documents.encodings import encoding_of
from credscore.documents.kinds import HEAD, kind_of
from credscore.errors import InputValueError, required
from credscore.web_page import take_out

if TYPE_CHECKING:
    from email.message import EmailMessage

Article = tuple[str, str | None]

_NO_TEXT = (
    "is no text: it holds NULs or other control characters. Name a text, a web page, a mail, a PDF "
    "or a Word document."
)
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_IN_WORD = re.compile(r"<w:t(?: [^<>]*)?>([^<]*)|<w:(?:br|cr)\b|</w:p>")
_LARGEST = 1 << 26  # the most characters of a Word document's XML
_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def article_of(raw: bytes, name: str = "", encoding: str | None = None) -> Article:
    """The text and the title in the bytes of a file; the encoding is detected if not stated.

    Web pages need the extra `html`, PDF the extra `pdf`. Raises InputTableError if that is not
    installed, or if there is no such encoding. Raises InputValueError for a kind of file that is
    not read as an article, and if no text is found.

    >>> article_of(b"He said it\\x92s over.")
    ('He said it’s over.', None)
    """
    kind = kind_of(raw[:HEAD], name) if raw.removeprefix(BOM_UTF8).strip() else None
    if kind and kind.as_article:
        raise InputValueError(kind.refusal(kind.as_article))
    text, title = _READERS[kind.name if kind else ""](raw, encoding)
    if "\0" in text:
        raise InputValueError(_NO_TEXT)
    if not text.strip():
        raise InputValueError("is empty. Name a file with an article in it.")
    return text, title


def _plain(raw: bytes, encoding: str | None) -> Article:
    codec = encoding_of(raw, encoding)
    try:
        return raw.decode("utf-8-sig" if codec == "utf-8" else codec), None
    except UnicodeDecodeError as error:
        if codec == "utf-8" and _CONTROL.search(raw):
            raise InputValueError(_NO_TEXT) from None
        raise InputValueError(
            f"is not {'UTF-8' if codec == 'utf-8' else codec} (byte {error.start}). State its "
            "encoding with --encoding, such as cp1250, or convert the file to UTF-8."
        ) from None


def _page(raw: bytes, encoding: str | None) -> Article:
    """The article of a web page, which may state its encoding itself."""
    codec = encoding_of(raw[:HEAD], encoding)
    is_known = encoding or codec.startswith(("utf-16", "utf-32"))
    return take_out(_plain(raw, codec)[0] if is_known else raw)


def _mail(raw: bytes, encoding: str | None) -> Article:
    """The page that a browser saved in the form of a mail, or the text of a mail."""
    from email import message_from_bytes, policy

    mail: EmailMessage = message_from_bytes(raw, policy=policy.default)
    pages = [part for part in mail.walk() if part.get_content_type() == "text/html"]
    plain = None if mail.get_content_type() == "multipart/related" else mail.get_body(("plain",))
    part = plain or (pages[0] if pages else None)
    if part is None:
        raise InputValueError("holds no text. Save its text as a text file.")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)  # no part of several parts
    encoding = encoding or part.get_content_charset()
    subject = str(mail["Subject"]) if mail["Subject"] else None
    if plain:
        return _plain(content, encoding)[0], subject
    text, title = _page(content, encoding)
    return text, title or subject


def _pdf(raw: bytes, encoding: str | None) -> Article:
    import logging

    pypdf = required("pypdf", "pdf", "PDF documents")
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # no warnings of flaws that it repairs
    try:
        document = pypdf.PdfReader(BytesIO(raw))
        pages = [page.extract_text().strip() for page in document.pages]
        title = document.metadata.title if document.metadata else None
    except Exception as error:  # a broken document may raise anything
        raise InputValueError(f"can't be read as PDF: {error}. Save its text.") from None
    text = _BROKEN_WORD.sub("", "\n".join(pages))
    if not text.strip():
        raise InputValueError("is a PDF document of pictures. Save its text, read by OCR.")
    return text, title or None


def _word(raw: bytes, encoding: str | None) -> Article:
    """The paragraphs of a Word document, without text that tracked changes delete."""
    from html import unescape
    from zipfile import ZipFile

    try:
        with ZipFile(BytesIO(raw)).open("word/document.xml") as part:
            content = part.read(_LARGEST).decode()
    except Exception as error:  # a broken archive may raise anything
        raise InputValueError(f"can't be read as Word: {error}. Save its text.") from None
    first, *others = content.split("<mc:Fallback>")
    shown = "".join((first, *(other.partition("</mc:Fallback>")[2] for other in others)))
    pieces = _IN_WORD.finditer(shown)
    return unescape("".join("\n" if piece[1] is None else piece[1] for piece in pieces)), None


_READERS: dict[str, Callable[[bytes, str | None], Article]] = {
    "": _plain, "page": _page, "mail": _mail, "pdf": _pdf, "word": _word,
}  # fmt: skip
