"""Cells that a spreadsheet would run as a formula: recognised, and guarded by an apostrophe."""

import re

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?")


def guarded(text: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe; a number stays.

    >>> guarded("=HYPERLINK(A1)"), guarded("-3.5"), guarded("He said -3.")
    ("'=HYPERLINK(A1)", '-3.5', 'He said -3.')
    """
    return f"'{text}" if text.startswith(STARTS) and not _NUMBER.fullmatch(text) else text
