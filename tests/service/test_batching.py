"""Texts that arrive together are read together, and nobody notices but the clock."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.requests import Request

from credscore import Report, Scorer
from credscore.service import Settings
from credscore.service.addresses import INLINE_CHARACTERS, Addresses
from credscore.service.batching import BLOCK_CHARACTERS, BLOCK_TEXTS, IDLE_TURNS
from credscore.service.messages import BatchRequest, ScoreRequest, SourcingRequest
from credscore.sourcing import sourcing

LONG = "The authority denied it; its plan is hanging. " * 500
MODEL = Scorer.load().model


def expected(request: ScoreRequest) -> bytes:
    """The JSON of the report as one text alone has it."""
    return (
        Scorer(MODEL).score(request.text, request.title, request.prior).model_dump_json().encode()
    )


class Watched(Scorer):
    """Remembers what was read together; fails at some texts, waits at long ones."""

    def __init__(self) -> None:
        super().__init__(MODEL)
        self.blocks: list[list[str]] = []
        self.threads: list[str] = []
        self.go = threading.Event()

    def score(self, text: str, title: str | None = None, prior: float = 0.5) -> Report:
        self.threads.append(threading.current_thread().name)
        self.go.wait(60)
        return super().score(text, title, prior)

    def score_many(self, texts: Any, *args: Any, **options: Any) -> Iterator[Any]:
        self.blocks.append(list(texts))
        self.threads.append(threading.current_thread().name)
        for text in texts:
            if "hanging" in text:
                self.go.wait(60)
            if "broken" in text:
                raise RuntimeError(text)
        return super().score_many(texts, *args, **options)


@pytest.fixture
def scorer() -> Watched:
    return Watched()


async def waits_for_ever() -> Any:
    """The caller stays."""
    await asyncio.Event().wait()


CALL = Request({"type": "http", "query_string": b""}, waits_for_ever)


def addresses(scorer: Scorer, **settings: Any) -> Addresses:
    return Addresses(scorer, Settings(**settings))


def requests_of(count: int) -> list[ScoreRequest]:
    return [
        ScoreRequest(text=f"Officials said {'it may close. ' * number}", title=f"Closure {number}")
        for number in range(count)
    ]


def together(scorer: Scorer, requests: list[ScoreRequest]) -> list[bytes | BaseException]:
    async def work() -> list[bytes | BaseException]:
        service = addresses(scorer)
        tasks = (service.score(request, CALL) for request in requests)
        return await asyncio.gather(*tasks, return_exceptions=True)

    return asyncio.run(work())


def test_callers_of_one_moment_share_a_block(scorer: Watched) -> None:
    requests = requests_of(20)
    reports = together(scorer, requests)
    assert [len(block) for block in scorer.blocks] == [20]
    assert reports == list(map(expected, requests))


def test_callers_a_few_turns_apart_share_a_block(scorer: Watched) -> None:
    async def work() -> None:
        service, tasks = addresses(scorer), []
        for request in requests_of(3):
            tasks.append(asyncio.create_task(service.score(request, CALL)))
            for _ in range(IDLE_TURNS // 2):
                await asyncio.sleep(0)
        await asyncio.gather(*tasks)

    asyncio.run(work())
    assert [len(block) for block in scorer.blocks] == [3]


def test_a_block_has_at_most_so_many_texts(scorer: Watched) -> None:
    requests = [ScoreRequest(text=f"Number {number}.") for number in range(2 * BLOCK_TEXTS + 1)]
    assert len(together(scorer, requests)) == 2 * BLOCK_TEXTS + 1
    assert [len(block) for block in scorer.blocks] == [BLOCK_TEXTS, BLOCK_TEXTS, 1]


def test_a_block_in_the_loop_has_at_most_so_many_characters(scorer: Watched) -> None:
    requests = [ScoreRequest(text="It may. " * 600)] * 20
    assert together(scorer, requests) == [expected(requests[0])] * 20
    assert sum(map(len, scorer.blocks)) == 20
    assert max(sum(map(len, block)) for block in scorer.blocks) <= BLOCK_CHARACTERS


def test_longer_work_is_never_done_in_the_loop(
    scorer: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def watched_sourcing(*arguments: Any) -> Any:
        threads.append(threading.current_thread().name)
        return sourcing(*arguments)

    monkeypatch.setattr("credscore.service.addresses.sourcing", watched_sourcing)
    scorer.go.set()
    text = "x" * INLINE_CHARACTERS

    async def work(text: str) -> None:
        service, request = addresses(scorer), ScoreRequest(text=text)
        await service.score(request, CALL)
        await service.sourcing(SourcingRequest(text=text), CALL)

    asyncio.run(work(text))
    main = threading.current_thread().name
    assert {*scorer.threads, *threads} == {main}
    scorer.threads.clear()
    threads.clear()
    asyncio.run(work(text + "x"))
    assert (len(scorer.threads), len(threads)) == (1, 1)
    assert main not in {*scorer.threads, *threads}


def test_what_is_not_done_in_time_fails_behind_what_is(scorer: Watched) -> None:
    """The first block of a batch is scored; the second hangs until the time is over."""
    short, hanging, wrong = {"text": "He fled."}, {"text": f"hanging {LONG}"}, {"text": 3}

    async def work() -> Any:
        service = addresses(scorer, request_seconds=0.5)
        batch = BatchRequest(items=[short] * BLOCK_TEXTS + [hanging, short, wrong])
        pieces = [piece async for piece in service.score_batch(batch, CALL)]
        scorer.go.set()
        return json.loads(b"".join(pieces))

    answer = asyncio.run(work())
    assert (answer["scored"], answer["failed"]) == (BLOCK_TEXTS, 3)
    report = json.loads(expected(ScoreRequest(**short)))
    assert answer["results"][:BLOCK_TEXTS] == [{"report": report}] * BLOCK_TEXTS
    statuses = [result["error"]["status"] for result in answer["results"][BLOCK_TEXTS:]]
    assert statuses == [503, 503, 422]


def test_one_that_fails_spoils_no_other(scorer: Watched) -> None:
    requests = requests_of(5)
    requests[2] = ScoreRequest(text="broken")
    reports = together(scorer, requests)
    assert isinstance(reports[2], RuntimeError)
    for number in (0, 1, 3, 4):
        assert reports[number] == expected(requests[number])


def test_who_has_gone_is_not_worked_for(scorer: Watched) -> None:
    requests = requests_of(3)

    async def work() -> list[bytes | BaseException]:
        service = addresses(scorer)
        tasks = [asyncio.create_task(service.score(one, CALL)) for one in requests]
        await asyncio.sleep(0)
        tasks[1].cancel()
        first = await asyncio.gather(*tasks, return_exceptions=True)
        return [*first, await service.score(requests[1], CALL)]

    reports = asyncio.run(work())
    assert isinstance(reports[1], asyncio.CancelledError)
    assert scorer.blocks == [[requests[0].text, requests[2].text], [requests[1].text]]
    assert [reports[number] for number in (0, 2, 3)] == [
        expected(requests[number]) for number in (0, 2, 1)
    ]


def test_a_long_text_holds_no_short_one_back(scorer: Watched) -> None:
    assert len(LONG) > INLINE_CHARACTERS

    async def work() -> None:
        service = addresses(scorer)
        long = asyncio.create_task(service.score(ScoreRequest(text=LONG), CALL))
        short = await asyncio.gather(*(service.score(one, CALL) for one in requests_of(3)))
        assert short == list(map(expected, requests_of(3)))
        assert not long.done()
        scorer.go.set()
        assert await long == expected(ScoreRequest(text=LONG))

    asyncio.run(work())
