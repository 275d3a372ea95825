"""The outermost layer: security headers, logs, metrics, unexpected errors."""

import asyncio
import logging
import os
import re
from time import perf_counter

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from credscore.service.logs import described, log
from credscore.service.metrics import Metrics
from credscore.service.problems import REQUEST_ID, ProblemError, ending
from credscore.service.request_limits import RequestLimits

_HEADERS = {
    b"cache-control": b"no-store",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
}
_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
_ORIGIN = re.compile("^https?://[^/]*", re.IGNORECASE)


class Middleware:
    """Every request passes here first, and its answer last. It ends answers that nobody reads."""

    def __init__(self, app: ASGIApp, metrics: Metrics, limits: RequestLimits) -> None:
        self._app, self._metrics, self._limits = app, metrics, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        begin, request_id = perf_counter(), os.urandom(8).hex()
        method = scope["method"] if scope["method"] in _METHODS else "other"
        scope = {**scope, REQUEST_ID: request_id, "route": None}
        if not scope["path"].startswith("/"):  # a full address (RFC 9112, 3.2.2)
            scope["path"] = _ORIGIN.sub("", scope["path"], 1) or "/"
        if method == "HEAD":
            scope["method"] = "GET"  # the server sends no body
        problem = None
        status = bytes_in = bytes_out = 0

        async def counted() -> Message:
            nonlocal bytes_in
            message = await receive()
            bytes_in += len(message.get("body", b""))
            return message

        async def answer(message: Message) -> None:
            nonlocal status, bytes_out
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = _HEADERS | {b"x-request-id": request_id.encode()}
                headers |= {name.lower(): value for name, value in message["headers"]}
                await send({**message, "headers": list(headers.items())})
            else:
                bytes_out += len(message.get("body", b""))
                await self._limits.send(message, send)

        try:
            with self._metrics.in_flight.track_inprogress():
                await self._app(scope, counted, answer)
        except ProblemError as error:
            problem = error
        except ClientDisconnect:
            log(logging.INFO, "unread", request_id=request_id)
        except asyncio.CancelledError:
            problem = ending()
            raise
        except Exception as error:
            log(logging.ERROR, "unexpected", request_id=request_id, **described(error))
            problem = ProblemError("unexpected", "Please report it with the instance.")
        finally:
            if problem and not status:
                await problem.response(request_id)(scope, counted, answer)
            seconds = perf_counter() - begin
            route = getattr(scope["route"], "path", "unmatched")
            self._metrics.answered(route, method, status, seconds)
            log(
                logging.INFO, "request", request_id=request_id, route=route, method=method,
                status=status, seconds=round(seconds, 6), bytes_in=bytes_in, bytes_out=bytes_out,
            )  # fmt: skip
