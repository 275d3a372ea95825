"""What a caller may ask for: the key, the kind and size of a body, the number at one time."""

import asyncio
import functools
import hmac
import json
import re
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from credscore.service.messages import BatchRequest, ScoreRequest, SourcingRequest
from credscore.service.problems import ProblemError, invalid, later
from credscore.service.settings import Settings

Asked = TypeVar("Asked", bound=BaseModel)
_CHARSET = re.compile(r'\bcharset\s*=\s*"?([^\s";]*)')
_UTF_8 = frozenset({"utf-8", "utf8"})


class Limits:
    """Guards one app. What is too much is refused before it is parsed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._key = settings.api_key and settings.api_key.get_secret_value().encode()
        self._held = 0
        self.working = 0

    @property
    def full(self) -> bool:
        """Whether no further request would be taken."""
        return self.working >= self._settings.max_concurrency

    def __enter__(self) -> None:
        if self.full:
            raise later(
                "busy",
                f"{self._settings.max_concurrency} requests are worked on at one time. Try again.",
            )
        self.working += 1

    def __exit__(self, *_: object) -> None:
        self.working -= 1

    def check_key(self, request: Request) -> None:
        """Refuse a caller without the key, where one is set; compared in constant time."""
        if not self._key:
            return
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        shown = shown if scheme.lower() == "bearer" else request.headers.get("x-api-key", "")
        if not hmac.compare_digest(shown.encode("latin-1"), self._key):
            raise ProblemError(
                "unauthorised",
                "Send the key as Authorization: Bearer KEY, or as X-API-Key: KEY.",
                {"WWW-Authenticate": "Bearer"},
            )

    async def read(
        self, request: Request, model: type[Asked], check: Callable[[Asked], None]
    ) -> Asked:
        """The body of a request as a model; `check` looks at its size.

        Raises
        ------
        ProblemError
            401, 408, 413, 415, 429; 400 for what is no JSON, 422 for what does not fit.
        """
        self.check_key(request)
        _require_json(request)
        body = await self._body(request)
        try:
            asked = model.model_validate_json(body)
        except ValidationError as error:
            raise invalid(error) from None
        check(asked)
        if b"\\u" in body or _more_keys(body, asked):
            _refuse_doubles(body)
        return asked

    def check_text(self, asked: SourcingRequest) -> None:
        """Refuse a text that is too long."""
        self.check_length(len(asked.text) + len(asked.title or ""))

    def check_length(self, characters: int) -> None:
        """Refuse more characters than one text may have."""
        self._check(characters, "max_characters", "characters in text and title")

    def check_items(self, asked: BatchRequest) -> None:
        """Refuse a batch that is too long."""
        self._check(len(asked.items), "max_items", "items in a batch")

    def _check(self, size: int, limit: str, what: str) -> None:
        allowed = getattr(self._settings, limit)
        if size > allowed:
            raise ProblemError("too_large", f"{size:,} {what}; {allowed:,} are allowed. Send less.")

    async def _body(self, request: Request) -> bytes:
        stated = request.headers.get("content-length", "")
        if stated.isdecimal():
            self._check(int(stated[:20]), "max_body_bytes", "bytes")
        size, chunks, more = 0, [], True
        try:
            async with asyncio.timeout(self._settings.body_seconds):
                while more:
                    message = await request.receive()
                    if message["type"] == "http.disconnect":
                        raise ProblemError("bad_request", "The body ended early.")
                    chunk = message.get("body", b"")
                    more = message.get("more_body", False)
                    size += len(chunk)
                    self._held += len(chunk)
                    self._check(size, "max_body_bytes", "bytes or more")
                    if self._held > self._settings.max_buffered_bytes:
                        raise later("busy", "Too many bytes are arriving at one time. Try again.")
                    chunks.append(chunk)
        except TimeoutError:
            raise ProblemError(
                "slow_body",
                f"The body had {self._settings.body_seconds:g} s to arrive. Send it at once.",
            ) from None
        finally:
            self._held -= size
        return b"".join(chunks)


def _require_json(request: Request) -> None:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    charsets = _CHARSET.findall(parameters.lower())
    if kind.strip().lower() != "application/json" or not _UTF_8.issuperset(charsets):
        raise ProblemError(
            "unsupported_media_type", "Send Content-Type: application/json, in UTF-8."
        )
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ProblemError(
            "unsupported_media_type", "Send the body unpacked.", {"Accept-Encoding": "identity"}
        )


@functools.cache
def _keys(model: type[BaseModel]) -> dict[str, bytes]:
    """The keys of a body as they stand in it, unless written with escapes."""
    names = set(model.model_fields)
    if model is BatchRequest:
        names |= set(ScoreRequest.model_fields)
    return {name: f'"{name}"'.encode() for name in names}


def _more_keys(body: bytes, asked: BaseModel) -> bool:
    """Whether a key may stand in the body more often than objects have it."""
    objects: list[Any] = [asked.model_fields_set]
    if isinstance(asked, BatchRequest):
        objects += [item for item in asked.items if isinstance(item, dict)]
    keys = _keys(type(asked)).items()
    return any(body.count(key) > sum(name in one for one in objects) for name, key in keys)


def _refuse_doubles(body: bytes) -> None:
    """A key that stands twice leaves open which holds; pydantic would take the last."""
    json.loads(body, object_pairs_hook=_require_single, parse_int=str)


def _require_single(pairs: list[tuple[str, Any]]) -> None:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ProblemError(
            "bad_request", "A key stands twice in one object: which of the two holds? Send one."
        )
