"""Defines the problem document (RFC 9457) with which the service refuses a request."""

from pydantic import BaseModel, Field

MAX_ERRORS = 20  # the most parts of a body that are listed


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
    instance: str | None = Field(default=None, description="The id of the request, as in the logs.")
    errors: list[InvalidPart] | None = Field(
        default=None,
        description=f"For 422: the parts that do not fit, unless they are over {MAX_ERRORS}.",
    )
