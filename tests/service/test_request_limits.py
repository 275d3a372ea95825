"""Limits on the number at one time and on time: 429 and 503, with Retry-After."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from credscore import Report, Scorer
from credscore.service import Settings, create_app

JSON = {"Content-Type": "application/json"}
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

    def score_many(self, texts: Any, titles: Any, *args: Any, **options: Any) -> Iterator[Any]:
        for text, title in zip(texts, titles, strict=True):
            self.begun += 1
            if len(text) > 1000:
                self.go.wait(60)
            yield from super().score_many([text], [title], *args, **options)


def client(scorer: Scorer, **settings: Any) -> httpx.AsyncClient:
    app = create_app(Settings(**settings), scorer)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here")


async def until(condition: Any) -> None:
    for _ in range(3000):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("did not come to pass")


async def until_ready(http: httpx.AsyncClient) -> None:
    for _ in range(3000):
        if (await http.get("/readyz")).status_code == 200:
            return
        await asyncio.sleep(0.01)
    pytest.fail("is not ready again")


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


def test_long_texts_let_others_through() -> None:
    """They hold every thread for texts; what is short is answered meanwhile."""

    async def work() -> None:
        scorer = Held()
        async with client(scorer, threads=2) as http:
            calls = [
                ("/v1/score", {"text": TEXT}),
                ("/v1/score:batch", {"items": [{"text": TEXT}]}),
            ]
            held = [asyncio.create_task(http.post(path, json=body)) for path, body in calls]
            await until(lambda: scorer.begun == 2)
            assert (await http.get("/livez")).status_code == 200
            for path in ("/v1/score", "/v1/sourcing"):
                assert (await http.post(path, json={"text": "He fled."})).status_code == 200
            assert not any(one.done() for one in held)
            scorer.go.set()
            assert [(await one).status_code for one in held] == [200, 200]

    asyncio.run(work())


def test_pages_let_others_through() -> None:
    """One page is made at a time, in a thread of its own: batches go on meanwhile."""

    async def work() -> None:
        scorer = Held()
        async with client(scorer, threads=1) as http:
            page = {"text": TEXT}
            held = [asyncio.create_task(http.post("/v1/page", json=page)) for _ in range(2)]
            await until(lambda: scorer.begun == 1)
            items = [{"text": "The mayor may go, sources said. " * 20}] * 64
            batch = (await http.post("/v1/score:batch", json={"items": items})).json()
            assert (batch["scored"], scorer.begun) == (64, 65)
            assert not any(one.done() for one in held)
            scorer.go.set()
            assert [(await one).status_code for one in held] == [200, 200]

    asyncio.run(work())


def test_time_is_limited_and_the_work_stops() -> None:
    async def work() -> None:
        scorer = Held()
        async with client(scorer, request_seconds=0.2, threads=1, max_concurrency=1) as http:
            answer = await http.post("/v1/score:batch", json={"items": [{"text": TEXT}] * 5})
            assert answer.status_code == 503
            assert answer.headers["retry-after"] == "5"
            assert answer.json()["type"] == "urn:credscore:problem:unavailable"
            begun = scorer.begun
            scorer.go.set()
            await until_ready(http)
            assert scorer.begun <= begun + 1  # the five items of the batch were not gone through
            assert (await http.post("/v1/score", json={"text": "He fled."})).status_code == 200

    asyncio.run(work())


def test_given_up_work_counts_until_it_has_stopped() -> None:
    """The request is answered 503; its thread still works, and holds its place."""

    async def work() -> None:
        scorer = Held()
        async with client(scorer, request_seconds=0.2, threads=1, max_concurrency=1) as http:
            answer = await http.post("/v1/score", json={"text": TEXT})
            assert answer.status_code == 503
            assert (await http.post("/v1/score", json={"text": "He fled."})).status_code == 429
            assert (await http.get("/readyz")).status_code == 503
            scorer.go.set()
            await until_ready(http)
            assert (await http.post("/v1/score", json={"text": "He fled."})).status_code == 200

    asyncio.run(work())


def test_work_stops_when_its_caller_has_gone() -> None:
    """Nobody waits for the thread; it does not go on to the second step of a page."""

    class Counted(Held):
        steps = 0

        def what_if(self, *arguments: Any) -> Any:
            self.steps += 1
            return super().what_if(*arguments)

    async def work() -> None:
        scorer = Counted()
        app = create_app(Settings(max_concurrency=1), scorer)
        scorer.steps = 0  # of the example that the page shows
        body = json.dumps({"text": TEXT}).encode()
        sent: list[Any] = []

        async def receive() -> Any:
            if not sent:
                sent.append(body)
                return {"type": "http.request", "body": body, "more_body": False}
            await until(lambda: scorer.begun == 1)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http", "method": "POST", "path": "/v1/page", "query_string": b"",
            "headers": [(b"content-type", b"application/json")], "http_version": "1.1",
        }  # fmt: skip
        await app(scope, receive, send)
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://here"
        ) as http:
            assert (await http.get("/readyz")).status_code == 503
            scorer.go.set()
            await until_ready(http)
        assert (scorer.begun, scorer.steps) == (1, 0)

    asyncio.run(work())


def test_work_that_waits_is_not_begun_when_given_up() -> None:
    async def work() -> None:
        scorer = Held()
        async with client(scorer, request_seconds=0.2, threads=1, max_concurrency=4) as http:
            posts = (http.post("/v1/score", json={"text": TEXT}) for _ in range(4))
            answers = await asyncio.gather(*posts)
            assert [answer.status_code for answer in answers] == [503] * 4
            scorer.go.set()
            await until_ready(http)
            assert scorer.begun == 1  # the other three waited for the one thread

    asyncio.run(work())


def test_answers_are_bounded() -> None:
    """A report that does not fit is refused; in a batch it is the item's own error."""
    hedges = "It may. " * 100
    size = len(Scorer.load().score(hedges).model_dump_json())

    async def work() -> None:
        async with client(Scorer.load(), max_answer_bytes=3 * size) as http:
            assert (await http.post("/v1/score", json={"text": hedges})).status_code == 200
            items = [{"text": hedges}] * 5 + [{"text": hedges * 20}, {"text": 3}]
            batch = (await http.post("/v1/score:batch", json={"items": items})).json()
            assert (batch["scored"], batch["failed"]) == (2, 5)
            statuses = [one.get("error", {}).get("status", 200) for one in batch["results"]]
            assert statuses == [200] * 2 + [413] * 4 + [422]
            assert "bytes in the answer" in batch["results"][4]["error"]["detail"]
            for path in ("/v1/score", "/v1/page"):
                answer = await http.post(path, json={"text": hedges * 20})
                assert answer.status_code == 413
        async with client(Scorer.load(), max_answer_bytes=100) as http:
            answer = await http.post("/v1/sourcing", json={"text": "The mayor said no. " * 9})
            assert answer.status_code == 413

    asyncio.run(work())


