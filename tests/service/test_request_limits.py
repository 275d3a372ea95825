"""Limits on the number at one time and on time: 429 and 503, with Retry-After."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from credscore import Report, Scorer
from credscore.service import Settings, create_app

TEXT = "Two officials said the bridge may close. The authority denied it. " * 400


class Held(Scorer):
    """Scores a long text when told to: a scorer of the test's own speed."""

    def __init__(self) -> None:
        super().__init__(Scorer.load().model)
        self.go = threading.Event()
        self.begun = 0

    def score(self, text: str, title: str | None = None, prior: float = 0.5) -> Report:
        if len(text) > 20_000:
            self.begun += 1
            self.go.wait(60)
        return super().score(text, title, prior)

    def score_many(self, texts: Any, *args: Any, **options: Any) -> Iterator[Any]:
        for text in texts:
            self.begun += 1
            yield from super().score_many([text], *args, **options)
            if len(text) > 1000:
                self.go.wait(60)


def client(scorer: Scorer, **settings: Any) -> httpx.AsyncClient:
    app = create_app(Settings(**settings), scorer)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here")


async def until(condition: Any) -> None:
    for _ in range(3000):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("did not come to pass")


def test_too_many_at_one_time() -> None:
    async def work() -> None:
        scorer = Held()
        async with client(scorer, max_concurrency=2, threads=2) as http:
            first = [
                asyncio.create_task(http.post("/v1/score", json={"text": TEXT})) for _ in range(2)
            ]
            await until(lambda: scorer.begun == 2)
            refused = await http.post("/v1/score", json={"text": "He fled."})
            assert refused.status_code == 429
            assert refused.headers["retry-after"] == "1"
            assert refused.json()["type"] == "urn:credscore:problem:busy"
            waiting = await http.get("/readyz")
            assert (waiting.status_code, waiting.headers["retry-after"]) == (503, "1")
            assert (await http.get("/livez")).status_code == 200
            scorer.go.set()
            assert [(await one).status_code for one in first] == [200, 200]
            assert (await http.post("/v1/score", json={"text": "He fled."})).status_code == 200
            assert (await http.get("/readyz")).status_code == 200

    asyncio.run(work())


def test_time_is_limited_and_the_work_stops() -> None:
    async def work() -> None:
        scorer = Held()
        async with client(scorer, request_seconds=0.2, threads=1) as http:
            answer = await http.post("/v1/score:batch", json={"items": [{"text": TEXT}] * 5})
            assert answer.status_code == 503
            assert answer.headers["retry-after"] == "5"
            assert answer.json()["type"] == "urn:credscore:problem:unavailable"
            scorer.go.set()
            begun = scorer.begun
            short = await http.post("/v1/score", json={"text": "He fled."})
            assert short.status_code == 200
            long = await http.post("/v1/score", json={"text": TEXT})
            assert long.status_code == 200  # the one thread is free again
            assert scorer.begun <= begun + 3  # the five items of the batch were not gone through

    asyncio.run(work())


def test_an_unexpected_failure_is_a_problem_and_logs_no_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(Scorer):
        def score_many(self, texts: Any, *args: Any, **options: Any) -> Iterator[Any]:
            raise RuntimeError(f"can't do {list(texts)}")

    async def work() -> None:
        async with client(Broken(Scorer.load().model)) as http:
            for _ in range(2):
                answer = await http.post("/v1/score", json={"text": "Xylophonist fled."})
                assert answer.status_code == 500
                assert answer.json()["type"] == "urn:credscore:problem:unexpected"
                assert "ylophon" not in answer.text
            assert "in_flight 1.0" in (await http.get("/metrics")).text

    asyncio.run(work())
    (told, _) = [record.told for record in caplog.records if record.msg == "unexpected"]  # type: ignore[attr-defined]
    assert told["error"] == "RuntimeError"
    assert "score_many" in told["frames"][-1]
    assert "ylophon" not in str(told)
