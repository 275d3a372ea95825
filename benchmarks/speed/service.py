"""Requests per second of the service beside a bare FastAPI endpoint, on one worker each.

    python -m benchmarks.speed.service [--requests 20000] [--rounds 5]

Both run under uvicorn on loopback, in processes of their own, and log no line for a request. The
client here is an asyncio one on raw connections, since a common HTTP client costs more than the
servers. The article is our own, 4 KB. The bare endpoint parses the same body with pydantic and
answers a JSON of the same size:

- `typed`: `-> dict[str, Any]`, which FastAPI serialises in one go (the stricter comparison);
- `plain`: without a return type, as most code is, which it walks through first.

Rounds alternate between the servers; ratios are taken within a round, and their median counts.
"""

import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import psutil
from fastapi import FastAPI
from pydantic import BaseModel

from benchmarks import EXAMPLES, ROOT, options, write_results
from credscore import Report, Scorer

BATCH = 100
COMMAND = str(Path(sys.executable).parent / "credscore")


def article() -> str:
    """About 4 KB of sentences of our own: a news text with the sourcing of one."""
    text = " ".join((EXAMPLES / f"{name}.txt").read_text("utf-8") for name in ("sound", "mixed"))
    plain = (
        "The line was opened in spring and carries freight between the two harbours. Repairs took "
        "three weeks, and most of the work was done at night. The council will meet again in June "
        "to look at the costs, which have grown since the plan was made. Residents of the lower "
        "town asked for a second crossing, and the station keeps its old name. "
    )
    while len(text) < 4096:
        text += "\n\n" + plain
    return text[:4096]


class Body(BaseModel):
    """What the bare endpoint parses: as the service's."""

    text: str
    title: str | None = None
    prior: float = 0.5


def bare() -> FastAPI:
    """The app to compare with; its answer has the size and the parts of a report."""
    answer: dict[str, Any] = json.loads(Scorer.load().score(article()).model_dump_json())
    app = FastAPI()

    @app.post("/typed")
    async def typed(body: Body) -> dict[str, Any]:
        return answer

    @app.post("/plain")
    async def plain(body: Body):  # type: ignore[no-untyped-def]
        return answer

    return app


class Served:
    """A server in a process of its own."""

    def __init__(self, command: Callable[[int], list[str]]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(command(self.port), stderr=subprocess.DEVNULL, cwd=ROOT)
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise RuntimeError(f"{command(self.port)}: ended at once") from None
                time.sleep(0.05)

    def processor_seconds(self) -> float:
        """What the process has used of the processor: told apart from what others use."""
        used = psutil.Process(self.process.pid).cpu_times()
        return float(used.user + used.system)

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


def request(path: str, body: object) -> bytes:
    """The bytes of a POST."""
    content = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and body of the next answer on a connection."""
    head = await reader.readuntil(b"\r\n\r\n")
    status, lower = int(head[9:12]), head.lower()
    if b"transfer-encoding: chunked" in lower:
        return status, b"".join([chunk async for chunk in chunks(reader)])
    begin = lower.index(b"content-length:") + 15
    length = int(lower[begin : lower.index(b"\r", begin)])
    return status, await reader.readexactly(length)


async def chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The parts of a body that is sent in chunks."""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        yield (await reader.readexactly(size + 2))[:-2]
    await reader.readuntil(b"\r\n")


async def load(port: int, sent: bytes, number: int, connections: int) -> tuple[float, list[float]]:
    """Seconds that `number` requests take in all, and each; a status other than 200 raises."""
    left = iter(range(number))
    latencies: list[float] = []

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 24)
        for _ in left:
            begin = time.perf_counter()
            writer.write(sent)
            status, _ = await answer(reader)
            latencies.append(time.perf_counter() - begin)
            if status != 200:
                raise RuntimeError(f"status {status}")
        writer.close()

    begin = time.perf_counter()
    await asyncio.gather(*(connection() for _ in range(connections)))
    return time.perf_counter() - begin, sorted(latencies)


