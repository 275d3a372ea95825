"""Answers errors of any origin with a problem document (RFC 9457)."""

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from credscore.errors import misfit
from credscore.problem import MAX_ERRORS, InvalidPart, Problem

MEDIA_TYPE = "application/problem+json"
REQUEST_ID = "credscore.request_id"
TITLES: dict[str, tuple[int, str]] = {
    "bad_request": (400, "The request can't be read."),
    "unauthorised": (401, "The API key is missing or wrong."),
    "not_found": (404, "There is nothing at this address."),
    "method_not_allowed": (405, "The address does not know this method."),
    "slow_body": (408, "The body took too long to arrive."),
    "too_large": (413, "The request is too large."),
    "unsupported_media_type": (415, "The body must be plain JSON in UTF-8, not compressed."),
    "invalid": (422, "The body does not fit what is allowed."),
    "busy": (429, "Too many requests at one time."),
    "unexpected": (500, "An unexpected failure."),
    "unavailable": (503, "Not now."),
}
"""Every kind of problem, its status and its title; the list is closed."""
_KINDS = {status: kind for kind, (status, _) in TITLES.items()}
_TEMPORARY = {"busy", "unavailable"}


class ProblemError(Exception):
    """An error while a request is answered; it becomes a problem document.

    A temporary problem states after how many seconds to try again: 1 unless `headers` differ.
    """

    size = 0
    """Characters: of an item that is a problem none is scored."""

    def __init__(self, kind: str, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(kind)
        status, title = TITLES[kind]
        name = f"urn:credscore:problem:{kind}"
        self.document = Problem(type=name, title=title, status=status, detail=detail)
        self.headers = headers or ({"Retry-After": "1"} if kind in _TEMPORARY else {})

    def json(self, request_id: str | None) -> bytes:
        self.document.instance = request_id and f"urn:credscore:request:{request_id}"
        return self.document.model_dump_json(exclude_none=True).encode()

    def response(self, request_id: str | None) -> Response:
        return Response(self.json(request_id), self.document.status, self.headers, MEDIA_TYPE)


def ending() -> ProblemError:
    """The problem of what is not done when the service ends."""
    return ProblemError("unavailable", "The service ends. Try again.")


def invalid(error: ValidationError, model: type[BaseModel]) -> ProblemError:
    """The problem of a body that did not fit a model; the caller's values are not repeated."""
    count = error.error_count()
    if count > MAX_ERRORS:  # listing all takes longer than reading the body
        return ProblemError("invalid", f"{count:,} parts do not fit. See openapi.json.")
    details = error.errors(include_url=False)
    if details[0]["type"] == "json_invalid":
        return ProblemError("bad_request", f"{details[0]['msg']}. Send one JSON object in UTF-8.")
    parts = []
    for detail in details:
        steps = (str(step)[:100].replace("~", "~0").replace("/", "~1") for step in detail["loc"])
        sentence = misfit(detail)
        if detail["type"] == "extra_forbidden":
            sentence += f": allowed are {', '.join(_fields_at(model, detail['loc'][:-1]))}"
        parts.append(InvalidPart(pointer="/".join(("#", *steps)), detail=sentence))
    problem = ProblemError("invalid", f"{parts[0].pointer}: {parts[0].detail}. See errors.")
    problem.document.errors = parts
    return problem


def _fields_at(model: type[BaseModel], place: Sequence[int | str]) -> list[str]:
    """The keys that are allowed at a place of a body, within the objects of a list."""
    for step in place:
        if isinstance(step, str):
            (model,) = get_args(model.model_fields[step].annotation)
    return list(model.model_fields)


def documented(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """The problems of an address for the OpenAPI document, by status."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {TITLES[kind][0]: {"description": TITLES[kind][1], "content": content} for kind in kinds}


async def answer(request: Request, error: Exception) -> Response:
    """The exception handler of the app, for problems of credscore and of the framework."""
    if isinstance(error, HTTPException):
        kind = _KINDS.get(error.status_code, "bad_request")
        headers = dict(error.headers or {})
        allowed = headers.get("Allow", "").replace(", ", " or ")
        hint = f"Use {allowed}." if allowed else "See openapi.json for what there is."
        error = ProblemError(kind, f"{TITLES[kind][1]} {hint}", headers)
    assert isinstance(error, ProblemError)
    return error.response(request.scope.get(REQUEST_ID))
