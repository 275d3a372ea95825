"""What a value is written as in a table of text."""

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")


def as_text(value: Any) -> str:
    """A value as a string: lists and objects as JSON, bytes as far as they are UTF-8."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, dict | list):
        try:
            return json.dumps(value, ensure_ascii=False, default=as_text)
        except RecursionError:
            return "(nested too deeply)"
    return str(value)


def visible(text: str, *, in_json: bool = False) -> str:
    r"""The text; bytes that were no UTF-8 stand as \xNN, halves of surrogate pairs as \uNNNN.

    In JSON the backslash of such a byte is escaped, while a half stays what it is.
    """
    escape = "\\\\x" if in_json else "\\x"
    bytes_shown = _STRAY_BYTE.sub(lambda stray: f"{escape}{ord(stray[0]) - 0xDC00:02x}", text)
    return bytes_shown.encode(errors="backslashreplace").decode()


def guarded(text: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe; a number stays."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def guarded_csv(table: "pd.DataFrame") -> str:
    safe = table.map(lambda cell: guarded(cell) if isinstance(cell, str) else cell)
    return str(safe.to_csv(index=False, lineterminator="\n"))
