"""The outermost layer: headers of security, logs, metrics, failures that nobody expected."""

import asyncio
import logging
import os
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credscore.service.logs import described, log
from credscore.service.metrics import Metrics
from credscore.service.problems import REQUEST_ID, ProblemError, later
from credscore.service.request_limits import RequestLimits

_HEADERS = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
}
_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
_PIECE = 65_536
"""Bytes of an answer that are handed to the server at a time; it holds about two such pieces."""


class UnreadError(Exception):
    """The caller does not read the answer."""


class Middleware:
    """Wraps an app: every request passes here first, and its answer last.

    `seconds` is how long a piece of an answer may stay unread before the connection is closed.
    """

    def __init__(
        self, app: ASGIApp, metrics: Metrics, limits: RequestLimits, seconds: float
    ) -> None:
        self._app, self._metrics, self._limits, self._seconds = app, metrics, limits, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens inside."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin = perf_counter()
        request_id = os.urandom(8).hex()
        method = scope["method"] if scope["method"] in _METHODS else "other"
        scope = {**scope, REQUEST_ID: request_id, "route": None}
        if method == "HEAD":
            scope["method"] = "GET"  # the server leaves the body out
        exchange = Exchange(receive, send, request_id, self._limits, self._seconds)
        problem = None
        self._metrics.in_flight.inc()
        try:
            await self._app(scope, exchange.receive, exchange.send)
        except ProblemError as error:
            problem = error
        except UnreadError:
            log(logging.INFO, "unread", request_id=request_id)
        except asyncio.CancelledError:
            problem = later("unavailable", "The service ends. Try again.")
            raise
        except Exception as error:
            log(logging.ERROR, "unexpected", request_id=request_id, **described(error))
            problem = ProblemError("unexpected", "Please report it with the instance.")
        finally:
            if problem and not exchange.status:
                await problem.response(request_id)(scope, exchange.receive, exchange.send)
            self._metrics.in_flight.dec()
            seconds = perf_counter() - begin
            route = getattr(scope["route"], "path", "unmatched")
            self._metrics.answered(route, method, exchange.status, seconds)
            log(
                logging.INFO, "request", request_id=request_id, route=route,
                method=method, status=exchange.status, seconds=round(seconds, 6),
                bytes_in=exchange.bytes_in, bytes_out=exchange.bytes_out,
            )  # fmt: skip


class Exchange:
    """One request and its answer: counts bytes, adds headers, sends in pieces."""

    def __init__(
        self, receive: Receive, send: Send, request_id: str, limits: RequestLimits, seconds: float
    ) -> None:
        self._receive, self._send, self._limits, self._seconds = receive, send, limits, seconds
        self._headers = _HEADERS | {b"x-request-id": request_id.encode()}
        self.status = self.bytes_in = self.bytes_out = 0

    async def receive(self) -> Message:
        """The next message of the server."""
        message = await self._receive()
        self.bytes_in += len(message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        """Pass a message to the server: headers added, a large body in pieces.

        An UnreadError is raised if the server can't get rid of a piece in time.
        """
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = [*message["headers"]]
            names = {name.lower() for name, _ in headers}
            headers += [pair for pair in self._headers.items() if pair[0] not in names]
            await self._send({**message, "headers": headers})
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        with self._limits.hold(len(body)):
            for end in range(_PIECE, len(body) + _PIECE + (not body), _PIECE):
                piece = {"body": body[end - _PIECE : end], "more_body": more or end < len(body)}
                try:
                    async with asyncio.timeout(self._seconds):
                        await self._send({"type": message["type"], **piece})
                except TimeoutError:
                    raise UnreadError from None
        self.bytes_out += len(body)
