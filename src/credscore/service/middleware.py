"""The outermost layer: headers of security, logs, metrics, failures that nobody expected."""

import asyncio
import logging
import os
from collections.abc import Mapping
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credscore.service.endpoint import Handler
from credscore.service.logs import described, log
from credscore.service.metrics import Metrics
from credscore.service.problems import REQUEST_ID, ProblemError

_HEADERS = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
}
_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
DRAIN_SECONDS = 2
DRAIN_BYTES = 64_000_000


class Gate:
    """Wraps an app; every request passes here first and its answer last."""

    def __init__(self, app: ASGIApp, metrics: Metrics, paths: Mapping[Handler, str]) -> None:
        self._app = app
        self._metrics = metrics
        self._paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens inside."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin = perf_counter()
        scope[REQUEST_ID] = request_id = os.urandom(8).hex()
        exchange = Exchange(scope, receive, send, request_id)
        self._metrics.in_flight.inc()
        try:
            await self._app(scope, exchange.receive, exchange.send)
        except ProblemError as problem:
            await problem.response(request_id)(scope, exchange.receive, exchange.send)
        except Exception as error:
            log(logging.ERROR, "unexpected", request_id=request_id, **described(error))
            if not exchange.status:
                unexpected = ProblemError("unexpected", "Please report it with the instance.")
                await unexpected.response(request_id)(scope, exchange.receive, exchange.send)
        finally:
            self._metrics.in_flight.dec()
            seconds = perf_counter() - begin
            route = self._paths.get(scope.get("endpoint", None), "unmatched")
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._metrics.answered(route, method, exchange.status, seconds)
            log(
                logging.INFO, "request", request_id=request_id, route=route,
                method=method, status=exchange.status, seconds=round(seconds, 6),
                bytes_in=exchange.bytes_in, bytes_out=exchange.bytes_out,
            )  # fmt: skip


class Exchange:
    """One request and its answer.

    Where an answer comes before all of the body has (a body too large, a wrong key), the rest is
    read and dropped for a while, then the connection is closed: a client that writes before it
    reads still gets the answer, and one that never ends does not hold the connection.
    """

    def __init__(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        self._receive, self._send = receive, send
        self._id = request_id.encode()
        self._body_ended = not any(
            (name == b"content-length" and value != b"0") or name == b"transfer-encoding"
            for name, value in scope["headers"]
        )
        self._closes = False
        self._may_close = scope.get("http_version", "").startswith("1")
        self.status = self.bytes_in = self.bytes_out = 0

    async def receive(self) -> Message:
        """The next message of the server."""
        message = await self._receive()
        self.bytes_in += len(message.get("body", b""))
        self._body_ended = self._body_ended or not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Pass a message to the server, headers added."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = [*message["headers"], (b"x-request-id", self._id)]
            named = {name.lower() for name, _ in headers}
            headers += [pair for pair in _HEADERS.items() if pair[0] not in named]
            if not self._body_ended and self._may_close:
                self._closes = True
                headers.append((b"connection", b"close"))
            message = {**message, "headers": headers}
        elif message["type"] == "http.response.body":
            self.bytes_out += len(message.get("body", b""))
            if self._closes and not message.get("more_body", False):
                await self._send({**message, "more_body": True})
                await self._drain()
                message = {"type": "http.response.body", "body": b"", "more_body": False}
        await self._send(message)

    async def _drain(self) -> None:
        most = self.bytes_in + DRAIN_BYTES
        try:
            async with asyncio.timeout(DRAIN_SECONDS):
                while not self._body_ended and self.bytes_in < most:
                    await self.receive()
        except TimeoutError:
            pass
