"""Logs what happened, when, and how long it took; never a word of a text.

Messages of exceptions may quote a request, so only their type and frames are logged.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

LOGGER = logging.getLogger("credscore.service")


class Lines(logging.Formatter):
    """Formats a record as one line: a JSON object, or plain words without ids for people."""

    def __init__(self, for_people: bool) -> None:
        super().__init__(datefmt="%H:%M:%S")
        self._for_people = for_people

    def format(self, record: logging.LogRecord) -> str:
        event = record.getMessage().partition("\n")[0]
        error = record.exc_info[1] if record.exc_info else None
        details = (described(error) if error else {}) | getattr(record, "fields", {})
        if self._for_people:
            parts = [f"{name} {value}" for name, value in details.items() if name != "request_id"]
            level = "" if record.levelno < logging.WARNING else f"{record.levelname} "
            shown = f": {', '.join(parts)}" if parts else ""
            return f"{self.formatTime(record, self.datefmt)} {level}{event}{shown}"
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": time.replace("+00:00", "Z"), "level": record.levelname.lower()}
        return json.dumps({**line, "logger": record.name, "event": event, **details}, default=str)


def log(level: int, event: str, **fields: object) -> None:
    LOGGER.log(level, event, extra={"fields": fields})


def described(error: BaseException) -> dict[str, Any]:
    """The type and the frames of an exception, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "frames": lines}


def are_for_people(form: str | None) -> bool:
    """Whether logs are plain lines: as stated, else if standard error is a terminal."""
    return sys.stderr.isatty() if form is None else form == "text"


def log_to_stderr(level: str, form: str | None = None) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(are_for_people(form)))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in (LOGGER.name, "uvicorn"):
        logging.getLogger(name).setLevel(level.upper())
