"""Logs as JSON lines. They tell what happened, when and how long it took; never a word of a text.

Messages of exceptions may quote what was sent: of an exception only its type and places are told.
"""

import functools
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import IO, Any

import orjson

LOGGER = logging.getLogger("credscore.service")


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, event, what was told of it; type and frames of an exception."""
        line: dict[str, Any] = {
            "time": f"{_second(int(record.created))}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage().partition("\n")[0],
        }
        line |= getattr(record, "told", {})
        if record.exc_info and record.exc_info[1]:
            line |= described(record.exc_info[1])
        return orjson.dumps(line, default=str).decode()


def log(level: int, event: str, **told: object) -> None:
    """One line, without a search for the place in the code that says so."""
    if LOGGER.isEnabledFor(level):
        extra = {"told": told}
        LOGGER.handle(
            LOGGER.makeRecord(LOGGER.name, level, __file__, 0, event, (), None, extra=extra)
        )


@functools.lru_cache(2)
def _second(number: int) -> str:
    return datetime.fromtimestamp(number, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def described(error: BaseException) -> dict[str, Any]:
    """The type and the frames of an exception, without its message.

    >>> described(ValueError("secret"))
    {'error': 'ValueError', 'frames': []}
    """
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": type(error).__name__,
        "frames": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }


def log_to(stream: IO[str] | None, level: str) -> None:
    """Send what this process logs to a stream (standard error) as JSON lines."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in (LOGGER.name, "uvicorn"):
        logging.getLogger(name).setLevel(level.upper())