def test_answers_count_as_held_bytes() -> None:
    async def work() -> None:
        async with client(Scorer.load(), max_buffered_bytes=2_000) as http:
            answer = await http.post("/v1/score", json={"text": "It may. " * 100})
            assert answer.status_code == 429
            assert (await http.post("/v1/sourcing", json={"text": "No."})).status_code == 200

    asyncio.run(work())


def test_the_limit_on_a_web_page_is_on_its_text() -> None:
    async def work() -> None:
        article = "<p>The minister said on Monday that the line may be opened in spring.</p>" * 5
        async with client(Scorer.load(), max_characters=1_000) as http:
            html = f"<html><!-- {'x' * 50_000} --><h1>Line</h1>{article}</html>"
            answer = await http.post("/v1/page", json={"html": html})
            assert answer.status_code == 200, answer.text
            assert len(answer.json()["text"]) < 1_000
            html = f"<html><h1>Line</h1>{article * 5}</html>"
            answer = await http.post("/v1/page", json={"html": html})
            assert answer.status_code == 413, answer.text

    asyncio.run(work())


def test_doubled_keys_are_found_in_one_pass() -> None:
    """As deep as they may stand, and among as many keys as fit into a body."""

    async def work() -> None:
        async with client(Scorer.load()) as http:
            deep = b'{"items": [%b{"a": 1, "a": 2}%b]}' % (b'{"b": [' * 90, b"]}" * 90)
            wide = b'{"items": [{"text": ""%b}]}' % b"".join(
                b', "%d": {"text": 1, "prior": 2}' % number for number in range(50_000)
            )
            for body, status in ((deep, 400), (wide, 200)):
                answer = await http.post("/v1/score:batch", content=body, headers=JSON)
                assert answer.status_code == status, answer.text[:200]

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
    (told, _) = [record.fields for record in caplog.records if record.msg == "unexpected"]  # type: ignore[attr-defined]
    assert told["error"] == "RuntimeError"
    assert "score_many" in told["frames"][-1]
    assert "ylophon" not in str(told)
