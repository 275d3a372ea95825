"""Formats values as cells of a table of text."""

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
    r"""The text with \xNN for bytes that were no UTF-8, and \uNNNN for halves of surrogate pairs.

    In JSON the backslash of such a byte is escaped, while such a half stays as it is.
    """
    escape = "\\\\x" if in_json else "\\x"
    bytes_shown = _STRAY_BYTE.sub(lambda stray: f"{escape}{ord(stray[0]) - 0xDC00:02x}", text)
    return bytes_shown.encode(errors="backslashreplace").decode()


def guarded(text: str) -> str:
    """The text, with an apostrophe if a spreadsheet would run it as a formula; numbers stay."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def guarded_csv(table: "pd.DataFrame") -> str:
    safe = table.map(lambda cell: guarded(cell) if isinstance(cell, str) else cell)
    return str(safe.to_csv(index=False, lineterminator="\n"))
