"""What goes wrong is answered with a problem document (RFC 9457), whoever noticed it."""

from typing import Any

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
REQUEST_ID = "credscore.request_id"
MAX_ERRORS = 20

TITLES: dict[str, tuple[int, str]] = {
    "bad_request": (400, "The request can't be read."),
    "unauthorised": (401, "The API key is missing or wrong."),
    "not_found": (404, "There is nothing at this address."),
    "method_not_allowed": (405, "The address does not know this method."),
    "slow_body": (408, "The body took too long to arrive."),
    "too_large": (413, "The request is too large."),
    "unsupported_media_type": (415, "The body must be JSON, not encoded."),
    "invalid": (422, "The body does not fit what is allowed."),
    "busy": (429, "Too many requests at one time."),
    "unexpected": (500, "An unexpected failure."),
    "unavailable": (503, "Not now."),
}
"""Every kind of problem, its status and its title; the list is closed."""

_KINDS = {status: kind for kind, (status, _) in TITLES.items()}


class InvalidPart(BaseModel):
    """One part of a body that does not fit."""

    pointer: str = Field(description="JSON Pointer of the part, as a URI fragment.")
    detail: str


class Problem(BaseModel):
    """A problem document, RFC 9457."""

    type: str = Field(description="urn:credscore:problem: and the kind.")
    title: str
    status: int
    detail: str = Field(description="What came, what is allowed, what to do.")
    instance: str | None = Field(None, description="The id of the request, as in the logs.")
    errors: list[InvalidPart] | None = Field(
        None, description=f"For 422: the parts that do not fit, unless they are over {MAX_ERRORS}."
    )


class ProblemError(Exception):
    """Raised anywhere while a request is answered; becomes a problem document."""

    def __init__(
        self,
        kind: str,
        detail: str,
        headers: dict[str, str] | None = None,
        errors: list[dict[str, str]] | None = None,
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.headers, self.errors = kind, detail, headers, errors

    def document(self) -> dict[str, Any]:
        """The members of the problem document."""
        status, title = TITLES[self.kind]
        members: dict[str, Any] = {
            "type": f"urn:credscore:problem:{self.kind}", "title": title, "status": status,
            "detail": self.detail,
        }  # fmt: skip
        if self.errors is not None:
            members["errors"] = self.errors
        return members

    def response(self, request_id: str | None = None) -> Response:
        """The answer, told apart by the id of the request."""
        members = self.document()
        if request_id:
            members["instance"] = f"urn:credscore:request:{request_id}"
        return Response(to_json(members), members["status"], self.headers, MEDIA_TYPE)


def later(kind: str, detail: str, seconds: int = 1) -> ProblemError:
    """A problem that passes: it says when to try again."""
    return ProblemError(kind, detail, {"Retry-After": str(seconds)})


def invalid(error: ValidationError) -> ProblemError:
    """The problem of what pydantic refused; the caller's values are not repeated."""
    count = error.error_count()
    if count > MAX_ERRORS:  # to list them all would take longer than to read the body
        return ProblemError("invalid", f"{count:,} parts do not fit. See openapi.json.")
    found = error.errors(include_url=False, include_context=False, include_input=False)
    if found[0]["type"] == "json_invalid":
        return ProblemError("bad_request", f"{found[0]['msg']}. Send one JSON object in UTF-8.")
    parts = [{"pointer": _pointer(part["loc"]), "detail": part["msg"]} for part in found]
    detail = f"{parts[0]['pointer']}: {parts[0]['detail']}. See errors."
    return ProblemError("invalid", detail, errors=parts)


def _pointer(place: tuple[int | str, ...]) -> str:
    steps = (str(step)[:100].replace("~", "~0").replace("/", "~1") for step in place)
    return "".join(("#", *(f"/{step}" for step in steps)))


def documented(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of the problems of an address, by status."""
    responses: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        status, title = TITLES[kind]
        example = ProblemError(kind, title).document()
        content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
        responses[status] = {"description": title, "content": {MEDIA_TYPE: content}}
        if kind in ("busy", "unavailable"):
            wait = {"schema": {"type": "integer"}, "description": "Seconds to wait."}
            responses[status]["headers"] = {"Retry-After": wait}
    return responses


async def answer(request: Request, error: Exception) -> Response:
    """The exception handler of the app, for our own problems and the framework's."""
    if isinstance(error, HTTPException):
        kind = _KINDS.get(error.status_code, "bad_request")
        headers = dict(error.headers or {})
        allowed = headers.get("Allow", "").replace(", ", " or ")
        hint = f"Use {allowed}." if allowed else "See openapi.json for what there is."
        error = ProblemError(kind, f"{TITLES[kind][1]} {hint}", headers)
    assert isinstance(error, ProblemError)
    return error.response(request.scope.get(REQUEST_ID))
