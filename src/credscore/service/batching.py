"""Texts scored together: short ones in the event loop, long ones and batches in threads.

A text scored in company costs a fraction of one scored alone, and scores the same. So short texts
that arrive in the same turns of the event loop are scored together, in the loop itself: to hand
them to a thread would cost more than it gains.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from functools import partial
from itertools import accumulate, groupby
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json
from starlette.types import Receive

from credscore.page import script_json
from credscore.report import Report, report_json
from credscore.scorer import Scorer
from credscore.service.long_work import LongWork, Stop, article_of
from credscore.service.messages import PageRequest, ScoreRequest, SourcingRequest, characters
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, invalid
from credscore.service.request_limits import RequestLimits
from credscore.service.settings import Settings
from credscore.sourcing import sourcing, summary

INLINE_CHARACTERS = 5_000
"""A longer text is scored in a thread: this many take at most about 5 ms, whatever they say."""
LOOP_CHARACTERS = 20_000
"""No more is scored at once in the loop: of ordinary articles about 2 ms."""
BLOCK_CHARACTERS = 100_000
BLOCK_TEXTS = 32
"""No more is scored at once in a thread: it can be stopped, and others get their turn, between."""

Item = ScoreRequest | ProblemError
_Waiting = tuple[ScoreRequest, "asyncio.Future[bytes]"]


class Batching:
    """Scores for one app. Used from one event loop at a time."""

    def __init__(
        self, scorer: Scorer, limits: RequestLimits, metrics: Metrics, settings: Settings
    ) -> None:
        self._scorer, self._limits, self._metrics = scorer, limits, metrics
        self._seconds = settings.request_seconds
        self._texts, self._html, self._pages = (
            LongWork(limits, threads, settings.request_seconds)
            for threads in (settings.threads, settings.threads, 1)
        )
        self._waiting: list[_Waiting] = []

    async def score(self, request: ScoreRequest, receive: Receive) -> bytes:
        """The report of one text as JSON."""
        size = characters(request)
        if size > INLINE_CHARACTERS:
            arguments = request.text, request.title, request.prior
            report = await self._texts.run(
                lambda _: report_json(self._scorer.score(*arguments)), receive
            )
        else:
            loop = asyncio.get_running_loop()
            future: asyncio.Future[bytes] = loop.create_future()
            self._waiting.append((request, future))
            if len(self._waiting) == 1:
                # in the turn after the next: the loop reads what has arrived meanwhile before it
                loop.call_soon(loop.call_soon, self._gather, 1)
            report = await future
        self._metrics.count(1, size)
        return report

    async def score_batch(self, items: list[Any], receive: Receive) -> AsyncGenerator[bytes, None]:
        """The answer to a batch, block by block: the next is scored when the last one is sent.

        The problem of the first block is raised. A later one is the result of all items that are
        left: the others have been answered by then.
        """
        end = asyncio.get_running_loop().time() + self._seconds
        left = [self._item(item) for item in items]
        before, size = b'{"results":[', 0
        scored: list[ScoreRequest] = []
        with self._limits.slot():
            while left:
                number = _block(left, BLOCK_CHARACTERS)
                block, left = left[:number], left[number:]
                try:
                    work = partial(self._score_block, block)
                    results = await self._texts.run(work, receive, end)
                except ProblemError as error:
                    if before != b",":
                        raise
                    block, left = block + left, []
                    results = [error] * len(block)
                pieces = []
                for item, result in zip(block, results, strict=True):
                    if isinstance(result, bytes):
                        result = (
                            self._limits.excess("max_answer_bytes", size + len(result)) or result
                        )
                    if isinstance(result, ProblemError):
                        pieces.append(b'{"error":%b}' % result.json())
                    else:
                        pieces.append(b'{"report":%b}' % result)
                        scored += [item] if isinstance(item, ScoreRequest) else []
                    size += len(pieces[-1])
                yield before + b",".join(pieces)
                before = b","
        failed = len(items) - len(scored)
        self._metrics.count(len(scored), sum(map(characters, scored)), failed)
        yield (b"" if items else before) + b'],"scored":%d,"failed":%d}' % (len(scored), failed)

    async def sourcing(self, request: SourcingRequest, receive: Receive) -> bytes:
        """The attributions and the profile of one text as JSON."""

        def work(_: Stop | None) -> bytes:
            rows, profile = sourcing(request.text, request.title)
            answer = {"attributions": rows, "profile": profile._asdict(), "summary": summary(rows)}
            return to_json(answer)

        if characters(request) > INLINE_CHARACTERS:
            return await self._texts.run(work, receive)
        return work(None)

    async def page(self, request: PageRequest, receive: Receive) -> bytes:
        """What the page shows of a text, as JSON; one at a time, for the others' sake."""
        end = asyncio.get_running_loop().time() + self._seconds
        text, title = request.text or "", request.title
        if request.html is not None:
            text, headline = await self._html.run(partial(article_of, request.html), receive, end)
            title = title or headline
            self._limits.check("max_characters", len(text) + len(title or ""))

        def work(stop: Stop) -> bytes:
            report = self._scorer.score(text, title, request.prior)
            stop.check()
            content = report.page_content()
            stop.check()
            return script_json(content).encode()

        return await self._pages.run(work, receive, end)

    def _item(self, item: object) -> Item:
        try:
            request = ScoreRequest.model_validate(item)
        except ValidationError as error:
            return invalid(error)
        return self._limits.excess("max_characters", characters(request)) or request

    def _score_block(self, block: list[Item], stop: Stop) -> list[bytes | ProblemError]:
        reports = self._reports([item for item in block if isinstance(item, ScoreRequest)])
        results: list[bytes | ProblemError] = []
        for item in block:
            stop.check()
            results.append(item if isinstance(item, ProblemError) else next(reports))
        return results

    def _gather(self, seen: int) -> None:
        """Wait a turn more for as long as every turn brings more, up to a block."""
        number = len(self._waiting)
        if seen < number < BLOCK_TEXTS:
            asyncio.get_running_loop().call_soon(self._gather, number)
        else:
            self._score_waiting()

    def _score_waiting(self) -> None:
        """Answer what waits, up to the size of one block; the rest in the next turn."""
        waiting = [pair for pair in self._waiting if not pair[1].done()]  # some callers have gone
        number = _block([request for request, _ in waiting], LOOP_CHARACTERS)
        self._waiting = waiting[number:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._score_waiting)
        self._answer(waiting[:number])

    def _answer(self, block: list[_Waiting]) -> None:
        """Score a block; if that fails, each text by itself: one spoils no other."""
        try:
            reports = list(self._reports([request for request, _ in block]))
            for (_, future), report in zip(block, reports, strict=True):
                future.set_result(report)
        except Exception as error:
            if len(block) == 1:
                block[0][1].set_exception(error)
            else:
                for pair in block:
                    self._answer([pair])

    def _reports(self, requests: list[ScoreRequest]) -> Iterator[bytes]:
        """Reports as JSON, in order; neighbours of one prior are scored together."""
        for prior, group in groupby(requests, key=lambda request: request.prior):
            texts, titles = zip(*((request.text, request.title) for request in group), strict=True)
            for report in self._scorer.score_many(texts, titles, prior):
                assert isinstance(report, Report)  # each text is a str
                yield report_json(report)


def _block(items: Sequence[Item], most: int) -> int:
    """How many of the first items make a block of at most so many characters; at least one."""
    sizes = (
        characters(item) if isinstance(item, ScoreRequest) else 0 for item in items[:BLOCK_TEXTS]
    )
    return max(1, sum(size <= most for size in accumulate(sizes)))
