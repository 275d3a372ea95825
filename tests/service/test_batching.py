"""Texts that arrive together are read together, and nobody notices but the clock."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from credscore import Report, Scorer
from credscore.service import Settings
from credscore.service.batching import BLOCK_TEXTS, INLINE_CHARACTERS, Desk
from credscore.service.messages import ScoreRequest, report_json

LONG = "The authority denied it. " * 1000
MODEL = Scorer.load().model


def expected(request: ScoreRequest) -> bytes:
    """The JSON of the report as one text alone has it."""
    return report_json(Scorer(MODEL).score(request.text, request.title, request.prior))


class Watched(Scorer):
    """Remembers what was read together; fails at some texts, waits at long ones."""

    def __init__(self) -> None:
        super().__init__(MODEL)
        self.blocks: list[list[str]] = []
        self.go = threading.Event()

    def score(self, text: str, title: str | None = None, prior: float = 0.5) -> Report:
        self.go.wait(60)
        return super().score(text, title, prior)

    def score_many(self, texts: Any, *args: Any, **options: Any) -> Iterator[Any]:
        self.blocks.append(list(texts))
        for text in texts:
            if "broken" in text:
                raise RuntimeError(text)
        return super().score_many(texts, *args, **options)


@pytest.fixture
def scorer() -> Watched:
    return Watched()


def asked(count: int) -> list[ScoreRequest]:
    return [
        ScoreRequest(text=f"Officials said {'it may close. ' * number}", title=f"Closure {number}")
        for number in range(count)
    ]


def together(scorer: Scorer, requests: list[ScoreRequest]) -> list[bytes | BaseException]:
    async def work() -> list[bytes | BaseException]:
        desk = Desk(scorer, Settings())
        return await asyncio.gather(*map(desk.score, requests), return_exceptions=True)

    return asyncio.run(work())


def test_callers_of_one_moment_share_a_block(scorer: Watched) -> None:
    requests = asked(20)
    reports = together(scorer, requests)
    assert [len(block) for block in scorer.blocks] == [20]
    assert reports == list(map(expected, requests))


def test_blocks_have_a_bound(scorer: Watched) -> None:
    requests = asked(2 * BLOCK_TEXTS + 1)
    assert len(together(scorer, requests)) == 2 * BLOCK_TEXTS + 1
    assert [len(block) for block in scorer.blocks] == [BLOCK_TEXTS, BLOCK_TEXTS, 1]


def test_one_that_fails_spoils_no_other(scorer: Watched) -> None:
    requests = asked(5)
    requests[2] = ScoreRequest(text="broken")
    reports = together(scorer, requests)
    assert isinstance(reports[2], RuntimeError)
    for number in (0, 1, 3, 4):
        assert reports[number] == expected(requests[number])


def test_who_has_gone_is_not_worked_for(scorer: Watched) -> None:
    requests = asked(3)

    async def work() -> list[bytes | BaseException]:
        desk = Desk(scorer, Settings())
        tasks = [asyncio.create_task(desk.score(one)) for one in requests]
        await asyncio.sleep(0)
        tasks[1].cancel()
        first = await asyncio.gather(*tasks, return_exceptions=True)
        return [*first, await desk.score(requests[1])]

    reports = asyncio.run(work())
    assert isinstance(reports[1], asyncio.CancelledError)
    assert scorer.blocks == [[requests[0].text, requests[2].text], [requests[1].text]]
    assert [reports[number] for number in (0, 2, 3)] == [
        expected(requests[number]) for number in (0, 2, 1)
    ]


def test_a_long_text_holds_no_short_one_back(scorer: Watched) -> None:
    assert len(LONG) > INLINE_CHARACTERS

    async def work() -> None:
        desk = Desk(scorer, Settings())
        long = asyncio.create_task(desk.score(ScoreRequest(text=LONG)))
        short = await asyncio.gather(*map(desk.score, asked(3)))
        assert short == list(map(expected, asked(3)))
        assert not long.done()
        scorer.go.set()
        assert await long == expected(ScoreRequest(text=LONG))

    asyncio.run(work())
