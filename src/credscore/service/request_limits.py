"""Limits requests: their kind, size and time, the bytes held, the number worked on."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive, Send

from credscore.report import REPORT_FIELDS
from credscore.service.messages import LINES, BatchLines, BatchRequest, Body
from credscore.service.problems import ProblemError, ending, invalid
from credscore.service.settings import Settings

Sent = TypeVar("Sent", bound=Body)
Result = TypeVar("Result")
_PIECE = 65_536  # bytes handed to the server at a time; it holds about two such pieces
_WATCHED = 0.01  # a caller is watched after so many seconds; most work is done sooner
_COUNTED = {
    "max_body_bytes": "bytes or more",
    "max_items": "items in a batch, or articles on a claim",
    "max_characters": "characters in text and title",
    "max_answer_bytes": "bytes in the answer",
}


class RequestLimits:
    """The limits of one app. A body that is too large is refused before it is parsed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.held = 0
        """Bytes of bodies and answers."""
        self._working: set[object] = set()

    @property
    def full(self) -> bool:
        return len(self._working) >= self._settings.max_concurrency

    def end_of_work(self) -> float:
        """The time of the event loop by which work that begins now must be done."""
        return asyncio.get_running_loop().time() + self._settings.request_seconds

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Count a request as worked on; a ProblemError (429) if there are too many."""
        if self.full:
            most = self._settings.max_concurrency
            raise ProblemError("busy", f"{most} requests are worked on at one time. Try again.")
        request = object()
        self._working.add(request)
        try:
            yield
        finally:
            self._working.discard(request)

    async def in_thread(
        self, threads: Executor, work: Callable[..., Result], *arguments: object
    ) -> Result:
        """The result of work in a thread; the request counts until the work has ended."""
        future = threads.submit(work, *arguments)
        try:
            return await asyncio.wrap_future(future)
        finally:
            self._working.add(future)
            future.add_done_callback(self._working.discard)

    def excess(self, limit: str, size: int) -> ProblemError | None:
        """The problem (413) of a size that is over a limit of the settings."""
        allowed = getattr(self._settings, limit)
        if size <= allowed:
            return None
        detail = f"{size:,} {_COUNTED[limit]}; {allowed:,} are allowed. Send less."
        return ProblemError("too_large", detail)

    def check(self, limit: str, size: int) -> None:
        """Raise the problem of a size that is over a limit."""
        if problem := self.excess(limit, size):
            raise problem

    def check_room(self, size: int) -> None:
        """Raise a ProblemError (429) if so many more bytes can't be held."""
        if self.held + size > self._settings.max_buffered_bytes:
            raise ProblemError("busy", "Too many bytes are held at one time. Try again.")

    async def read(self, request: Request, model: type[Sent]) -> Sent:
        """The body of a request as a model; a ProblemError if it is no JSON or does not fit."""
        lines = _require_json(request, model)
        content = await self._read_bytes(request)
        if lines:
            sent = [line for line in content.split(b"\n") if line.strip()]
            self.check("max_items", len(sent))
            return BatchLines(items=list(map(_item_of, sent)))  # type: ignore[return-value]
        try:
            body = model.model_validate_json(content, context=partial(self.check, "max_items"))
        except ValidationError as error:
            raise invalid(error, model) from None
        self.check("max_characters", body.size)
        _KEYS.decode(content.decode())
        return body

    async def _read_bytes(self, request: Request) -> bytes:
        stated = request.headers.get("content-length", "")
        if stated.isdecimal():
            self.check("max_body_bytes", int(stated[:20]))
        seconds = self._settings.body_seconds
        content = bytearray()
        try:
            async with asyncio.timeout(seconds):
                async for chunk in request.stream():
                    self.check("max_body_bytes", len(content) + len(chunk))
                    self.check_room(len(chunk))
                    self.held += len(chunk)
                    content += chunk
        except TimeoutError:
            detail = f"The body did not arrive within {seconds:g} s. Send it at once."
            raise ProblemError("slow_body", detail, {"Connection": "close"}) from None
        except ClientDisconnect:
            raise ProblemError("bad_request", "The body ended early.") from None
        finally:
            self.held -= len(content)
        return bytes(content)

    async def send(self, message: Message, send: Send) -> None:
        """Pass a part of an answer to the server in pieces; the caller must read each in time."""
        body, more = message.get("body", b""), message.get("more_body", False)
        self.held += len(body)
        try:
            for begin in range(0, max(len(body), 1), _PIECE):
                end = begin + _PIECE
                piece = {"body": body[begin:end], "more_body": more or end < len(body)}
                async with asyncio.timeout(self._settings.body_seconds):
                    await send({**message, **piece})
        except TimeoutError:
            raise ClientDisconnect from None
        finally:
            self.held -= len(body)


