"""What a value is written as in a table of text."""

import json
import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def as_text(value: Any) -> str:
    """A value as a string: lists and objects as JSON, bytes as far as they are UTF-8.

    A value that is nested too deeply for json is only named: json reads a little deeper than it
    writes.

    >>> as_text({"a": [1, None]}), as_text(b"He fled.")
    ('{"a": [1, null]}', 'He fled.')
    """
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, dict | list):
        try:
            return json.dumps(value, ensure_ascii=False, default=as_text)
        except RecursionError:
            return "(nested too deeply)"
    return str(value)


def visible(text: str) -> str:
    r"""The text; bytes that were no UTF-8 stand as \xNN, halves of surrogate pairs as \uNNNN.

    >>> visible("Jos\udce9")
    'Jos\\xe9'
    """
    return _SURROGATE.sub(_escape, text)


def _escape(surrogate: re.Match[str]) -> str:
    code = ord(surrogate[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
