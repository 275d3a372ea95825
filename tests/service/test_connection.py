"""Connections made to hurt: none is waited for for ever, and what is no HTTP is told so."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import psutil
import pytest

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


@pytest.mark.parametrize("sent", [b"", b"POST /v1/score HT", HEAD, HEAD + b"X-A: b\r\n"])
def test_a_head_that_does_not_come(impatient: Any, sent: bytes) -> None:
    with connected(impatient) as connection:
        connection.sendall(sent)
        begin = time.monotonic()
        assert rest(connection) == b""
        assert time.monotonic() - begin < 10


def test_a_second_head_that_comes_by_bits(impatient: Any) -> None:
    """Neither does a trickle of bytes keep a connection that has served before."""
    with connected(impatient) as connection:
        connection.sendall(WHOLE)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        for _ in range(100):
            try:
                connection.sendall(b"P")
            except OSError:
                return
            time.sleep(0.1)
    pytest.fail("the connection stays open")


def test_a_connection_serves_on_for_longer_than_it_waits(impatient: Any) -> None:
    with connected(impatient) as connection:
        for _ in range(4):
            connection.sendall(WHOLE)
            answer = connection.recv(65536)
            while not answer.endswith(b'"schema_version":1}'):
                answer += connection.recv(65536)
            assert answer.startswith(b"HTTP/1.1 200")
            time.sleep(0.4)


def test_who_has_ended_its_side_is_answered(server: Any) -> None:
    with connected(server) as connection:
        connection.sendall(WHOLE)
        connection.shutdown(socket.SHUT_WR)
        answer = rest(connection)
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b'"schema_version":1}')


def test_who_ends_its_side_in_mid_body_is_not_waited_for(server: Any) -> None:
    with connected(server) as connection:
        connection.sendall(WHOLE[:-5])
        connection.shutdown(socket.SHUT_WR)
        begin = time.monotonic()
        assert rest(connection) == b""
        assert time.monotonic() - begin < 5


def test_what_is_no_http_over_unread_bytes(server: Any) -> None:
    """The answer arrives though the server stops reading amid what was sent."""
    for _ in range(5):
        with connected(server) as connection:
            connection.sendall(HEAD + b"X: " + b"a" * 2_000_000)
            assert rest(connection).startswith(b"HTTP/1.1 400")


def test_what_is_no_http_and_does_not_end(server: Any) -> None:
    """What is dropped does not hold a connection either."""
    with connected(server) as connection:
        connection.sendall(CHUNKED + b"zz\r\n")
        begin = time.monotonic()
        with suppress(OSError):
            while time.monotonic() - begin < 10:
                connection.sendall(b"a")
                time.sleep(0.1)
        assert time.monotonic() - begin < 10


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
        b"POST /v1/score HTTP/1.1\r\nContent-Type: application/json\r\n\r\n",
        HEAD + b"Host: elsewhere\r\nContent-Length: 2\r\n\r\n{}",
        HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        HEAD + b"Content-Length: -5\r\n\r\n{}",
        HEAD + b"Content-Length: \xb2\r\n\r\n{}",
        HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n",
        CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n",
        CHUNKED + b"1\r\n{}\r\n0\r\n\r\n",
        HEAD + b"X: " + b"a" * 100_000,
    ],
    ids=["TLS", "no host", "two hosts", "two lengths", "negative", "superscript", "encoding",
         "no number", "a wrong number", "too long a head"],
)  # fmt: skip
def test_what_is_no_http(server: Any, sent: bytes) -> None:
    with connected(server) as connection:
        connection.sendall(sent)
        head, _, body = rest(connection).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert b"content-type: application/problem+json" in head
    assert b"content-length: %d\r\n" % len(body) in head
    assert json.loads(body)["type"] == "urn:credscore:problem:bad_request"


def test_a_body_that_turns_out_wrong_after_the_answer(server: Any) -> None:
    """The answer (413) has begun; what follows it is no HTTP any more."""
    with connected(server) as connection:
        connection.sendall(CHUNKED + b"1e8480\r\n" + b"a" * 2_000_000 + b"\r\n5\r\naaaaa\r\n")
        answer = connection.recv(65536)
        connection.sendall(b"zz\r\n")
        answer += rest(connection)
    assert answer.startswith(b"HTTP/1.1 413")
    assert answer.count(b"HTTP/1.1") == 1
    assert "Traceback" not in server.log.read_text("utf-8")


def test_answers_that_are_not_read_are_let_go(start: Callable[..., Any]) -> None:
    """Large blocks go back to the system at once, so that memory shows what is held."""
    server = start("--body-seconds", "1", MALLOC_MMAP_THRESHOLD_="1000000")
    items = [{"text": "The mayor may have fled, sources say. " * 190}] * 256
    body = json.dumps({"items": items}).encode()
    sent = HEAD.replace(b"score", b"score:batch") + b"Content-Length: %d\r\n\r\n" % len(body) + body
    process = psutil.Process(server.process.pid)

    def established() -> bool:
        return any(one.status == "ESTABLISHED" for one in process.net_connections("tcp"))

    sizes = []
    for _ in range(3):
        with ExitStack() as held:
            callers = [held.enter_context(connected(server)) for _ in range(4)]
            for connection in callers:
                connection.sendall(sent)
            for connection in callers:
                assert connection.recv(100).startswith(b"HTTP/1.1 200")
            wait = time.monotonic() + 20
            while established():
                assert time.monotonic() < wait, "connections stay open"
                time.sleep(0.05)
        sizes.append(process.memory_info().rss)
    assert sizes[2] < sizes[0] + 40_000_000  # a round holds 60
