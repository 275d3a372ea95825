"""What a call costs, counted rather than timed: lines of Python that run, bytes that are held."""

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType
from typing import Any

Call = Callable[[str], object]


def lines_of(call: Call, text: str) -> int:
    """How many lines of Python run in a call, those of generators and comprehensions each time."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call(text)
    finally:
        sys.settrace(before)
    return count


def bytes_of(call: Call, text: str) -> int:
    """How many bytes a call holds at most, beyond what was held before."""
    tracemalloc.start()
    try:
        call(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def of_size(unit: str, size: int) -> str:
    """A text of so many characters, full of one thing."""
    return (unit * (size // len(unit) + 1))[:size]
