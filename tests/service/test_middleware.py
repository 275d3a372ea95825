"""Connections: they serve on, are refused if they are not HTTP, and end if nobody reads."""

import asyncio
import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPResponse
from typing import Any

import psutil
import pytest
from starlette.responses import Response

from credscore.service import Settings
from credscore.service.metrics import Metrics
from credscore.service.middleware import Middleware
from credscore.service.request_limits import RequestLimits

BODY = b'{"text": "He allegedly fled."}'
HEAD = b"POST /v1/score HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(scope="module")
def impatient(start: Callable[..., Any]) -> Any:
    """A server that waits for one second."""
    return start("--body-seconds", "1")


@contextmanager
def connected(server: Any) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        yield connection


def rest(connection: socket.socket) -> bytes:
    """What comes until the server closes the connection."""
    raw = b""
    while chunk := connection.recv(65536):
        raw += chunk
    return raw


def test_a_connection_serves_on_for_longer_than_it_waits(impatient: Any) -> None:
    with connected(impatient) as connection:
        for _ in range(4):
            connection.sendall(WHOLE)
            answer = HTTPResponse(connection)
            answer.begin()
            assert answer.status == 200
            assert json.loads(answer.read())["schema_version"] == 1
            time.sleep(0.4)


@pytest.mark.parametrize("origin", ["http://localhost", "HTTPS://a.example:8000"])
@pytest.mark.parametrize(
    ("path", "status"), [("/v1/score", 200), ("/v1/score?fields=score", 200), ("/http://a/", 404)]
)
def test_a_target_may_be_a_whole_address(server: Any, origin: str, path: str, status: int) -> None:
    """RFC 9112, section 3.2.2."""
    with connected(server) as connection:
        connection.sendall(WHOLE.replace(b" /v1/score ", f" {origin}{path} ".encode(), 1))
        answer = HTTPResponse(connection)
        answer.begin()
        assert answer.status == status


def test_a_whole_address_without_a_path(server: Any) -> None:
    with connected(server) as connection:
        connection.sendall(b"HEAD http://localhost HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 200")


def test_an_idle_connection_is_kept_for_as_long_as_is_set(start: Callable[..., Any]) -> None:
    server = start("--idle-seconds", "1")
    with connected(server) as connection:
        begin = time.monotonic()
        connection.sendall(WHOLE)
        answer = HTTPResponse(connection)
        answer.begin()
        answer.read()
        assert connection.recv(1) == b""
        assert time.monotonic() - begin >= 1


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
        b"POST /v1/score HTTP/1.1\r\nContent-Type: application/json\r\n\r\n",
        HEAD + b"Content-Length: -5\r\n\r\n{}",
        CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n",
        HEAD + b"X: " + b"a" * 100_000,
    ],
    ids=["TLS", "no host", "negative", "no number", "too long a head"],
)
def test_what_is_not_http_is_refused_by_the_server(server: Any, sent: bytes) -> None:
    with connected(server) as connection:
        connection.sendall(sent)
        assert rest(connection).startswith(b"HTTP/1.1 400 Bad Request\r\n")


def test_a_caller_that_does_not_read_holds_little_and_not_for_ever(
    start: Callable[..., Any],
) -> None:
    """Each answer has megabytes; what is not read is not made."""
    server = start("--body-seconds", "1")
    items = [{"text": "It may. " * 900}] * 256
    body = json.dumps({"items": items}).encode()
    sent = HEAD.replace(b"score", b"score:batch") + b"Content-Length: %d\r\n\r\n" % len(body) + body
    process = psutil.Process(server.process.pid)
    with connected(server) as connection:
        connection.sendall(sent.replace(b"HTTP/1.1\r\n", b"HTTP/1.1\r\nConnection: close\r\n"))
        assert len(rest(connection)) > 10_000_000
    before = process.memory_info().rss
    with ExitStack() as held:
        callers = [held.enter_context(connected(server)) for _ in range(16)]
        for connection in callers:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.sendall(sent)
            assert connection.recv(100).startswith(b"HTTP/1.1 200")
        wait = time.monotonic() + 60
        most = before
        while any(one.status == "ESTABLISHED" for one in process.net_connections("tcp")):
            most = max(most, process.memory_info().rss)
            assert time.monotonic() < wait, "connections stay open"
            time.sleep(0.05)
    assert most < before + 130_000_000  # the sixteen answers have 250
    assert server.client.get("/readyz").status_code == 200


def test_who_does_not_read_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The server takes no piece of the answer; the system may close such a connection first."""
    settings = Settings(body_seconds=0.05)
    metrics = Metrics("ours")
    app = Middleware(Response(b"x" * 200_000), metrics, RequestLimits(settings))

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            await asyncio.Event().wait()

    scope = {"type": "http", "method": "GET", "path": "/"}
    with caplog.at_level(logging.INFO, "credscore.service"):
        asyncio.run(app(scope, None, send))  # type: ignore[arg-type]
    assert [record.msg for record in caplog.records] == ["unread", "request"]
    assert "credscore_requests_in_flight 0.0" in metrics.exposition().decode()
