"""Texts scored together: short ones in the event loop, long ones and batches in threads.

A text scored in company costs a fraction of one scored alone, and scores the same. So short texts
that arrive in the same turns of the event loop are scored together, in the loop itself: to hand
them to a thread would cost more than it gains.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from itertools import groupby

from pydantic_core import to_json
from starlette.types import Receive

from credscore.page import script_json
from credscore.report import Failure, Report, report_json
from credscore.scorer import Scorer
from credscore.service.long_work import LongWork, Stop, article_of
from credscore.service.messages import PageRequest, ScoreRequest, SourcingRequest
from credscore.service.problems import ProblemError
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
Result = bytes | ProblemError
_Waiting = tuple[ScoreRequest, "asyncio.Future[bytes]"]


class Batching:
    """Scores for one app. Used from one event loop at a time."""

    def __init__(self, scorer: Scorer, limits: RequestLimits, settings: Settings) -> None:
        self._scorer = scorer
        self.limits = limits
        self._seconds = settings.request_seconds
        kinds = (("texts", settings.threads), ("html", settings.threads), ("pages", 1))
        self._texts, self._html, self._pages = (
            LongWork(limits, threads, settings.request_seconds, f"credscore-{kind}")
            for kind, threads in kinds
        )
        self._waiting: list[_Waiting] = []

    async def score(self, request: ScoreRequest, receive: Receive) -> bytes:
        """The report of one text as JSON."""
        if _size(request) > INLINE_CHARACTERS:
            return await self._texts.run(lambda _: self._score_one(request), receive)
        loop = asyncio.get_running_loop()
        report: asyncio.Future[bytes] = loop.create_future()
        self._waiting.append((request, report))
        if len(self._waiting) == 1:
            # in the turn after the next: the loop reads what has arrived meanwhile before it
            loop.call_soon(loop.call_soon, self._gather, 1)
        return await report

    async def score_batch(self, items: list[Item], receive: Receive) -> AsyncIterator[list[Result]]:
        """The results of a batch, block by block: each a report as JSON, or a problem.

        The problem of the first block is raised. A later one is the result of all items that are
        left: the others have been answered by then.
        """
        end = asyncio.get_running_loop().time() + self._seconds
        inline = sum(map(_size, items)) <= INLINE_CHARACTERS
        number = 0
        problem: ProblemError | None = None
        while number < len(items):
            block = items[number : number + _block(items[number:], BLOCK_CHARACTERS)]
            work = partial(self._score_block, block)
            if problem is None:
                try:
                    results = work() if inline else await self._texts.run(work, receive, end)
                except ProblemError as error:
                    if number == 0:
                        raise
                    problem = error
            yield [problem] * len(block) if problem else results
            number += len(block)

    async def sourcing(self, request: SourcingRequest, receive: Receive) -> bytes:
        """The attributions and the profile of one text as JSON."""
        if _size(request) > INLINE_CHARACTERS:
            return await self._texts.run(lambda _: _sourcing(request), receive)
        return _sourcing(request)

    async def show(self, request: PageRequest, receive: Receive) -> bytes:
        """What the page shows of a text, as JSON; one at a time, for the others' sake."""
        end = asyncio.get_running_loop().time() + self._seconds
        text, title = request.text or "", request.title
        if request.html is not None:
            text, headline = await self._html.run(partial(article_of, request.html), receive, end)
            title = title or headline
            self.limits.check("max_characters", len(text) + len(title or ""))

        def work(stop: Stop) -> bytes:
            report = self._scorer.score(text, title, request.prior)
            stop.check()
            content = report.page_content()
            stop.check()
            return script_json(content).encode()

        return await self._pages.run(work, receive, end)

    def _score_one(self, request: ScoreRequest) -> bytes:
        return report_json(self._scorer.score(request.text, request.title, request.prior))

    def _score_block(self, block: list[Item], stop: Stop | None = None) -> list[Result]:
        reports = score_each(self._scorer, [one for one in block if isinstance(one, ScoreRequest)])
        results: list[Result] = []
        for item in block:
            if stop:
                stop.check()
            results.append(item if isinstance(item, ProblemError) else report_json(next(reports)))
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
        block, self._waiting = waiting[:number], waiting[number:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._score_waiting)
        reports = self._score_safely([request for request, _ in block])
        for (_, answer), report in zip(block, reports, strict=True):
            if isinstance(report, Exception):
                answer.set_exception(report)
            else:
                answer.set_result(report)

    def _score_safely(self, requests: list[ScoreRequest]) -> Sequence[bytes | Exception]:
        """The reports of a block; if that fails, each by itself: one spoils no other."""
        try:
            return list(map(report_json, score_each(self._scorer, requests)))
        except Exception as error:
            if len(requests) <= 1:
                return [error]
            return [report for one in requests for report in self._score_safely([one])]


def score_each(scorer: Scorer, requests: list[ScoreRequest]) -> Iterator[Report]:
    """Reports in order; neighbours of one prior are scored together."""
    for prior, group in groupby(requests, key=lambda request: request.prior):
        members = list(group)
        texts, titles = [one.text for one in members], [one.title for one in members]
        for report in scorer.score_many(texts, titles, prior):
            if isinstance(report, Failure):
                raise RuntimeError(report.error)
            yield report


def _sourcing(request: SourcingRequest) -> bytes:
    rows, profile = sourcing(request.text, request.title)
    return to_json({"attributions": rows, "profile": profile._asdict(), "summary": summary(rows)})


def _size(item: SourcingRequest | ProblemError) -> int:
    return 0 if isinstance(item, ProblemError) else len(item.text) + len(item.title or "")


def _block(items: Sequence[Item], most: int) -> int:
    """How many of the first items make a block of at most so many characters; at least one."""
    size = 0
    for number, item in enumerate(items[:BLOCK_TEXTS]):
        size += _size(item)
        if number and size > most:
            return number
    return min(len(items), BLOCK_TEXTS)
