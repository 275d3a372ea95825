"""One connection of uvicorn, which waits for no caller for ever and tells what is no HTTP."""

import asyncio
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from credscore.service.middleware import DRAIN_SECONDS
from credscore.service.problems import ProblemError


class Connection(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """uvicorn's protocol, of which it makes one object a connection.

    It is closed where the head of a request does not arrive within `seconds`, and where for so
    long nothing of an answer is read. A caller that has ended its own side gets its answer.
    """

    seconds: float = 10
    cycle: Any
    transport: asyncio.Transport

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._patience: asyncio.TimerHandle | None = None
        self._refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:
        """The first head is waited for."""
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """Part of a head, or of a body, or more than one request."""
        if not self._refused:
            super().data_received(data)
        if self._refused:
            return
        if self._idle:
            self._wait_for_head()
        else:
            self._end_waiting()

    def eof_received(self) -> bool:
        """Whether to keep open what the caller has closed on its side: for a whole request."""
        if self._idle or self.cycle.more_body:
            return False
        self.cycle.keep_alive = False
        return True

    def connection_lost(self, error: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._end_waiting()
        super().connection_lost(error)

    def on_response_complete(self) -> None:
        """What the caller has not read of an answer stays in memory: it must go on reading."""
        super().on_response_complete()
        self._watch(None)

    def send_400_response(self, msg: str) -> None:
        """A problem document for what is no HTTP, unless an answer has begun.

        What still comes is read and dropped for a while: a connection closed over unread bytes is
        reset, and a reset takes the answer with it.
        """
        if not self._idle and self.cycle.response_started:
            self.transport.close()
            return
        problem = ProblemError("bad_request", "It is no valid HTTP. Send HTTP/1.1.").response()
        headers = [*problem.raw_headers, (b"connection", b"close")]
        lines = [b"HTTP/1.1 400 Bad Request", *(b": ".join(pair) for pair in headers)]
        self.transport.write(b"\r\n".join([*lines, b"", bytes(problem.body)]))
        self.transport.write_eof()
        self.flow.resume_reading()
        self._refused = True
        self._end_waiting()
        self._patience = self.loop.call_later(DRAIN_SECONDS, self.transport.close)

    @property
    def _idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _wait_for_head(self) -> None:
        if self._patience is None:
            self._patience = self.loop.call_later(self.seconds, self.transport.close)

    def _end_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _watch(self, before: int | None) -> None:
        left = self.transport.get_write_buffer_size()
        if before is not None and left >= before:
            self.transport.abort()
        elif left:
            self.loop.call_later(self.seconds, self._watch, left)
