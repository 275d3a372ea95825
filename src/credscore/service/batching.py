"""The work of each address. Short texts are scored in the event loop, the rest in threads.

Texts that are scored together cost a fraction of what they cost alone, and score the same. So
short texts that arrive in the same turns of the event loop are scored together, in the loop
itself: to hand them to a thread would cost more than it gains.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import to_json
from starlette.types import Receive

from credscore.page import claim_section, script_json
from credscore.pooling import (
    Article,
    ClaimReport,
    PoolingModel,
    ReadArticle,
    pool_articles,
    read_articles,
)
from credscore.report import Report, report_json
from credscore.scorer import Scorer
from credscore.service import messages
from credscore.service.long_work import article_of, in_time
from credscore.service.messages import (
    ClaimArticle,
    ClaimRequest,
    ScoreRequest,
    SourcingRequest,
    characters,
)
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, invalid
from credscore.service.request_limits import RequestLimits
from credscore.service.settings import Settings
from credscore.sourcing import sourcing, summary

INLINE_CHARACTERS = 5_000
"""A longer text is scored in a thread: this many take about 5 ms at most, whatever they say."""
BLOCK_CHARACTERS = 70_000
BLOCK_TEXTS = 32
"""No more is scored at once: between two blocks others get their turn, and work can stop."""
IDLE_TURNS = 10
"""Short texts are scored after so many turns of the event loop without a further one: 50 us."""


class Asked(NamedTuple):
    """A text to score, and the fields of its report that are answered; none: all."""

    request: ScoreRequest
    fields: Sequence[str]


Item = Asked | ProblemError
Result = bytes | Exception


class Batching:
    """The work of one app. Used from one event loop at a time."""

    def __init__(
        self, scorer: Scorer, limits: RequestLimits, metrics: Metrics, settings: Settings
    ) -> None:
        self._scorer, self._limits, self._metrics = scorer, limits, metrics
        self._pooling = PoolingModel.load(settings.model)
        self._seconds = settings.request_seconds
        texts, pages = ThreadPoolExecutor(settings.threads), ThreadPoolExecutor(1)
        self._for_text = partial(limits.in_thread, texts)
        self._for_page = partial(limits.in_thread, pages)  # one at a time, for the others' sake
        self._articles = asyncio.Semaphore(settings.threads)
        self._waiting: list[tuple[Asked, asyncio.Future[Result]]] = []
        self._scoring: asyncio.Task[None] | None = None

    async def score(
        self, request: ScoreRequest, receive: Receive, fields: Sequence[str] = ()
    ) -> bytes:
        """The report: the score, its interval, and the words it rests on."""
        asked, size = Asked(request, fields), characters(request)
        if size > INLINE_CHARACTERS:
            async with in_time(self._end(), receive):
                (result,) = await self._for_text(self._results, [asked])
        else:
            future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
            self._waiting.append((asked, future))
            if not self._scoring or self._scoring.done():
                self._scoring = asyncio.create_task(self._score_waiting())
            result = await future
        report = _report(result)
        self._metrics.count(1, size)
        return report

    async def score_batch(
        self, request: messages.BatchRequest, receive: Receive, fields: Sequence[str] = ()
    ) -> AsyncGenerator[bytes, None]:
        """One result for every item, in their order: its report, or why there is none.

        Items may also be sent as lines, application/x-ndjson: each has a line in the answer.
        """
        # Block by block: the next is scored when the last one is sent. The problem of the first
        # block is raised; a later one is the result of all items that are left.
        end, left = self._end(), [self._item(item, fields) for item in request.items]
        names, lines = map(_name, request.items), isinstance(request, messages.BatchLines)
        before, between, after = (b"", b"", b"\n") if lines else (b'{"results":[', b",", b"")
        size = scored = 0
        with self._limits.slot():
            while left:
                number = _block(left)
                block, left = left[:number], left[number:]
                try:
                    async with in_time(end, receive):
                        results = await self._for_text(self._results, block)
                except ProblemError as error:
                    if not size:
                        raise
                    block, left = block + left, []
                    results = [error] * len(block)
                pieces = []
                for item, result, name in zip(block, results, names, strict=False):
                    try:
                        report = _report(result)
                        self._limits.check("max_answer_bytes", size + len(report))
                        pieces.append(b'{%b"report":%b}%b' % (name, report, after))
                        self._metrics.count(1, _size(item))
                        scored += 1
                    except ProblemError as error:
                        pieces.append(b'{%b"error":%b}%b' % (name, error.json(), after))
                    size += len(pieces[-1])
                yield before + between.join(pieces)
                before = between
        failed = len(request.items) - scored
        self._metrics.count(0, 0, failed)
        counts = b"" if lines else b'],"scored":%d,"failed":%d}' % (scored, failed)
        yield counts if request.items else before + counts

    async def sourcing(self, request: messages.SourcingRequest, receive: Receive) -> bytes:
        """The attributed statements of a text and its sourcing profile, without any model."""

        def work() -> bytes:
            rows, profile = sourcing(request.text, request.title)
            answer = {"attributions": rows, "profile": profile._asdict(), "summary": summary(rows)}
            return to_json(answer)

        if characters(request) <= INLINE_CHARACTERS:
            return work()
        async with in_time(self._end(), receive):
            return await self._for_text(work)

    async def claims(self, request: ClaimRequest, receive: Receive) -> bytes:
        """What the articles on one claim add up to: score, who cites whom, course, and reasons."""
        return await self._pooled(request, receive, _claim_json)

    async def claims_page(self, request: ClaimRequest, receive: Receive) -> bytes:
        """What the page shows of the articles on one claim, as HTML."""
        return await self._pooled(request, receive, _claim_html)

    async def _pooled(
        self, request: ClaimRequest, receive: Receive, told: Callable[[ClaimReport], bytes]
    ) -> bytes:
        """Articles are read block by block, then pooled at once."""
        left, read = request.articles, list[ReadArticle]()
        async with in_time(self._end(), receive):
            while left:
                number = _block(left)
                block, left = left[:number], left[number:]
                read += await self._for_text(self._read, block)
            pooled = partial(pool_articles, read, self._pooling, request.prior, request.claim)
            report = await self._for_text(pooled)
            answer = await self._for_text(told, report)
        size = sum(map(characters, request.articles))
        self._metrics.count(report.articles - report.failed, size, report.failed)
        return answer

    def _read(self, block: Sequence[ClaimArticle]) -> list[ReadArticle]:
        articles = [Article(one.text, one.title, one.source, one.date) for one in block]
        return list(read_articles(self._scorer, articles))

    async def page(self, request: messages.PageRequest, receive: Receive) -> bytes:
        """What the page shows of a text: the report, and what would change the score."""
        text, title = request.text or "", request.title
        async with in_time(self._end(), receive):
            if request.html is not None:
                async with self._articles:
                    text, headline = await article_of(request.html)
                title = title or headline
                self._limits.check("max_characters", len(text) + len(title or ""))
            report = await self._for_page(self._scorer.score, text, title, request.prior)
            content = await self._for_page(report.page_content)
            return (await self._for_page(script_json, content)).encode()

    def _end(self) -> float:
        return asyncio.get_running_loop().time() + self._seconds

    def _item(self, item: object, fields: Sequence[str]) -> Item:
        if isinstance(item, ProblemError):
            return item
        try:
            request = messages.BatchItem.model_validate(item)
            self._limits.check("max_characters", characters(request))
        except ValidationError as error:
            return invalid(error)
        except ProblemError as error:
            return error
        return Asked(request, fields)

    def _results(self, block: Sequence[Item]) -> list[Result]:
        """For each item its report or its error. One that fails fails alone."""
        try:
            reports = self._reports([item for item in block if isinstance(item, Asked)])
            return [item if isinstance(item, ProblemError) else next(reports) for item in block]
        except Exception as error:
            if len(block) == 1:
                return [error]
            return [result for item in block for result in self._results([item])]

    def _reports(self, asked: list[Asked]) -> Iterator[bytes]:
        """Reports as JSON, in order; neighbours of one prior are scored together."""
        fields = (one.fields for one in asked)
        for prior, group in groupby((one.request for one in asked), key=lambda one: one.prior):
            texts, titles = zip(*((request.text, request.title) for request in group), strict=True)
            for report in self._scorer.score_many(texts, titles, prior):
                assert isinstance(report, Report)  # each text is a str
                yield report_json(report, next(fields))

    async def _score_waiting(self) -> None:
        """Score what waits, block by block, each once no more texts arrive."""
        while self._waiting:
            number = idle = 0
            while idle < IDLE_TURNS and number < BLOCK_TEXTS:
                await asyncio.sleep(0)
                idle = idle + 1 if len(self._waiting) == number else 0
                number = len(self._waiting)
            waiting = [pair for pair in self._waiting if not pair[1].done()]  # or its caller went
            asked = [one for one, _ in waiting]
            number = _block(asked)
            self._waiting = waiting[number:]
            results = self._results(asked[:number])
            for (_, future), result in zip(waiting, results, strict=False):
                future.set_result(result)


def _claim_json(report: ClaimReport) -> bytes:
    return report.model_dump_json().encode()


def _claim_html(report: ClaimReport) -> bytes:
    return to_json({"html": claim_section(report.page_content()), "file": report.to_html()})


def _report(result: Result) -> bytes:
    if isinstance(result, Exception):
        raise result
    return result


def _name(item: Any) -> bytes:
    """The id of an item as the result's own, also if the item does not fit otherwise."""
    name = item.get("id") if isinstance(item, dict) else None
    fits = isinstance(name, str | int) and not isinstance(name, bool)
    return b'"id":%b,' % to_json(name) if fits else b""


def _size(item: Item | SourcingRequest) -> int:
    if isinstance(item, ProblemError):
        return 0
    return characters(item.request if isinstance(item, Asked) else item)


def _block(items: Sequence[Item | SourcingRequest]) -> int:
    """How many of the first items make a block; at least one."""
    sizes = map(_size, items[:BLOCK_TEXTS])
    return max(1, sum(size <= BLOCK_CHARACTERS for size in accumulate(sizes)))