@asynccontextmanager
async def in_time(end: float, receive: Receive) -> AsyncIterator[None]:
    """Stop awaited work at `end` (loop time) or as the service ends (503), or the caller (400)."""
    gone = False

    async def watch() -> None:
        nonlocal gone
        await asyncio.sleep(_WATCHED)
        while (await receive())["type"] != "http.disconnect":
            pass
        gone = True
        limit.reschedule(0)

    watching = asyncio.create_task(watch())
    try:
        async with asyncio.timeout_at(end) as limit:
            yield
    except TimeoutError:
        if gone:
            raise ProblemError("bad_request", "The caller went before the answer.") from None
        detail = "Not done in time. Send less, or try again."
        raise ProblemError("unavailable", detail, {"Retry-After": "5"}) from None
    except asyncio.CancelledError:
        raise ending() from None
    finally:
        watching.cancel()


def fields_of(request: Request) -> list[str]:
    """The fields of a report that ?fields= names; a ProblemError (400) for unknown ones."""
    for name in request.query_params.keys() - {"fields"}:
        raise ProblemError("bad_request", f"?{name[:100]}= is unknown: allowed is ?fields=.")
    names = [name for value in request.query_params.getlist("fields") for name in value.split(",")]
    for name in names:
        if name not in REPORT_FIELDS:
            allowed = ", ".join(REPORT_FIELDS)
            raise ProblemError("bad_request", f"fields={name[:100]}: allowed are {allowed}.")
    return names


def _require_json(request: Request, model: type[Body]) -> bool:
    """Refuse a body that is no UTF-8 JSON; return whether it is lines of JSON (batches)."""
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    charsets = re.findall(r'\bcharset\s*=\s*"?([^\s";]*)', parameters)
    lines = model is BatchRequest and kind.strip() == LINES
    if not (lines or kind.strip() == "application/json") or {*charsets} - {"utf-8", "utf8"}:
        detail = "Send Content-Type: application/json, in UTF-8."
        raise ProblemError("unsupported_media_type", detail)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        headers = {"Accept-Encoding": "identity"}
        raise ProblemError("unsupported_media_type", "Send the body uncompressed.", headers)
    return lines


def _item_of(line: bytes) -> object:
    """The value of a line of a batch, or the ProblemError of a line that is no JSON."""
    try:
        item = from_json(line)
        _KEYS.decode(line.decode())
        return item
    except ProblemError as error:
        return error
    except ValueError as error:
        return ProblemError("bad_request", f"{error}. Send one JSON object a line, in UTF-8.")


def _require_single(pairs: list[tuple[str, Any]]) -> None:
    """Refuse a key that stands twice in one object; pydantic would take the last one."""
    if len(dict(pairs)) < len(pairs):
        raise ProblemError(
            "bad_request", "A key stands twice in one object: which of the two holds? Send one."
        )


_KEYS = json.JSONDecoder(object_pairs_hook=_require_single, parse_int=str)
"""Refuses a key that stands twice; integers, which may be endless, stay digits."""
