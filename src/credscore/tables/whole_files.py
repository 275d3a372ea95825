"""Reads tables that must be read as a whole: the sheet of a workbook, the items of a feed."""

import re
from collections.abc import Collection, Iterator, Sequence
from html import unescape
from io import BytesIO
from operator import itemgetter
from typing import Any
from zipfile import ZipFile, is_zipfile

from credscore.errors import InputTableError, required
from credscore.tables.row_blocks import BLOCK_ROWS, Rows, check_width, named

MOST_BYTES = 1_000_000_000  # the most unpacked bytes of a workbook
_PARAGRAPH_END = re.compile(r"</p>|<br\s*/?>", re.I)
_TAG = re.compile(r"<[^>]+>")


class WholeReader:
    """Rows in memory; `size` is their number, `read` how many were given out."""

    def __init__(self, name: str, names: list[str], rows: Sequence[Sequence[Any]]) -> None:
        check_width(names, name)
        self.name, self.names, self.rows, self.size, self.read = name, names, rows, len(rows), 0

    def blocks(self) -> Iterator[Rows]:
        for begin in range(0, self.size, BLOCK_ROWS):
            group = self.rows[begin : begin + BLOCK_ROWS]
            self.read = begin + len(group)
            yield Rows([dict(zip(self.names, row, strict=True)) for row in group])


def workbook(name: str, data: bytes, wanted: Collection[str]) -> WholeReader:
    """The sheet that has the columns `wanted`, else the first one, without empty rows."""
    calamine = required("python_calamine", "excel", "Excel and OpenDocument workbooks")
    try:
        file = BytesIO(data)
        unpacked = ZipFile(file).infolist() if is_zipfile(file) else []
        if sum(item.file_size for item in unpacked) > MOST_BYTES:
            raise InputTableError(f"{name}: unpacks to over {MOST_BYTES:,} bytes. Save it as CSV.")
        file.seek(0)
        with calamine.CalamineWorkbook.from_filelike(file) as book:
            sheets = [(sheet, _cells(book.get_sheet_by_name(sheet))) for sheet in book.sheet_names]
    except InputTableError:
        raise
    except Exception as error:  # a damaged file may raise anything
        raise InputTableError(f"{name}: unreadable workbook: {error}. Save it as CSV.") from None
    tables = [
        (sheet, named(["" if cell is None else str(cell) for cell in head]), rows)
        for sheet, (head, *rows) in filter(itemgetter(1), sheets)
    ]
    fit = [table for table in tables if set(wanted) <= set(table[1])]
    if len(fit) > 1:
        there = ", ".join(sheet for sheet, *_ in fit)
        raise InputTableError(f"{name}: has several such sheets: {there}. Save one of them as CSV.")
    if not tables:
        raise InputTableError(f"{name}: has no rows. Name another workbook.")
    _, names, rows = (fit or tables)[0]
    return WholeReader(name, names, rows)


def _cells(sheet: Any) -> list[list[Any]]:
    rows = ([_value(cell) for cell in row] for row in sheet.to_python())
    return [row for row in rows if any(cell is not None for cell in row)]


def _value(cell: Any) -> Any:
    """The value of a cell. Excel stores whole numbers as floats; an empty text is None."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell


def feed(name: str, data: bytes, wanted: Collection[str]) -> WholeReader:
    """The items of an RSS or Atom feed, with columns id, title, text, published and link."""
    feedparser = required("feedparser", "feeds", "Feeds")
    read = feedparser.parse(data)
    if read.bozo and not read.entries:
        raise InputTableError(f"{name}: unreadable feed: {read.bozo_exception}. Get the file anew.")
    names = ["id", "title", "text", "published", "link"]
    rows = [[{**entry, "text": _text(entry)}.get(key) for key in names] for entry in read.entries]
    return WholeReader(name, names, rows)


def _text(entry: Any) -> str | None:
    """The text of an item without tags: the full text if the feed has it, else the summary."""
    parts = [item.value for item in entry.get("content", ())] or [entry.get("summary")]
    if parts == [None]:
        return None
    return unescape(_TAG.sub(" ", _PARAGRAPH_END.sub("\n", " ".join(parts)))).strip()


WHOLE = {"workbook": workbook, "feed": feed}  # the reader of each kind
