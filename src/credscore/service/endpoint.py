"""An Endpoint: one address, what answers there, and what the OpenAPI document says of it.

Handlers are plain: they take a request and give a response. FastAPI's own way, where it reads,
validates and writes for the handler, costs more than the scoring of a text (measured by
benchmarks/speed/service.py), and would read a body before its size is known.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

READING = (
    "bad_request", "unauthorised", "slow_body", "too_large", "unsupported_media_type", "invalid",
    "busy", "unexpected", "unavailable",
)  # fmt: skip
"""The problems of an address that reads a body and works on it."""

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Endpoint:
    """One address. `asks` and `gives` name schemas of messages.py; `problems` kinds of problems.

    The handler's docstring is the description. `media_type` is that of the answer.
    """

    method: str
    path: str
    handler: Handler
    summary: str
    gives: str | None = None
    problems: tuple[str, ...] = ("unexpected",)
    asks: str | None = None
    examples: dict[str, Any] = field(default_factory=dict)
    media_type: str = "application/json"
    guarded: bool = False
    """Whether the API key is asked for, where one is set."""
