"""Lines of the log: JSON for machines, plain words for people."""

import json
import logging

from credscore.service.logs import Lines, described

FIELDS = {"fields": {"method": "GET", "status": 200, "request_id": "7f"}}
RECORD = logging.makeLogRecord(
    {"msg": "request", "levelno": logging.INFO, "levelname": "INFO", "created": 0.25} | FIELDS
)


def test_a_line_for_people_has_no_ids() -> None:
    assert Lines(for_people=True).format(RECORD)[9:] == "request: method GET, status 200"


def test_a_line_for_machines_has_all() -> None:
    line = json.loads(Lines(for_people=False).format(RECORD))
    assert line["time"] == "1970-01-01T00:00:00.250Z"
    assert line | FIELDS["fields"] == line
    assert (line["level"], line["event"]) == ("info", "request")


def test_an_exception_is_described_without_its_message() -> None:
    assert described(ValueError("secret")) == {"error": "ValueError", "frames": []}
