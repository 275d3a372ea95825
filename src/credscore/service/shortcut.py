"""A request's way straight to its handler, by one look-up.

The framework's own way, through its layers and from route to route, takes about as long as to
read the body. It is kept for all else: other methods, addresses that there are not.
"""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from credscore.service.endpoint import Endpoint, Handler
from credscore.service.problems import REQUEST_ID, ProblemError


class Shortcut:
    """The innermost layer before the framework's routes."""

    def __init__(self, app: ASGIApp, endpoints: Iterable[Endpoint]) -> None:
        self._app = app
        self._handlers = {(one.method, one.path): one.handler for one in endpoints}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        handler = self._handler(scope)
        if handler is None:
            await self._app(scope, receive, send)
            return
        scope["endpoint"] = handler
        try:
            response = await handler(Request(scope, receive))
        except ProblemError as problem:
            response = problem.response(scope.get(REQUEST_ID))
        await response(scope, receive, send)

    def _handler(self, scope: Scope) -> Handler | None:
        if scope["type"] != "http":
            return None
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        return self._handlers.get((scope["method"], path))
