"""Logs: what happened, when and how long it took; never a word of a text.

JSON lines for machines, plain ones for people who started the service on a terminal.

Messages of exceptions may quote what was sent: only the type and frames of one are logged.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

LOGGER = logging.getLogger("credscore.service")


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, event and its details; of an exception `described`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "time": time.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage().partition("\n")[0],
        }
        failure = described(record.exc_info[1]) if record.exc_info and record.exc_info[1] else {}
        return json.dumps(line | failure | getattr(record, "told", {}), default=str)


class PlainLines(logging.Formatter):
    """A line for people: the time of day, the event and its details, but no ids.

    >>> told = {"told": {"method": "GET", "status": 200, "request_id": "7f"}}
    >>> record = logging.makeLogRecord({"msg": "request", "levelno": logging.INFO} | told)
    >>> PlainLines().format(record)[9:]
    'request: method GET, status 200'
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        time = datetime.fromtimestamp(record.created).strftime("%H:%M:%S")
        event = record.getMessage().partition("\n")[0]
        failure = described(record.exc_info[1]) if record.exc_info and record.exc_info[1] else {}
        told = failure | getattr(record, "told", {})
        details = [f"{name} {value}" for name, value in told.items() if name != "request_id"]
        level = "" if record.levelno < logging.WARNING else f"{record.levelname} "
        return f"{time} {level}{event}{': ' * bool(details)}{', '.join(details)}"


def log(level: int, event: str, **told: object) -> None:
    """Log an event with its details."""
    LOGGER.log(level, event, extra={"told": told})


def described(error: BaseException) -> dict[str, Any]:
    """The type and the frames of an exception, without its message.

    >>> described(ValueError("secret"))
    {'error': 'ValueError', 'frames': []}
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "frames": lines}


def are_for_people(form: str | None) -> bool:
    """Whether logs are plain lines: as it was asked for, else if standard error is a terminal."""
    return sys.stderr.isatty() if form is None else form == "text"


def log_to_stderr(level: str, form: str | None = None) -> None:
    """Send what this process logs to standard error, as JSON lines or plain ones."""
    handler = logging.StreamHandler()
    handler.setFormatter(PlainLines() if are_for_people(form) else JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in (LOGGER.name, "uvicorn"):
        logging.getLogger(name).setLevel(level.upper())
