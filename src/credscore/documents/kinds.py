"""Recognises the kind of a file by its first bytes and its name (rows of `kinds.toml`)."""

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from credscore.documents.encodings import find_encoding
from credscore.text import read_table

HEAD = 1 << 18  # the first bytes of a file, which show its kind


class Kind(NamedTuple):
    """A kind of file: a row of `kinds.toml`, which explains its columns."""

    name: str
    noun: str
    beginning: str
    as_article: str = ""
    as_table: str = ""
    endings: Sequence[str] = ()

    def refusal(self, advice: str) -> str:
        """What the file is, and what to do."""
        return f"is {self.noun}. {advice}"


KINDS = [Kind(**row) for row in read_table("documents/kinds.toml")["kind"]]
_BEGINNINGS = [(re.compile(kind.beginning.encode(), re.S), kind) for kind in KINDS]


def kind_of(head: bytes, name: str = "") -> Kind | None:
    """The kind of a file by its first bytes, else by its name; None is plain text.

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