def measure(port: int, sent: bytes, number: int, connections: int) -> tuple[float, list[float]]:
    """Requests per second, and sorted latencies."""
    seconds, latencies = asyncio.run(load(port, sent, number, connections))
    assert len(latencies) == number
    return number / seconds, latencies


def in_process(text: str) -> float:
    """Articles per second of score_many with reports, in this process."""
    scorer = Scorer.load()
    begin = time.perf_counter()
    reports = list(scorer.score_many([text] * BATCH))
    assert all(isinstance(report, Report) for report in reports)
    return BATCH / (time.perf_counter() - begin)


def main() -> None:
    """Measure, print, write results/service.json."""
    parser = options(__doc__)
    parser.add_argument("--requests", type=int, default=20_000, help="of the endurance run")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--round-requests", type=int, default=600)
    parser.add_argument("--connections", type=int, default=16)
    chosen = parser.parse_args()
    text = article()
    score = request("/v1/score", {"text": text})
    batch = request("/v1/score:batch", {"items": [{"text": text}] * BATCH})
    ours = Served(lambda port: [COMMAND, "serve", "--port", str(port), "--log-level", "warning"])
    other = Served(
        lambda port: [
            sys.executable, "-m", "uvicorn", "benchmarks.speed.service:bare", "--factory",
            "--port", str(port), "--no-access-log", "--log-level", "error",
        ]
    )  # fmt: skip
    tasks: dict[str, Callable[[], float]] = {
        "typed": lambda: rate("typed", other, request("/typed", {"text": text})),
        "score": lambda: rate("score", ours, score),
        "plain": lambda: rate("plain", other, request("/plain", {"text": text})),
        "score_many": lambda: in_process(text),
        "batch": lambda: BATCH * measure(ours.port, batch, 10, 1)[0],
    }

    used: dict[str, list[float]] = {"typed": [], "score": [], "plain": []}

    def rate(name: str, server: Served, sent: bytes) -> float:
        before = server.processor_seconds()
        rate_of_run = measure(server.port, sent, chosen.round_requests, chosen.connections)[0]
        used[name].append(1000 * (server.processor_seconds() - before) / chosen.round_requests)
        return rate_of_run

    load_before = os.getloadavg()[0]
    try:
        for work in tasks.values():
            work()
        rates: dict[str, list[float]] = {name: [] for name in tasks}
        for _ in range(chosen.rounds):
            for name, work in tasks.items():
                rates[name].append(work())
        alone = measure(ours.port, score, 500, 1)[1]
        endurance, latencies = measure(ours.port, score, chosen.requests, chosen.connections)
    finally:
        ours.stop()
        other.stop()

    def ratio(name: str, beside: str) -> float:
        pairs = zip(rates[name], rates[beside], strict=True)
        return statistics.median(mine / other for mine, other in pairs)

    result = {
        "load": [load_before, os.getloadavg()[0]],
        "article_bytes": len(text.encode()),
        "answer_bytes": len(Scorer.load().score(text).model_dump_json()),
        "connections": chosen.connections,
        "rates": {name: statistics.median(rate_of_run) for name, rate_of_run in rates.items()},
        "processor_ms_per_request": {name: statistics.median(ms) for name, ms in used.items()},
        "score_to_typed_endpoint": ratio("score", "typed"),
        "score_to_plain_endpoint": ratio("score", "plain"),
        "batch_to_score_many": ratio("batch", "score_many"),
        "latency_alone_ms": percentiles(alone),
        "endurance": {
            "requests": chosen.requests, "errors": 0, "rate": endurance,
            "latency_ms": percentiles(latencies),
        },
    }  # fmt: skip
    write_results("service", result, shown=True)


def percentiles(latencies: list[float]) -> dict[str, float]:
    """Median and 99th percentile in ms."""
    return {
        "median": 1000 * statistics.median(latencies),
        "p99": 1000 * latencies[int(0.99 * len(latencies))],
    }


if __name__ == "__main__":
    main()
