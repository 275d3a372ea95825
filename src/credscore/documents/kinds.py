"""What a file is, told by its first bytes and its name: one row a kind."""

import re
from codecs import BOM_UTF8
from pathlib import PurePath
from typing import NamedTuple

from credscore.documents.encodings import find_encoding

HEAD = 1 << 18
"""So many bytes of a file are asked for what it is."""


class Kind(NamedTuple):
    """A kind of file: what it is, how it begins, which names it has.

    `as_article` and `as_table` say what to do instead where one is asked for; empty: it is read.
    """

    name: str
    noun: str
    beginning: bytes
    as_article: str = ""
    as_table: str = ""
    endings: tuple[str, ...] = ()

    def refusal(self, advice: str) -> str:
        """What the file is, and what to do."""
        return f"is {self.noun}. {advice}"


_SCORE = "Score it with credscore score."
_BATCH = "Score its rows with credscore batch."
_UNPACK = "Unpack it, and name one file of it."
_PLAIN = "Save its text as a text file."
_MAIL_FIELD = rb"(?i:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|DKIM-Signature):"
_WORKBOOKS = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")

KINDS = (
    Kind("pdf", "a PDF document", rb"\s*%PDF-", "", _SCORE),
    Kind("workbook", "an Excel or OpenDocument workbook",
         rb"PK\x03\x04.*?(?:xl/work|opendocument\.spreadsheet)", _BATCH),
    Kind("workbook", "an Excel or OpenDocument workbook", rb"PK\x03\x04|\xd0\xcf\x11\xe0", _BATCH,
         endings=_WORKBOOKS),
    Kind("office", "an office document or an e-book",
         rb"\xd0\xcf\x11\xe0|PK\x03\x04.*?(?:word/|ppt/|epub\+zip|opendocument)", _PLAIN, _PLAIN),
    Kind("zip", "a ZIP archive", rb"PK(?:\x03\x04|\x05\x06)", _UNPACK),
    Kind("gzip", "packed with gzip", rb"\x1f\x8b", _UNPACK),
    Kind("zstd", "packed with Zstandard", rb"\x28\xb5\x2f\xfd", _UNPACK),
    Kind("archive", "an archive, or packed with bzip2 or xz",
         rb"Rar!\x1a|7z\xbc\xaf|BZh\d1AY|\xfd7zXZ|.{257}ustar", _UNPACK, _UNPACK),
    Kind("image", "an image",
         rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|BM....\0{4}|II\*\0|MM\0\*|....ftyp(?:hei|avif|mif)",
         "Read its words with a program for that (OCR), and save them as a text file.",
         "Name a file of texts."),
    Kind("recording", "a recording",
         rb"ID3[\x02-\x04]|OggS\0|fLaC\0|RIFF....(?:WAVE|AVI )|....ftyp|\x1aE\xdf\xa3",
         "Save a transcript as a text file.", "Name a file of texts."),
    Kind("parquet", "a Parquet file", rb"PAR1[\0-\x1f]", _BATCH),
    Kind("arrow", "an Arrow or Feather file", rb"ARROW1\0", "Save it as Parquet.",
         "Save it as Parquet."),
    Kind("database", "an SQLite database", rb"SQLite format 3\0", "Export its table as CSV.",
         "Export its table as CSV."),
    Kind("rtf", "a text with layout (RTF)", rb"\{\\rtf", _PLAIN, _PLAIN),
    Kind("page", "a web page",
         rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?i:!doctype html|html)\b",
         "", _SCORE),
    Kind("feed", "a feed (RSS or Atom)",
         rb"\s*(?:<\?xml[^>]*>\s*)?(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", _BATCH),
    Kind("xml", "an XML file", rb"\s*<\?xml\b", _PLAIN, "Save its rows as CSV or JSON Lines."),
    Kind("json", "a JSON file", rb'\s*(?:\{\s*"[^"]*"\s*:|\[\s*\{\s*")', _BATCH),
    Kind("mailbox", "a mailbox of several mails",
         rb"From \S+ [^\n]*\d:\d\d[^\n]*\d{4}[^\n]*\n[\w-]+:",
         "Save one mail as .eml.", "Save each mail as .eml, and score it with credscore score."),
    Kind("mail", "a mail, or a web page saved in the form of one",
         rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*" + _MAIL_FIELD, "", _SCORE),
    Kind("mail", "a mail, or a web page saved in the form of one", rb"[A-Za-z][\w-]*:", "", _SCORE,
         (".eml", ".mht", ".mhtml")),
    Kind("page", "a web page", rb"", "", _SCORE, (".html", ".htm", ".xhtml")),
    Kind("table", "a table", rb"", _BATCH, "",
         (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".parquet", ".pq")),
)  # fmt: skip
"""The first row that fits is it: what begins like a container stands behind what it contains."""

_BEGINNINGS = [(re.compile(kind.beginning, re.S), kind) for kind in KINDS]


def kind_of(head: bytes, name: str = "") -> Kind | None:
    """The kind of a file by its first bytes, then by its name; None is plain text.

    >>> kind_of(b"%PDF-1.7").noun, kind_of(b"", "a.htm").noun, kind_of(b"He fled.", "a.txt")
    ('a PDF document', 'a web page', None)
    """
    ending = PurePath(name).suffix.lower()
    head = head.removeprefix(BOM_UTF8)
    if (encoding := find_encoding(head)).startswith(("utf-16", "utf-32")):
        head = head.decode(encoding, "replace").encode()
    for beginning, kind in _BEGINNINGS:
        if (not kind.endings or ending in kind.endings) and beginning.match(head):
            return kind
    return None
