"""Bodies that are made to hurt: the documented answer, others served meanwhile, memory back."""

import http.client
import json
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psutil
import pytest

JSON = {"Content-Type": "application/json"}


def head(path: str, length: int) -> bytes:
    return (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def answer_of(connection: socket.socket) -> tuple[int, dict[str, Any]]:
    """Status and JSON of the next answer on a connection."""
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    return answer.status, json.loads(answer.read())


def test_ten_megabytes_are_refused_before_they_are_read(server: Any) -> None:
    for body in (b"x" * 10_000_000, b'{"text":"%b"}' % (b"a" * 10_000_000)):
        answer = server.client.post("/v1/score", content=body, headers=JSON)
        assert answer.status_code == 413
        assert answer.json()["type"] == "urn:credscore:problem:too_large"


def test_ten_megabytes_in_chunks(server: Any) -> None:
    """The length is not stated: what arrives is counted."""

    def chunks() -> Any:
        for _ in range(160):
            yield b"x" * 65536

    answer = server.client.post("/v1/score", content=chunks(), headers=JSON)
    assert answer.status_code == 413
    assert answer.json()["type"] == "urn:credscore:problem:too_large"


def test_a_body_that_never_ends_is_cut(server: Any) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(head("/v1/score", 10**12) + b"x" * 1000)
        status, document = answer_of(connection)
    assert (status, document["type"]) == (413, "urn:credscore:problem:too_large")


def test_a_slow_body_is_cut_and_others_are_served(start: Callable[..., Any]) -> None:
    server = start("--body-seconds", "1")
    slow = [socket.create_connection(("127.0.0.1", server.port), timeout=30) for _ in range(20)]
    for connection in slow:
        connection.sendall(head("/v1/score", 100) + b'{"text": "')
    answer = server.client.post("/v1/score", json={"text": "He allegedly fled."})
    assert answer.status_code == 200
    for connection in slow:
        status, document = answer_of(connection)
        assert (status, document["type"]) == (408, "urn:credscore:problem:slow_body")
        assert connection.recv(1) == b""  # closed
        connection.close()


def test_a_body_that_breaks_off_leaves_nothing(server: Any) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            connection.sendall(head("/v1/score", 1000) + b'{"text": "He')
    for _ in range(500):
        if "in_flight 1.0" in server.client.get("/metrics").text:
            return
        time.sleep(0.02)
    pytest.fail("requests are still in flight")


def test_a_bound_on_all_bodies_together(start: Callable[..., Any]) -> None:
    server = start(CREDSCORE_MAX_BUFFERED_BYTES="100000")
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(head("/v1/score", 90_100) + b" " * 90_000)
        for _ in range(500):
            refused = server.client.post("/v1/score", json={"text": "a" * 20_000})
            if refused.status_code != 200:
                break
            time.sleep(0.02)
        assert refused.status_code == 429
        assert refused.headers["retry-after"] == "1"
        connection.sendall(b'{"text": "He fled."}'.ljust(100))
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    assert server.client.post("/v1/score", json={"text": "a" * 20_000}).status_code == 200


@pytest.mark.parametrize("sentence", ["It may. ", '"A b," he said. ', "The ministry denied it. "])
def test_the_largest_pages_beside_other_work(server: Any, sentence: str) -> None:
    """All are answered; test_request_limits.py shows that none waits for another."""
    text = (sentence * 200_000)[:200_000]
    items = [{"text": "The mayor may go, sources said. " * 20}] * 64

    def ask_page() -> int:
        return httpx.post(f"{server.url}/v1/page", json={"text": text}, timeout=60).status_code

    with ThreadPoolExecutor(2) as pool:
        pages = [pool.submit(ask_page) for _ in range(2)]
        assert server.client.get("/livez").status_code == 200
        batch = server.client.post("/v1/score:batch", json={"items": items})
        assert batch.json()["scored"] == 64
        assert server.client.post("/v1/score", json={"text": text}).status_code == 200
    assert [page.result() for page in pages] == [200, 200]


def test_memory_comes_back(start: Callable[..., Any], rumour: str) -> None:
    """After hundreds of megabytes of hostile bodies the process is about as large as before."""
    server = start()
    process = psutil.Process(server.process.pid)
    long = {"text": (rumour * 300)[:200_000]}
    bodies = [
        b"x" * 10_000_000,
        b"[" * 1_900_000,
        b'{"items":[%b]}' % b",".join([b'{"text":""}'] * 150_000),
        b'{"items":[%b]}' % b",".join([b"[[[[[[[]]]]]]]"] * 120_000),
        b'{"text":"%b"}' % (b"\\u00e9" * 300_000),
        json.dumps({f"key {number}": number for number in range(90_000)}).encode(),
        json.dumps(long).encode(),
        json.dumps({"items": [long] * 9}).encode(),
    ]

    def send_all() -> None:
        for body in bodies:
            path = "/v1/score:batch" if b'"items"' in body[:10] else "/v1/score"
            answer = httpx.post(f"{server.url}{path}", content=body, headers=JSON, timeout=60)
            assert answer.status_code in (200, 400, 413, 422)

    send_all()
    before = process.memory_info().rss
    for _ in range(4):
        send_all()
    assert server.client.post("/v1/score", json={"text": rumour}).status_code == 200
    assert process.memory_info().rss < before + 60_000_000
